"""What can go wrong before there is anything to report findings about.

    JatskitError                 every error that jatskit raises on purpose
    ├── UnreadableSource         the input cannot be read as what it was said to be
    │   ├── NotAnArticle         it was read, and is no article page
    │   └── NotWellFormed        it is no well-formed XML
    ├── UnusableProfile          the journal profile is missing, malformed or contradicts itself
    ├── UnusableSettings         a file of settings or a baseline is malformed, or says what has no meaning
    ├── UnusableSchema           a schema that the user brings cannot be read, or is none
    ├── UnknownRule              no such rule or group of rules
    └── UnknownTarget            no such tag set, version or destination

Anything else that escapes is a bug. Faults *in* an article are never exceptions: they are `Finding`s.
"""

from __future__ import annotations


class JatskitError(Exception):
    """A fault that the user can mend.

    Its text says what is wrong and where; `advice` says what to do about it.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class UnreadableSource(JatskitError):
    """The input cannot be decoded, is too large, or is another kind of file."""


class NotAnArticle(UnreadableSource):
    """The input was read, and nothing on it makes it the page of an article."""


class NotWellFormed(UnreadableSource):
    """The input is no well-formed XML: `fault` says why, `line` and `column` (from 1; 0: unknown) where.

    `kind` is the id of the kind of finding that this is.
    """

    def __init__(
        self, name: str, fault: str, advice: str = "", line: int = 0, column: int = 0, kind: str = "XML-WF"
    ) -> None:
        super().__init__(f"{name}:{line}:{column}: {fault}" if line else f"{name} {fault}", advice)
        self.fault, self.line, self.column, self.kind = fault, line, column, kind


class UnusableProfile(JatskitError):
    """A journal profile cannot be read or holds a value that is not well formed."""


class UnusableSettings(JatskitError):
    """A file of settings, or a baseline, cannot be read or holds what has no meaning."""


class UnusableSchema(JatskitError):
    """A schema that the user brings cannot be read, reads what it may not, or is malformed."""


class UnknownRule(JatskitError):
    """A rule or group of rules is named that does not exist."""


class UnknownTarget(JatskitError):
    """The tag set, version or destination asked for is not one that jatskit writes or checks."""
