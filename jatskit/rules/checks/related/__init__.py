"""Rules of the group RELATED."""
