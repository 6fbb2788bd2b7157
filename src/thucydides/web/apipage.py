"""Which questions does the API answer, for a person who wants to ask them from a program?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """One parameter of a question: where it goes, its name, what it may be."""

    name: str
    place: str
    sort: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A method at an address, with what it does. `example`: an address that can be followed; empty for a change."""

    method: str
    path: str
    does: str
    asked: tuple[Asked, ...]
    example: str


def calls_of(schema: Mapping[str, Any], address: str) -> tuple[Call, ...]:
    """Every call of an OpenAPI schema, in its order."""
    return tuple(
        _call(method, path, said, address)
        for path, methods in schema["paths"].items()
        for method, said in methods.items()
    )


def _call(method: str, path: str, said: Mapping[str, Any], address: str) -> Call:
    followed = (
        method == "get" and "{" not in path and not any(one.get("required") for one in said.get("parameters", ()))
    )
    does = str(said.get("description") or said.get("summary", ""))
    return Call(method.upper(), f"{address}{path}", does, tuple(_asked(said)), f"{address}{path}" if followed else "")


def _asked(said: Mapping[str, Any]) -> Iterator[Asked]:
    for one in said.get("parameters", ()):
        yield Asked(one["name"], one["in"], _sort(one.get("schema", {})), bool(one.get("required")))


def _sort(schema: Mapping[str, Any]) -> str:
    """What a value may be, in a few words."""
    if several := schema.get("anyOf"):
        return " or ".join(filter(None, (_sort(one) for one in several if one.get("type") != "null")))
    words = str(schema.get("format") or schema.get("type", "text")).replace("string", "text")
    bounds = [f"{name} {schema[key]:,}" for name, key in (("from", "minimum"), ("to", "maximum")) if key in schema]
    return " ".join((words, *bounds))
