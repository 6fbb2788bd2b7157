"""Linked claims from one line of a table: words | concept | target | source | options."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from thucydides.vocabulary import (
    THE_DOCUMENT,
    Actor,
    Attribution,
    Claim,
    Code,
    Count,
    Counted,
    Document,
    Duration,
    Event,
    EventKind,
    EventMention,
    HistoricalDate,
    Identifier,
    Inference,
    LinkedClaim,
    Magnitude,
    Name,
    Said,
    Source,
    Stance,
    Target,
    Text,
    Value,
    Wording,
    read_dates,
    read_numbers,
)

PAIRS = Path(__file__).with_name("pairs.csv")
EVENT = Event("event:e", "the event", EventKind.WAR)
_STANCES = {"own": Stance.OWN, "enemy": Stance.ENEMY}


@dataclass(frozen=True)
class Case:
    """A pair with the relation that a careful person sees; `same_page`: the documents share their words."""

    expected: str
    a: LinkedClaim
    b: LinkedClaim
    same_page: bool


def cases() -> Iterator[Case]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            yield case(row["expected"], row["attribute"], row["a"], row["b"])


def case(expected: str, attribute: str, a: str, b: str) -> Case:
    one = linked(attribute, a, document="first page")
    same = "same-doc" in b
    other = linked(attribute, b, document="first page" if same else "second page", after=one)
    return Case(expected, one, other, "same-page" in b)


def linked(attribute: str, line: str, *, document: str, after: LinkedClaim | None = None) -> LinkedClaim:
    words, concept, targets, source, *more = ([cell.strip() for cell in line.split("|")] + [""] * 4)[:5]
    options = dict(option.partition("=")[::2] for option in (source, *more) if option)
    attribute, words = (words, "") if words in ("winner", "loser") else (attribute, words)
    content = f"{words or attribute} {targets} {options.get('period', '')}".strip()
    text = Text(Document(document, document.encode()).id, f"{'x ' * (after is not None)}{content}", ())
    start = text.content.index(words or attribute)
    names = tuple(filter(None, targets.split(" + ")))
    claim = Claim.stated(
        text,
        (start, start + len(words or attribute)),
        event=EventMention("the event", None),
        attribute=attribute,
        value=_value(attribute, words),
        reader="test/1",
        target=Target(names),
        counted=Counted(concept, options.get("fate", ""), options.get("population", "")) if concept else Counted(
            "", options.get("fate", ""), options.get("population", "")
        ),
        period=HistoricalDate.from_edtf(_edtf(options["period"])) if "period" in options else None,
        phase=options.get("phase", ""),
        attribution=Attribution(cites=options["cites"]) if "cites" in options else THE_DOCUMENT,
        relates_to=after.claim.id if after and {"repeats", "disputes"} & options.keys() else "",
        relation=next((name for name in ("repeats", "disputes") if name in options), ""),
        inferred=(Inference("target", "test"), Inference("period", "test")),
    )  # fmt: skip
    work = options.get("cites", "")
    return LinkedClaim(
        claim=claim,
        event=EVENT,
        targets=tuple(Actor(f"actor:{name}", name) for name in names),
        source=Source(f"source:{work}", work, work) if work else Source(f"document:{document}", document),
        document_name=document,
        stance=next((stance for name, stance in _STANCES.items() if name in options), Stance.THIRD),
    )


def _edtf(words: str) -> str:
    if words[:4].isdigit():
        return words
    (phrase, *_) = read_dates(words)
    assert phrase.date is not None
    return phrase.date.edtf


def _value(attribute: str, words: str) -> Value:
    match attribute:
        case "loss" | "strength" | "incident_count":
            return _count(words)
        case "start_date" | "end_date" | "date":
            (phrase, *_) = read_dates(words)
            assert phrase.date is not None, words
            return phrase.date
        case "duration":
            (phrase, *_) = read_dates(words)
            assert isinstance(phrase.duration, Duration), words
            return phrase.duration
        case "outcome":
            return Code(tuple(words.split(" + ")))
        case "magnitude":
            return Magnitude(words)
        case "external_id":
            scheme, _, number = words.partition(":")
            return Identifier(scheme, number)
        case "name" | "commander":
            return Name(words)
        case "place":
            return Wording(words)
    return Said()


def _count(words: str) -> Count:
    phrase = next((found for found in read_numbers(words) if found.count is not None), None)
    assert phrase is not None and phrase.count is not None, words
    return phrase.count
