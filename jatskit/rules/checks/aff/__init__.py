"""Rules of the group AFF."""
