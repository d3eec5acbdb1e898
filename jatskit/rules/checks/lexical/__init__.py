"""The form of values that a DTD cannot check."""
