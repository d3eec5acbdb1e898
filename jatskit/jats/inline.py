"""Rich text as JATS writes it inside a paragraph or a title, in both directions."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import get_args

from lxml import etree

from jatskit.findings import Path
from jatskit.jats.state import NAMESPACES, Fate, Fitting, Intake, Output, all_words, clark, escaped, quoted, shown
from jatskit.model.text import Inline, Link, Math, RichText, Style, Styled, canonical, canonical_mathml, tidy
from jatskit.schema.catalogue import TagSet, Target

STYLES: frozenset[str] = frozenset(get_args(Style))

_HREF = clark("xlink:href")
_LINK_KNOWN = frozenset({_HREF, "ext-link-type"})
_MATH = clark("mml:math")
_MML = f' xmlns:mml="{NAMESPACES["mml"]}"'
_NONE: frozenset[str] = frozenset()

#: What is no words of the text that it stands in, but a text of its own.
_APART = {
    "address", "aff", "aff-alternatives", "author-comment", "bio", "contrib-group", "fig", "fn", "graphic",
    "index-term", "inline-graphic", "inline-media", "inline-supplementary-material", "media", "supplementary-material",
    "table-wrap",
}  # fmt: skip
#: What stands on lines of its own, so that white space parts it from the words around it.
_BLOCKS = {
    "boxed-text", "break", "code", "def", "def-item", "def-list", "disp-formula", "disp-quote", "label", "list",
    "list-item", "p", "preformat", "sec", "speech", "statement", "term", "title", "verse-group", "verse-line",
}  # fmt: skip

# -- What the contexts of a target lack; a context is named by the tag of its element ------------------------

_ONLY_SUB_AND_SUP = (STYLES - {"sub", "sup"}) | {"ext-link", "inline-formula"}
_EVERYWHERE: Mapping[str, frozenset[str]] = {
    "copyright-holder": _ONLY_SUB_AND_SUP,
    "data-title": frozenset({"inline-formula"}),
}
_NARROW: Mapping[str, frozenset[str]] = {
    **_EVERYWHERE,
    "copyright-statement": frozenset({"inline-formula"}),
    "ext-link": frozenset({"ext-link", "inline-formula"}),
    "funding-statement": frozenset({"inline-formula"}),
    "kwd": frozenset({"ext-link", "inline-formula"}),
    "related-article": frozenset({"inline-formula"}),
    "subject": frozenset({"ext-link"}),
}
_NARROW_1_4: Mapping[str, frozenset[str]] = {
    **_NARROW,
    "funding-statement": frozenset({"sub", "sup", "inline-formula"}),
}
_NO_TEX: Mapping[str, frozenset[str]] = {"inline-formula": frozenset({"tex-math"})}
_AUTHORING: Mapping[str, frozenset[str]] = {**_NARROW, **_NO_TEX}
_AUTHORING_1_4: Mapping[str, frozenset[str]] = {**_NARROW_1_4, **_NO_TEX}


def _gaps(target: Target) -> Mapping[str, frozenset[str]]:
    """Return which inline elements each context of a target lacks."""
    late = target.version not in ("1.2", "1.3")
    if target.tag_set is TagSet.ARCHIVING:
        return _EVERYWHERE
    if target.tag_set is TagSet.AUTHORING:
        return _AUTHORING_1_4 if late else _AUTHORING
    return _NARROW_1_4 if late else _NARROW


def held(runs: RichText, tag: str, fitting: Fitting, path: Path) -> RichText | None:
    """Return what of a rich text `tag` can hold: its words at least; None if nothing is left."""
    if len(runs) == 1 and isinstance(runs[0], str):
        return runs
    gaps = _gaps(fitting.target)
    lost: dict[str, None] = {}
    fitted = _held(runs, tag, gaps, lost)
    if not lost:
        return runs
    what = ", ".join(lost)
    kept = canonical(fitted)
    if not any(isinstance(run, Math) or _has_words(run) for run in kept):
        fitting.report(f"<{tag}> cannot hold {what}, and nothing else was in it", path)
        return None
    fitting.report(f"<{tag}> cannot hold {what}; the words were kept", path)
    return kept


def _has_words(run: Inline) -> bool:
    if isinstance(run, str):
        return bool(run.strip())
    return isinstance(run, Math) or any(map(_has_words, run.content))


def _held(
    runs: tuple[Inline, ...], tag: str, gaps: Mapping[str, frozenset[str]], lost: dict[str, None]
) -> tuple[Inline, ...]:
    lacks = gaps.get(tag, _NONE)
    kept: list[Inline] = []
    for run in runs:
        if isinstance(run, str):
            kept.append(run)
        elif isinstance(run, Math):
            if "inline-formula" in lacks or (run.notation == "tex" and "tex-math" in gaps.get("inline-formula", _NONE)):
                lost[f"the formula {run.source!r}" if run.notation == "mathml" else "the formula's markup"] = None
                if run.notation == "tex":
                    kept.append(run.source)
            else:
                kept.append(run)
        else:
            own = run.style if isinstance(run, Styled) else "ext-link"
            inside = {} if own in lacks else dict(lost)
            content = () if own in lacks else _held(run.content, own, gaps, inside)
            if own in lacks or (own not in STYLES and _formula_lost(run.content, content, lacks)):
                lost[f"the link to {run.href}" if isinstance(run, Link) else f"<{own}>"] = None
                kept.extend(_held(run.content, tag, gaps, lost))
            else:
                lost |= inside
                kept.append(run if content == run.content else run.model_copy(update={"content": content}))
    return tuple(kept)


def _formula_lost(before: tuple[Inline, ...], after: tuple[Inline, ...], lacks: frozenset[str]) -> bool:
    """Return whether a link would lose a formula that can stand in its place: the formula matters more."""
    return "inline-formula" not in lacks and _count_formulas(after) < _count_formulas(before)


def _count_formulas(runs: tuple[Inline, ...]) -> int:
    return sum(
        run.notation == "mathml"
        if isinstance(run, Math)
        else 0
        if isinstance(run, str)
        else _count_formulas(run.content)
        for run in runs
    )


# -- Writing ------------------------------------------------------------------------------------------------


def written(runs: tuple[Inline, ...], out: Output) -> str:
    """Return rich text as XML."""
    if len(runs) == 1 and isinstance(runs[0], str):
        return escaped(runs[0])
    return "".join([_written(run, out) for run in runs])


def _written(run: Inline, out: Output) -> str:
    if isinstance(run, str):
        return escaped(run)
    if isinstance(run, Styled):
        return f"<{run.style}>{written(run.content, out)}</{run.style}>"
    if isinstance(run, Link):
        out.prefixes.add("xlink")
        kind = f' ext-link-type="{quoted(run.kind)}"' if run.kind else ""
        return f'<ext-link{kind} xlink:href="{quoted(run.href)}">{written(run.content, out)}</ext-link>'
    if run.notation == "tex":
        return f"<inline-formula><tex-math>{escaped(run.source)}</tex-math></inline-formula>"
    out.prefixes.add("mml")
    # Canonical MathML has its prefix and declares it once, which the root element does here.
    return f"<inline-formula>{run.source.replace(_MML, '', 1)}</inline-formula>"


# -- Reading ------------------------------------------------------------------------------------------------


def runs_of(element: etree._Element, intake: Intake, path: Path, *, markup_only: bool = False) -> tuple[Inline, ...]:
    """Return the rich text of an element, for the model to make canonical.

    The words of elements that the model does not know are kept, and the elements reported in one finding; with
    `markup_only` they are not reported. Raises
    pydantic's ValidationError if text stands in it that the model refuses.
    """
    unknown: dict[str, list[etree._Element]] = {}
    runs = _runs(element, intake, path, unknown)
    if not markup_only:
        _report(unknown, element, intake, path)
    return tuple(runs)


def line_of(element: etree._Element, intake: Intake, path: Path) -> str:
    """Return the words of an element that holds one line of text; markup in it is reported."""
    if len(element) == 0:
        return element.text or ""
    unknown: dict[str, list[etree._Element]] = {}
    words: list[str] = []
    _words(element, words, unknown)
    _report(unknown, element, intake, path)
    return "".join(words)


def _report(unknown: dict[str, list[etree._Element]], container: etree._Element, intake: Intake, path: Path) -> None:
    kept: list[tuple[str, list[etree._Element]]] = []
    for tag, found in unknown.items():
        if tag in _APART:
            for element in found:
                intake.element_not_bound(element, path)
        else:
            kept.append((tag, found))
            for element in found:
                intake.ledger.element(element, Fate.WORDS, path)
    if kept:
        tags = ", ".join(f"<{tag}>" + (f" ({len(found)} times)" if len(found) > 1 else "") for tag, found in kept)
        inside = shown(str(container.tag))
        intake.not_bound(f"{tags} in <{inside}>: the words were kept, the markup not", kept[0][1][0], path)


def _words(element: etree._Element, words: list[str], unknown: dict[str, list[etree._Element]]) -> None:
    words.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            tag = shown(child.tag)
            unknown.setdefault(tag, []).append(child)
            if tag not in _APART:
                space = " " if tag in _BLOCKS else ""
                words.append(space)
                _words(child, words, unknown)
                words.append(space)
        words.append(child.tail or "")


def _runs(
    element: etree._Element, intake: Intake, path: Path, unknown: dict[str, list[etree._Element]]
) -> list[Inline]:
    runs: list[Inline] = [element.text] if element.text else []
    for child in element:
        tag = child.tag
        if isinstance(tag, str):
            if tag in STYLES:
                intake.attributes(child, path, _NONE)
                if content := _runs(child, intake, path, unknown):
                    runs.append(Styled(style=tag, content=tuple(content)))
            elif tag == "ext-link":
                runs.extend(_link(child, intake, path, unknown))
            elif tag == "inline-formula" or tag == _MATH or tag == "tex-math":
                runs.extend(_formula(child, intake, path, unknown))
            else:
                name = shown(tag)
                unknown.setdefault(name, []).append(child)
                if name not in _APART:
                    space = [" "] if name in _BLOCKS else []
                    runs += space
                    runs += _runs(child, intake, path, unknown)
                    runs += space
        if child.tail:
            runs.append(child.tail)
    return runs


def _link(
    element: etree._Element, intake: Intake, path: Path, unknown: dict[str, list[etree._Element]]
) -> list[Inline]:
    content = _runs(element, intake, path, unknown)
    href = tidy(element.get(_HREF, ""))
    if not href or not canonical(content):
        unknown.setdefault("ext-link", []).append(element)
        intake.attributes(element, path, _NONE)
        return content
    intake.attributes(element, path, _LINK_KNOWN)
    kind = tidy(element.get("ext-link-type", ""))
    return [Link(href=href, kind=kind or None, content=tuple(content))]


def _formula(
    element: etree._Element, intake: Intake, path: Path, unknown: dict[str, list[etree._Element]]
) -> list[Inline]:
    """Read a formula: MathML if there is some, else TeX, else the words."""
    found: etree._Element | None = element
    if element.tag == "inline-formula":
        intake.attributes(element, path, _NONE)
        found = next(element.iter(_MATH), None)
        if found is None:
            found = next(element.iter("tex-math"), None)
        if found is None:
            unknown.setdefault("inline-formula", []).append(element)
            return _runs(element, intake, path, unknown)
        for other in element.iter("*"):
            parent = other.getparent()
            inside = other is element or other is found or parent is found or found in other.iterancestors()
            if other.tag == "alternatives":
                intake.attributes(other, path, _NONE)
            elif not inside:
                intake.element_not_bound(other, path)
        loose = [element.text, *(child.tail for child in element)]
        if words := " ".join(text.strip() for text in loose if text and text.strip()):
            intake.not_bound(f"the words {words!r} beside a formula were left out", element, path)
    assert found is not None  # noqa: S101  for the type checker
    intake.ledger.element(found, Fate.BOUND, path, whole=True)
    try:
        if found.tag == _MATH:
            bare = copy(found)  # without what follows it, and what it stands in
            etree.strip_tags(bare, etree.Comment, etree.ProcessingInstruction)
            bare.tail = None
            return [Math(notation="mathml", source=canonical_mathml(etree.tostring(bare, encoding="unicode")))]
        intake.attributes(found, path, _NONE)
        return [Math(notation="tex", source=found.text or "")]
    except ValueError as error:
        intake.refused(f"a formula was left out: {error} (it reads {all_words(found)!r})", found, path)
        return []
