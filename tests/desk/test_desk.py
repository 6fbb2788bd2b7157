"""Do documents become one understanding, in whatever order they are read?"""

import itertools
from pathlib import Path

import pytest

from thucydides.desk import Ambiguous, Desk, NotFound, claim_row, demo_documents

WITNESSES = demo_documents()


def read(ledger: Path, *batches: tuple[Path, ...]) -> Desk:
    for batch in batches:
        with Desk.at(ledger) as desk:
            assert not [taken for taken in desk.read(batch) if taken.refused]
            desk.refresh()
    return Desk.over(ledger)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return read(tmp_path_factory.mktemp("ledger") / "both.db", WITNESSES)


def test_any_order_and_split_of_reading_gives_the_same_events_ids_and_findings(tmp_path: Path, desk: Desk) -> None:
    for number, order in enumerate(itertools.permutations(WITNESSES)):
        for batches in ((order,), tuple((path,) for path in order)):
            other = read(tmp_path / f"{number}-{len(batches)}.db", *batches)
            assert other.tree() == desk.tree()
            assert [claim_row(linked) for linked in other.claims()] == [claim_row(linked) for linked in desk.claims()]
            assert other.check() == desk.check()
            assert other.digest() == desk.digest()


def test_reading_twice_adds_nothing(tmp_path: Path, desk: Desk) -> None:
    again = read(tmp_path / "twice.db", WITNESSES, WITNESSES)
    assert again.digest() == desk.digest()
    assert len(again.claims()) == len(desk.claims())


def test_every_quote_is_the_text_at_its_offsets(desk: Desk) -> None:
    for entry in desk.documents():
        page = desk.page(entry.name)
        for linked in page.claims:
            linked.claim.verify(page.text)
            assert page.text.content[linked.claim.span.start : linked.claim.span.end] == linked.claim.quote


def test_an_event_is_found_by_its_id_by_the_beginning_of_it_and_by_its_label(desk: Desk) -> None:
    for entry in desk.index():
        assert desk.record(entry.event.id).event == entry.event
    labels = [entry.event.label for entry in desk.index()]
    alone = next(label for label in labels if labels.count(label) == 1)
    assert desk.record(alone.upper()).event.label == alone


def test_an_unknown_event_is_answered_with_a_sentence(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no event goes by 'Battle of Nowhere'"):
        desk.record("Battle of Nowhere")


def test_an_ambiguous_beginning_lists_the_candidates(desk: Desk) -> None:
    ids = [entry.event.id for entry in desk.index()]
    common = ids[0].partition(":")[0] + ":"
    if sum(id.startswith(common) for id in ids) > 1:
        with pytest.raises(Ambiguous) as problem:
            desk.record(common)
        assert len(problem.value.candidates) > 1


def test_the_demonstration_is_one_war_seen_by_two_documents(desk: Desk) -> None:
    shared = [entry for entry in desk.index() if entry.documents == 2]
    assert shared, "the two documents tell of one war"
    record = desk.record(max(shared, key=lambda entry: entry.claims).event.id)
    assert len({linked.claim.document for linked in record.claims}) == 2
