"""What the exit status says, for scripts and for the help pages."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit status of every command."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    INTERNAL = 4
    INTERRUPTED = 130


#: The end of every help page; `\b` keeps click from filling the lines up.
EPILOG = """\b
Exit status:
  0    nothing to complain about
  1    there are findings as severe as --fail-on says, or nothing could be written
  2    the command line is wrong
  3    an input cannot be read, or an output cannot be written
  4    a bug in jatskit
  130  interrupted
"""
