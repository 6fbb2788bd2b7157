"""How do answers look on a terminal, and as JSON?"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thucydides.desk import Evaluation, EventEntry, KindEntry, Record, Taken, TreeEntry, Withheld
    from thucydides.vocabulary import Event, Finding, LinkedClaim


def taken(answers: "Iterator[Taken]", *, as_json: bool) -> int:
    """Say of each document, as it comes, what became of it; refusals go to standard error. Gives their number."""
    refused = 0
    for answer in answers:
        if answer.refused:
            refused += 1
            print(_refusal(answer), file=sys.stderr)
        elif answer.aside and not as_json:
            line(f"{answer.name}: passed over. {answer.aside}")
        elif answer.told and not as_json:
            line(f"{answer.name}: {answer.told}")
        elif not as_json:
            state = "" if answer.new else ", nothing new"
            line(f"{answer.name}: {answer.claims} claims, {answer.unread} not understood{state}")
        if as_json:
            line(_json(asdict(answer), indent=None))
    return refused


def kinds(known: "Sequence[KindEntry]", *, as_json: bool) -> None:
    """The kinds of data sets, with their licences and columns."""
    if as_json:
        line(_json([asdict(entry) for entry in known]))
        return
    for entry in known:
        table = f" ({entry.table})" if entry.table else ""
        line(f"{entry.kind}{table}: {entry.title}")
        line(f"    licence {entry.licence or 'not stated'}; columns {', '.join(entry.columns)}")


def _refusal(answer: "Taken") -> str:
    """The reason, with the document's name in front where the reason does not say it."""
    return answer.refused if answer.name in answer.refused else f"{answer.name}: {answer.refused}"


def index(entries: "Sequence[EventEntry]", *, as_json: bool) -> None:
    """The tree of events."""
    if as_json:
        line(_json([asdict(entry) for entry in entries]))
        return
    for entry in entries:
        when = " to ".join(dict.fromkeys(filter(None, (entry.began, entry.ended))))
        line(f"{'  ' * entry.depth}{entry.event.label}  {when}  {', '.join(entry.parties)}".rstrip())
        held = f"{entry.event.kind}, {entry.claims} claims, {entry.findings} findings"
        line(f"{'  ' * entry.depth}  {entry.event.id}  {held}")


def record(answer: "Record", *, as_json: bool) -> None:
    """One event: its claims by attribute, then its findings."""
    if as_json:
        line(
            _json(
                {
                    "event": _event(answer.event),
                    "part_of": [event.id for event in answer.ancestors],
                    "children": [event.id for event in answer.children],
                    "documents": [document.name for document in answer.documents],
                    "claims": list(_objects(answer.claims)),
                    "findings": [_finding(finding) for finding in answer.findings],
                }
            )
        )
        return
    line(answer.event.label)
    line(f"  {answer.event.id}, {answer.event.kind}; also {', '.join(answer.event.aliases) or 'no other name'}")
    _table(answer.claims)
    findings(answer.findings, as_json=False)


def claims(held: "Sequence[LinkedClaim]", *, as_json: bool) -> None:
    """Claims, one a row; one JSON object a line."""
    if as_json:
        for claim in _objects(held):
            line(_json(claim, indent=None))
    else:
        _table(held)


def tree(entries: "Sequence[TreeEntry]", *, as_json: bool) -> None:
    """Events with their names, numbers elsewhere and documents."""
    if as_json:
        line(_json([_event(entry.event) | {"documents": list(entry.documents)} for entry in entries]))
        return
    for entry in entries:
        inside = f" in {entry.event.part_of}" if entry.event.part_of else ""
        line(f"{entry.event.id}  {entry.event.label} ({entry.event.kind}){inside}  {', '.join(entry.documents)}")


def findings(held: "Sequence[Finding]", *, as_json: bool) -> None:
    """Findings with the readings that are offered."""
    if as_json:
        line(_json([_finding(finding) for finding in held]))
        return
    for finding in held:
        line(f"[{finding.severity}] {finding.rule}: {finding.message}")
        for suggestion in finding.suggestions:
            line(f"    possible reading: {suggestion}")


