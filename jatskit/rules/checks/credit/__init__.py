"""Rules of the group CREDIT."""
