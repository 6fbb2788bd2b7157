"""Is a claim that a person reads held to the laws of any other, kept through a replay, and gone when taken back?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from thucydides.desk import Desk, Marked, log_line
from thucydides.vocabulary import ClaimRefused, Count, InventedWords, QuoteNotInText, WrongNumber

PAGE = (
    "Battle of Marrowfield\n\nThe Battle of Marrowfield was fought on 3 May 1711. Sweden lost 1,234 killed. "
    "Old Petter counted some 40 waggons left behind by Denmark; Petter says so.\n"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "marrow.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def desk(tmp_path: Path, page: Path) -> Iterator[Desk]:
    with Desk.at(tmp_path / "war.db") as desk:
        assert not [taken.refused for taken in desk.read([page]) if taken.refused]
        yield desk


def document(desk: Desk) -> str:
    return desk.documents()[0].id


def own(desk: Desk, words: str = "40", **more: str) -> str:
    held = {"attribute": "strength", "event": "Battle of Marrowfield", "target": "Denmark", "claimant": "Petter"} | more
    return desk.mark(document(desk), Marked(words=words, **held), who="Ann Berg", why="it is said").claim


def killed(desk: Desk) -> str:
    (linked,) = desk.claims(attribute="loss")
    return linked.claim.id


def test_a_claim_of_ones_own_stands_beside_the_others_with_its_evidence(desk: Desk) -> None:
    before = {linked.claim.id for linked in desk.claims()}
    made = desk.claim(own(desk, "some 40")).claim
    assert {linked.claim.id for linked in desk.claims()} == before | {made.id}
    assert made.value == Count.about(40, as_written="some 40")
    assert (made.reader, str(made.target), made.attribution.claimant) == ("person/Ann-Berg", "Denmark", "Petter")
    made.verify(desk.page(document(desk)).text)


@pytest.mark.parametrize(
    ("words", "more", "kind"),
    [
        ("40", {"value": "400"}, WrongNumber),
        ("41", {}, QuoteNotInText),
        ("Petter", {"attribute": "place"}, QuoteNotInText),
        ("40", {"target": "Saxony"}, InventedWords),
        ("40", {"claimant": "Clodfelter"}, InventedWords),
        ("Old Petter", {}, WrongNumber),
        ("40", {"attribute": "moons"}, ClaimRefused),
        ("40", {"event": "Battle of Elsewhere"}, ClaimRefused),
        (" ", {}, ClaimRefused),
    ],
)
def test_what_the_words_do_not_carry_is_refused_and_leaves_no_trace(desk: Desk, words, more, kind) -> None:
    before = desk.digest()
    with pytest.raises(kind):
        own(desk, words, **more)
    assert (desk.digest(), desk.review.log()) == (before, ())


def test_a_corrected_span_takes_the_place_of_the_claim_and_keeps_its_evidence(desk: Desk) -> None:
    former = desk.claim(killed(desk)).claim
    marked = Marked(words="1,234", attribute="loss", instead=former.id)
    made = desk.claim(desk.mark(former.document, marked, who="Ann").claim).claim
    assert (made.quote, made.value, made.target, made.counted) == (
        "1,234", former.value, former.target, former.counted,
    )  # fmt: skip
    if made.id != former.id:
        assert desk.statuses([former.document])[former.id] == "corrected"


def test_a_corrected_claim_moves_no_estimate_and_the_one_in_its_place_does(desk: Desk) -> None:
    former = killed(desk)
    marked = Marked(words="1,234", attribute="loss", concept="wounded", instead=former)
    made = desk.mark(document(desk), marked, who="Ann").claim
    assert desk.claim(made).claim.counted.concept == "wounded"
    told = desk.estimates().told
    assert made in {report.id for report in told.reports}
    if made != former:
        assert former not in {report.id for report in told.reports}


def test_taking_it_back_leaves_the_ledger_as_it_was(desk: Desk) -> None:
    before = desk.digest()
    own(desk)
    desk.mark(document(desk), Marked(words="1,234", attribute="loss", concept="wounded", instead=killed(desk)), who="A")
    assert desk.digest() != before
    while desk.review.in_force():
        desk.review.undo(desk.review.in_force()[-1].id, why="no")
    assert desk.digest() == before


def test_a_replayed_log_reads_the_same_over_the_raw_document(desk: Desk, page: Path, tmp_path: Path) -> None:
    own(desk)
    desk.mark(document(desk), Marked(words="1,234", attribute="loss", concept="wounded", instead=killed(desk)), who="A")
    lines = [log_line(decision) for decision in desk.review.log()]
    with Desk.at(tmp_path / "again.db") as again:
        for _ in again.read([page]):
            pass
        again.review.replay(lines)
        assert again.digest() == desk.digest()
    with Desk.at(tmp_path / "late.db") as late:
        late.review.replay(lines)
        for _ in late.read([page]):
            pass
        assert late.digest() == desk.digest()


def test_another_ledger_takes_it_over(desk: Desk, tmp_path: Path) -> None:
    own(desk)
    with Desk.at(tmp_path / "other.db") as other:
        other.merge(tmp_path / "war.db")
        assert other.digest() == desk.digest()


def test_reading_the_document_again_does_not_lose_it(desk: Desk, page: Path) -> None:
    made = own(desk)
    before = desk.digest()
    for _ in desk.read([page]):
        pass
    assert desk.digest() == before
    assert desk.claim(made)
