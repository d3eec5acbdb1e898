"""One module for each format that jatskit writes beside JATS."""
