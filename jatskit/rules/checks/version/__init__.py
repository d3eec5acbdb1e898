"""Rules of the group VERSION."""
