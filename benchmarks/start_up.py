"""How long until a command answers, against importing the command-line library alone?"""

import subprocess
import sys

from benchmarks.timing import in_turn

ROUNDS = 9


def start_up() -> list[str]:
    """`thucydides --version` against `python -c "import typer"`"""
    ours = [sys.executable, "-c", "from thucydides.cli import main; main()", "--version"]
    peer = [sys.executable, "-c", "import typer"]

    def run(command: list[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    mine, theirs = in_turn(lambda: run(ours), lambda: run(peer), rounds=ROUNDS)
    return [f"{mine * 1000:.0f} ms against {theirs * 1000:.0f} ms: ratio {mine / theirs:.2f}"]
