"""One package for each format that jatskit reads."""
