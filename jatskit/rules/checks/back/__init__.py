"""Back matter."""
