"""Elements that say nothing."""
