"""Which commands say how the claims on one slot stand to each other?"""

from typing import Annotated

import typer

from thucydides.cli import show_pairs
from thucydides.cli.commands import app
from thucydides.cli.opening import DEFAULT, Json, LedgerPath, desk_over


@app.command()
def compare(
    event: Annotated[str, typer.Argument(help="Id, label or alias of an event.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Every event of the ledger.")] = False,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Say of each pair of claims on one slot how they stand to each other, and why."""
    if bool(event) == every:
        raise typer.BadParameter("name one event, or ask for --all of them")
    with desk_over(ledger) as desk:
        show_pairs.comparisons(desk.compare(event), desk.claim, as_json=as_json)
