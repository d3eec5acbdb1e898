"""Rules of the group DOCTYPE."""
