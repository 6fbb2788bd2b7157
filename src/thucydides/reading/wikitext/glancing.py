"""At a glance: has a page in wikitext an info-box about a conflict, and in which categories does it stand?

The page is not taken apart, so what is only quoted or commented out counts too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thucydides.reading.wikitext.boxes import is_box
from thucydides.reading.wikitext.links import spaces

# Each begins with two characters that are looked for quickly.
_TEMPLATE = re.compile(r"\{\{[\s_]{0,9}([^\s_|{}\[\]<>#][^|{}\[\]<>\n]{1,60})")
_SPACED = re.compile(r"\[\[\s{0,9}([^:|\[\]\n]{1,30}):([^\[\]|\n]{1,200})")


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a page without reading it. `categories`: their names without the word before the colon."""

    has_conflict_box: bool
    categories: tuple[str, ...]


def glance(words: str) -> Glance:
    """What is seen of a page in wikitext without reading it."""
    return Glance(any(map(is_box, _templates(words))), tuple(_categories(words)))


def _templates(words: str) -> set[str]:
    """The names of the templates, folded. What stands in three braces is a parameter."""
    found = _TEMPLATE.finditer(words)
    names = {hit[1] for hit in found if words[hit.start() - 1 : hit.start()] != "{"}
    return {" ".join(name.replace("_", " ").casefold().split()) for name in names}


def _categories(words: str) -> Iterator[str]:
    for space, name in _SPACED.findall(words):
        if space.strip().casefold() in spaces()["categories"]:
            yield " ".join(name.split())
