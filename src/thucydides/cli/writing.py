"""Which commands write events as pages?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from thucydides.cli import show
from thucydides.cli.commands import app
from thucydides.cli.opening import DEFAULT, Json, LedgerPath, desk_over

write = typer.Typer(help="Write an event as a reference record or an info-box.", no_args_is_help=True)
app.add_typer(write, name="write")

Output = Annotated[Path | None, typer.Option("-o", "--output", help="A file; standard output where none is named.")]
Restricted = Annotated[
    bool, typer.Option("--include-restricted", help="Write also what may not be passed on, at your own answer.")
]


@write.command()
def record(
    event: Annotated[str, typer.Argument(help="The event: its id, label or alias.")],
    output: Output = None,
    form: Annotated[str, typer.Option(help="text or html.")] = "text",
    ledger: LedgerPath = DEFAULT,
) -> None:
    """Write the reference record of an event: narrative, notes, works, facts."""
    _write(event, "record", form, output, ledger)


@write.command()
def infobox(
    event: Annotated[str, typer.Argument(help="The event: its id, label or alias.")],
    output: Output = None,
    form: Annotated[str, typer.Option(help="wikitext or html.")] = "wikitext",
    ledger: LedgerPath = DEFAULT,
) -> None:
    """Write the info-box of an event, with a reference for each value."""
    _write(event, "infobox", form, output, ledger)


@app.command()
def site(
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write the pages into.")],
    title: Annotated[str, typer.Option(help="What the site is called.")] = "Wars",
    restricted: Restricted = False,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Write every event as plain pages, with an index by period, region, type and actor, for any web server."""
    with desk_over(ledger) as desk:
        count = desk.publishing.site_to(output, title=title, restricted=restricted)
    show.line(show.as_json({"path": str(output), "files": count}) if as_json else f"{output}: {count} files")


def _write(event: str, writer: str, form: str, output: Path | None, ledger: Path) -> None:
    with desk_over(ledger) as desk:
        made = desk.publishing.write(event, writer=writer, form=form)
        if output is None:
            sys.stdout.write(made.words)
        else:
            desk.publishing.keep_page(output, made)
    for claim in made.lost:
        show.problem(f"not heard again from what was written: {claim.attribute} {claim.quote[:80]!r}")
