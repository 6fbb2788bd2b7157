"""In which sentences does a record tell a claim, so that they are heard again?

Each function gives several, the likeliest to be heard first. One without a subject of its own speaks of the event.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry
from thucydides.vocabulary import Code, Count, EventKind

_FOUGHT = "was fought"
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_TROOPS = re.compile(r"\b(?:army|armies|troops|forces?|corps|navy|fleet|guards?|militia)\b", re.IGNORECASE)
_AT = re.compile(r"(?:at|in|on|near|off|along|between|around|outside|north|south|east|west)\s", re.IGNORECASE)


def parted(entry: Entry, figure: str) -> tuple[str, str]:
    """A figure as its number and what is counted, between which whose it is can be said."""
    assert isinstance(entry.claim.value, Count)
    written = wordings.unmarked(entry.claim.value.as_written)
    before, found, behind = figure.partition(written)
    return (f"{before}{found}".strip(), behind.strip()) if found else (written, wordings.concept_words(entry))


Sentences = Callable[[Entry, str], Iterator[str]]


def _who(entry: Entry) -> str:
    return wordings.listed([wordings.capitalised(name) for name in entry.in_prose])


def with_nouns(account: Account) -> Account:
    """The account with a name for each actor that our sentences can use: rather `Borduria` than `Bordurian`."""
    best: dict[str, str] = {}
    for entry in account.entries:
        for actor, name in zip(entry.actors, entry.names, strict=False):
            if actor and (actor not in best or _unfit(name) < _unfit(best[actor])):
                best[actor] = name
    entries = (replace(entry, called=tuple(_names(entry, best))) for entry in account.entries)
    return replace(account, entries=tuple(entries))


def _lost(entry: Entry, _event: str) -> Iterator[str]:
    about, speaker = _who(entry) or "both sides", wordings.unmarked(entry.claimant)
    for figure in wordings.figures(entry):
        number, counted = parted(entry, figure)
        if speaker:
            yield f"according to {speaker}, {about} lost {figure}"
            yield f"{speaker} estimated that {about} lost {figure}"
            yield f"{speaker} claimed {number} {about} {counted}"
        else:
            yield f"{about} lost {figure}"
            yield f"{about} had {figure}"
            yield f"{about} suffered {figure}"
            yield f"the {about} lost {figure}"
            yield f"{number} {about} troops were {counted}"
            yield f"the losses of {about} were {figure}"


def _had(entry: Entry, _event: str) -> Iterator[str]:
    about, speaker = _who(entry) or "both sides", wordings.unmarked(entry.claimant)
    before = f"according to {speaker}, " if speaker else ""
    for figure in wordings.figures(entry):
        yield f"{before}{about} had {figure}"
        yield f"{before}the {about} had {figure}"
        yield f"{before}the {about} army had {figure}"
        yield f"{before}{about} fought with {figure}"
        yield f"{before}{about} deployed {figure}"


def _place(entry: Entry, event: str) -> Iterator[str]:
    place = str(entry.claim.value)
    proper = wordings.capitalised(place)
    if _AT.match(place):
        yield f"{event} was fought {place[:1].lower()}{proper[1:]}"
    for before in ("at", "near", "in", "off"):
        yield f"{event} was fought {before} {proper}"
    yield f"{event} was fought in the territory {place}"
    yield f"{event} was fought in the territory along {proper}"


def _led(entry: Entry, _event: str) -> Iterator[str]:
    who, name = _who(entry), wordings.capitalised(str(entry.claim.value))
    yield f"{who} {'were' if len(entry.names) > 1 else 'was'} commanded by {name}"
    yield f"the {who} were commanded by {name}"
    yield f"the {who} army was commanded by {name}"
    yield f"the {who} under {name} fought"
    yield f"the forces of {who} were led by {name}"
    yield f"General {name} commanded the {who}"


def fought(entry: Entry, account: Account) -> Iterator[str]:
    """Who fought whom: a belligerent with the first that stands on another side."""
    others = [other for other in account.of("belligerent") if other.meant != entry.meant]
    against = [other for other in others if 0 < other.side != entry.side > 0] or (others if len(others) == 1 else [])
    for other in against[:1]:
        first, second = (
            (entry, other) if account.entries.index(entry) < account.entries.index(other) else (other, entry)
        )
        for before, between in (("", " and "), ("the ", " and the ")):
            yield f"It was fought between {before}{_who(first)}{between}{_who(second)}"
        yield f"{_who(first)} fought {_who(second)}"
        yield f"{_who(first)} attacked {_who(second)}"
    yield f"The {_who(entry)} fought in it"


def _names(entry: Entry, best: Mapping[str, str]) -> dict[str, None]:
    """Whom a claim is about, each once."""
    return dict.fromkeys(best.get(actor, name) for actor, name in zip(entry.meant, entry.names, strict=False))


def _unfit(name: str) -> int:
    """How little a name suits a state in a sentence: a people's name less, that of its troops least."""
    return 2 * bool(_TROOPS.search(name)) + wordings.is_of_a_people(name)


def began(entry: Entry, account: Account) -> Iterator[str]:
    """Who attacked, and when: the first day is what shows that the attack began the fighting."""
    who = wordings.listed([wordings.with_article(wordings.capitalised(name)) for name in entry.in_prose])
    yield f"{who} began the fighting"
    for day in account.of("start_date"):
        yield from (f"On {words}, {_who(entry)} attacked" for words in wordings.dates(day)[:2])


