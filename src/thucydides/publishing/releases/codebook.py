"""What does each variable mean, and by which rule was it made?"""

from collections.abc import Iterator
from html import escape

from thucydides.publishing.releases.columns import BELONGS, BOUNDED, MEANS, MISSING, absences
from thucydides.vocabulary import CODES, Release, Variable

Block = tuple[str, object]
"""Kind of block (title, heading, text, list, table) and what stands in it."""

_STYLE = (
    ":root{color-scheme:light dark}body{font:1.05rem/1.5 'Source Serif 4',Georgia,serif;max-width:46rem;"
    "margin:2rem auto;padding:0 1rem;background:light-dark(#fdfdfb,#161614);color:light-dark(#1b1b19,#ebe8e0)}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;"
    "border-bottom:1px solid light-dark(#d8d5cc,#3b3a35)}code{font-size:.95em}"
)


def codebook_markdown(release: Release) -> bytes:
    """As Markdown."""
    return ("\n".join(_markdown(*block) for block in _blocks(release)) + "\n").encode("utf-8", "replace")


def codebook_html(release: Release) -> bytes:
    """As a page that needs nothing else."""
    body = "\n".join(_html(*block) for block in _blocks(release))
    page = (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Codebook: {escape(release.title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>\n'
        f"<body><main>\n{body}\n</main></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def _blocks(release: Release) -> Iterator[Block]:
    unit, rules = release.unit, release.rules
    yield "title", f"Codebook: {release.title}"
    yield "text", f"Version {release.version}. {len(release.rows)} rows. {unit.label}: {unit.definition}"
    yield "heading", "What belongs"
    yield "text", f"{rules.label}. {rules.definition} Source of the definition: {rules.source}."
    yield "list", [condition.says for condition in rules.conditions]
    yield "text", f"{BELONGS.label} (belongs): {BELONGS.definition} It is the product over the conditions."
    if release.anchor:
        yield "text", f"Estimates rest on an assumption: {release.anchor}"
    yield "heading", "Missing values"
    yield "table", (("code", "means"), [(code, MEANS[absence]) for absence, code in MISSING.items()])
    yield "text", "A zero is a value: somebody said so. No cell is empty because nobody looked."
    yield "heading", "Variables"
    for variable in unit.variables:
        yield from _variable(release, variable)
    if release.covered:
        windows = [(kind, f"{first} to {last}") for kind, (first, last) in sorted(release.covered.items())]
        yield "heading", "Coverage"
        yield (
            "text",
            "The years that each kind of account speaks of. Outside them a missing value says nothing of the event.",
        )
        yield "table", (("kind of account", "years"), windows)
    yield "heading", "Sources"
    yield "list", [_source(title, author, year) for title, author, year in _works(release)] or ["none"]
    if release.withheld:
        yield "heading", "Left out"
        yield "list", list(release.withheld)
    yield "heading", "How it was made"
    yield "text", f"Program: {release.program}. Ledger: {release.digest}."


def _variable(release: Release, variable: Variable) -> Iterator[Block]:
    yield "subheading", variable.name
    made = ", ".join(f"{key} {value}" for key, value in variable.of.items())
    missing = ", ".join(f"{MISSING[absence]} {count}" for absence, count in absences(release, variable)) or "none"
    bounds = f"{variable.name}_low, {variable.name}_high" if variable.kind in BOUNDED else "none"
    by = f"{variable.pick} ({made})" if made else variable.pick
    yield "text", f"{variable.label}. {variable.definition}"
    yield "table", (
        ("about", "is"),
        [("kind", variable.kind), ("bounds", bounds), ("made by", by), ("missing", missing)],
    )  # fmt: skip
    if codes := dict(variable.codes) or dict(CODES.get(variable.of.get("attribute", ""), {})):
        yield "table", (("code", "means"), list(codes.items()))


def _works(release: Release) -> list[tuple[str, str, str]]:
    return sorted((source.title, source.author, source.year) for source in release.sources)


def _source(title: str, author: str, year: str) -> str:
    return ", ".join(filter(None, (author if author != title else "", title, year)))


def _markdown(kind: str, held: object) -> str:
    marks = {"title": "# ", "heading": "\n## ", "subheading": "\n### "}
    if kind in marks:
        return f"{marks[kind]}{held}"
    if kind == "list" and isinstance(held, list):
        return "\n" + "\n".join(f"- {item}" for item in held)
    if kind == "table" and isinstance(held, tuple):
        head, rows = held
        lines = [head, ["---"] * len(head), *rows]
        return "\n" + "\n".join(f"| {' | '.join(_cell(str(part)) for part in line)} |" for line in lines)
    return f"\n{held}"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _html(kind: str, held: object) -> str:
    tags = {"title": "h1", "heading": "h2", "subheading": "h3", "text": "p"}
    if kind in tags:
        return f"<{tags[kind]}>{escape(str(held))}</{tags[kind]}>"
    if kind == "list" and isinstance(held, list):
        return "<ul>{}</ul>".format("".join(f"<li>{escape(str(item))}</li>" for item in held))
    head, rows = held if isinstance(held, tuple) else ((), ())
    top = "".join(f'<th scope="col">{escape(str(part))}</th>' for part in head)
    lines = ("".join(f"<td>{escape(str(part))}</td>" for part in row) for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>"
