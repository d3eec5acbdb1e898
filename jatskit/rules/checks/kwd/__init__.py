"""Rules of the group KWD."""
