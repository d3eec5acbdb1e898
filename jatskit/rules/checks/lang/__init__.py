"""Rules of the group LANG."""
