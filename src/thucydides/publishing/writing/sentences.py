"""In which sentences does a record tell a claim, so that they are heard again?

Each function gives several, the likeliest to be heard first. One without a subject of its own speaks of the event.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry
from thucydides.vocabulary import Code, Count

_AT = re.compile(r"(?:at|in|on|near|off|along|between|around|outside|north|south|east|west)\s", re.IGNORECASE)


def parted(entry: Entry, figure: str) -> tuple[str, str]:
    """A figure as its number and what is counted, between which whose it is can be said."""
    assert isinstance(entry.claim.value, Count)
    written = wordings.unmarked(entry.claim.value.as_written)
    before, found, behind = figure.partition(written)
    return (f"{before}{found}".strip(), behind.strip()) if found else (written, wordings.concept_words(entry))


Sentences = Callable[[Entry, str], Iterator[str]]


def _who(entry: Entry) -> str:
    return " and ".join(wordings.capitalised(name) for name in entry.names)


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
    against = [other for other in others if other.side != entry.side] or others
    for other in against[:1]:
        first, second = (
            (entry, other) if account.entries.index(entry) < account.entries.index(other) else (other, entry)
        )
        for before, between in (("", " and "), ("the ", " and the ")):
            yield f"It was fought between {before}{_who(first)}{between}{_who(second)}"
        yield f"{_who(first)} fought {_who(second)}"
        yield f"{_who(first)} attacked {_who(second)}"
    yield f"The {_who(entry)} fought in it"


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
        for words in wordings.dates(entry):
            yield f"{event} {does} on {words}"
            yield f"{event} {does} in {words}"
            yield f"{event} {does} {words}"
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
        yield f"{event} was a {who} victory"
        yield f"{event} ended in a {who} victory"
    else:
        yield f"{event} was a victory"


def _client(entry: Entry, _event: str) -> Iterator[str]:
    yield f"{_who(entry)} was a client state of {entry.claim.value}"
    yield f"{_who(entry)} was a client state of the {entry.claim.value}"


def _demanded(entry: Entry, _event: str) -> Iterator[str]:
    yield f"{_who(entry)} claimed that {entry.claim.value}"


def _formed(entry: Entry, event: str) -> Iterator[str]:
    yield f"the {wordings.capitalised(str(entry.claim.value))} fought in {event}"


SENTENCES: Mapping[str, Sentences] = {
    "name": _called, "part_of": _part, "place": _place, "start_date": _at("began"), "end_date": _at("ended"),
    "date": _at("was fought"), "duration": _at("lasted"), "commander": _led,
    "formation": _formed, "strength": _had, "loss": _lost, "outcome": _won, "winner": _won, "loser": _won,
    "client_of": _client, "territorial_demand": _demanded,
}  # fmt: skip