def agreed(entry: Entry, account: Account) -> Iterator[str]:
    """Who made an agreement, all parties in one sentence, and who renounced it when."""
    name = next((wordings.capitalised(str(named.claim.value)) for named in account.of("name")), "")
    label = name or account.label
    called = f"a {label}" if label.islower() else f"the {label}"
    parties = list(dict.fromkeys(_who(party) for party in account.of("party")))
    named = wordings.listed([wordings.with_article(party) for party in parties])
    dates = [words for date in account.of("date") for words in wordings.dates(date)[:1]]
    if entry.claim.attribute == "party":
        for said in (*(f"signed {called} on {words}" for words in dates[:1]), f"signed {called}"):
            yield f"{named} {said}"
        yield f"{named} were part of {called}"
        yield f"{wordings.with_article(_who(entry))} signed {called}"
    else:
        others = [party for party in parties if party != _who(entry)]
        partners = f" with {wordings.listed(others)}" if others else ""
        for words in wordings.dates(entry):
            yield f"on {words}, {_who(entry)} renounced {called}{partners}"
            yield f"{_who(entry)} renounced {called}{partners} on {words}"


def _expired(entry: Entry, event: str) -> Iterator[str]:
    yield from (f"{event} expired on {words}" for words in wordings.dates(entry))


def _incidents(entry: Entry, event: str) -> Iterator[str]:
    who, quoted = wordings.unmarked(entry.claimant), wordings.unmarked(entry.claim.quote)
    if who:
        yield f"the {who} recorded {quoted}"
        yield f"{who} recorded {quoted}"
    yield f"there were {quoted}"


def _called(entry: Entry, event: str) -> Iterator[str]:
    name = wordings.capitalised(str(entry.claim.value))
    yield f"{event} was also known as the {name}"
    yield f"{event} ({entry.claim.value}) was fought"


def _part(entry: Entry, event: str) -> Iterator[str]:
    larger = wordings.capitalised(str(entry.claim.value))
    yield f"{event} was a part of the {larger}"
    yield f"{event} was an engagement of the {larger}"


def _at(does: str) -> Sentences:
    def said(entry: Entry, event: str) -> Iterator[str]:
        done = "was concluded" if does == _FOUGHT and entry.claim.event.kind is EventKind.AGREEMENT else does
        for words in wordings.dates(entry):
            first, second = ("on", "in") if _DAY.search(words) else ("in", "on")
            yield f"{event} {done} {first} {words}"
            yield f"{event} {done} {second} {words}"
            yield f"{event} {done} {words}"
            yield f"{event} ({words}) was fought"

    return said


def _won(entry: Entry, event: str) -> Iterator[str]:
    who, value = _who(entry), entry.claim.value
    if entry.claim.attribute == "loser":
        yield f"the {who} army was defeated"
        yield f"the {who} were defeated"
        yield f"{who} suffered a defeat in {event}"
    elif isinstance(value, Code) and value.codes != ("victory",):
        yield f"{event} was inconclusive"
        yield f"{event} ended in a {' and '.join(value.codes)}"
        yield f"{event} ended with a {' and '.join(value.codes)}"
    elif who:
        if not all(wordings.is_of_a_people(name) for name in entry.in_prose):
            named = [wordings.with_article(name) for name in entry.in_prose]
            yield f"{event} was a victory of {wordings.listed(named)}"
            yield f"{who} won"
        yield f"{event} was a {who} victory"
        yield f"{event} ended in a {who} victory"
    else:
        yield f"{event} was a victory"


def _client(entry: Entry, _event: str) -> Iterator[str]:
    if wordings.is_of_a_people(str(entry.claim.value)):
        yield f"{_who(entry)} was a {entry.claim.value} client state"
        yield f"In it fought the {entry.claim.value} client state of {_who(entry)}"
    yield f"{_who(entry)} was a client state of {wordings.with_article(str(entry.claim.value))}"
    yield f"{_who(entry)} was a client state of {entry.claim.value}"


def _demanded(entry: Entry, _event: str) -> Iterator[str]:
    yield f"{_who(entry)} claimed that {entry.claim.value}"


def _formed(entry: Entry, event: str) -> Iterator[str]:
    yield f"the {wordings.capitalised(str(entry.claim.value))} fought in {event}"


_FORMED = " fought in it."


def joined(sentences: list[tuple[str, tuple[Entry, ...]]]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The sentences, those of formations that took part as one: `the First Army and the Second fought in it`."""
    alike = [(words, entries) for words, entries in sentences if words.endswith(_FORMED) and words.startswith("The ")]
    for words, entries in sentences:
        if (words, entries) not in alike or len(alike) == 1:
            yield words, entries
        elif (words, entries) == alike[0]:
            named = wordings.listed([f"the {said[4:].removesuffix(_FORMED)}" for said, _ in alike])
            yield f"{named[:1].upper()}{named[1:]}{_FORMED}", tuple(entry for _, each in alike for entry in each)


SENTENCES: Mapping[str, Sentences] = {
    "name": _called, "part_of": _part, "place": _place, "start_date": _at("began"), "end_date": _at("ended"),
    "date": _at(_FOUGHT), "duration": _at("lasted"), "commander": _led,
    "formation": _formed, "strength": _had, "loss": _lost, "outcome": _won, "winner": _won, "loser": _won,
    "expiry_date": _expired, "incident_count": _incidents, "client_of": _client, "territorial_demand": _demanded,
}  # fmt: skip
