"""Which code do these words stand for?

The lists are TOML files beside this module: a code, and the phrases that stand for it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from thucydides.extracting.alternatives import one_of

__all__ = ["Found", "PhraseTable", "rows_of", "table"]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at `start` to `end` of the words searched, and its code."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Phrases and their codes; the longest phrase wins, case and kind of dash do not matter."""

    pattern: re.Pattern[str]
    codes: Mapping[str, str]

    @classmethod
    def of(cls, phrases: Mapping[str, list[str]]) -> "PhraseTable":
        """A table from lists of phrases by code."""
        codes = {_plain(phrase): code for code, listed in phrases.items() for phrase in listed}
        joined = one_of(codes, gap=r"[\s‐-―-]{1,3}")
        return cls(re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE), codes)

    def found_in(self, words: str) -> Iterator[Found]:
        """Every phrase of the table in the words, left to right."""
        for hit in self.pattern.finditer(words):
            yield Found(hit.start(), hit.end(), self.codes[_plain(hit.group())])

    def code_of(self, words: str) -> str:
        """The code of exactly these words; empty if they are no phrase of the table."""
        return self.codes.get(_plain(words), "")


@cache
def table(name: str) -> PhraseTable:
    """The table of `name.toml`."""
    return PhraseTable.of(rows_of(name))


@cache
def rows_of(name: str) -> dict[str, Any]:
    """The rows of `name.toml` as they stand."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[\s‐-―-]+", " ", words).casefold().split())
