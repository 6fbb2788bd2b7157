"""Which commands decide, take back, forget and take over?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thucydides.cli import show_pairs
from thucydides.cli.commands import app
from thucydides.cli.opening import DEFAULT, Json, LedgerPath, desk_at, desk_over

if TYPE_CHECKING:
    from thucydides.desk import Ruling

review = typer.Typer(name="review", help="What persons decided: the log, taking back, reading a log again.")
app.add_typer(review)

Why = Annotated[str, typer.Option("--why", help="The reason, for the log.")]
Who = Annotated[str, typer.Option("--who", help="Who decides; the user of this machine where nobody is named.")]


@review.command()
def log(ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Print every decision in order of time; with --json one object a line, as `replay` reads it."""
    with desk_over(ledger) as desk:
        show_pairs.decisions(desk.review.log(), as_json=as_json)


@review.command()
def decide(
    claim: str,
    answer: Annotated[str, typer.Argument(help="accept, reject, correct, unsure; of a pair: join, split, correct.")],
    why: Why,
    about: Annotated[str, typer.Option(help="claim, event, target, source, lineage or relation.")] = "claim",
    other: Annotated[str, typer.Option(help="The second claim, for a decision on a pair.")] = "",
    correction: Annotated[str, typer.Option(help="What should stand instead.")] = "",
    who: Who = "",
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Decide on a claim, or on whether and how two claims belong together. It stands beside them, and edits nothing."""
    with desk_over(ledger) as desk:
        ruling = _ruling(claim, answer, why=why, who=who, about=about, other=other, correction=correction)
        show_pairs.decisions((desk.review.decide(ruling),), as_json=as_json)


@review.command()
def undo(decision: str, why: Why, who: Who = "", ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Take a decision back, named by its id or the beginning of it; taking back may be taken back as well."""
    with desk_over(ledger) as desk:
        show_pairs.decisions((desk.review.undo(decision, why=why, who=who),), as_json=as_json)


@review.command()
def replay(file: Path, ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Take over the decisions of a log that `review log --json` wrote."""
    with desk_over(ledger) as desk, file.open(encoding="utf-8") as lines:
        show_pairs.replayed(desk.review.replay(lines), desk.review.agenda(), as_json=as_json)


@review.command()
def agenda(ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """List decisions that no claim of today answers to, each with the reason."""
    with desk_over(ledger) as desk:
        show_pairs.agenda(desk.review.agenda(), as_json=as_json)


@app.command()
def forget(
    document: str,
    why: Why,
    lift: Annotated[bool, typer.Option("--lift", help="Let the bytes of a forgotten document be read again.")] = False,
    who: Who = "",
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Delete a document with its bytes, text and claims; its hash and the reason stay, and it is not read again."""
    with desk_over(ledger) as desk:
        stone = desk.lift(document, why=why, who=who) if lift else desk.forget(document, why=why, who=who)
        show_pairs.tombstone(stone, as_json=as_json)


@app.command()
def merge(other: Path, ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Take over the documents, readings, decisions and tombstones of another ledger."""
    with desk_at(ledger) as desk:
        merged = desk.merge(other)
        desk.refresh()
        show_pairs.merged(merged, as_json=as_json)


def _ruling(claim: str, answer: str, *, why: str, who: str, about: str, other: str, correction: str) -> "Ruling":
    from thucydides.desk import Ruling
    from thucydides.vocabulary import Answer, Subject

    for word, listed in ((answer, Answer), (about, Subject)):
        if word not in list(listed):
            raise typer.BadParameter(f"{word!r} is none of {', '.join(listed)}")
    return Ruling(claim, Answer(answer), why, who, Subject(about), other, correction)
