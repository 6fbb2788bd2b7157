"""What does a person take words to say?

A claim that a person reads is held to the same laws as any other: its words must carry it. Where it stands instead of
another claim, everything that the person left as it was, with its evidence, stays.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from thucydides.vocabulary import (
    ATTRIBUTES,
    CONCEPTS,
    THE_EVENT,
    Attribution,
    Claim,
    Code,
    Counted,
    EventMention,
    Evidence,
    Identifier,
    Magnitude,
    Name,
    NumberSort,
    Party,
    QuoteNotInText,
    Role,
    Said,
    Span,
    Target,
    Text,
    UnknownCode,
    Value,
    Wording,
    WrongNumber,
    read_dates,
    read_numbers,
)

PERSON = "person/"
"""How the reader of a claim is named that a person read."""
_FIELDS = {Role.VALUE: "value", Role.TARGET: "target", Role.CLAIMANT: "claimant", Role.CONCEPT: "concept"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words that a person marked, and what they are taken to say.

    `start`: where they stand, -1 where that is for the program to find. `value`: how they are to be read, where not as
    the grammar reads them. `target`, `claimant`: names as written, several joined by ` + `. `event`: the document's
    name for it. `instead`: the id of the claim in whose place this one stands.
    """

    words: str
    attribute: str
    start: int = -1
    value: str = ""
    concept: str = ""
    target: str = ""
    claimant: str = ""
    event: str = ""
    instead: str = ""


def written(marked: Marked) -> str:
    """As the log keeps it."""
    return json.dumps(
        {name: held for name, held in asdict(marked).items() if held != ""}, ensure_ascii=False, sort_keys=True
    )


def marked_from(words: str) -> Marked:
    """As the log has it."""
    return Marked(**json.loads(words))


def claim_marked(marked: Marked, text: Text, claims: Sequence[Claim], *, who: str) -> Claim:
    """The claim that the words carry. Raises a ClaimRefused where they do not. `claims`: those of the document."""
    if marked.attribute not in ATTRIBUTES:
        raise UnknownCode(f"{marked.attribute!r} is no attribute of the vocabulary")
    start = place_of(marked.words, text, marked.start)
    span = text.span(start, start + len(marked.words))
    reader = PERSON + "-".join(who.split())
    former = next((claim for claim in claims if claim.id == marked.instead), None)
    if marked.instead and former is None:
        raise QuoteNotInText(f"the claim {marked.instead!r} that was to be corrected does not stand any more")
    if former is not None:
        return _instead_of(former, marked, span, text, reader=reader)
    names = _names(marked.target)
    found = [(Role.TARGET, _near(name, text, span)) for name in names]
    found += [(Role.CLAIMANT, _near(marked.claimant, text, span))] if marked.claimant else []
    return Claim.stated(
        text, (span.start, span.end), evidence=[(role, at) for role, at in found if at],
        event=_mention(marked.event, text, claims, span), attribute=marked.attribute, value=_value(marked),
        reader=reader, target=Target(names) if names else THE_EVENT, counted=_counted(marked.concept),
        attribution=Attribution(marked.claimant),
    )  # fmt: skip


def place_of(words: str, text: Text, start: int = -1) -> int:
    """Where the words stand: at `start`, or at the one place that has them. Raises QuoteNotInText."""
    if words.strip() and start >= 0 and text.content[start : start + len(words)] == words:
        return start
    places = list(_places(words, text.content)) if words.strip() else []
    if len(places) == 1:
        return places[0]
    if not places:
        raise QuoteNotInText(f"{words[:80]!r} stands nowhere in this text, letter for letter; mark the words in it")
    at = ", ".join(map(str, places[:5]))
    raise QuoteNotInText(
        f"{words[:80]!r} stands {len(places)} times ({at} …); mark the one that is meant, or say where"
    )


