"""Rules of the group FUND."""
