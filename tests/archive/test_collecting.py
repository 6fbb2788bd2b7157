"""Is every readable thing collected, and every unreadable one refused with a sentence?"""

import io
import os
from pathlib import Path

import pytest

from thucydides.archive import Refusal, collect
from thucydides.archive import collecting as collecting_module
from thucydides.vocabulary import Document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/z.txt", "a/b/c.html", ".hidden.txt", ".git/config"):
        path = tmp_path / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The words of {name}.")
    return tmp_path / "papers"


def _names(found: object) -> list[str]:
    return [item.name for item in found]  # type: ignore[attr-defined]


def test_a_folder_is_read_in_sorted_order_under_the_paths_below_it(folder: Path) -> None:
    assert _names(collect([folder])) == ["a/b/c.html", "a/z.txt", "b.txt"]


def test_a_file_is_known_by_its_own_name(folder: Path) -> None:
    assert _names(collect([folder / "a" / ".." / "b.txt", str(folder / "a" / "z.txt")])) == ["b.txt", "z.txt"]


def test_a_hidden_file_is_read_only_when_it_is_named(folder: Path) -> None:
    assert _names(collect([folder / ".hidden.txt"])) == [".hidden.txt"]


def test_a_dash_is_standard_input() -> None:
    (found,) = collect(["-"], stdin=io.BytesIO(b"The fort fell."))
    assert isinstance(found, Document)
    assert (found.name, found.content) == ("standard input", b"The fort fell.")


def test_standard_input_that_is_not_there_is_refused() -> None:
    (found,) = collect(["-"])
    assert isinstance(found, Refusal)


@pytest.mark.parametrize("path", ["", "no such file.txt", "nul\0byte", "x" * 5_000])
def test_a_path_that_leads_nowhere_is_refused_and_the_rest_goes_on(path: str, folder: Path) -> None:
    refusal, document = collect([path, folder / "b.txt"])
    assert isinstance(refusal, Refusal)
    assert refusal.reason.endswith(".")
    assert isinstance(document, Document)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (found,) = collect([tmp_path])
    assert isinstance(found, Refusal)
    assert "holds no file" in found.reason


def test_a_link_that_leads_back_or_nowhere_does_not_stop_the_folder(folder: Path) -> None:
    (folder / "a" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "lost.txt").symlink_to(folder / "gone.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = list(collect([folder]))
    refused = {item.name for item in found if isinstance(item, Refusal)}
    assert refused == {"lost.txt", "self.txt"}
    assert sum(isinstance(item, Document) for item in found) == 3


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (found,) = collect([tmp_path / "pipe"])
    assert isinstance(found, Refusal)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    assert any(isinstance(item, Refusal) and item.name == "b.txt" for item in collect([folder]))


def test_what_is_too_large_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(collecting_module, "LARGEST", 5)
    (refusal,) = collect([folder / "b.txt"])
    assert isinstance(refusal, Refusal)
    assert "may have 5;" in refusal.reason
    (refusal,) = collect(["-"], stdin=io.BytesIO(b"more than five"))
    assert isinstance(refusal, Refusal)
