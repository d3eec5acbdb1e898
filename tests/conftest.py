"""Hypothesis profiles, and the way to the corpus.

`pytest` runs the fast profile; `pytest --hypothesis-profile=deep` searches far longer. The corpus is
third-party material that is not in the repository: its folder is named by JATSKIT_CORPUS.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]
_FAST = 25
settings.register_profile("fast", max_examples=_FAST, deadline=None, suppress_health_check=_QUIET, derandomize=True)
settings.register_profile("deep", max_examples=2000, deadline=None, suppress_health_check=_QUIET)
settings.load_profile("fast")

ROOT = Path(__file__).parent.parent


def is_deep() -> bool:
    """Whether the search is a long one."""
    return settings().max_examples > _FAST


def some_of(files: Iterable[Path], start: int, step: int = 3) -> list[Path]:
    """Return each third file of a corpus, from one of the first on; all of them in the deep profile.

    Tests that take the files one by one start at different ones, so that each file is read by one of them at least.
    """
    found = sorted(files)
    return found if is_deep() else found[start::step]


@pytest.fixture(scope="session")
def seed() -> Path:
    """The first user's page."""
    return ROOT / "samples" / "strategic-study-of-cae-2022-24-2-22.txt"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The corpus's folder; a test that asks for it is skipped without it."""
    folder = os.environ.get("JATSKIT_CORPUS")
    if not folder:
        pytest.skip("JATSKIT_CORPUS does not name the corpus")
    return Path(folder)
