"""Rules of the group COUNT."""
