"""Which attributes, concepts and codes are there, and what does each mean?

The lists are TOML files beside this module; a new code is a new row there and nothing else.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Attribute:
    """A row of attributes.toml."""

    code: str
    label: str
    definition: str
    value: str
    family: str
    target: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A row of concepts.toml. `parts`: killed, wounded, missing, captured; empty if outside the model."""

    code: str
    label: str
    definition: str
    measure: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Licence:
    """A row of licences.toml. `public`: may what a document says stand in a public file? `owes`: on what terms."""

    code: str
    label: str
    public: bool
    owes: str


def _rows(file: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("thucydides.vocabulary").joinpath(file).read_text(encoding="utf-8"))


ATTRIBUTES: Mapping[str, Attribute] = MappingProxyType(
    {code: Attribute(code, **row) for code, row in _rows("attributes.toml").items()}
)
CONCEPTS: Mapping[str, Concept] = MappingProxyType(
    {
        code: Concept(code, row["label"], row["definition"], row["measure"], tuple(row.get("parts", ())))
        for code, row in _rows("concepts.toml").items()
    }
)
CODES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {name: MappingProxyType(codes) for name, codes in _rows("codes.toml").items()}
)
LICENCES: Mapping[str, Licence] = MappingProxyType(
    {code: Licence(code, **row) for code, row in _rows("licences.toml").items()}
)
FATES = frozenset(CODES["fate"])
POPULATIONS = frozenset(CODES["population"])
RELATIONS = frozenset(CODES["relation"])

_ORDER = {code: place for place, code in enumerate(CONCEPTS)}


def mixed(*concepts: str) -> str:
    """Several concepts as one, in the order of the list: `dead+missing`."""
    return "+".join(sorted(set(concepts), key=_ORDER.__getitem__))
