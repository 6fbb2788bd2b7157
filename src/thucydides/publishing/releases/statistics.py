"""How does the table reach Stata, R and data frames, with its labels and its kinds of nothing?"""

import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from thucydides.publishing.releases.columns import Column, Field, columns_of, row_name, written
from thucydides.vocabulary import Absence, Release

STATA_14 = 14
"""The version whose files carry the format number 118: Unicode, up to 32,767 variables."""
_STAMP = re.compile(rb"<timestamp>\x11.{17}</timestamp>", re.DOTALL)
_NO_STAMP = b"<timestamp>\x1101 Jan 1980 00:00</timestamp>"


def stata(release: Release) -> bytes:
    """A Stata file (format 118): labels of variables, coded values with their words, `.a` to `.f` for kinds of nothing.

    Raises ModuleNotFoundError without pandas and pyreadstat.
    """
    import pandas
    import pyreadstat

    columns = columns_of(release)
    codes = {column.name: _codes(release, column) for column in columns if _is_coded(column)}
    fields = {
        column.name: [_for_stata(column.field(row), column, codes.get(column.name)) for row in release.rows]
        for column in columns
    }
    frame = pandas.DataFrame(
        {
            "row": [row_name(row) for row in release.rows],
            **{name: pandas.Series(held, dtype=object) for name, held in fields.items()},
            "belongs": [row.belonging.probability for row in release.rows],
        }
    )
    numbers = [column.name for column in columns if column.numeric or _is_coded(column)]
    letters = {name: _letters(fields[name]) for name in numbers if _letters(fields[name])}
    for name in set(numbers) - set(letters):
        frame[name] = pandas.to_numeric(frame[name]).astype(float)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.dta"
        pyreadstat.write_dta(
            frame, path, version=STATA_14, file_label=release.title[:80],
            column_labels=_labels(columns),
            variable_value_labels={name: _turned(held) for name, held in codes.items()},
            missing_user_values=letters,
        )  # fmt: skip
        # The moment of writing would make two equal releases differ.
        return _STAMP.sub(_NO_STAMP, path.read_bytes(), count=1)


def _labels(columns: Sequence[Column]) -> dict[str, str | None]:
    return {"row": "Row", "belongs": "Belongs", **{column.name: column.label[:80] for column in columns}}


def _turned(codes: Mapping[str, int]) -> dict[int | float, str]:
    return {number: word for word, number in codes.items()}


def _is_coded(column: Column) -> bool:
    return column.variable.kind == "code"


def _codes(release: Release, column: Column) -> dict[str, int]:
    """A number for each word of a coded column, in alphabetical order."""
    words = {written(column.field(row)) for row in release.rows} | set(column.variable.codes)
    return {word: number for number, word in enumerate(sorted(word for word in words if word[:1] != "."), start=1)}


def _for_stata(field: Field, column: Column, codes: Mapping[str, int] | None) -> Any:
    if not column.numeric and codes is None:
        return written(field)
    if field == "":
        return None
    if isinstance(field, str) and field.startswith("."):
        return field[1:]
    return float(codes[written(field)] if codes is not None else field)


def _letters(fields: list[Any]) -> list[str]:
    return sorted({field for field in fields if isinstance(field, str)})


def parquet(release: Release) -> bytes:
    """A Parquet file: each variable typed, null where it has no value, with `…_absent` saying why.

    Labels and definitions are in the metadata of the columns. Raises ModuleNotFoundError without pyarrow.
    """
    import pyarrow
    from pyarrow import parquet as files

    columns = columns_of(release)
    arrays, schema = [], []

    def add(name: str, values: list[Any], kind: Any, label: str, definition: str) -> None:
        arrays.append(pyarrow.array(values, type=kind))
        schema.append(pyarrow.field(name, kind, metadata={"label": label, "definition": definition}))

    add("row", [row_name(row) for row in release.rows], pyarrow.string(), "Row", "What tells it from every other row.")
    for column in columns:
        kind = pyarrow.float64() if column.numeric else pyarrow.string()
        values = [_for_arrow(column.field(row), column) for row in release.rows]
        add(column.name, values, kind, column.label, column.variable.definition)
        if not column.part:
            why = [_why(row.cells[column.variable.name].absence) for row in release.rows]
            said = "Why there is no value; null where there is one."
            add(f"{column.name}_absent", why, pyarrow.string(), f"{column.label}, why absent", said)
    belongs = [row.belonging.probability for row in release.rows]
    add("belongs", belongs, pyarrow.float64(), "Belongs", "How surely the event belongs by the rule set.")
    table = pyarrow.Table.from_arrays(arrays, schema=pyarrow.schema(schema, metadata={"title": release.title}))
    sink = io.BytesIO()
    files.write_table(table, sink, compression="zstd", store_schema=True)
    return sink.getvalue()


def _for_arrow(field: Field, column: Column) -> Any:
    if field == "" or (isinstance(field, str) and field in _CODES):
        return None
    return float(field) if column.numeric else written(field)


def _why(absence: Absence | None) -> str | None:
    return None if absence is None else str(absence)


_CODES = frozenset(f".{letter}" for letter in "abcdef")
