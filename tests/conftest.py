"""Hypothesis profiles, and the way to the corpus.

`pytest` runs the fast profile; `pytest --hypothesis-profile=deep` searches far longer. The corpus is
third-party material that is not in the repository: its folder is named by JATSKIT_CORPUS.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("fast", max_examples=25, deadline=None, suppress_health_check=_QUIET, derandomize=True)
settings.register_profile("deep", max_examples=2000, deadline=None, suppress_health_check=_QUIET)
settings.load_profile("fast")

ROOT = Path(__file__).parent.parent


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
