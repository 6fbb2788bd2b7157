"""What is a line of a page, by the elements that it stands in?"""

import re
from dataclasses import dataclass

from thucydides.reading.layouts.lines import is_narrative, is_prose
from thucydides.reading.pages.elements import Context
from thucydides.reading.pages.notes import Notes
from thucydides.reading.pages.tables import COORDINATES
from thucydides.reading.pages.writing import Block
from thucydides.vocabulary import PassageKind

_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")


@dataclass(slots=True)
class Kinds:
    """What earlier lines of a page say of later ones: the term of a list of facts, the works counted so far."""

    notes: Notes
    _works: int = 0
    _term: str = ""

    def decide(self, block: Block, context: Context, above: Block | None, *, in_table: bool) -> bool:
        """Give a line its kind. True if it is a row of columns by itself."""
        if context.placed and in_table:
            block.label = COORDINATES
        if context.furniture and context.kind is not PassageKind.TITLE:
            block.kind = PassageKind.FURNITURE
        elif context.preformatted and _COLUMNS.search("".join(piece.words for piece in block.pieces).strip()):
            block.kind = PassageKind.CELL
            return True
        elif context.note:
            block.kind, block.mark = self.notes.kind_of(context.note, among_works=context.references), context.note
        elif context.references and context.kind is PassageKind.LIST_LINE:
            self._works += 1
            block.kind, block.mark = PassageKind.REFERENCE, str(self._works)
        elif context.in_definition:
            self._define(block, context.kind, above)
        elif context.kind is None and not in_table and block.linked:
            block.kind = PassageKind.FURNITURE
        return False

    def _define(self, block: Block, kind: PassageKind | None, above: Block | None) -> None:
        """A term of a list of facts is the label of the facts below it."""
        if kind is PassageKind.FURNITURE:
            self._term = block.words
        elif is_narrative(block.words) or (is_prose(block.words) and self._goes_on(above)):
            block.kind = PassageKind.PARAGRAPH
        block.label = self._term

    def _goes_on(self, above: Block | None) -> bool:
        """Is the value of the term told in paragraphs so far?"""
        return bool(above and above.label == self._term and above.kind is PassageKind.PARAGRAPH)
