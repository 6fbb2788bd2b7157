"""Which commands publish a dataset?"""

from pathlib import Path
from typing import Annotated

import typer

from thucydides.cli import show_releases
from thucydides.cli.commands import app
from thucydides.cli.opening import DEFAULT, Json, LedgerPath, desk_over

release = typer.Typer(help="Publish a dataset: rows by rules, each cell with its claims.", no_args_is_help=True)
app.add_typer(release, name="release")


@release.command()
def make(
    output: Annotated[Path, typer.Option("-o", "--output", help="The zip file to write.")],
    unit: Annotated[str, typer.Option(help="Unit of analysis: a name, or a TOML file of your own.")] = "war",
    rules: Annotated[str, typer.Option(help="Inclusion rules: a name, or a TOML file of your own.")] = "cow",
    title: Annotated[str, typer.Option(help="What the release is called.")] = "Wars",
    version: Annotated[str, typer.Option(help="Its version.")] = "1.0",
    author: Annotated[str, typer.Option(help="Who publishes it.")] = "",
    date: Annotated[str, typer.Option(help="Its date (ISO 8601); none by itself, so that bytes do not change.")] = "",
    likely: Annotated[float, typer.Option(min=0, max=1, help="Leave out rows that belong less surely.")] = 0.0,
    restricted: Annotated[
        bool, typer.Option("--include-restricted", help="Publish also what may not be passed on, at your own answer.")
    ] = False,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Write a release: tables, codebook, provenance and hashes in one zip file."""
    from thucydides.desk import Wanted

    wanted = Wanted(
        unit=unit, rules=rules, title=title, version=version, author=author, date=date, likely=likely,
        restricted=restricted,
    )  # fmt: skip
    with desk_over(ledger) as desk:
        show_releases.released(desk.release_to(output, wanted), output, as_json=as_json)


@release.command(name="list")
def list_tables(as_json: Json = False) -> None:
    """List the rule sets and the units of analysis that come with the program."""
    from thucydides.desk import release_tables

    show_releases.tables(release_tables(), as_json=as_json)
