"""Can one ask who lost more in an event, and how the estimated losses of events are distributed?"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from thucydides.cli import app
from thucydides.desk import Desk, NothingToAnalyse

PAGE = """Battle of Red Hill

The Battle of Red Hill was fought between France and Austria on 11 May 1809.

France had 40,000 men. Austria had 50,000 men. According to French archives, 1,234 French soldiers were killed.
According to Austrian archives, 4,100 Austrian soldiers were killed.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Path]:
    path, page = tmp_path / "a.db", tmp_path / "page.txt"
    page.write_text(PAGE)
    with Desk.at(path) as desk:
        assert not [taken.refused for taken in desk.read([page]) if taken.refused]
    yield path


def test_sides_are_held_against_each_other_draw_by_draw(ledger: Path) -> None:
    done = CliRunner().invoke(app, ["analyse", "exchange", "Battle of Red Hill", "--ledger", str(ledger), "--json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.output)
    (pair,) = found["exchanges"]
    first = next(side for side in found["sides"] if side["number"] == pair["first"])
    killed = pair["losses"]["killed"]
    wanted = 1234 / 4100 if first["parties"] == ["France"] else 4100 / 1234
    assert killed["low"] < wanted < killed["high"]
    assert killed["median"] == pytest.approx(wanted, rel=0.2)
    each = [side["losses"]["killed"] for side in found["sides"]]
    spread = sum((side["high"] / side["low"] - 1) ** 2 for side in each) ** 0.5
    assert killed["high"] / killed["low"] - 1 == pytest.approx(spread, rel=0.25), "two parties err apart"
    assert pair["force"]["median"] == pytest.approx(0.8 if first["parties"] == ["France"] else 1.25)
    assert first["casualty_rate"]["low"] > 0
    assert found["magnitude"]["low"] < 3.73 < found["magnitude"]["high"]
    assert (
        CliRunner().invoke(app, ["analyse", "exchange", "Battle of Red Hill", "--ledger", str(ledger)]).exit_code == 0
    )


def test_an_event_without_two_sides_is_answered_with_what_is_missing(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Battle of Blue Hill\n\nIn the Battle of Blue Hill on 3 June 1809, 70 French soldiers were killed.\n"
    )
    with Desk.at(tmp_path / "b.db") as desk:
        list(desk.read([page]))
        with pytest.raises(NothingToAnalyse, match="no two sides"):
            desk.analysing.exchange("Battle of Blue Hill")


def test_the_exponent_carries_what_is_uncertain_in_the_sizes(tmp_path: Path) -> None:
    with Desk.at(tmp_path / "c.db") as desk:
        for number in range(1, 31):
            page = tmp_path / f"page{number}.txt"
            killed = round(60_000 / number**1.5)
            page.write_text(
                f"Battle of Hill {number}\n\nThe Battle of Hill {number} was fought between France and Austria on "
                f"{number} May {1800 + number}. According to French archives, {killed:,} French soldiers were killed.\n"
            )
            assert not [taken.refused for taken in desk.read([page]) if taken.refused]
    words = ("analyse", "severity", "--of", "estimates", "--replicates", "20", "--json", "--ledger")
    answer = CliRunner().invoke(app, [*words, str(tmp_path / "c.db")])
    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.output)
    assert {"alpha", "xmin", "n_tail", "p"} <= found.keys()
    middle, low, high = found["propagated"]
    assert low < middle < high
    assert found["events"] == 30
    with Desk.over(tmp_path / "c.db") as desk, pytest.raises(NothingToAnalyse, match="casualties"):
        desk.analysing.estimated_severity("courage")
