"""Which lines are the coded facts of a record?

Two kinds of record are told apart. A *labelled* one names each fact (`Campaign: …`): the passage is the value and has
the label. In a *coded* one the labels were lost: short lines of dates, names, codes and figures stand in a row, each of
them a passage as it stands, also where a line like `France: 900` has a name of its own before a colon.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thucydides.reading.layouts.lines import Line, has_figure, is_narrative, is_prose, is_short
from thucydides.vocabulary import Passage, PassageKind

_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:：.;!?,\"\n]{0,59}?)\s?[:：](?:\s{1,9}(?=\S)|\Z)")
_MOST_WORDS = 8
_CITED = re.compile(r"[^\W\d_][^;]{0,80}?,\s(?:pp?\.\s?)?\d{1,4}(?:[-–]\d{1,4})?\.?|[A-Z]{2,8}\s?#?\d{1,5}\.?")
_WORK = re.compile(r"[^\W\d_][^;]{0,90}")
_SINGLE_WORK = re.compile(r"[^\W\d_][^\d;,]{1,60},\s(?:pp?\.\s?)?\d{1,4}(?:[-–]\d{1,4})?\.")
FEWEST_LABELS = 3
FEWEST_FACTS = 4


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line with the label it has itself, or the one it stands under; `listed` below one that stands alone."""

    place: int
    label: str
    value: int
    own: bool
    listed: bool = False