def evaluation(result: "Evaluation", *, as_json: bool) -> None:
    """Recall by level and attribute, precision, and what must not be there."""
    if as_json:
        line(_json(_scores(result)))
        return
    for level, score in result.levels.items():
        line(f"{level:>12}  {score.found:4} of {score.rows:4}  {score.recall:.2f}")
    line(f"{'precision':>12}  {result.right:4} of {result.claims:4}  {result.precision:.2f}")
    line(f"{'prohibited':>12}  {len(result.prohibited):4}")
    for row in result.missed:
        line(
            f"  missed    {row['event']} | {row['attribute']} | {row['target']} | {row['value']} | {row['quote'][:60]}"
        )
    for row in result.spurious:
        line(
            f"  spurious  {row['event']} | {row['attribute']} | {row['target']} | {row['value']} | {row['quote'][:60]}"
        )


def text(content: str, *, as_json: bool) -> None:
    """Exactly the text."""
    sys.stdout.write(_json({"text": content}) + "\n" if as_json else content)


def digest(value: str, *, as_json: bool) -> None:
    """The hash."""
    line(_json({"digest": value}) if as_json else value)


def exported(count: int, path: Path, *, as_json: bool) -> None:
    """How much was written where."""
    line(_json({"file": str(path), "claims": count}) if as_json else f"{count} claims written to {path}")


def withheld(held: "Sequence[Withheld]") -> None:
    """What may not be passed on, on standard error, with the reason and what can be done."""
    for part in held:
        problem(f"{part.document}: {part.claims} claims were held back. Licence {part.licence}. {part.why}")
    if held:
        problem("The rest was written. --include-restricted passes these on as well, on your own responsibility.")


def passed_on(held: "Sequence[Withheld]") -> None:
    """What was passed on although its licence does not allow it."""
    for part in held:
        problem(f"{part.document}: {part.claims} claims were passed on. Licence {part.licence}. {part.why}")


def address(where: str, *, as_json: bool) -> None:
    """Where the pages are."""
    line(_json({"address": where}, indent=None) if as_json else f"Thucydides is at {where} (interrupt to stop)")


def problem(trouble: object, *, candidates: Iterable[str] = ()) -> None:
    """A sentence on standard error, with what may have been meant."""
    print(trouble, file=sys.stderr)
    for candidate in candidates:
        print(f"  {candidate}", file=sys.stderr)


def line(words: str) -> None:
    """One line on standard output, at once."""
    print(words, flush=True)


def _table(held: "Iterable[LinkedClaim]") -> None:
    from thucydides.desk import claim_row

    for linked in held:
        row = claim_row(linked)
        slot = " ".join(filter(None, (row["attribute"], row["target"], row["concept"], row["fate"])))
        says = f"{row['claimant']} in {row['document']}" if row["claimant"] else row["document"]
        line(f"  {slot}: {row['value'] or row['qualifier'] or 'yes'}  ({says}: {row['quote']!r})")


def _objects(held: "Iterable[LinkedClaim]") -> Iterator[dict[str, Any]]:
    from thucydides.desk import claim_object

    return (claim_object(linked) for linked in held)


def _event(event: "Event") -> dict[str, Any]:
    shown = asdict(event)
    return {"event_id": shown.pop("id")} | shown


def _finding(finding: "Finding") -> dict[str, Any]:
    return {"id": finding.id} | asdict(finding)


def _scores(result: "Evaluation") -> dict[str, Any]:
    return {
        "levels": {level: asdict(score) | {"recall": score.recall} for level, score in result.levels.items()},
        "attributes": {name: asdict(score) | {"recall": score.recall} for name, score in result.attributes.items()},
        "precision": result.precision,
        "right": result.right,
        "claims": result.claims,
        "prohibited": [dict(row) for row in result.prohibited],
        "unquoted": [dict(row) for row in result.unquoted],
        "missed": [dict(row) for row in result.missed],
        "spurious": [dict(row) for row in result.spurious],
        "passed": result.passed,
    }


def _json(held: Any, *, indent: int | None = 2) -> str:
    return json.dumps(held, ensure_ascii=False, indent=indent)


def as_json(held: Any, *, indent: int | None = 2) -> str:
    """Anything, as JSON."""
    return _json(held, indent=indent)
