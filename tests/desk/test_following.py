"""Are pages shown at once while another process brings the understanding up to date?"""

import os
import signal
from pathlib import Path

import pytest

from thucydides.desk import Desk, following

FIRST = "The Battle of Zenda was fought on 3 May 1911 between France and Spain. France lost 120 men killed."
SECOND = "The Battle of Strelsau was fought on 9 June 1911 between France and Spain. Spain lost 90 men killed."


def test_what_was_read_meanwhile_is_shown_once_it_was_understood_behind(tmp_path: Path) -> None:
    for name, words in (("one.txt", FIRST), ("two.txt", SECOND)):
        (tmp_path / name).write_text(words)
    with Desk.at(tmp_path / "war.db") as desk:
        list(desk.read([tmp_path / "one.txt"]))
        desk.follow_behind()
        shown = desk.index()
        assert desk.following().current
        list(desk.read([tmp_path / "two.txt"]))
        assert desk.index() == shown
        assert not desk.following().current
        assert desk._upkeep.follower is not None
        desk._upkeep.follower.wait()
        assert desk.following().problem == ""
        assert desk.following().current
        assert len(desk.index()) > len(shown)


def test_the_outcome_is_the_same_as_when_it_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(FIRST)
    with Desk.at(tmp_path / "behind.db") as behind, Desk.at(tmp_path / "prompt.db") as prompt:
        behind.follow_behind()
        for desk in (behind, prompt):
            list(desk.read([tmp_path / "one.txt"]))
            desk.refresh()
        assert behind._upkeep.follower is not None
        behind._upkeep.follower.wait()
        assert behind.digest() == prompt.digest()


def test_a_follower_that_was_killed_is_replaced_and_pages_are_shown_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "PAUSE", 0.0)
    with Desk.at(tmp_path / "war.db") as desk:
        desk.take("one.txt", FIRST.encode())
        desk.follow_behind()
        shown = desk.index()
        follower = desk._upkeep.follower
        assert follower is not None
        desk.take("two.txt", SECOND.encode())
        assert desk.index() == shown
        (process,) = follower._workers._processes
        os.kill(process, signal.SIGKILL)
        follower.wait()
        assert desk.following().problem
        assert desk.index() == shown
        follower.wait()
        assert desk.following().current
        assert len(desk.index()) > len(shown)