def labelled_record(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """The values of records that name their facts. Further paragraphs of a value keep its label."""
    return {
        item.place: _value(lines[item.place], item)
        for run in _labelled_runs(lines, found)
        if _is_record(run, lines, found)
        for item in run
    }


def _value(line: Line, item: _Labelled) -> Passage:
    if item.own and item.value == line.end - line.start:
        return Passage(PassageKind.FURNITURE, line.start, line.end, label=item.label)
    start = line.start + item.value
    narrative = is_narrative(line.words[item.value :]) if item.own else is_prose(line.words)
    kind = PassageKind.PARAGRAPH if narrative else PassageKind.FACT_LINE
    return Passage(kind, start, line.end, label=item.label)


def _labelled_runs(lines: Sequence[Line], found: Mapping[int, Passage]) -> Iterator[list[_Labelled]]:
    run: list[_Labelled] = []
    for place, line in enumerate(lines):
        if run and line.gap and _below_facts(run[0].place, lines, found):
            yield run
            run = []
        item = None if place in found else _label_of(place, line, run, lines)
        if item:
            run.append(item)
        elif run and not (place in found or is_prose(line.words)):
            yield run
            run = []
    if run:
        yield run


def _label_of(place: int, line: Line, run: Sequence[_Labelled], lines: Sequence[Line]) -> _Labelled | None:
    return _listed(place, line, run, lines) or _own_label(place, line) or _carried_label(place, line, run, lines)


def _listed(place: int, line: Line, run: Sequence[_Labelled], lines: Sequence[Line]) -> _Labelled | None:
    """Right below a label in bold with nothing behind it, `Ruritania: 90` is a part of the value and no label."""
    above = run[-1] if run and run[-1].place == place - 1 else None
    if above is None or line.label or line.gap:
        return None
    opened = lines[above.place].label > 0 and above.value == len(lines[above.place].words)
    return _Labelled(place, above.label, 0, own=False, listed=True) if opened or above.listed else None


def _own_label(place: int, line: Line) -> _Labelled | None:
    if line.label:
        return _Labelled(place, line.words[: line.label].strip(" \t:：."), line.label, own=True)
    named = _LABELLED.match(line.words)
    if not named or len(named["label"].split()) > _MOST_WORDS or _goes_on(line.words[named.end() :]):
        return None
    return _Labelled(place, named["label"], named.end(), own=True)


def _goes_on(value: str) -> bool:
    """Is it the rest of a sentence that merely has a colon in it?"""
    return value[:1].islower() and is_prose(value)


def _carried_label(place: int, line: Line, run: Sequence[_Labelled], lines: Sequence[Line]) -> _Labelled | None:
    """The label of the line above, where its value goes on in a further paragraph or line, or only begins here."""
    if not run or run[-1].place != place - 1:
        return None
    above = run[-1]
    value_above = lines[above.place].words[above.value :] if above.own else lines[above.place].words
    if is_prose(line.words) and (is_prose(value_above) or not value_above):
        return _Labelled(place, above.label, 0, own=False)
    unfinished = not value_above or value_above.endswith(";")
    return _Labelled(place, above.label, 0, own=False) if unfinished else None


def _is_record(run: Sequence[_Labelled], lines: Sequence[Line], found: Mapping[int, Passage]) -> bool:
    """Are there enough labels, close enough together, and not in the middle of facts that have none?"""
    own = [item for item in run if item.own]
    if any(lines[item.place].label for item in own):
        return True
    close = sum(1 for before, after in pairwise(run) if after.place - before.place == 1)
    if len({item.label for item in own}) < FEWEST_LABELS or close < FEWEST_LABELS - 1:
        return False
    return not _among_facts(run[0].place, run[-1].place, lines, found)


def _among_facts(first: int, last: int, lines: Sequence[Line], found: Mapping[int, Passage]) -> bool:
    """Do facts without a label stand right above (more than a title) or right below?"""
    below = last + 1 < len(lines) and _is_bare(last + 1, lines, found) and not lines[last + 1].gap
    return _below_facts(first, lines, found) or below


def _below_facts(first: int, lines: Sequence[Line], found: Mapping[int, Passage]) -> bool:
    """Do facts without a label stand right above? An empty line then parts their figures from labels below."""
    if first < 2 or lines[first].gap or lines[first - 1].gap:
        return False
    return _is_bare(first - 1, lines, found) and _is_bare(first - 2, lines, found)


def _is_bare(place: int, lines: Sequence[Line], found: Mapping[int, Passage]) -> bool:
    return place not in found and is_short(lines[place].words)


def coded_record(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """Rows of short lines that are no prose, dates or figures among them."""
    return {
        place: Passage(PassageKind.FACT_LINE, lines[place].start, lines[place].end)
        for run in _short_runs(lines, found)
        if len(run) >= FEWEST_FACTS and 4 * sum(has_figure(lines[place].words) for place in run) >= max(8, len(run))
        for place in run
    }


def _short_runs(lines: Sequence[Line], found: Mapping[int, Passage]) -> Iterator[list[int]]:
    """Runs of short lines, less a heading at either end that stands apart from them."""
    run: list[int] = []
    for place in range(len(lines) + 1):
        if place < len(lines) and place not in found and _is_fact(place, lines):
            run.append(place)
            continue
        if run and place < len(lines) and lines[run[-1]].gap and is_prose(lines[place].words):
            run.pop()
        if len(run) > 1 and run[0] == 0 and lines[run[1]].gap:
            run = run[1:]
        if run:
            yield run
        run = []


def _is_fact(place: int, lines: Sequence[Line]) -> bool:
    """A short line; or a brief sentence with short lines right above and below."""
    line = lines[place]
    if is_short(line.words):
        return True
    inside = 0 < place < len(lines) - 1 and not line.gap and not lines[place + 1].gap
    return inside and len(line.words) <= 100 and is_short(lines[place - 1].words) and is_short(lines[place + 1].words)


def bibliography(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """A line that lists the works a record rests on: `Author, pages; Author, pages; Title.`"""
    return {
        place: Passage(PassageKind.REFERENCE, line.start, line.end)
        for place, line in enumerate(lines)
        if place not in found and (_lists_works(line.words) or _one_work(place, lines, found))
    }


def _lists_works(words: str) -> bool:
    if len(words) > 2_000 or ";" not in words:
        return False
    works = [work.strip() for work in words.split(";") if work.strip()]
    fit = all(_WORK.fullmatch(work) and len(work.split()) <= 14 for work in works)
    return fit and len(works) > 1 and 3 * sum(1 for work in works if _CITED.fullmatch(work)) >= len(works)


def _one_work(place: int, lines: Sequence[Line], found: Mapping[int, Passage]) -> bool:
    """A single work with its page, between the notes and the facts."""
    above = found.get(place - 1)
    return bool(above and above.kind is PassageKind.FOOTNOTE and _SINGLE_WORK.fullmatch(lines[place].words))
