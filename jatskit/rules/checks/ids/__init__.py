"""The names that elements have in the file."""
