"""Rules of the group XML."""
