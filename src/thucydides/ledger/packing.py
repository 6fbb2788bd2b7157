"""How is a noun written down so that exactly the same noun can be read back?

By the types of its own fields: a new noun, or a new field, needs no line here. Fields at their default are left out.
"""

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
Turn = Callable[[Any], Any]


class Writer(NamedTuple):
    """The two directions of one type."""

    pack: Turn
    unpack: Turn


def packed(noun: object) -> str:
    """A noun as JSON, always the same for the same noun."""
    return json.dumps(_writer(type(noun)).pack(noun), separators=(",", ":"), sort_keys=True)


def unpacked(kind: type[Noun], words: str) -> Noun:
    """The noun that was packed."""
    return cast(Noun, _writer(kind).unpack(json.loads(words)))


def packed_all(nouns: tuple[object, ...]) -> str:
    """Several nouns as one JSON list."""
    return json.dumps([_writer(type(noun)).pack(noun) for noun in nouns], separators=(",", ":"), sort_keys=True)


def unpacked_all(kind: type[Noun], words: str) -> tuple[Noun, ...]:
    """The nouns that were packed together."""
    return tuple(map(_writer(kind).unpack, json.loads(words)))


def packed_part(noun: object, *, leaving: tuple[str, ...]) -> str:
    """A noun as JSON without some of its fields, which are kept elsewhere."""
    whole = {part.name: getattr(noun, part.name) for part in fields(cast(Any, noun)) if part.name not in leaving}
    hints = _hints_of(type(noun))
    defaults = {part.name: _default(part) for part in fields(cast(Any, noun))}
    held = {name: _writer(hints[name]).pack(value) for name, value in whole.items() if value != defaults[name]}
    return json.dumps(held, separators=(",", ":"), sort_keys=True)


def unpacked_part(kind: type[Noun], words: str, **others: object) -> Noun:
    """The noun that was packed in part, with its other fields given."""
    values = json.loads(words)
    noun = object.__new__(kind)
    for part in fields(cast(Any, kind)):
        name = part.name
        known = _writer(_hints_of(kind)[name]).unpack(values[name]) if name in values else _default(part)
        object.__setattr__(noun, name, others.get(name, known))
    return noun


def _hints_of(kind: Any) -> dict[str, Any]:
    return _hints(kind)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _writer(kind: Any) -> Writer:
    return _known_writer(kind)


@cache
def _known_writer(kind: Any) -> Writer:
    for suits, writer in _WRITERS:
        if suits(kind):
            return writer(kind)
    raise TypeError(f"{kind} has no written form")


def _same(_kind: Any) -> Writer:
    return Writer(lambda value: value, lambda value: value)


def _enum(kind: type[Enum]) -> Writer:
    return Writer(lambda member: member.value, kind)


def _row(kind: Any) -> Writer:
    return Writer(list, lambda values: kind(*values))


def _tuple(kind: Any) -> Writer:
    part = _writer(get_args(kind)[0])
    return Writer(
        lambda values: [part.pack(value) for value in values], lambda values: tuple(part.unpack(v) for v in values)
    )


def _union(kind: Any) -> Writer:
    """None stays None; where several nouns are possible, each is written with its name."""
    kinds = [member for member in get_args(kind) if member is not NoneType]
    if len(kinds) == 1:
        only = _writer(kinds[0])
        return Writer(
            lambda value: None if value is None else only.pack(value),
            lambda value: None if value is None else only.unpack(value),
        )
    named = {member.__name__: member for member in kinds}
    return Writer(
        lambda value: {type(value).__name__: _writer(type(value)).pack(value)},
        lambda tagged: next(_writer(named[name]).unpack(inside) for name, inside in tagged.items()),
    )


def _dataclass(kind: Any) -> Writer:
    hints = _hints_of(kind)
    plan = [(part.name, _writer(hints[part.name]), _default(part)) for part in fields(kind) if part.init]
    remembered = [(part.name, part.default) for part in fields(kind) if not part.init]

    def pack(noun: object) -> dict[str, Any]:
        held = ((name, writer, getattr(noun, name), default) for name, writer, default in plan)
        return {name: writer.pack(value) for name, writer, value, default in held if value != default}

    def unpack(values: dict[str, Any]) -> object:
        # What is kept was proved when it was made: a stricter grammar of today must not make a ledger unreadable.
        noun = object.__new__(kind)
        for name, writer, default in plan:
            object.__setattr__(noun, name, writer.unpack(values[name]) if name in values else default)
        for name, empty in remembered:
            object.__setattr__(noun, name, empty)
        return noun

    return Writer(pack, unpack)


def _default(part: "Field[Any]") -> Any:
    return part.default if part.default is not MISSING else _REQUIRED


_REQUIRED = object()
_PLAIN = (str, int, float, bool)
_WRITERS: tuple[tuple[Callable[[Any], bool], Callable[[Any], Writer]], ...] = (
    (lambda kind: kind in _PLAIN, _same),
    (lambda kind: get_origin(kind) in (Union, UnionType), _union),
    (lambda kind: get_origin(kind) is tuple, _tuple),
    (is_dataclass, _dataclass),
    (lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _enum),
    (lambda kind: isinstance(kind, type) and issubclass(kind, tuple), _row),
)
