"""The floors of docs/architecture.md: imports point down only, and neighbours do not import each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: From the top to the bottom; the rooms of one floor stand side by side.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("reporting",),
    ("validating",),
    ("pipeline",),
    ("readers", "writers", "jats"),
    ("rules",),
    ("references", "schema", "profiles", "comparing"),
    ("protocols",),
    ("model",),
    ("layouts", "names", "months", "countries", "identifiers"),
    ("language", "characters", "alternatives"),
    ("findings",),
    ("errors",),
)
HEIGHT = {room: len(FLOORS) - floor for floor, rooms in enumerate(FLOORS) for room in rooms}
PACKAGE = ROOT / "jatskit"


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            yield f"{node.module}"
            if node.module == "jatskit":
                yield from (f"jatskit.{alias.name}" for alias in node.names)


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    room = room_of(file)
    for name in imports_of(file):
        parts = name.split(".")
        if parts[0] != "jatskit" or len(parts) == 1 or parts[1] in (room, "__version__"):
            continue
        assert HEIGHT[parts[1]] < HEIGHT[room], f"{room} must not import {parts[1]}"


def test_every_room_is_on_a_floor() -> None:
    assert {room_of(file) for file in FILES} == set(HEIGHT)


def test_the_model_knows_no_xml_and_no_files() -> None:
    for file in (PACKAGE / "model").glob("*.py"):
        assert not {"lxml", "os", "pathlib", "io"} & {name.split(".")[0] for name in imports_of(file)}, file
