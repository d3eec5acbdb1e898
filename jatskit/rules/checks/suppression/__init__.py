"""What a document asks jatskit to be silent about."""
