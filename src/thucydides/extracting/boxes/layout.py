"""Which lines does an info-box have, in which rows and columns?"""

from collections.abc import Iterator
from dataclasses import dataclass

from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import Passage, PassageKind, Text

_BETWEEN_BOXES = (PassageKind.PARAGRAPH, PassageKind.TITLE)


@dataclass(frozen=True, slots=True)
class BoxLine:
    """A line of a row. `side`: its column, 0 where the page lost it or the row spans all.

    `flagged`: a lost picture stood before the words. `flag`: what the page calls the picture there. `row`: the row of
    the page, -1 if it does not tell; a column may have several, one below the other.
    """

    piece: Piece
    side: int
    flagged: bool
    flag: str = ""
    row: int = -1
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """The lines of one info-box by row, in the order of the page, and where it begins."""

    rows: dict[str, tuple[BoxLine, ...]]
    start: int = 0

    def row(self, name: str) -> tuple[BoxLine, ...]:
        """The lines of a row; none if the box has no such row."""
        return self.rows.get(name, ())


def boxes_of(text: Text) -> Iterator[Box]:
    """The info-boxes of a text: what the page counts as one, else runs of box lines that no prose interrupts.

    Two that touch are told apart by the second's name.
    """
    runs: dict[int, list[Passage]] = {}
    run: list[Passage] = []
    for passage in text.passages_of(PassageKind.BOX_LINE, *_BETWEEN_BOXES):
        if passage.kind is not PassageKind.BOX_LINE:
            run = []
        elif passage.level:
            runs.setdefault(-passage.level, []).append(passage)
        else:
            if not run or _begins_another(run, passage):
                run = runs.setdefault(passage.start + 1, [])
            run.append(passage)
    for passages in sorted(runs.values(), key=lambda passages: passages[0].start):
        yield _box(text, passages)


def _begins_another(run: list[Passage], passage: Passage) -> bool:
    """Is the line a second name, with other rows between it and the first?"""
    return passage.label == run[0].label == "title" != run[-1].label


def _box(text: Text, passages: list[Passage]) -> Box:
    rows: dict[str, list[BoxLine]] = {}
    for passage in passages:
        name = row_name(passage.label)
        apart = text.content.endswith("\n\n", 0, passage.start)
        for line in Piece.of(text, passage).parts("\n"):
            bare = _without_label(line, name)
            words, pictured = bare.without_flag()
            if words and row_name(words.words) != name:
                flagged = not passage.flag and (pictured or _picture_before(text, words))
                side = passage.side or _column(passage.label)
                rows.setdefault(name, []).append(BoxLine(words, side, flagged, passage.flag, passage.row, apart))
    return Box({name: tuple(lines) for name, lines in rows.items()}, passages[0].start)


def row_name(label: str) -> str:
    """The row that a printed label means; the label itself if it is no known one."""
    plain = label.strip(" :").rstrip("0123456789").replace("_", " ")
    return table("box_rows").code_of(plain) or plain.casefold()


def _column(label: str) -> int:
    """The column that a parameter's number gives: `strength2`."""
    return int(label[-1]) if label[-1:].isdigit() and label[-1] in "12345" else 0


def _without_label(line: Piece, name: str) -> Piece:
    """A line without its own row's label at the front."""
    for found in table("box_rows").found_in(line.words[:60]):
        rest = line.part(found.end, len(line.words)).trimmed(":")
        if found.start == 0 and found.code == name and rest:
            return rest
        break
    return line


def _picture_before(text: Text, words: Piece) -> bool:
    """Does a lost picture stand between the beginning of the line and these words?"""
    begin = max(text.content.rfind("\n", 0, words.start) + 1, words.start - 80)
    before = Piece(begin, text.content[begin : words.start] + "x")
    return before.without_flag()[1]
