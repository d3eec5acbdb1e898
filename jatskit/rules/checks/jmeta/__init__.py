"""Rules of the group JMETA."""
