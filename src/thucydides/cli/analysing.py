"""Which commands compute from a whole ledger?"""

from pathlib import Path
from typing import Annotated

import typer

from thucydides.cli import show_analyses, show_exchanges
from thucydides.cli.commands import app
from thucydides.cli.opening import DEFAULT, Json, LedgerPath, desk_over

analyse = typer.Typer(help="Compute from a whole ledger: severity, exchange, agreement.", no_args_is_help=True)
app.add_typer(analyse, name="analyse")

ESTIMATES = "estimates"
Chart = Annotated[Path | None, typer.Option("--svg", help="Draw it into this file.")]


@analyse.command()
def severity(
    of: Annotated[str, typer.Option(help="A kind of imported data (cow-inter …), or `estimates`.")],
    concept: Annotated[str, typer.Option(help="With estimates: what is counted (killed, casualties …).")] = "killed",
    discrete: Annotated[bool, typer.Option("--discrete", help="Take sizes as whole numbers.")] = False,
    replicates: Annotated[int, typer.Option(min=10, max=100_000, help="Resamples of the bootstrap.")] = 1_000,
    chart: Chart = None,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """How are wars distributed by their dead? A power law, from where on, and how sure is that?"""
    with desk_over(ledger) as desk:
        measure = "discrete" if discrete else "continuous"
        if of == ESTIMATES:
            found = desk.analysing.estimated_severity(concept, measure=measure, replicates=replicates)
        else:
            found = desk.analysing.severity(of, measure=measure, replicates=replicates)
        if chart is not None:
            desk.analysing.draw_severity(found, chart)
    show_analyses.severity(found, as_json=as_json)


@analyse.command()
def exchange(
    event: Annotated[str, typer.Argument(help="Id, label or alias.")],
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Who lost more, for each one of the other side, against which forces, and how large was the event?"""
    with desk_over(ledger) as desk:
        show_exchanges.exchange(desk.analysing.exchange(event), as_json=as_json)


@analyse.command()
def agreement(ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """How far do accounts agree, each witness counted once, and every source as if it stood alone?"""
    with desk_over(ledger) as desk:
        show_analyses.agreements(desk.analysing.agreements(), as_json=as_json)
