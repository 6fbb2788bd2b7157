"""Does the command reconcile bare claims without a ledger?"""

import json
from pathlib import Path

from typer.testing import CliRunner

from tests.reconciling.telling import BARE
from thucydides.cli import app

ROWS = [
    BARE | {"id": "a", "source": "gazette", "value": 1234},
    BARE | {"id": "b", "source": "bulletin", "value": 4000, "relation": "adversary", "cites": None},
    BARE | {"id": "c", "source": "page", "value": -3, "relation": "neutral"},
]


def test_bare_claims_give_estimates_as_json(tmp_path: Path) -> None:
    path = tmp_path / "claims.json"
    path.write_text(json.dumps(ROWS))
    result = CliRunner().invoke(app, ["reconcile", "--claims", str(path), "--json"])
    assert result.exit_code == 0
    answers = {answer["category"]: answer for answer in json.loads(result.stdout)}
    assert set(answers["killed"]["q"]) == {"0.025", "0.1", "0.25", "0.5", "0.75", "0.9", "0.975"}
    assert answers["killed"]["median"] == answers["killed"]["q"]["0.5"]
    assert answers["killed"]["direct"]
    assert not answers["total"]["direct"]
    assert answers["killed"]["status"] == "weak"
    assert "negative-figure" in result.stderr


def test_without_json_the_assumption_stands_before_the_numbers(tmp_path: Path) -> None:
    path = tmp_path / "claims.json"
    path.write_text(json.dumps(ROWS))
    lines = CliRunner().invoke(app, ["reconcile", "--claims", str(path)]).stdout.splitlines()
    assert "right on average" in lines[0]
    assert lines[-1].startswith("siege, Reds, killed: ")


def test_a_ledgers_estimates_name_target_concept_and_influence(tmp_path: Path) -> None:
    ledger, page = str(tmp_path / "a.db"), tmp_path / "page.txt"
    page.write_text(
        "Battle of Red Hill\n\nIn the Battle of Red Hill on 11 May 1809, 1,234 French soldiers were killed.\n"
    )
    run = CliRunner().invoke
    assert run(app, ["read", str(page), "--ledger", ledger]).exit_code == 0
    (killed,) = [e for e in json.loads(run(app, ["reconcile", "--ledger", ledger, "--json"]).stdout) if e["direct"]]
    assert (killed["target"], killed["concept"], killed["status"]) == ("France", "killed", "insufficient")
    assert killed["influence"][0]["report"] == killed["accounts"][0]
    assert killed["low"] == killed["q"]["0.1"]
    why = json.loads(run(app, ["why", "Battle of Red Hill", "France killed", "--ledger", ledger, "--json"]).stdout)
    assert why["claims"][0]["claim_id"] == killed["accounts"][0]
    assert why["claims"][0]["alone"]
    words = run(app, ["why", "Battle of Red Hill", "France killed", "--ledger", ledger]).stdout
    assert "All rests on " in words
    assert "all rests on it" in words
    assert "+" not in words.replace("+ ", "")
    assert run(app, ["evaluate", "--hold-out", "--ledger", ledger]).exit_code == 0
    assert run(app, ["evaluate", "--ledger", ledger]).exit_code == 2
