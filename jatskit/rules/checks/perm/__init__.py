"""Rules of the group PERM."""
