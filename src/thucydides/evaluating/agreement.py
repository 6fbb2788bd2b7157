"""When does a claim count as a row of the gold table?

They agree on document, event, attribute, target set, the figures or the value, claimant, and their spans overlap.
In the gold a `|` separates acceptable readings. Three worked examples:

>>> labels = {"war": ("Khalkin Gol", "Nomonhan")}
>>> gold = {"document": "record.txt", "event": "war", "attribute": "loss", "target": "Japan",
...         "concept": "dead|battle_deaths", "fate": "", "value": "20000", "low": "20000",
...         "high": "20000", "qualifier": "exact", "claimant": "", "start": "10", "end": "23"}
>>> claim = dict(gold, event="Nomonhan", concept="dead", start="17", end="23")

1. A count agrees in its bounds, its qualifier and one of the concepts; the span need only overlap.

>>> agrees(claim, gold, labels)
True
>>> agrees(claim | {"qualifier": "at_least", "high": ""}, gold, labels)
False

2. A claimant must be the same by its words, and an empty one must be empty: the document does not speak for Clodfelter.

>>> agrees(claim | {"claimant": "Clodfelter"}, gold, labels)
False

3. A name or text agrees from a token F1 of 0.6: two of three words in common are enough, one of three is not.

>>> name = dict(gold, attribute="name", target="", value="Nomonhan Incident", concept="", low="", high="", qualifier="")
>>> agrees(name | {"event": "Khalkin Gol", "value": "the Nomonhan Incident"}, name, labels)
True
>>> agrees(name | {"event": "Khalkin Gol", "value": "Nomonhan"}, name | {"value": "the Nomonhan Incident"}, labels)
False
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from thucydides.vocabulary import ATTRIBUTES, tokens

Row = Mapping[str, str]
Labels = Mapping[str, tuple[str, ...]]

WITH_TARGET = frozenset(
    {
        *("belligerent", "party", "commander", "loss", "strength", "ratio", "client_of"),
        *("initiator", "winner", "loser", "incident_count"),
    }
)
COUNTED = frozenset({"loss", "strength", "ratio", "incident_count"})
ENOUGH = 0.6
_BY_VALUE = {"HistoricalDate", "Duration", "Code", "Identifier", "Magnitude", "Coordinates"}
_BY_WORDS = {"Name", "Wording", "Party"}


def agrees(claim: Row, gold: Row, labels: Labels) -> bool:
    """Does the claim count as this row of the gold?"""
    return (
        claim["attribute"] == gold["attribute"]
        and _same_document(claim["document"], gold["document"])
        and _overlap(claim, gold)
        and _same_event(claim["event"], gold["event"], labels)
        and _same_target(claim, gold)
        and _same_value(claim, gold)
        and any(_same_words(claim["claimant"], reading) for reading in gold["claimant"].split("|"))
    )


def forbidden(claim: Row, never: Row, labels: Labels) -> bool:
    """Is the claim one that must not appear? A `*` in the row stands for anything."""

    def hit(column: str) -> bool:
        return never[column] in ("*", claim[column])

    return (
        (never["document"] == "*" or _same_document(claim["document"], never["document"]))
        and (never["event"] == "*" or _same_event(claim["event"], never["event"], labels))
        and hit("attribute")
        and (never["target"] == "*" or _set(claim["target"]) == _set(never["target"]))
        and hit("concept")
        and all(never[bound] == "*" or _number(claim[bound]) == _number(never[bound]) for bound in ("low", "high"))
    )


def token_f1(one: str, other: str) -> float:
    """Harmonic mean of precision and recall of the words in common, counted with repetition; 1 for two empty texts."""
    left, right = Counter(tokens(one)), Counter(tokens(other))
    if not left and not right:
        return 1.0
    common = sum((left & right).values())
    return 2 * common / (sum(left.values()) + sum(right.values()))


def _same_document(claim: str, gold: str) -> bool:
    return claim == gold or claim.endswith("/" + gold)


def _overlap(claim: Row, gold: Row) -> bool:
    return int(claim["start"]) < int(gold["end"]) and int(gold["start"]) < int(claim["end"])


def _same_event(label: str, key: str, labels: Labels) -> bool:
    return _plain(label) in {_plain(known) for known in labels.get(key, (key,))}


def _same_target(claim: Row, gold: Row) -> bool:
    if claim["attribute"] not in WITH_TARGET:
        return True
    return any(_set(claim["target"]) == _set(reading) for reading in gold["target"].split("|"))


def _same_value(claim: Row, gold: Row) -> bool:
    if claim["attribute"] in COUNTED:
        return _same_figures(claim, gold)
    kind = ATTRIBUTES[claim["attribute"]].value
    if kind in _BY_VALUE:
        return any(set(claim["value"].split("+")) == set(reading.split("+")) for reading in gold["value"].split("|"))
    if kind in _BY_WORDS:
        return any(_same_words(claim["value"], reading) for reading in gold["value"].split("|"))
    return True


def _same_figures(claim: Row, gold: Row) -> bool:
    return (
        all(_number(claim[bound]) == _number(gold[bound]) for bound in ("low", "high"))
        and claim["qualifier"] == gold["qualifier"]
        and claim["concept"] in gold["concept"].split("|")
        and claim["fate"] in gold["fate"].split("|")
    )


def _same_words(claim: str, gold: str) -> bool:
    if not claim or not gold:
        return claim == gold
    return token_f1(claim, gold) >= ENOUGH


def _set(target: str) -> frozenset[str]:
    return frozenset(_parts(target))


def _parts(target: str) -> Iterable[str]:
    return filter(None, (part.strip() for part in target.split(" + ")))


def _number(figure: str) -> float | None:
    return float(figure) if figure else None


def _plain(label: str) -> str:
    """A label apart from case, dashes and runs of blanks."""
    folded = unicodedata.normalize("NFKC", label).casefold()
    return " ".join(folded.replace("–", "-").replace("—", "-").split())
