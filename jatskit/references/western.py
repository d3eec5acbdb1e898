"""placeholder"""
from jatskit.references.parts import Parts
def read(text: str, start: int, end: int, parts: Parts) -> Parts:
    return parts
