"""Does everybody come in by the front door, and does every module open with its question?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "thucydides"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = sorted(folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists())


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room_of(module: Path) -> str:
    return module.relative_to(SOURCE).parts[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_nobody_imports_past_a_front_door(module: Path) -> None:
    past = [
        name
        for name in imported(module)
        if name.startswith("thucydides.") and name.count(".") > 1 and name.split(".")[1] != room_of(module)
    ]
    assert not past, f"{module.name} imports {past}; import from the room's front door"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_a_module_opens_with_a_sentence_that_says_what_it_answers(module: Path) -> None:
    first = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]
    assert first.endswith(("?", ".")), f"{module}: {first!r}"
    if module.name not in ("__init__.py", "errors.py"):
        assert first.endswith("?"), f"{module} does not open with its question: {first!r}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_only_the_archive_may_fetch(module: Path) -> None:
    """import-linter cannot tell urllib.parse, which splits addresses, from urllib.request, which opens them."""
    assert room_of(module) == "archive" or "urllib.request" not in set(imported(module))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_front_door_that_says_its_duty_and_what_it_lets_out(room: str) -> None:
    door = ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8"))
    words = ast.get_docstring(door) or ""
    assert "Duty:" in words
    assert ">>>" in words
    assert any(isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__" for node in door.body)


@pytest.mark.parametrize("room", ROOMS)
def test_the_example_of_a_front_door_runs(room: str) -> None:
    import doctest
    import importlib

    results = doctest.testmod(importlib.import_module(f"thucydides.{room}"))
    assert results.attempted > 0
    assert results.failed == 0


def test_no_module_is_called_by_what_it_is_not() -> None:
    nothing = {"utils", "helpers", "common", "core", "base", "manager", "misc"}
    assert not [module for module in MODULES if module.stem in nothing or module.parent.name in nothing]
