"""The statement of where the data are."""
