"""SUPP-MEDIA."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import HREF, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

#: The media types of files that articles bring with them, by extension.
_TYPES = {
    "avi": "video/x-msvideo", "bib": "text/x-bibtex", "cif": "chemical/x-cif", "csv": "text/csv", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "eps": "application/postscript",
    "fasta": "text/plain", "flv": "video/x-flv", "gif": "image/gif", "gz": "application/gzip", "htm": "text/html",
    "html": "text/html", "jpeg": "image/jpeg", "jpg": "image/jpeg", "json": "application/json", "m4a": "audio/mp4",
    "m4v": "video/mp4", "mov": "video/quicktime", "mp3": "audio/mpeg", "mp4": "video/mp4", "mpeg": "video/mpeg",
    "mpg": "video/mpeg", "pdb": "chemical/x-pdb", "pdf": "application/pdf", "png": "image/png", "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", "rtf": "application/rtf",
    "svg": "image/svg+xml", "tex": "application/x-tex", "tif": "image/tiff", "tiff": "image/tiff", "tsv": "text/tab-separated-values",
    "txt": "text/plain", "wav": "audio/wav", "webm": "video/webm", "wmv": "video/x-ms-wmv", "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml": "application/xml", "zip": "application/zip",
}  # fmt: skip
_FILES = ("media", "graphic", "inline-supplementary-material", "inline-media", "inline-graphic")


@rule("SUPP-MEDIA", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A supplementary file or a video can be referred to, is named, leads to its file, and says of what kind that is.

    What:
        `supplementary-material` has an `id`, a `label` or `caption`, and an `xlink:href` (its own, or that of the `media` in it).
        `media` has `xlink:href`, `mimetype` (“video”) and `mime-subtype` (“mp4”).
    Why:
        Platforms choose the player or the icon by the type; a file without a name is a download that nobody knows.
    Fix:
        Add what lacks.
    Bad:
        <supplementary-material id="S1"><label>Data set 1</label></supplementary-material>
    Bad:
        <supplementary-material xlink:href="s1.csv"><label>Data set 1</label></supplementary-material>
    Bad:
        <media id="V1" xlink:href="v1.mp4"><label>Video 1</label></media>
    Bad:
        <media id="V1" xlink:href="v1.pdf" mimetype="application/pdf"><label>Guide</label></media>
    Good:
        <supplementary-material id="S1"><label>Data set 1</label><media xlink:href="s1.csv" mimetype="text"
        mime-subtype="csv"/></supplementary-material>
    Source:
        SciELO PS, supplementary-material; PMC Tagging Guidelines, supplementary-material; JATS tag library, media.
    """
    for material in document.all("supplementary-material"):
        name = _name(material, document)
        if not material.get("id"):
            yield Fault(material, f"the supplementary material “{name}” has no id", "Give it one.")
        if document.child(material, "label") is None and document.child(material, "caption") is None:
            yield Fault(material, "the supplementary material has neither a label nor a caption", "Add one of them.")
        linked = material.get(HREF) or any(file.get(HREF) for file in material.iterdescendants(*_FILES, "ext-link"))
        content = any(
            child.tag in ("table-wrap", "fig", "disp-formula", "sec", "p", "list", "alternatives") for child in material
        )
        if not linked and not content:
            yield Fault(
                material, f"the supplementary material “{name}” leads to no file", "Add xlink:href, or <media>."
            )
        elif material.get(HREF) and material.get("mimetype") is not None:
            yield from _types(material)
    for media in document.all("media", "inline-media"):
        if not media.get(HREF, "").strip():
            yield Fault(media, f"the media “{_name(media, document)}” lead to no file", "Add xlink:href.")
        else:
            yield from _types(media)


def _name(element: etree._Element, document: Document) -> str:
    label = document.child(element, "label")
    return words(label if label is not None else element)[:50] or element.get("id", "")


def _types(element: etree._Element) -> Iterator[Fault]:
    kind, sub = element.get("mimetype", ""), element.get("mime-subtype", "")
    if kind and sub and "/" not in kind:
        return
    href = element.get(HREF, "")
    extension = href.rpartition(".")[2].lower() if "." in href else ""
    whole = kind if kind.count("/") == 1 else _TYPES.get(extension, "")
    first, _, second = whole.partition("/")
    repair = None
    if first and second and (not kind or "/" in kind or kind == first) and (not sub or sub == second):
        set_both = (SetAttribute(element, "mimetype", first), SetAttribute(element, "mime-subtype", second))
        changes = [change for change in set_both if element.get(change.name) != change.value]
        repair = Repair(f"Write the type as {first} and {second}", tuple(changes), safe=True) if changes else None
    message = (
        f"the type “{kind}” is not split into its two parts"
        if "/" in kind
        else f"the file “{href[:60]}” does not say of what type it is"
    )
    advice = f"Write mimetype “{first}” and mime-subtype “{second}”." if whole else "Add mimetype and mime-subtype."
    yield Fault(element, message, advice, value=kind, expected=whole, repair=repair)
