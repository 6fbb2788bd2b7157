"""Which figures do these words give, and which numbers did they leave unread?"""

import re
from collections.abc import Iterable, Iterator

from thucydides.extracting.figures.binding import bind
from thucydides.extracting.figures.bound import Bound, loss_rows
from thucydides.extracting.figures.codes import coded, noun_of
from thucydides.extracting.figures.figure import Assertion, Figure
from thucydides.extracting.figures.lexicon import ROWS, Kind
from thucydides.extracting.figures.sequence import Item, items_of
from thucydides.extracting.figures.sharing import share
from thucydides.extracting.figures.wholes import after_names, is_headed, may_stand_alone, whole_of, with_names
from thucydides.vocabulary import Count, Gazetteer, NumberPhrase, NumberSort, could_mean_count, read_numbers

_NEAR = 4  # items within which a negation, a plan or a noun reaches a number
_LINE = 12  # figures of a cell that a sum may be of
_SPELLED_ALONE = 12  # smaller numbers in words are seldom figures
_ONES = (Kind.THING, Kind.RANK)
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?<![^\W_])(?i:an?|another)(?![^\W_])")


def figures_in(words: str, gazetteer: Gazetteer, *, under: str = "") -> tuple[Figure, ...]:
    """Every figure whose own words prove its count, left to right.

    `under`: the attribute that the heading of the cell gives, if it has one.
    """
    if not _may_count(words):
        return ()
    items = items_of(words, gazetteer)
    figures: list[Figure] = []
    for bound in share(items, [bind(items, at, count) for at, count in _counts(items)], cell=bool(under)):
        figure = _figure(words, items, bound, under, figures)
        if figure and could_mean_count(words[figure.start : figure.end], figure.count):
            figures.append(figure)
    return tuple(figures)


def _may_count(words: str) -> bool:
    """Is there a number that counts, or a noun of which an article may be one lost? Mostly there is neither."""
    for phrase in read_numbers(words):
        if phrase.count is not None:
            return True
    if not _ARTICLE.search(words):
        return False
    spoken = set(_WORD.findall(words.lower()))
    return not any(map(spoken.isdisjoint, (_COUNTABLE, _LOSSES, _BEFORE_ONE)))


def _phrases(*kinds: Kind) -> Iterator[str]:
    return (phrase for row in ROWS if row.kind in kinds for phrase in row.words)


_ARTICLES = frozenset({"another", *_phrases(Kind.ARTICLE)})
_COUNTABLE = frozenset({"another", *(phrase.split()[0] for phrase in _phrases(*_ONES))})
_LOSSES, _BEFORE_ONE = (
    frozenset(_WORD.findall(phrase)[0] for phrase in listed) for listed in (_phrases(Kind.LOSS), _ARTICLES)
)


def unread_numbers(words: str, figures: Iterable[Figure]) -> tuple[NumberPhrase, ...]:
    """The counts that became no figure, and the malformed numbers."""
    read = {(figure.count_start, figure.count_end) for figure in figures}
    return tuple(
        phrase for phrase in read_numbers(words) if (phrase.start, phrase.end) not in read and _matters(words, phrase)
    )


def _matters(words: str, phrase: NumberPhrase) -> bool:
    if phrase.sort is NumberSort.MALFORMED:
        return True
    if phrase.sort is not NumberSort.COUNT or phrase.count is None or not _is_whole(phrase.count):
        return False
    figure = phrase.count.low if phrase.count.low is not None else phrase.count.high
    digits = any(letter.isdigit() for letter in words[phrase.start : phrase.end])
    return figure is not None and (digits or figure > _SPELLED_ALONE)


def _counts(items: list[Item]) -> Iterator[tuple[int, Count]]:
    """The places of the counts, and of `a`, `an`, `another` where they stand for one."""
    for at, item in enumerate(items):
        if item.kind is Kind.NUMBER and item.number and item.number.count and _is_whole(item.number.count):
            yield at, item.number.count
        elif item.word in _ARTICLES and _may_be_one(items, at):
            yield at, Count.exactly(1, as_written=item.word)


def _is_whole(count: Count) -> bool:
    return all(bound is None or bound == int(bound) for bound in (count.low, count.high))


def _may_be_one(items: list[Item], at: int) -> bool:
    if items[at].word == "another":
        return at > 0 and items[at - 1].is_a(Kind.LOSS)
    if not items[at].is_a(Kind.ARTICLE):
        return False
    return any(item.is_a(*_ONES) for item in items[at + 1 : at + 2 + _NEAR])


def _figure(words: str, items: list[Item], bound: Bound, under: str, earlier: list[Figure]) -> Figure | None:
    """One bound as a figure; None where the words and the heading leave open what is counted."""
    whole = whole_of(items, bound, earlier)
    if whole and bound.says_nothing and _exceeds(bound.amount, whole.count):
        whole = None
    said = coded(words, items, bound, under=under, whole=whole)
    if said is None or not _stands_for_one(items, bound, whole) or _sums_things(bound, earlier):
        return None
    unsaid = not (said.attribute or said.concept) or (bound.says_nothing and not whole)
    if unsaid and not may_stand_alone(items, bound, under=under, whole=whole):
        return None
    if unsaid or (whole and bound.says_nothing):
        bound = bound._replace(last=after_names(items, bound))
    first = with_names(items, bound) if bound.says_nothing or is_headed(items, bound) else bound.first
    number = items[bound.at]
    return Figure(
        start=items[first].start, end=items[bound.last - 1].end,
        count=bound.amount, count_start=number.start, count_end=number.end,
        attribute=said.attribute, concept=said.concept, fate=said.fate, population=said.population,
        measure=said.measure, concept_words=said.concept_words, bearing=said.bearing,
        actors=tuple([item.actor for item in items[first : bound.last] if item.actor]),
        assertion=_assertion(items, bound), part_of=(whole.start, whole.end) if whole else None,
    )  # fmt: skip


def _exceeds(part: Count, whole: Count) -> bool:
    """Is a count greater than one of which it would be a part?"""
    return part.low is not None and whole.high is not None and part.low > whole.high


def _sums_things(bound: Bound, earlier: list[Figure]) -> bool:
    """`2 brigs, 3 sloops, 5 in total`: a sum of things that may be of several kinds."""
    if not (bound.total and bound.says_nothing and earlier):
        return False
    return all(figure.measure not in ("person", "") for figure in earlier[-_LINE:])


def _stands_for_one(items: list[Item], bound: Bound, whole: Figure | None) -> bool:
    """An article counts one only beside a loss: `sank a destroyer`, `including an officer`, `damaged another`."""
    if items[bound.at].kind is Kind.NUMBER:
        return True
    noun = noun_of(items, bound)
    if noun is None or items[bound.at].word == "another":
        return noun is not None
    if whole and items[bound.at - 1].is_a(Kind.PART):
        return True
    return bool(bound.losses) and noun.measure != "person" and all(row.things for row in loss_rows(items, bound))


def _assertion(items: list[Item], bound: Bound) -> Assertion:
    """Is it said to have happened? A `not`, a plan or a condition near it or within it says otherwise."""
    near: list[Item] = []
    for item in reversed(items[max(0, bound.first - _NEAR) : bound.first]):
        if item.is_a(Kind.BREAK, Kind.NUMBER):
            break
        near.append(item)
    for item in (*items[bound.first : bound.last], *near):
        if mark := item.row(Kind.ASSERTION):
            return Assertion(mark.code)
    return Assertion.ASSERTED
