"""The statement of ethics."""
