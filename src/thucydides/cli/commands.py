"""What can be typed?"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thucydides import __version__
from thucydides.cli import show
from thucydides.cli.opening import DEFAULT, OWN_TABLES, Json, LedgerPath, Tables
from thucydides.cli.opening import desk_at as _new_desk
from thucydides.cli.opening import desk_over as _desk

if TYPE_CHECKING:
    from thucydides.desk import Desk

app = typer.Typer(
    name="thucydides",
    help="Reads documents about armed conflicts and keeps every statement as a claim with its words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.command()
def read(
    paths: list[str],
    all_pages: Annotated[
        bool, typer.Option("--all-pages", help="Of a dump read every article, not only those about armed conflict.")
    ] = False,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Read files, folders and dumps (- is standard input): extract, link and check what they say."""
    from thucydides.desk import Pages

    pages = Pages.ALL if all_pages else Pages.ABOUT_CONFLICT
    with _new_desk(ledger) as desk:
        refused = show.taken(desk.read(paths, stdin=sys.stdin.buffer, pages=pages), as_json=as_json)
        desk.refresh()
    raise typer.Exit(1 if refused else 0)


@app.command()
def note(
    words: str,
    source: Annotated[str, typer.Option(help="The work or archive that was transcribed.")],
    page: Annotated[str, typer.Option(help="Page, folio or file.")] = "",
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Keep a transcription from a printed work or an archive as a document."""
    with _new_desk(ledger) as desk:
        refused = show.taken(iter([desk.note(words, source=source, page=page)]), as_json=as_json)
        desk.refresh()
    raise typer.Exit(1 if refused else 0)


@app.command(name="import")
def import_tables(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="KIND FILE...", help="The kind of data set, then files or folders.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(help="A TOML mapping of your own; then no kind is named, only files.")
    ] = None,
    kinds: Annotated[bool, typer.Option("--list", help="List the kinds that are known.")] = False,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Import tables of data: every row becomes claims whose words are its cells."""
    from thucydides.desk import kinds as known_kinds

    if kinds:
        show.kinds(known_kinds(), as_json=as_json)
        return
    named = list(words or ())
    kind = "" if mapping or not named else named.pop(0)
    if not named:
        raise typer.BadParameter("name a kind and a file, or --mapping FILE.toml and a file; --list lists the kinds")
    with _new_desk(ledger) as desk:
        refused = show.taken(desk.import_tables(named, kind=kind, mapping=mapping), as_json=as_json)
        desk.refresh()
    raise typer.Exit(1 if refused else 0)


@app.command(name="show")
def show_event(
    event: Annotated[str, typer.Argument(help="Id, label or alias; all events where none is named.")] = "",
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Show what is said of an event, or the index of events."""
    with _desk(ledger) as desk:
        if event:
            show.record(desk.record(event), as_json=as_json)
        else:
            show.index(desk.index(), as_json=as_json)


@app.command()
def claims(
    event: Annotated[str, typer.Option(help="Only those on this event.")] = "",
    attribute: Annotated[str, typer.Option(help="Only those of this attribute.")] = "",
    document: Annotated[str, typer.Option(help="Only those of this document.")] = "",
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """List claims with who says them and in which words."""
    with _desk(ledger) as desk:
        show.claims(desk.claims(event=event, attribute=attribute, document=document), as_json=as_json)


@app.command()
def link(ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Link mentions to events, and print the tree of events."""
    with _desk(ledger) as desk:
        desk.understand_anew()
        show.tree(desk.tree(), as_json=as_json)


@app.command()
def check(ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Compare claims with each other, and print the findings."""
    with _desk(ledger) as desk:
        desk.understand_anew()
        show.findings(desk.check(), as_json=as_json)


@app.command()
def reconcile(
    claims: Annotated[
        Path | None, typer.Option("--claims", help="A JSON list of bare claims, instead of a ledger; - is stdin.")
    ] = None,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Estimate losses from rival figures: a median with its interval, a status, and what it rests on."""
    from thucydides.cli import estimates
    from thucydides.desk import bare_claims, reconcile_bare

    if claims is not None:
        estimates.bare(reconcile_bare(bare_claims(claims, stdin=sys.stdin)), as_json=as_json)
        return
    with _desk(ledger) as desk:
        estimates.kept(desk.estimates(), as_json=as_json)


@app.command()
def why(
    event: Annotated[str, typer.Argument(help="Id, label or alias.")],
    slot: Annotated[str, typer.Argument(help="A party and a kind of loss: 'Japan killed', 'total of Japan'.")],
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Say why an estimate comes out as it does: claims by influence, copies, the assumption it rests on."""
    from thucydides.cli import estimates

    with _desk(ledger) as desk:
        estimates.why(desk.why(event, slot), as_json=as_json)


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", help="claims-csv or jsonl.")] = "claims-csv",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file; standard output where none is named.")
    ] = None,
    public: Annotated[bool, typer.Option("--public", help="Hold back what may not be passed on; exit 1 then.")] = False,
    restricted: Annotated[
        bool, typer.Option("--include-restricted", help="With --public: pass it on all the same, and say what it was.")
    ] = False,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Write the claims table."""
    with _desk(ledger) as desk:
        if public and not restricted:
            _export_public(desk, form, output)
            return
        if output is None:
            desk.publishing.export(sys.stdout, form=form)
        else:
            show.exported(desk.publishing.export_to(output, form=form), output, as_json=as_json)
        if public:
            show.passed_on(desk.publishing.restricted())


def _export_public(desk: "Desk", form: str, output: Path | None) -> None:
    withheld = (
        desk.publishing.export_public_to(output, form=form)
        if output
        else desk.publishing.export_public(sys.stdout, form=form)
    )
    show.withheld(withheld)
    if withheld:
        raise typer.Exit(1)


@app.command()
def evaluate(
    gold: Annotated[Path | None, typer.Argument(help="A gold table of claims.")] = None,
    hold_out: Annotated[
        bool,
        typer.Option("--hold-out", help="Leave out each lineage and foretell it, instead of reading a gold table."),
    ] = False,
    ledger: LedgerPath = DEFAULT,
    as_json: Json = False,
) -> None:
    """Hold the claims against a gold table (exit 1 if a claim stands that must not), or estimates against claims."""
    from thucydides.cli import estimates

    if (gold is None) != hold_out:
        raise typer.BadParameter("name a gold table, or --hold-out to hold the estimates against the claims themselves")
    with _desk(ledger) as desk:
        if gold is None:
            estimates.hold_out(desk.foretold(), as_json=as_json)
            return
        result = desk.evaluate(gold)
    show.evaluation(result, as_json=as_json)
    raise typer.Exit(0 if result.passed else 1)


@app.command()
def text(document: str, ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Print exactly the text of a document, no character more."""
    with _desk(ledger) as desk:
        show.text(desk.text(document), as_json=as_json)


@app.command()
def digest(ledger: LedgerPath = DEFAULT, as_json: Json = False) -> None:
    """Print the hash of all that the ledger keeps."""
    with _desk(ledger) as desk:
        show.digest(desk.digest(), as_json=as_json)


@app.command()
def serve(
    ledger: LedgerPath = DEFAULT,
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
    borders: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="A GeoJSON file of borders of the time, drawn on the map."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Serve the pages on this machine only."""
    with _desk(ledger) as desk:
        _serve(desk, port, as_json=as_json, borders=borders)


@app.command()
def demo(
    ledger: Annotated[Path, typer.Option("--ledger", help="Where to keep the demonstration's ledger.")] = Path(
        "demo.db"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
    as_json: Json = False,
) -> None:
    """Read the two documents that come with the program, and serve what they say."""
    from thucydides.desk import demo_documents

    with _new_desk(ledger) as desk:
        show.taken(desk.read(demo_documents()), as_json=as_json)
        _serve(desk, port, as_json=as_json)


def _serve(desk: "Desk", port: int, *, as_json: bool, borders: Path | None = None) -> None:
    from thucydides.cli.serving import serve_pages

    desk.follow_behind()
    serve_pages(desk, port, announce=lambda address: show.address(address, as_json=as_json), borders=borders)


@app.callback(invoke_without_command=True)
def _before_all(
    authorities: Tables = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    OWN_TABLES.set(tuple(authorities or ()))
    if version:
        show.line(__version__)
        raise typer.Exit


def main() -> None:
    """Run a command; what can be explained is said in a sentence, with exit code 2 for wrong use."""
    try:
        _run()
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as problem:
        show.problem(f"the answer cannot be written: {problem.strerror or problem}")
        os._exit(2)  # the interpreter would try to write the rest once more, and say so
    except Exception as problem:
        if not _is_explained(problem):
            raise
        show.problem(problem, candidates=getattr(problem, "candidates", ()))
        sys.exit(2)


def _is_explained(problem: Exception) -> bool:
    """Is it one of ours? The vocabulary is loaded only now, so that `--help` and `--version` are quick."""
    from thucydides.vocabulary import ThucydidesError

    return isinstance(problem, ThucydidesError)


def _run() -> None:
    """Run a command to its last written letter."""
    try:
        app()
    finally:
        sys.stdout.flush()
