"""Rules of the group CONTRIB."""
