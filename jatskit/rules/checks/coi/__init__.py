"""The statement of competing interests."""
