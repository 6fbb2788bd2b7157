"""Which note does a mark among the words lead to, and which words of the page are that note?

A mark is a link within the page (`[1]`, `[a]`, `[note 2]`), raised or in brackets; the note is whatever the page gives
the name that the link leads to. A raised mark without brackets gets them, lest its digit be read with a figure's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thucydides.reading.pages.writing import Piece
from thucydides.vocabulary import PassageKind

_MARK = re.compile(
    r"\s*(?P<open>[\[(]?)\s*(?P<mark>\d{1,3}|[a-z]{1,2}|[A-Z]|(?:note|nb|n|fn|upper-alpha|lower-alpha)\s?\d{1,3}|[*†‡§])\s*"
    r"(?P<close>[\])]?)\s*\Z",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*\d{1,2}\s*\Z")
# Behind these a raised digit is a power.
_POWERS = re.compile(r"(?:^|[\s\d])(?:[kcm]?m|ft|mi|in|yd|nmi)\s?\Z", re.IGNORECASE)
_LONGEST_NAME = 200


@dataclass(slots=True)
class Notes:
    """The marks met so far by the name that they lead to, and the link and the raised words that are open."""

    marks: dict[str, str] = field(default_factory=dict)
    _leads_to: str = ""
    _raised: int = -1

    def link(self, given: Mapping[str, str]) -> None:
        """A link begins."""
        before, hash_sign, name = given.get("href", "").rpartition("#")
        within = bool(hash_sign) and (not before or "://" not in before)
        self._leads_to = name[:_LONGEST_NAME] if within else ""

    def linked(self, pieces: Sequence[Piece], begun: int) -> None:
        """A link ends: its words are the pieces from `begun`."""
        found = _MARK.match("".join(piece.words for piece in pieces[begun : begun + 9]))
        if self._leads_to and found and (found["open"] or self._raised >= 0):
            self.marks.setdefault(self._leads_to, found["mark"])

    def raise_words(self, begun: int) -> None:
        """Raised words begin."""
        self._raised = begun

    def lower_words(self, pieces: list[Piece]) -> None:
        """Raised words end; a mark among them gets brackets."""
        begun, self._raised = self._raised, -1
        if not 0 <= begun < len(pieces) or len(pieces) - begun > 9:
            return
        raised = "".join(piece.words for piece in pieces[begun:])
        found = _MARK.match(raised)
        if found and not found["open"] and (pieces[begun].link or _follows_words(pieces, begun, raised)):
            pieces.insert(begun, Piece("[", -1))
            pieces.append(Piece("]", -1))

    def end_line(self) -> None:
        """A line ends, and what was raised in it."""
        self._raised = -1

    def kind_of(self, mark: str, *, among_works: bool) -> PassageKind:
        """A note with a number that stands in a list of works is one of them; any other says something itself."""
        return PassageKind.REFERENCE if among_works and mark.isdigit() else PassageKind.FOOTNOTE


def _follows_words(pieces: Sequence[Piece], begun: int, raised: str) -> bool:
    """Does a raised number without a link stand behind a figure or a word, as no power does?"""
    before = "".join(piece.words for piece in pieces[max(0, begun - 4) : begun])[-40:]
    return bool(_NUMBER.match(raised)) and before[-1:].isalnum() and not _POWERS.search(before)
