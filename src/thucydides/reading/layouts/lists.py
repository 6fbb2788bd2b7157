"""Which words tell what a line or a part of a page is?

The lists stand in labels.toml.
"""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple


class BoxRow(NamedTuple):
    """A row of an info-box: the label that its passages get, and whether its heading has a line of its own."""

    label: str
    headed: bool


_LISTS: dict[str, Any] = tomllib.loads(
    files("thucydides.reading.layouts").joinpath("labels.toml").read_text(encoding="utf-8")
)

BOX_ROWS: Mapping[str, BoxRow] = MappingProxyType(
    {words: BoxRow(label, row["place"] == "head") for label, row in _LISTS["box"].items() for words in row["words"]}
)
SECTIONS: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in _LISTS["sections"].items()}
PAGE_PARTS: Mapping[str, frozenset[str]] = {
    name: frozenset(word.casefold() for word in words) for name, words in _LISTS["pages"].items()
}
ELEMENTS: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in _LISTS["elements"].items()}
FURNITURE: tuple[str, ...] = tuple(_LISTS["furniture"]["begins"])
HATNOTES: tuple[str, ...] = tuple(_LISTS["furniture"]["hatnotes"])


_MARKS = re.compile(r"(?:\s?\[[^\[\]]{1,12}\])+\s*\Z")


def folded(words: str) -> str:
    """Words as the lists have them: small letters, single blanks, no colon at the end."""
    return " ".join(words[:400].casefold().split()).rstrip(":： ")


def box_row(words: str) -> BoxRow | None:
    """The row of an info-box that these words head."""
    return BOX_ROWS.get(folded(_MARKS.sub("", words))) if len(words) <= 60 else None
