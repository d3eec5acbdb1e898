"""What jatskit tells people and other programs about a run: the summary and the evidence file."""
