from __future__ import annotations

import pytest
from lxml import etree

from jatskit.schema.telling import Paths


@pytest.mark.parametrize(
    "xml",
    [
        "<a><b/><c/><b><c/></b></a>",
        '<a xmlns="u"><b/><c/><x:b xmlns:x="v"/><b xmlns=""/><!--c--><b/></a>',
        '<a xmlns:x="v"><?p?><x:b><x:b/><b/></x:b>text<b/><b/></a>',
        '<x:a xmlns:x="v"><x:b xmlns:x="w"/><x:b/></x:a>',
    ],
)
def test_paths_are_those_of_libxml2(xml: str) -> None:
    tree = etree.fromstring(xml).getroottree()
    paths = Paths()
    for element in tree.getroot().iter("*"):
        assert paths.of(element) == tree.getpath(element)
