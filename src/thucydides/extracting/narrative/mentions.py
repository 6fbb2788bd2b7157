"""Which words name an event?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from thucydides.extracting.naming import LOSSES_OF_IT
from thucydides.extracting.narrative.lexicon import any_of, listed, marks, meanings, phrases, words_of
from thucydides.vocabulary import DateForm, DatePhrase, EventKind, Gazetteer

_WORD = re.compile(r"[^\W_]+(?:[-–‐'’][^\W_]+)*")
_CAPITALISED = re.compile(rf"(?<![^\W_])(?<![^\W_][-–‐'’])(?=[^\W\d_a-z]){_WORD.pattern}")
_JOINERS = frozenset(["of", "de", "la", "le", "du", "des", "del", "von", "van", "al", "el", "bin", "da", "dos", "di"])
_YEAR = re.compile(r"\s\((\d{3,4}(?:[-–]\d{2,4})?)\)")
_NUMBER = re.compile(r"\s(?:\d{3,4}|[IVX]{1,4})\b")
_ARTICLED = re.compile(r"(?:al|el|an|ad|ar|as|at)[-–][^\W\d_a-z]")  # al-Faw, el-Alamein
_LINKS = frozenset(["of", "at", "off"])
_LONGEST_RUN = 9


class Naming(StrEnum):
    """How an event is named."""

    PROPER = "proper"  # Battle of X, X incident
    DESCRIBED = "described"  # the conflict of August 1945
    PLAIN = "plain"  # a ceasefire
    AGAIN = "again"  # the treaty, this pact: one that was spoken of before


@dataclass(frozen=True, slots=True)
class Named:
    """An event named at `start` to `end` of a sentence."""

    start: int
    end: int
    label: str
    kind: EventKind
    naming: Naming


class _Run(NamedTuple):
    """Words with capitals that stand together, with the small words that join them."""

    words: tuple[re.Match[str], ...]

    @property
    def start(self) -> int:
        return self.words[0].start()

    @property
    def end(self) -> int:
        return self.words[-1].end()


def events_in(words: str, *, dates: tuple[DatePhrase, ...], gazetteer: Gazetteer) -> tuple[Named, ...]:
    """Every event named in a sentence, left to right, not overlapping; a proper name wins over a description."""
    taken: list[Named] = []
    for found in (*_proper(words, gazetteer), *_described(words, dates), *_plain(words)):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda named: named.start))


def event_titled(heading: str, gazetteer: Gazetteer) -> Named | None:
    """The event that a heading names: by a proper name, or by its noun with words that tell which one."""
    proper = [named for named in _proper(heading, gazetteer) if (named.end - named.start) * 2 > len(heading)]
    if proper:
        return proper[0]
    said = re.sub(r"^(?:The|An?)\s+", "", heading.strip())
    kind = meanings("event_nouns").get(said.split()[-1].casefold() if said else "")
    mere = any(word in phrases("oblique") for word in said.split()) or not 2 <= len(said.split()) <= 5
    if mere or kind in (None, "series", "incidents", "agreement"):
        return None
    start = heading.index(said)
    return Named(start, start + len(said), said, EventKind(kind), Naming.DESCRIBED)


def _proper(words: str, gazetteer: Gazetteer) -> Iterator[Named]:
    if words_of(words).isdisjoint(_nouns()):
        return
    for run in _runs(words):
        if named := _headed(run, words) or _tailed(run, words, gazetteer):
            yield named


def _runs(words: str) -> Iterator[_Run]:
    held: list[re.Match[str]] = []
    place = 0
    while word := (_WORD if held else _CAPITALISED).search(words, place):
        place = word.end()
        if held and not _adjoins(held, word, words):
            yield from _closed(held)
            held = []
        if held or (word.group()[0].isupper() and word.group() not in _no_front()):
            held.append(word)
    yield from _closed(held)


@cache
def _nouns() -> frozenset[str]:
    """Without any of these words there is no name of an event."""
    return marks("event_nouns", "of_nouns", "small_of_nouns") | {"operation"}


@cache
def _no_front() -> frozenset[str]:
    return listed("no_names", "articles") | listed("no_names", "links")


def _adjoins(held: list[re.Match[str]], word: re.Match[str], words: str) -> bool:
    last, said = held[-1], word.group()
    gap = words[last.end() : word.start()]
    if (
        gap not in (" ", "\n", "\u00a0", ". ", " & ")
        or (gap == ". " and len(last.group()) > 3)
        or len(held) >= _LONGEST_RUN
    ):
        return False
    if said[0].isdigit():
        return last.group() in ("Hill", "War") or _by_its_year(held)
    if said[0].isupper() or _ARTICLED.match(said):
        return said not in ("The",)
    if said in _LINKS and last.group().casefold() in phrases("of_nouns"):
        return True
    return said in _JOINERS or (said == "the" and last.group() in _JOINERS | _LINKS)


def _by_its_year(held: list[re.Match[str]]) -> bool:
    """`The War of 1812`, but not `the Peace of Lorne of 24 October`."""
    nouns = phrases("of_nouns") | phrases("event_nouns")
    return len(held) > 1 and held[-1].group() == "of" and held[-2].group().casefold() in nouns


def _closed(held: list[re.Match[str]]) -> Iterator[_Run]:
    while held and (held[-1].group() in _JOINERS or held[-1].group() == "the"):
        held = held[:-1]
    if held:
        yield _Run(tuple(held))


def _headed(run: _Run, words: str) -> Named | None:
    """Battle of X, Treaty of X, Operation X; the noun may be written small before the run."""
    said = [word.group() for word in run.words]
    if said[0] == "Operation" and len(said) > 1:
        return _named(words, run.start, run.end, EventKind.CAMPAIGN)
    for place, (noun, joined) in enumerate(pairwise(said)):
        if joined in _LINKS and (kind := meanings("of_nouns").get(noun.casefold())):
            by_years = place + 2 < len(said) and said[place + 2][0].isdigit()
            first = run.start if by_years else _ordinal_before(run, place)
            return _named(words, first, run.end, EventKind(kind))
    small = _SMALL_BEFORE.search(words[max(0, run.start - 24) : run.start])
    if small and said[-1].casefold() not in phrases("event_nouns"):
        start = run.start - len(small.group().lstrip())
        return _named(words, start, run.end, EventKind(meanings("of_nouns")[small[1].casefold()]))
    return None


_SMALL_BEFORE = re.compile(rf"(?<!\w)({any_of('small_of_nouns')})\sof\s(?:the\s)?$", re.IGNORECASE)
_ORDINALS = frozenset(["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "1st", "2nd", "3rd", "Great", "Naval"])


def _ordinal_before(run: _Run, place: int) -> int:
    while place and run.words[place - 1].group() in _ORDINALS:
        place -= 1
    return run.words[place].start()


def _tailed(run: _Run, words: str, gazetteer: Gazetteer) -> Named | None:
    """X War, X incident, X border conflicts: the noun is the run's last word, or small words after the run."""
    for place in range(len(run.words) - 1, 0, -1):
        if kind := meanings("event_nouns").get(run.words[place].group().casefold()):
            end = run.words[place].end()
            return _named(words, run.start, _numbered(words, end), EventKind(kind))
    tail = _SMALL_AFTER.match(words, run.end)
    if (
        tail is None
        or all(word.group() in listed("no_names", "kinds") for word in run.words)
        or _only_an_actor(words[run.start : run.end], gazetteer)
    ):
        return None
    return _named(words, run.start, tail.end(), EventKind(meanings("event_nouns")[tail[1].casefold()]))


