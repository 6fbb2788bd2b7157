"""How does an info-box stand in the source of a wiki page?

Every value carries a `<ref>` that names the work it comes from; what a note says otherwise stands in `{{efn}}`.
"""

import re
from collections.abc import Iterator, Sequence

from thucydides.publishing.writing.accounts import Account, Entry
from thucydides.publishing.writing.boxes import Box, BoxRow, Line, box_of

_MARKUP = re.compile(r"[{}|<>\[\]]|''+|__|~~~|^[*#:;=]")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)  # fmt: skip


def infobox_wikitext(account: Account) -> str:
    """The info-box of an event in wikitext, with an opening sentence that gives its other names."""
    box, notes = box_of(account), _Notes()
    lines = ["{{Infobox military conflict"] + ([f"| conflict = {plain(box.title)}"] if box.title else [])
    for row in box.rows:
        lines += _row(row, notes, box)
    lines.append("}}")
    lines += ["", _opening(box, notes), "", "{{notelist}}", "", "{{reflist}}", ""]
    return "\n".join(lines)


def plain(words: str) -> str:
    """Words in which no sign is taken for mark-up."""
    return _MARKUP.sub(lambda sign: f"<nowiki>{sign[0]}</nowiki>", words)


class _Notes:
    """The notes of a page: a work that was named before is only pointed to."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def refs(self, entries: Sequence[Entry]) -> str:
        """A `<ref>` for each work of some claims."""
        return "".join(self.ref(work) for work in dict.fromkeys(work for entry in entries for work in entry.works))

    def ref(self, work: str) -> str:
        """A `<ref>` of a work."""
        if work in self._known:
            return f'<ref name="w{self._known[work]}" />'
        self._known[work] = len(self._known) + 1
        return f'<ref name="w{self._known[work]}">{plain(work)}</ref>'


def _row(row: BoxRow, notes: _Notes, box: Box) -> Iterator[str]:
    for number, column in enumerate(row.columns, 1):
        if column:
            name = f"{row.name}{number}" if row.sided else row.name
            lines = list(_lines(column, notes))
            if row.name == "casualties" and box.notes and number == _noted_in(row):
                lines[-1] += "".join(f"{{{{efn|{plain(note.words)}{notes.refs(note.entries)}}}}}" for note in box.notes)
            yield f"| {name} = " + ("; " if row.name == "result" else "<br>").join(lines)


def _noted_in(row: BoxRow) -> int:
    """The last column with figures: its end carries what notes say otherwise."""
    return max(number for number, column in enumerate(row.columns, 1) if column)


def _lines(column: Sequence[Line], notes: _Notes) -> Iterator[str]:
    above: tuple[str, ...] = ()
    for line in column:
        for depth, heading in enumerate(line.headings):
            if line.headings[: depth + 1] != above[: depth + 1]:
                yield f"'''{plain(heading)}:'''"
        above = line.headings
        flag = f"{{{{flagicon|{plain(line.flag)}}}}} " if line.flag else ""
        yield f"{flag}{plain(line.words)}{notes.refs(line.entries)}"


def _opening(box: Box, notes: _Notes) -> str:
    """A sentence that gives the further names, in their scripts, and one for formations that have no column."""
    foreign = [(language, line) for line in box.names if (language := language_of(line.words))]
    others = [line for line in box.names if not language_of(line.words)]
    inside = ", ".join(f"{{{{lang|{language}|{plain(line.words)}}}}}" for language, line in foreign)
    also = " or the ".join(f"'''{plain(line.words)}'''" for line in others)
    sentence = f"The '''{plain(box.title)}'''" + (f" ({inside})" if inside else "")
    said = [sentence + (f", also known as the {also}," if also else "") + " was fought."] if box.names else []
    if box.formations:
        said.append(f"It names the {' and the '.join(plain(line.words) for line in box.formations)}.")
    return " ".join(said) + "".join(notes.ref(line.words) for line in box.works)


def language_of(words: str) -> str:
    """The language that the script of a name suggests; empty for Latin letters."""
    return next((language for language, script in _SCRIPTS if script.search(words)), "")
