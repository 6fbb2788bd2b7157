"""At a glance: has a page in wikitext an info-box about a conflict, and in which categories does it stand?

The page is not taken apart, so what is only quoted or commented out counts too.
"""

import re
from dataclasses import dataclass
from functools import cache

from thucydides.reading.wikitext.boxes import is_box
from thucydides.reading.wikitext.links import spaces

_TEMPLATE = re.compile(r"(?<!\{)\{\{[\s_]{0,9}([^\s_|{}\[\]<>#][^|{}\[\]<>\n]{1,60})")


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a page without reading it. `categories`: their names without the word before the colon."""

    has_conflict_box: bool
    categories: tuple[str, ...]


def glance(words: str) -> Glance:
    """What is seen of a page in wikitext without reading it."""
    box = any(is_box(_folded(name)) for name in set(_TEMPLATE.findall(words)))
    return Glance(box, tuple(" ".join(name.split()) for name in _categories().findall(words)))


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


@cache
def _categories() -> re.Pattern[str]:
    named = "|".join(map(re.escape, sorted(spaces()["categories"])))
    return re.compile(rf"\[\[\s{{0,9}}(?:{named})\s{{0,9}}:([^\[\]|\n]{{1,200}})", re.IGNORECASE)
