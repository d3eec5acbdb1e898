"""Citations in the styles of the West: heads, titles and what follows them, each read in every way that it allows."""

from jatskit.references.western.readings import read

__all__ = ["read"]
