"""Which works does a release rest on, and how is it cited itself?"""

import re
from collections.abc import Iterator

from thucydides.vocabulary import Release, Source

_LETTERS = {"~": r"\textasciitilde{}", "\\": r"\textbackslash{}", "^": r"\textasciicircum{}"}
_ESCAPED = str.maketrans({letter: f"\\{letter}" for letter in "&%$#_{}"} | _LETTERS)
_KINDS = {"work": "book", "dataset": "misc", "document": "misc"}


def bibtex(release: Release) -> bytes:
    """The sources, one entry each; the keys are the ids of the sources without their colons."""
    entries = [_entry(source) for source in sorted(release.sources, key=lambda source: source.id)]
    return "\n".join(entries).encode("utf-8", "replace")


def _entry(source: Source) -> str:
    lines = [f"  {name} = {{{value.translate(_ESCAPED)}}}," for name, value in _fields(source) if value]
    return "\n".join([f"@{_KINDS.get(source.kind, 'misc')}{{{_key(source)},", *lines, "}", ""])


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "author", source.author
    yield "title", source.title
    yield "year", source.year
    yield "edition", source.edition
    yield "note", f"licence: {source.licence}" if source.licence else ""


def _key(source: Source) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", source.id).strip("-") or "source"


def citation(release: Release) -> bytes:
    """How the release is cited (Citation File Format 1.2.0)."""
    lines = ["cff-version: 1.2.0", "message: Please cite this data set as below.", "type: dataset"]
    lines += [f"title: {_quoted(release.title)}", f"version: {_quoted(release.version)}"]
    lines += [f"date-released: {release.date}"] if release.date else []
    lines += ["authors:", f"  - name: {_quoted(release.author or 'The authors of this ledger')}"]
    rules = release.rules
    lines += [f"abstract: {_quoted(f'{release.unit.label}, by the rules: {rules.label}. {rules.definition}')}"]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _quoted(words: str) -> str:
    return '"{}"'.format(" ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"'))
