"""How do the files of a release become one package that can be checked and rebuilt?"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from thucydides.publishing.claims_table import COLUMNS
from thucydides.publishing.releases.columns import MISSING, Column, columns_of
from thucydides.publishing.releases.formats import FORMATS, ReleaseFormat
from thucydides.publishing.releases.tables import CELL_COLUMNS, DECISION_COLUMNS
from thucydides.vocabulary import Release

THE_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file can name; with it equal contents give equal bytes."""
MANIFEST = "SHA256SUMS"
DESCRIPTION = "datapackage.json"


def package(release: Release, formats: Iterable[ReleaseFormat] = FORMATS) -> dict[str, bytes]:
    """Every file by name: the formats, a Frictionless description of the tables, and the hash of each file."""
    files = {one.file: one.written(release) for one in formats}
    files[DESCRIPTION] = _description(release, files)
    sums = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files))
    files[MANIFEST] = ("\n".join(sums) + "\n").encode()
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    """One zip file; the same files give the same bytes."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, THE_BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return sink.getvalue()


def _description(release: Release, files: Mapping[str, bytes]) -> bytes:
    schemas = {
        "rows.csv": _rows_schema(release),
        "cells.csv": {"fields": [_text(name) for name in CELL_COLUMNS], "primaryKey": ["row", "variable"]},
        "decisions.csv": {"fields": [_text(name) for name in DECISION_COLUMNS]},
        "claims.csv": {"fields": [_text(name) for name in COLUMNS], "primaryKey": "claim_id"},
    }
    whole: dict[str, Any] = {
        "name": _name(release.title),
        "title": release.title,
        "version": release.version,
        "profile": "tabular-data-package",
        "description": f"{release.unit.label}: {release.unit.definition} {release.rules.definition}",
        "sources": [{"title": source.title} for source in sorted(release.sources, key=lambda source: source.id)],
        "resources": [
            {
                "name": _name(file.removesuffix(".csv")),
                "path": file,
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "bytes": len(files[file]),
                "hash": f"sha256:{hashlib.sha256(files[file]).hexdigest()}",
                "schema": schema,
            }
            for file, schema in schemas.items()
            if file in files
        ],
    }
    if not whole["sources"]:
        del whole["sources"]
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _rows_schema(release: Release) -> dict[str, Any]:
    fields = [_field(column) for column in columns_of(release)]
    belongs = {"name": "belongs", "type": "number", "constraints": {"minimum": 0, "maximum": 1}}
    return {
        "fields": [_text("row"), *fields, belongs],
        "primaryKey": "row",
        "missingValues": ["", *MISSING.values()],
    }


def _field(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "title": column.label,
        "description": column.variable.definition,
        "type": "number" if column.numeric else "string",
    }


def _text(name: str) -> dict[str, Any]:
    return {"name": name, "type": "string"}


def _name(words: str) -> str:
    letters = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in words.lower())
    return "-".join(filter(None, letters.split("-"))) or "release"