_SMALL_AFTER = re.compile(
    rf"(?:\s{any_of('event_modifiers')}){{0,2}}\s({any_of('event_nouns')})(?![\w-])(?!{LOSSES_OF_IT})"
)


def _only_an_actor(name: str, gazetteer: Gazetteer) -> bool:
    """`Soviet invasion` names no event: its only name is a nationality. `Soviet–Japanese war` does."""
    return len(gazetteer.actors_in(name)) == 1 and bool(gazetteer.actor_named(name))


def _numbered(words: str, end: int) -> int:
    number = _NUMBER.match(words, end)
    return number.end() if number else end


def _named(words: str, start: int, end: int, kind: EventKind) -> Named:
    year = _YEAR.match(words, end)
    end = year.end() if year and kind in (EventKind.WAR, EventKind.SERIES) else end
    said = words[start:end].split()
    dated = said[0] in phrases("months") and said[-1].islower()
    return Named(start, end, " ".join(said), kind, Naming.DESCRIBED if dated else Naming.PROPER)


_NOUN_BEFORE_DATE = re.compile(rf"(?<![\w-])({any_of('described')})\s(?:in|of)\s$", re.IGNORECASE)


def _described(words: str, dates: tuple[DatePhrase, ...]) -> Iterator[Named]:
    """The conflict in August 1945: a noun that only its date tells apart."""
    for date in dates:
        noun = _NOUN_BEFORE_DATE.search(words, max(0, date.start - 24), date.start)
        if noun and date.form is DateForm.POINT and not date.lacks_year:
            label = " ".join(words[noun.start() : date.end].split())
            kind = EventKind(meanings("described")[noun[1].casefold()])
            yield Named(noun.start(), date.end, label, kind, Naming.DESCRIBED)


_PLAIN = re.compile(
    rf"(?<![\w-])(?P<article>an?|the|that|this)\s(?:\w+\s)??(?P<noun>{any_of('agreements')}(?:\sof\s(?:non-)?[a-z]+)?)(?![\w-])",
    re.IGNORECASE,
)


def _plain(words: str) -> Iterator[Named]:
    """A ceasefire, the treaty of neutrality: agreements without a name of their own."""
    for hit in () if words_of(words).isdisjoint(marks("agreements")) else _PLAIN.finditer(words):
        naming = Naming.PLAIN if hit["article"].casefold() in ("a", "an") else Naming.AGAIN
        yield Named(*hit.span("noun"), " ".join(hit["noun"].split()), EventKind.AGREEMENT, naming)


_BRACKETED_YEAR = re.compile(r"\(\d[^)]*\)")
_DASH = re.compile(r"[-–‐]")


@cache
def _common() -> frozenset[str]:
    return (
        phrases("event_nouns") | phrases("of_nouns") | phrases("event_modifiers") | {"of", "the", "dispute", "claims"}
    )


@lru_cache(maxsize=1024)
def core_of(label: str) -> tuple[str, ...]:
    """What of a name tells it from others of its kind: `Battle of Lake X (1938)` gives lake, x."""
    said = _WORD.findall(_BRACKETED_YEAR.sub("", label).casefold())
    return tuple(part for word in said for part in _DASH.split(word) if part not in _common() and not part.isdigit())
