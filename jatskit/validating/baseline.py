"""A baseline: findings that are known, and are not told again.

A finding is known by its fingerprint: its rule, the faulty value, and where it stands from the closest element with an id
on, by names without numbers. So lines may move, other elements come and go, and what is said of a fault change, and an
old fault stays an old one; of several that are alike, as many are known as there were.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from jatskit.errors import UnusableSettings
from jatskit.findings import Finding

#: How fingerprints are made. What is known by older ones is not found again.
VERSION = 2
_INDEX = re.compile(r"\[\d+\]")


def fingerprint(finding: Finding) -> str:
    """Return what tells a finding from others in the same file, whatever line it stands in: 16 hexadecimal digits."""
    import hashlib  # loads OpenSSL, which nothing else here needs

    where = finding.anchor or _INDEX.sub("", finding.xpath)
    parts = (finding.kind, where, ".".join(map(str, finding.path)), finding.value)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]


class Baseline:
    """The findings that are known, by file: each fingerprint, and how often."""

    def __init__(self, folder: Path, known: Mapping[str, Mapping[str, int]]) -> None:
        self._folder = folder
        self._known = known

    @classmethod
    def load(cls, name: str) -> Baseline:
        """Return the baseline in a file; raise UnusableSettings if it cannot be read, or is none."""
        advice = "Write it with --write-baseline."
        try:
            data = json.loads(Path(name).read_text(encoding="utf-8"))
        except OSError as error:
            raise UnusableSettings(f"the baseline {name} cannot be read: {error.strerror or error}", advice) from None
        except (ValueError, RecursionError):
            raise UnusableSettings(f"{name} is no baseline: it is not JSON", advice) from None
        if isinstance(data, dict) and data.get("version") in range(1, VERSION):
            raise UnusableSettings(f"the baseline {name} was written by an older jatskit", f"Again: {advice}")
        files = data.get("files") if isinstance(data, dict) and data.get("version") == VERSION else None
        if not isinstance(files, dict) or not all(
            isinstance(counts, dict) and all(isinstance(number, int) for number in counts.values())
            for counts in files.values()
        ):
            raise UnusableSettings(f"{name} is no baseline of this version of jatskit", advice)
        return cls(_folder_of(name), files)

    def fresh(self, file: str, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings in a file that are not known."""
        left = dict(self._known.get(_named(file, self._folder), {}))
        told = []
        for finding in findings:
            known = fingerprint(finding)
            if left.get(known, 0) > 0:
                left[known] -= 1
            else:
                told.append(finding)
        return told


def baseline_of(name: str, findings: Iterable[tuple[str, Iterable[Finding]]]) -> bytes:
    """Return the file of this name that makes the findings of some files known."""
    folder = _folder_of(name)
    counts = {_named(file, folder): Counter(map(fingerprint, found)) for file, found in findings}
    files = {file: dict(sorted(found.items())) for file, found in sorted(counts.items()) if found}
    return (json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _folder_of(name: str) -> Path:
    return Path(os.path.abspath(name)).parent  # noqa: PTH100  links are names like others


def _named(file: str, folder: Path) -> str:
    """Return the name of a file as seen from a folder, the same on every system."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive
        return Path(file).as_posix()
