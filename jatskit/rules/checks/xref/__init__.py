"""How an article refers to its own parts: that the target is there, is of the kind that is said, and is cited."""
