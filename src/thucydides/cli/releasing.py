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
        show_releases.released(desk.publishing.release_to(output, wanted), output, as_json=as_json)


@release.command(name="list")
def list_tables(as_json: Json = False) -> None:
    """List the rule sets and the units of analysis that come with the program."""
    from thucydides.desk import release_tables

    show_releases.tables(release_tables(), as_json=as_json)


@release.command()
def diff(before: Path, after: Path, as_json: Json = False) -> None:
    """Say which numbers changed between two releases, by how much, and because of what."""
    from thucydides.desk import changes, published

    show_releases.changed(tuple(changes(published(before), published(after))), as_json=as_json)


@release.command()
def why(file: Path, row: str, variable: str, as_json: Json = False) -> None:
    """Walk one cell of a release back to the words it came from."""
    from thucydides.desk import walked_back

    show_releases.walked(walked_back(file, row, variable), as_json=as_json)


@release.command()
def compare(
    rules: Annotated[str, typer.Option(help="A rule set: a name, or a TOML file of your own.")],
    against: Annotated[str, typer.Option(help="The other rule set.")],
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """List the events that belong by one rule set and not, or less surely, by the other."""
    with desk_over(ledger) as desk:
        show_releases.disputed(desk.analysing.rules_compared(rules, against), as_json=as_json)


@release.command()
def thresholds(
    at: Annotated[list[float], typer.Option(help="A threshold of deaths; may be given several times.")],
    rules: Annotated[str, typer.Option(help="The other conditions are those of this rule set.")] = "cow",
    chart: Annotated[Path | None, typer.Option("--svg", help="Draw it into this file.")] = None,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Say how many events reach each threshold of deaths, with an interval."""
    with desk_over(ledger) as desk:
        study = desk.analysing.threshold_study(rules, sorted(at))
        if chart is not None:
            desk.analysing.draw_thresholds(study, chart)
    show_releases.thresholds(study, as_json=as_json)
