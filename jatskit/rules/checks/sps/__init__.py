"""SciELO PS."""
