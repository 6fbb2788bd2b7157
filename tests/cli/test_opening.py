"""Do the tables that are named before a command reach the answers?"""

import json
from pathlib import Path

from tests.cli.test_commands import run
from thucydides.desk import demo_documents


def test_a_claim_and_an_event_say_which_actor_and_place_is_meant_and_why(tmp_path: Path) -> None:
    ledger = tmp_path / "a.db"
    run("read", *demo_documents(), "--ledger", ledger)
    said = [json.loads(line) for line in run("claims", "--json", "--ledger", ledger).stdout.splitlines()]
    soviet = next(target for claim in said for target in claim.get("targets", ()) if target["id"] == "gw:365")
    assert "cow:365" in soviet["identifiers"]
    assert "names Soviet Union" in soviet["reason"]
    events = json.loads(run("link", "--json", "--ledger", ledger).stdout)
    assert all(event["place_reason"] for event in events if event["place"])
    (khasan,) = [event for event in events if "Khasan" in event["label"] and event["place"]]
    assert (round(khasan["place"]["latitude"]), round(khasan["place"]["longitude"])) == (42, 131)


def test_tables_of_ones_own_are_named_before_the_command(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The Battle of Ozville was fought on 3 May 1901. The Ozians lost 300 killed.\n")
    (tmp_path / "mine.csv").write_text("key,id,name,people,begin\noz,cow:999,Oz,Ozians,1900\n", encoding="utf-8")
    ledger = tmp_path / "a.db"
    answer = run("--authorities", tmp_path / "mine.csv", "read", tmp_path / "page.txt", "--ledger", ledger)
    assert answer.returncode == 0
    told = run("--authorities", tmp_path / "mine.csv", "claims", "--attribute", "loss", "--json", "--ledger", ledger)
    assert json.loads(told.stdout.splitlines()[0])["target_id"] == "cow:999"
    missing = run("--authorities", tmp_path / "none.csv", "show", "--ledger", ledger)
    assert missing.returncode == 2
    assert b"none.csv" in missing.stderr
