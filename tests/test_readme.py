"""Do the commands that the README shows run as it shows them?"""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from thucydides.desk import demo_documents

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ thucydides (.+?)(?:\s+#.*)?$", README, re.MULTILINE)
WAITING = ("serve", "demo")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README imagines it: an article, and a folder of records."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "records").mkdir()
    for path in demo_documents():
        shutil.copy(path, folder / "article.txt" if "article" in path.name else folder / "records" / path.name)
    return folder


def test_the_readme_shows_the_commands_a_newcomer_needs() -> None:
    assert {shlex.split(command)[0] for command in SHOWN} >= {"read", "show", "claims", "check", "export", "serve"}


@pytest.mark.parametrize("command", SHOWN)
def test_a_command_of_the_readme_does_what_it_says(command: str, folder: Path) -> None:
    words = shlex.split(command)
    if words[0] in WAITING:
        words = [words[0], "--help"]
    start = [sys.executable, "-c", "from thucydides.cli import main; main()"]
    if words[0] != "read" and not (folder / "my.db").exists():
        subprocess.run([*start, *shlex.split(SHOWN[0])], cwd=folder, check=True, capture_output=True)
    done = subprocess.run([*start, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_rooms_that_the_readme_draws_are_the_rooms_that_there_are() -> None:
    rooms = {path.parent.name for path in (Path(__file__).parents[1] / "src" / "thucydides").glob("*/__init__.py")}
    drawn = set(re.findall(r"\b[a-z]+\b", README.partition("## How it is built")[2]))
    assert rooms <= drawn
