"""The recognisers of page text: each knows one part of a page, and runs once, in this order.

What is certain goes first (furniture, numbered references, mastheads, labelled fields), so that what is told
by its place alone (title, byline, unlabelled abstract) has only the rest to choose from. To teach the reader a
new part, write a module with a `recognise` function and put it in its place here.
"""

from __future__ import annotations

from collections.abc import Callable

from jatskit.readers.page import dating
from jatskit.readers.page.draft import Draft
from jatskit.readers.page.recognisers import (
    abstract,
    affiliations,
    body,
    byline,
    furniture,
    header,
    identifiers,
    imprint,
    keywords,
    labelled,
    language,
    own_citation,
    place,
    reference_list,
    rights,
    settle,
    title,
    translation,
)

RECOGNISERS: tuple[Callable[[Draft], None], ...] = (
    header.recognise,
    furniture.recognise,
    reference_list.recognise,
    place.recognise_mastheads,
    identifiers.recognise,
    labelled.recognise,
    abstract.recognise_labelled,
    keywords.recognise_labelled,
    own_citation.recognise,
    title.recognise,
    own_citation.recognise,
    settle.title,
    byline.recognise,
    byline.recognise_below,
    own_citation.recognise,
    place.recognise,
    dating.recognise,
    settle.rest,
    imprint.recognise,
    translation.recognise,
    affiliations.recognise,
    abstract.recognise_unlabelled,
    keywords.recognise_unlabelled,
    language.recognise,
    rights.recognise,
    body.recognise,
)