def _instead_of(former: Claim, marked: Marked, span: Span, text: Text, *, reader: str) -> Claim:
    """The former claim with what the person changed. What was inferred of a changed field is not inferred any more."""
    moved = (span.start, span.end) != (former.span.start, former.span.end)
    read = moved or marked.attribute != former.attribute or bool(marked.value)
    new: dict[Role, list[Span]] = {Role.VALUE: [span]} if moved else {}
    target, attribution, counted = former.target, former.attribution, former.counted
    if marked.target and marked.target != str(former.target):
        target = Target(_names(marked.target))
        new[Role.TARGET] = _spans(target.names, text, span)
    if marked.claimant and marked.claimant != attribution.claimant:
        attribution = replace(attribution, claimant=marked.claimant)
        new[Role.CLAIMANT] = _spans((marked.claimant,), text, span)
    if marked.concept and marked.concept != counted.concept:
        counted = _counted(marked.concept)
        new[Role.CONCEPT] = []
    changed = {_FIELDS[role] for role in new} | ({"value", "qualifier"} if read else set())
    kept = [piece for piece in former.evidence if piece.role not in new]
    kept += [Evidence(role, at, text.quote(at)) for role, spans in new.items() for at in spans]
    return replace(
        former, span=span, quote=text.quote(span), attribute=marked.attribute, reader=reader, target=target,
        value=_value(marked) if read else former.value, attribution=attribution, counted=counted, evidence=tuple(kept),
        inferred=tuple(gap for gap in former.inferred if gap.field not in changed),
    )  # fmt: skip


def _names(joined: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in joined.split(" + ") if name.strip())


def _counted(concept: str) -> Counted:
    first = concept.split("+")[0]
    return Counted(concept, measure=CONCEPTS[first].measure if first in CONCEPTS else "")


def _spans(names: Iterable[str], text: Text, near: Span) -> list[Span]:
    return [text.span(*at) for name in names if (at := _near(name, text, near))]


def _near(name: str, text: Text, span: Span) -> tuple[int, int] | None:
    """The place nearest to the words at which the name stands, or one word of it; None if it stands nowhere."""
    places = sorted(_places(name, text.content), key=lambda place: abs(place - span.start))
    return (places[0], places[0] + len(name)) if places else None


def _places(words: str, content: str) -> Iterator[int]:
    place = content.find(words)
    while place >= 0:
        yield place
        place = content.find(words, place + 1)


def _mention(label: str, text: Text, claims: Sequence[Claim], span: Span) -> EventMention:
    """The event as the document's other claims mention it, or the words by which it is named."""
    known = next((claim.event for claim in claims if claim.event.label == label), None)
    if known is not None:
        return known
    at = _near(label, text, span) if label else None
    if at is None:
        raise QuoteNotInText(f"the event is to be named in words of the document; {label!r} stands nowhere in it")
    return EventMention(label, text.span(*at))


def _value(marked: Marked) -> Value:
    """How the words read, as a value of the attribute's kind."""
    kind = ATTRIBUTES[marked.attribute].value
    if kind not in _READERS:
        raise UnknownCode(f"{marked.attribute} takes {kind}, which a person cannot enter here")
    return _READERS[kind](marked)


def _count(marked: Marked) -> Value:
    counts = [phrase.count for phrase in read_numbers(marked.value or marked.words) if phrase.sort is NumberSort.COUNT]
    return _only([count for count in counts if count is not None], marked, "number")


def _date(marked: Marked) -> Value:
    read = read_dates(marked.value or marked.words)
    ends = {"start_date": "begin", "end_date": "finish"}
    end = ends.get(marked.attribute, "date")
    dates = [getattr(phrase, end) or phrase.date for phrase in read]
    return _only([date for date in dates if date is not None], marked, "date")


def _duration(marked: Marked) -> Value:
    lengths = [phrase.duration for phrase in read_dates(marked.value or marked.words) if phrase.duration]
    return _only(lengths, marked, "length of time")


def _only(found: Sequence[Value], marked: Marked, what: str) -> Value:
    if len(found) != 1:
        said = (marked.value or marked.words)[:80]
        raise WrongNumber(f"{said!r} gives {len(found)} readings as a {what}; mark words that give one")
    return found[0]


def _identifier(marked: Marked) -> Value:
    scheme, _, number = marked.value.partition(":")
    if not scheme or not number:
        raise WrongNumber("a number in somebody's list is entered with the list's name: `cow-war:999`")
    return Identifier(scheme, number)


_READERS: Mapping[str, Callable[[Marked], Value]] = {
    "Count": _count,
    "HistoricalDate": _date,
    "Duration": _duration,
    "Name": lambda marked: Name(marked.value or marked.words),
    "Wording": lambda marked: Wording(marked.value or marked.words),
    "Party": lambda marked: Party(marked.value or marked.words),
    "Said": lambda marked: Said(),
    "Code": lambda marked: Code(tuple((marked.value or marked.words).split("+"))),
    "Magnitude": lambda marked: Magnitude(marked.value or marked.words),
    "Identifier": _identifier,
}
