"""Rules of the group ABS."""
