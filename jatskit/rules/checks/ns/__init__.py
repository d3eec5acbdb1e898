"""Rules of the group NS."""
