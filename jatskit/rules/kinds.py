"""The kinds of targets that a cross-reference can have: which elements a `ref-type` stands for, and the other way round.

Source: the suggested values in the JATS tag library, xref/@ref-type, and PMC Tagging Guidelines, Cross References.
"""

from __future__ import annotations

_SUPPLEMENT = ("supplementary-material", "media", "sec", "app", "fig", "table-wrap", "inline-supplementary-material")

#: The elements that a cross-reference of each type may refer to.
ELEMENTS: dict[str, tuple[str, ...]] = {
    "aff": ("aff", "aff-alternatives"),
    "app": ("app", "app-group", "sec", "supplementary-material"),
    "author-notes": ("fn", "author-notes", "corresp", "p"),
    "award": ("award-group", "award-id", "support-group"),
    "bibr": ("ref", "element-citation", "mixed-citation", "nlm-citation", "citation-alternatives", "note", "product"),
    "bio": ("bio",),
    "boxed-text": ("boxed-text",),
    "chem": ("chem-struct-wrap", "chem-struct", "fig"),
    "collab": ("collab", "contrib", "contrib-group", "collab-alternatives"),
    "contrib": ("contrib", "name", "collab", "string-name"),
    "corresp": ("corresp", "fn"),
    "custom": (),
    "disp-formula": ("disp-formula", "disp-formula-group", "inline-formula"),
    "fig": ("fig", "fig-group", "graphic", "media", "alternatives"),
    "fn": ("fn", "fn-group"),
    "kwd": ("kwd", "kwd-group", "compound-kwd", "nested-kwd"),
    "list": ("list", "list-item", "def-list", "def-item"),
    "other": (),
    "plate": ("fig", "fig-group"),
    "scheme": ("fig", "fig-group", "chem-struct-wrap"),
    "sec": ("sec", "ack", "app", "notes", "statement", "ref-list", "abstract", "body"),
    "statement": ("statement",),
    "supplementary-material": _SUPPLEMENT,
    "table": ("table-wrap", "table-wrap-group", "table"),
    "table-fn": ("fn", "table-wrap-foot", "table-wrap"),
    "video": ("media", "fig", "supplementary-material"),
}

#: The type that a reference to each of these elements has.
TYPES: dict[str, str] = {
    "aff": "aff",
    "app": "app",
    "award-group": "award",
    "bio": "bio",
    "boxed-text": "boxed-text",
    "chem-struct-wrap": "chem",
    "collab": "collab",
    "contrib": "contrib",
    "corresp": "corresp",
    "disp-formula": "disp-formula",
    "disp-formula-group": "disp-formula",
    "fig": "fig",
    "fig-group": "fig",
    "kwd": "kwd",
    "list": "list",
    "ref": "bibr",
    "sec": "sec",
    "statement": "statement",
    "supplementary-material": "supplementary-material",
    "table-wrap": "table",
    "table-wrap-group": "table",
}

#: How one article can be related to another: `related-article-type`, and `link-type` of `related-object`.
RELATIONS = frozenset(
    {"addended-article", "addendum", "alt-language", "article-reference", "article-response", "commentary",
     "commentary-article", "companion", "concurrent-pub", "continued-by", "continues", "corrected-article", "correction",
     "correction-forward", "data-article", "data-paper", "data-paper-referrer", "editorial", "expression-of-concern",
     "in-this-issue", "letter", "letter-reply", "object-of-concern", "partial-retraction", "peer-review",
     "peer-reviewed-article", "peer-reviewed-material", "preprint", "repub-note", "repub-note-target", "republication",
     "republished-article", "research-article", "retracted-article", "retraction", "retraction-forward", "reviewed-article",
     "reviewer-report", "translated-article", "translation", "unknown-related-article", "update", "update-in", "update-of",
     "updated-article", "version-of-record"}
)  # fmt: skip
