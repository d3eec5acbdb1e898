"""Rules of the group DATE."""
