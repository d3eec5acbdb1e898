"""Rules of the group SCHEMA."""
