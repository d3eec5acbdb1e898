"""Rules of the group PEER."""
