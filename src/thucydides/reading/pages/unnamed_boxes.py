"""Which tables of a page are info-boxes about a conflict, although they do not say so?

Mirrors of an encyclopedia keep the words of its boxes and drop the names of its styles. A table is such a box if the
heading over its belligerents and another that only such boxes have head rows of it; headings side by side in one row
are those of columns.
"""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from thucydides.reading.layouts.lists import BOX_ROWS, folded

BELLIGERENTS = "combatants"
FEWEST_HEADINGS, FEWEST_WITHOUT_BELLIGERENTS = 2, 3
_BLANK = r"(?:\s|&nbsp;|&\#160;){1,9}"
_HEADINGS = "|".join(
    re.escape(words).replace(r"\&", "&(?:amp;)?").replace(r"\ ", _BLANK)
    for words in sorted((words for words, row in BOX_ROWS.items() if row.headed), key=len, reverse=True)
)
_PARTS = re.compile(
    rf"(?P<begins><table\b)|(?P<ends></table\b)|(?P<row><tr\b)|>\s{{0,99}}(?P<words>{_HEADINGS})\s{{0,9}}[:：]?\s{{0,99}}<",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Table:
    start: int
    headings: set[str] = field(default_factory=set)
    row: set[str] = field(default_factory=set)

    def end_row(self) -> None:
        if len(self.row) == 1:
            self.headings |= self.row
        self.row = set()


def unnamed_boxes(page: str) -> Set[int]:
    """Where in the page the tables begin that are such boxes: of tables within each other, the innermost."""
    found: set[int] = set()
    begun: list[_Table] = []
    for part in _PARTS.finditer(page):
        if part["begins"]:
            begun.append(_Table(part.start()))
        elif not begun:
            continue
        elif part["ends"]:
            _end(begun, found)
        elif part["row"]:
            begun[-1].end_row()
        else:
            begun[-1].row.add(_label(part["words"]))
    while begun:
        _end(begun, found)
    return found


def _label(heading: str) -> str:
    return BOX_ROWS[folded(re.sub(r"&nbsp;|&#160;", " ", heading).replace("&amp;", "&"))].label


def _end(begun: list[_Table], found: set[int]) -> None:
    """A table ends; what it has too little of counts for the table around it."""
    table = begun.pop()
    table.end_row()
    fewest = FEWEST_HEADINGS if BELLIGERENTS in table.headings else FEWEST_WITHOUT_BELLIGERENTS
    if len(table.headings) >= fewest:
        found.add(table.start)
    elif begun:
        begun[-1].headings |= table.headings
