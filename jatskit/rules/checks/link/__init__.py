"""Links to the web and addresses."""
