"""JATS XML, in and out: one table of bindings between the model and the elements, read in both directions."""

from jatskit.jats.document import Original
from jatskit.jats.reader import read_jats
from jatskit.jats.writer import Held, held, required, write_jats

__all__ = ["Held", "Original", "held", "read_jats", "required", "write_jats"]
