"""Which rule sets and units of analysis are there, and what does a researcher's own file say?"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from thucydides.vocabulary import CannotRead, Condition, RuleSet, Unit, Variable

LONGEST_NAME = 32
"""Characters of a variable's name that Stata takes."""
KINDS = frozenset({"text", "code", "number", "count", "measure", "date"})
"""A number and a date have bounds; a count and a measure have none."""


def rule_sets() -> tuple[str, ...]:
    """The names of the rule sets that come with the program."""
    return _names("rules")


def units() -> tuple[str, ...]:
    """The names of the units of analysis that come with the program."""
    return _names("units")


def rule_set(name: str) -> RuleSet:
    """The rule set of that name, or of the TOML file at that path. Raises CannotRead, which says what is wrong."""
    table, where = _table("rules", name)
    conditions = tuple(
        Condition(test=_needed(row, "test", where), says=_needed(row, "says", where), of=_rest(row, "test", "says"))
        for row in table.get("condition", ())
    )
    if not conditions:
        raise CannotRead(f"{where}: a rule set needs at least one [[condition]] with test and says")
    return RuleSet(conditions=conditions, **_head(table, where, "name", "label", "definition", "source"))


def unit_named(name: str) -> Unit:
    """The unit of analysis of that name, or of the TOML file at that path. Raises CannotRead."""
    table, where = _table("units", name)
    variables = tuple(_variable(row, where) for row in table.get("variable", ()))
    names = [variable.name for variable in variables]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise CannotRead(f"{where}: two variables are called {twice[0]!r}")
    return Unit(variables=variables, **_head(table, where, "name", "label", "definition", "rows"))


def _variable(row: Mapping[str, Any], where: str) -> Variable:
    name = _needed(row, "name", where)
    if len(name) > LONGEST_NAME or not name.isidentifier() or not name.isascii():
        raise CannotRead(
            f"{where}: {name!r} is no name for a variable; use letters, digits and _, at most {LONGEST_NAME}"
        )
    kind = row.get("kind", "text")
    if kind not in KINDS:
        raise CannotRead(f"{where}, {name}: the kind is {kind!r}; expected one of {', '.join(sorted(KINDS))}")
    return Variable(
        name=name,
        label=_needed(row, "label", where),
        definition=_needed(row, "definition", where),
        pick=_needed(row, "pick", where),
        kind=kind,
        codes={str(code): meaning for code, meaning in row.get("codes", {}).items()},
        of={key: str(value) for key, value in _rest(row, *_COLUMN).items()},
    )


_COLUMN = ("name", "label", "definition", "pick", "kind", "codes")


def _table(folder: str, name: str) -> tuple[dict[str, Any], str]:
    if name in _names(folder):
        return tomllib.loads((_home(folder) / f"{name}.toml").read_text(encoding="utf-8")), name
    path = Path(name)
    if path.suffix != ".toml":
        raise CannotRead(
            f"there is no {name!r}; there are {', '.join(_names(folder))}, and any TOML file of your own by its path"
        )
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), str(path)
    except (OSError, UnicodeDecodeError) as problem:
        raise CannotRead(f"{path} cannot be read: {problem}") from problem
    except tomllib.TOMLDecodeError as problem:
        raise CannotRead(f"{path} is not TOML: {problem}") from problem


def _names(folder: str) -> tuple[str, ...]:
    return tuple(sorted(_stems(folder)))


def _stems(folder: str) -> Iterator[str]:
    for entry in _home(folder).iterdir():
        if entry.name.endswith(".toml"):
            yield entry.name.removesuffix(".toml")


def _home(folder: str) -> Any:
    return files("thucydides.coding") / folder


def _head(table: Mapping[str, Any], where: str, *keys: str) -> dict[str, str]:
    return {key: _needed(table, key, where) for key in keys}


def _needed(row: Mapping[str, Any], key: str, where: str) -> str:
    if not isinstance(row.get(key), str) or not row[key].strip():
        named = f" of {row['name']!r}" if isinstance(row.get("name"), str) else ""
        raise CannotRead(f"{where}: {key!r}{named} is missing or no text")
    return str(row[key])


def _rest(row: Mapping[str, Any], *known: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in known}
