"""Rules look at an article and say what is missing or wrong for a target; they change nothing."""
