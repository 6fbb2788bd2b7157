"""What does a tag show, and what a reference?"""

import re
from collections.abc import Sequence

from thucydides.reading.wikitext.marks import Mark, Source
from thucydides.reading.wikitext.parts import Noted, Part, Region, Turn, Turning
from thucydides.vocabulary import PassageKind

_BREAKS = frozenset({"br", "tr", "td", "th", "li", "dt", "dd"})
_PARAGRAPHS = frozenset(
    {
        "p",
        "div",
        "table",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "center",
        "poem",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "caption",
    }
)
_GIVEN = re.compile(
    r"\b(name|group)\s{0,9}=\s{0,9}(?:\"([^\"]{0,300})\"|'([^']{0,300})'|([^\s\"'>/]{1,300}))", re.IGNORECASE
)


def tag(_source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    """A line ends at a break, a paragraph at a rule and at what stands as a block; other tags show nothing."""
    if mark.words == "hr":
        return [Turning(Turn.RULE)]
    if mark.words in _BREAKS:
        return [Turning(Turn.NEW_LINE)]
    return [Turning(Turn.PARAGRAPH)] if mark.words in _PARAGRAPHS else []


def reference(source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    """`<ref>`: a note of the page where it has a group, else what the page rests on."""
    said = {name.lower(): double or single or bare for name, double, single, bare in _GIVEN.findall(mark.words)}
    begin, end = mark.inside
    group = said.get("group", "")
    kind = PassageKind.FOOTNOTE if group else PassageKind.REFERENCE
    parts: tuple[Part, ...] = (Region(begin, end),) if source.words[begin:end].strip() else ()
    opening = (begin or mark.end) - mark.start
    return [Noted(kind, group, said.get("name", ""), parts, mark.start, opening)]
