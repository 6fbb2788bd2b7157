"""What does the narrative of a record tell, in sentences of ours made from one claim or several?

Each sentence has plainer wordings, and at last none: what a reader would hear amiss is left to the labelled rows.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry, Told
from thucydides.publishing.writing.columns import Sides
from thucydides.vocabulary import Code, EventKind, HistoricalDate

Wordings = list[tuple[str, tuple[Entry, ...]]]
_AT = re.compile(r"(?:at|in|on|near|off|along|between|around|outside|north|south|east|west)\s", re.IGNORECASE)
_FOUGHT = re.compile(r"\b(?:battles?|wars?|action|engagement|skirmish|campaigns?|conflicts?)\b", re.IGNORECASE)
_MANY = re.compile(r"\b(?:wars|conflicts|campaigns|battles|clashes|skirmishes)(?:\Z|\sof\b)", re.IGNORECASE)
_WIDE = re.compile(
    r"\b(?:wars?|campaigns?|rebellion|revolt|uprising|invasion|conflicts?|expedition|revolution)\b", re.I
)
_UNDATED = re.compile(r"\s\([^()]*\d{3,4}[^()]*\)\Z")  # `Battle of the Fords (1798)`: the year is told beside
_STRETCH = re.compile(r"between\s\d[^.;]{3,40}\Z")
_DIGIT = re.compile(r"\d")
_MOST_NAMED, _MOST_SENTENCES = 4, 6


def story(account: Account, paragraph: int) -> Iterator[Told]:
    """The sentences of a paragraph of the narrative."""
    for place, sentences in enumerate(_STORY[paragraph]):
        for number, ways in enumerate(sentences(account)):
            key = f"story:{paragraph}.{place}.{number}"
            words, entries = account.chosen_of(key, [*ways, ("", ())])
            if words:
                yield Told(words, entries, choice=key)


def _first(account: Account, attribute: str) -> Entry | None:
    return next(account.of(attribute), None)


def _opening(account: Account) -> Iterator[Wordings]:
    """What it was, where and when it happened."""
    name, there, then = _first(account, "name"), _where(account), _when(account)
    words = _UNDATED.sub("", wordings.capitalised(str(name.claim.value))) if name else ""
    kept: tuple[Wordings, ...] = ([*there, *then], then, there, [])
    named = (name,) if name and not _DIGIT.search(words) else ()
    verb, what = ("was concluded", "agreement") if _is_agreement(account) else (_verb(words), "fighting")
    ways: Wordings = [
        (_sentence(f"{_capital(_article(words))} {verb}", said), (*named, *_behind(said))) for said in kept if named
    ]
    unnamed = f"The {what} {'was concluded' if what == 'agreement' else 'took place'}"
    ways += [(_sentence(unnamed, said), tuple(_behind(said))) for said in kept[:3] if said]
    if ways:
        yield ways


def _is_agreement(account: Account) -> bool:
    return any(entry.claim.event.kind is EventKind.AGREEMENT for entry in account.entries)


def _sentence(begins: str, said: Wordings) -> str:
    return f"{' '.join([begins, *(words for words, _ in said)])}."


def _behind(said: Wordings) -> list[Entry]:
    return [entry for _, entries in said for entry in entries]


def _article(name: str) -> str:
    return name if name.casefold().startswith("the ") else f"the {name}"


def _verb(name: str) -> str:
    """Wars and battles are fought; sieges and risings take place."""
    if not _FOUGHT.search(name):
        return "took place"
    return "were fought" if _MANY.search(name) else "was fought"


def _where(account: Account) -> Wordings:
    place = _first(account, "place")
    if place is None:
        return []
    words, name = wordings.capitalised(str(place.claim.value)), _first(account, "name")
    before = "in" if name and _WIDE.search(str(name.claim.value)) else "at"
    if _AT.match(words):
        return [(f"{words[:1].lower()}{words[1:]}", (place,))]
    return [(f"{before} the {words}" if words[:1].islower() else f"{before} {words}", (place,))]


def _when(account: Account) -> Wordings:
    begin, end, date = (_first(account, attribute) for attribute in ("start_date", "end_date", "date"))
    if begin and end and _day(begin) and _day(end):
        return [(f"from {_day(begin)} to {_day(end)}", (begin, end))]
    single = begin or date
    if single is None:
        return []
    if not (words := _day(single)):
        stretch = wordings.dates(single)[0]
        return [(stretch, (single,))] if _STRETCH.match(stretch) else []
    return [(f"{'on' if words[:1].isdigit() and ' ' in words else 'in'} {words}", (single,))]


def _day(entry: Entry) -> str:
    value = entry.claim.value
    return wordings.date_in_words(value.edtf) if isinstance(value, HistoricalDate) and "/" not in value.edtf else ""


def _larger(account: Account) -> Iterator[Wordings]:
    larger = list(account.of("part_of"))[:_MOST_NAMED]
    if larger:
        named = [wordings.with_article(wordings.capitalised(str(entry.claim.value))) for entry in larger]
        name = _first(account, "name")
        many = bool(name and _MANY.search(str(name.claim.value)))
        yield [(f"{'They were' if many else 'It was'} a part of {wordings.listed(named)}.", tuple(larger))]


def _kind(account: Account) -> Iterator[Wordings]:
    kind, region, issue = (_first(account, attribute) for attribute in ("conflict_type", "region", "issue"))
    if kind is None:
        return
    called = f"It was {_a(wordings.coded(kind).casefold())}"
    where: Wordings = [(f" in {wordings.with_article(str(region.claim.value))}", (region,))] if region else []
    about: Wordings = [(f" over {wordings.coded(issue).casefold()}", (issue,))] if issue else []
    for_what: tuple[Wordings, ...] = ([*where, *about], where, [])
    yield [(f"{called}{''.join(words for words, _ in said)}.", (kind, *_behind(said))) for said in for_what]


def _opposed(account: Account) -> Iterator[Wordings]:
    """Who fought against whom, as the sides are told; else who fought."""
    sides = [side for side in Sides.as_told(account).members if side]
    entries = tuple(account.of("belligerent"))
    if len(sides) == 2:
        one, other = (wordings.listed(_some([_called(name) for name in side.values()])) for side in sides)
        yield [(f"{_capital(one)} fought against {other}.", entries)]
    elif not sides and len(entries) > 1:
        named = dict.fromkeys(_of(entry) for entry in entries)
        yield [(f"The belligerents were {wordings.listed(list(named))}.", entries)]


def _led(account: Account) -> Iterator[Wordings]:
    """Who commanded whom, those of the same belligerents in one sentence."""
    together: dict[tuple[str, ...], list[Entry]] = {}
    for entry in account.of("commander"):
        together.setdefault(entry.in_prose, []).append(entry)
    for names, entries in list(together.items())[:_MOST_SENTENCES]:
        if names and len(names) <= 2 and len(entries) <= _MOST_NAMED:
            who = wordings.listed([_called(name) for name in names])
            persons = wordings.listed([wordings.capitalised(str(entry.claim.value)) for entry in entries])
            yield [
                (f"{persons} commanded the forces of {who}.", tuple(entries)),
                (f"The forces of {who} were commanded by {persons}.", tuple(entries)),
            ]


def _end(account: Account) -> Iterator[Wordings]:
    """How it ended, and who won."""
    outcome, winner = _first(account, "outcome"), _first(account, "winner")
    if outcome is None or not isinstance(outcome.claim.value, Code):
        return
    quoted = wordings.capitalised(wordings.unmarked(outcome.claim.quote))
    if re.fullmatch(r"(?:\w+\s){1,4}[Vv]ictory", quoted):
        entries = (outcome, winner) if winner else (outcome,)
        yield [(f"It ended in {_a(_HOW.sub(lambda how: how[0].casefold(), quoted))}.", entries)]
    elif phrase := _ENDS.get(outcome.claim.value.codes[0]):
        yield [(f"It {phrase}.", (outcome,))]


_HOW = re.compile(
    r"\b(?:decisive|major|minor|tactical|strategic|pyrrhic|crushing|great|complete|total|narrow|costly|victory)\b",
    re.IGNORECASE,
)
_ENDS = {
    "stalemate": "ended in a stalemate", "ceasefire": "ended with a ceasefire", "treaty": "ended with a treaty",
    "withdrawal": "ended in a withdrawal", "unsettled": "was left unsettled",
}  # fmt: skip


def _of(entry: Entry) -> str:
    return wordings.listed([_called(name) for name in entry.in_prose])


def _called(name: str) -> str:
    return wordings.with_article(wordings.capitalised(name))


def _some(names: Sequence[str]) -> list[str]:
    return [*names[:_MOST_NAMED], *(["others"] if len(names) > _MOST_NAMED else [])]


def _a(words: str) -> str:
    return f"{'an' if words[:1].casefold() in 'aeiou' else 'a'} {words}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


Sentences = Callable[[Account], Iterator[Wordings]]
_STORY: tuple[tuple[Sentences, ...], ...] = ((_opening, _larger, _kind), (_opposed, _led), (_end,))
