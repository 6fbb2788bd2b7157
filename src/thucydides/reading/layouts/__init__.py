"""What is each line of a page that lost its mark-up?

Every layout looks at the lines that no earlier one has taken and says what some of them are. The order is the argument:
what shows itself by its own form comes first, what only its neighbours show comes later, and prose is what remains.
"""

from collections.abc import Callable, Mapping, Sequence

from thucydides.reading.layouts.articles import banner, headings, paragraphs, sections, title
from thucydides.reading.layouts.boxes import info_box
from thucydides.reading.layouts.columns import in_cells
from thucydides.reading.layouts.lines import Line, lines_of
from thucydides.reading.layouts.notes import captions, furniture, list_lines, notes
from thucydides.reading.layouts.records import bibliography, coded_record, labelled_record
from thucydides.vocabulary import Passage

Layout = Callable[[Sequence[Line], Mapping[int, Passage]], dict[int, Passage]]

PLAIN: tuple[Layout, ...] = (
    notes,
    captions,
    banner,
    furniture,
    list_lines,
    info_box,
    labelled_record,
    sections,
    bibliography,
    coded_record,
    headings,
    title,
    paragraphs,
)
# A web page says itself what is a heading, a list and a box.
MARKED_UP: tuple[Layout, ...] = (notes, furniture, labelled_record, bibliography, coded_record, paragraphs)

__all__ = ["MARKED_UP", "PLAIN", "Layout", "Line", "arranged", "passages"]


def passages(content: str, layouts: Sequence[Layout]) -> tuple[Passage, ...]:
    """The passages of a text, one for every line that has words."""
    return arranged(in_cells(lines_of(content)), {}, layouts)


def arranged(lines: Sequence[Line], known: Mapping[int, Passage], layouts: Sequence[Layout]) -> tuple[Passage, ...]:
    """The passages of lines, some of which are known already, by their place in the row of lines."""
    found = dict(known)
    for layout in layouts:
        found |= layout(lines, found)
    return tuple(found[place] for place in sorted(found))
