"""The recognisers of page text: each knows one part of a page, and runs once, in this order.

What is certain goes first (furniture, numbered references, mastheads, labelled fields), so that what is told
by its place alone (title, byline, unlabelled abstract) has only the rest to choose from. To teach the reader a
new part, write a module with a `recognise` function and put it in its place here.
"""

from __future__ import annotations

from collections.abc import Callable

from jatskit.readers.page.draft import Draft
from jatskit.readers.page.recognisers import (
    abstract,
    byline,
    furniture,
    history,
    identifiers,
    keywords,
    language,
    masthead,
    reference_list,
    title,
    translation,
)

RECOGNISERS: tuple[Callable[[Draft], None], ...] = (
    furniture.recognise,
    reference_list.recognise,
    masthead.recognise,
    identifiers.recognise,
    history.recognise,
    abstract.recognise_labelled,
    keywords.recognise_labelled,
    title.recognise,
    byline.recognise,
    translation.recognise,
    abstract.recognise_unlabelled,
    keywords.recognise_unlabelled,
    language.recognise,
)
