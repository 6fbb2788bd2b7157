"""Which day is meant by *the next day*, *on the 14th* or *yesterday*?

A relative date is resolved where its anchor is certain: the day told last in the same paragraph, the month told last in
the same section, or the day of writing that a despatch gives in its dateline. Else it stays open.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import (
    DateForm,
    DatePhrase,
    HistoricalDate,
    PassageKind,
    Role,
    read_dates,
    resolve,
)

Times = tuple[tuple[Role, tuple[int, int]], ...]

_PLACE = r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}"
_BEFORE_DATELINE = re.compile(rf"(?:From\sour\s(?:\w+\s){{0,2}}correspondent[.,]?\s*)?(?:{_PLACE},\s*){{1,2}}$")
_AFTER_DATELINE = re.compile(r"[.,]?\s*(?:[-–—―:](?!\d)|$)")
_LONGEST_DATELINE = 160
_PASSAGES_BEFORE_THE_DATELINE = 4
_BOUND = re.compile(r"\b(?:by|before|until|till|after|since)\s(?:the\s)?$", re.IGNORECASE)
_NEWS = 400  # characters in which a despatch comes to its point
_NEAR = frozenset("DW")  # units in which a length after the day told last still gives a day


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that another one is counted from, and where it stands in the text."""

    date: HistoricalDate
    times: Times


@dataclass(slots=True)
class Anchors:
    """What relative dates of a document can be counted from, as it is read on.

    `written`: the day of writing. `month`, `day`: the dates told last, in the section and in the paragraph.
    """

    scene: Scene
    written: Anchor | None = None
    month: Anchor | None = None
    day: Anchor | None = None

    @classmethod
    def of(cls, scene: Scene) -> "Anchors":
        """Those of a document of which nothing was read yet."""
        return cls(scene, next(_datelines(scene), None))

    def begin_section(self) -> None:
        """Under another heading nothing is counted from what stood above it."""
        self.month = self.day = None

    def begin_paragraph(self) -> None:
        """In another paragraph nobody counts days from one told before."""
        self.day = None

    def placed(
        self, phrases: tuple[DatePhrase, ...], sentence: Piece
    ) -> tuple[tuple[DatePhrase, ...], Mapping[int, Times]]:
        """The phrases, relative ones as the dates that they give; and what these, by where they begin, rest on."""
        placed = [self._placed(phrase, sentence) for phrase in phrases]
        return tuple(phrase for phrase, _ in placed), {phrase.start: times for phrase, times in placed if times}

    def opens(self, sentence: Piece) -> bool:
        """Is this sentence the news of a despatch: does it stand right behind the day of writing?"""
        return self.written is not None and 0 <= sentence.end - self.written.times[0][1][1] <= _NEWS

    def _placed(self, phrase: DatePhrase, sentence: Piece) -> tuple[DatePhrase, Times]:
        at = sentence.start + phrase.start, sentence.start + phrase.end
        if phrase.form is DateForm.RELATIVE:
            bound = _BOUND.search(sentence.words, max(0, phrase.start - 12), phrase.start)
            return (phrase, ()) if bound else self._resolved(phrase, at)
        if self.written and at == self.written.times[0][1]:
            return phrase, ()
        if phrase.form is DateForm.POINT and phrase.date:
            self._tell(phrase.date, at)
        elif phrase.form is DateForm.EXTENT and phrase.finish:
            self._tell(phrase.finish, at)
        return phrase, ()

    def _resolved(self, phrase: DatePhrase, at: tuple[int, int]) -> tuple[DatePhrase, Times]:
        anchor = self._anchor_of(phrase)
        date = resolve(phrase, anchor.date) if anchor else None
        if anchor is None or date is None:
            return phrase, ()
        told = Anchor(date, ((Role.TIME, at), *anchor.times))
        self.month, self.day = told, told
        return replace(phrase, form=DateForm.POINT, date=date, duration=None), anchor.times

    def _anchor_of(self, phrase: DatePhrase) -> Anchor | None:
        if phrase.of_writing:
            return self.written
        if phrase.day:
            return self._month_of(phrase.day)
        near = phrase.duration is not None and phrase.duration.days and phrase.duration.iso[-1] in _NEAR
        return self.day if near else None

    def _month_of(self, day: int) -> Anchor | None:
        """The month told last, as long as its days go on; before any was told, that of writing, up to its day."""
        if self.month is not None:
            told = self.month.date.earliest
            return self.month if told and told.day <= day else None
        written = self.written.date.earliest if self.written else None
        return self.written if written and day <= written.day else None

    def _tell(self, date: HistoricalDate, at: tuple[int, int]) -> None:
        year = self.scene.year_before(at[0]) if date.lacks_year else None
        times: Times = ((Role.TIME, at), (Role.TIME, (year.start, year.end))) if year else ((Role.TIME, at),)
        date = date.in_year(year.number) if year else date
        if date.earliest is None or date.latest is None:
            return
        if date.earliest[:2] == date.latest[:2]:
            self.month = Anchor(date, times)
        self.day = Anchor(date, times) if date.earliest == date.latest else None


def _datelines(scene: Scene) -> Iterator[Anchor]:
    """`LONDON, May 3, 1911. -` before the words of a despatch, or place and day as a paragraph of their own."""
    paragraphs = scene.text.passages_of(PassageKind.PARAGRAPH)
    for passage in islice(paragraphs, _PASSAGES_BEFORE_THE_DATELINE):
        words = Piece.of(scene.text, passage).words[:_LONGEST_DATELINE]
        for phrase in read_dates(words)[:1]:
            date = phrase.date
            if (
                phrase.form is not DateForm.POINT
                or date is None
                or date.earliest is None
                or date.earliest != date.latest
            ):
                continue
            if _BEFORE_DATELINE.match(words[: phrase.start]) and _AFTER_DATELINE.match(words, phrase.end):
                at = passage.start + phrase.start, passage.start + phrase.end
                yield Anchor(date, ((Role.TIME, at),))


NO_TIMES: Mapping[int, Times] = {}
