"""How is the review log written as text that can be compared line by line, and read again?"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from thucydides.vocabulary import Anchor, Answer, Decision, Subject, ThucydidesError

_WORDS = ("claim", "who", "when", "why", "document", "quote", "context", "correction", "undoes")
_NEEDED = ("claim", "who", "when", "document")
_ANCHOR = ("claim", "document", "quote", "context")


class LogUnreadable(ThucydidesError):
    """A line of a review log is not what it should be."""


def log_line(decision: Decision) -> str:
    """A decision as one JSON object with its id, keys in alphabetical order, what is empty left out."""
    held = {key: value for key, value in asdict(decision).items() if value or key in _NEEDED}
    return json.dumps({"id": decision.id} | held, ensure_ascii=False, sort_keys=True)


def read_log(lines: Iterable[str]) -> Iterator[Decision]:
    """The decisions of a log, one a line. Raises LogUnreadable, which says which line, what was expected and seen."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _decision(_object(line, number), number)


def _object(line: str, number: int) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as problem:
        raise LogUnreadable(f"line {number}: expected a JSON object, found {line.strip()[:60]!r}") from problem
    if not isinstance(row, Mapping):
        raise LogUnreadable(f"line {number}: expected a JSON object, found {line.strip()[:60]!r}")
    return row


def _decision(row: Mapping[str, Any], number: int) -> Decision:
    words = {name: _text(row, name, number) for name in _WORDS if name in row}
    try:
        decision = Decision(
            **{"why": "", "quote": "", **words},
            answer=Answer(row.get("answer", "")),
            about=Subject(row.get("about", Subject.CLAIM)),
            other=_anchor(row["other"], number) if row.get("other") else None,
        )
    except (TypeError, ValueError) as problem:
        raise LogUnreadable(f"line {number}: {problem}") from problem
    if row.get("id") not in (None, decision.id):
        raise LogUnreadable(
            f"line {number}: the id is {row['id']!r}, but its words give {decision.id!r}: it was changed"
        )
    return decision


def _anchor(row: object, number: int) -> Anchor:
    if not isinstance(row, Mapping):
        raise LogUnreadable(f"line {number}: expected the second claim as an object, found {row!r}")
    return Anchor(**{name: _text(row, name, number) for name in _ANCHOR if name in row})


def _text(row: Mapping[str, Any], name: str, number: int) -> str:
    if not isinstance(row[name], str):
        raise LogUnreadable(f"line {number}: {name} should be words, found {row[name]!r}")
    return str(row[name])
