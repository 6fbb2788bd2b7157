"""What becomes of a table of data on its way into the ledger?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from thucydides.archive import Dump, Found, Refusal, collect
from thucydides.desk.answers import KindEntry, Taken
from thucydides.desk.recipes import recipe_of_table
from thucydides.extracting import Layout, layout_at, layouts_of, reads_table, shipped_layouts, tabulate
from thucydides.ledger import Forgotten, Ledger, Outcome
from thucydides.reading import read_table
from thucydides.vocabulary import CannotRead, Document


def kinds() -> tuple[KindEntry, ...]:
    """Every table that can be imported without a mapping."""
    return tuple(
        KindEntry(layout.kind, layout.title, layout.licence, layout.cite, layout.table, layout.needed)
        for layout in shipped_layouts()
    )


def layouts_meant(kind: str, mapping: Path | None) -> tuple[Layout, ...]:
    """The layouts of a kind, or the one that a user wrote. Raises CannotRead."""
    return (layout_at(mapping),) if mapping else layouts_of(kind)


def import_tables(paths: Sequence[str | Path], layouts: Sequence[Layout], *, ledger: Ledger) -> Iterator[Taken]:
    """Import files, and of folders those files that are tables of the kind. Each file is kept whole or not at all."""
    recipe = _recipe(layouts)
    for path in paths:
        in_folder = Path(path).is_dir()
        for found in collect([path]):
            taken = _import(found, layouts, recipe, ledger=ledger)
            if in_folder and taken.refused:
                yield Taken(taken.name, taken.document, aside=f"It is no table of {layouts[0].kind}.")
            else:
                yield taken


def import_table(found: Found, layouts: Sequence[Layout], *, ledger: Ledger) -> Taken:
    """Import one file that is there already, whole or not at all."""
    return _import(found, layouts, _recipe(layouts), ledger=ledger)


def _import(found: Found, layouts: Sequence[Layout], recipe: str, *, ledger: Ledger) -> Taken:
    if isinstance(found, Refusal):
        return Taken(found.name, refused=found.reason)
    if isinstance(found, Dump):
        return Taken(found.name, refused=f"{found.name}: a table was expected, but this is a dump; read it instead.")
    document = replace(found, licence=layouts[0].licence)
    if known := ledger.known_outcome(document, recipe):
        return Taken(document.name, document.id, known.claims, known.findings)
    try:
        text = read_table(document)
        heard = tabulate(text, layouts, document_name=document.name)
    except CannotRead as problem:
        return Taken(document.name, document.id, refused=_with_advice(str(problem), document, layouts))
    try:
        new = ledger.keep(document, text, heard.claims, heard.findings)
    except Forgotten as problem:
        return Taken(document.name, document.id, refused=str(problem))
    outcome = Outcome(len(heard.claims), len(heard.findings))
    ledger.note_outcome(document, recipe, outcome)
    return Taken(document.name, document.id, outcome.claims, outcome.findings, new=new)


def _recipe(layouts: Sequence[Layout]) -> str:
    """A hash of the layouts and of the program's own words: the same table then gives the same claims."""
    plain = [(sorted(layout.optional), repr(replace(layout, optional=frozenset()))) for layout in layouts]
    return recipe_of_table(str(plain))


def _with_advice(problem: str, document: Document, layouts: Sequence[Layout]) -> str:
    """The refusal, with the kinds that would read the table."""
    try:
        text = read_table(document)
    except CannotRead:
        return problem
    others = {layout.kind for layout in shipped_layouts() if layout not in layouts and reads_table(text, layout)}
    return f"{problem} It looks like {' or '.join(sorted(others))}." if others else problem
