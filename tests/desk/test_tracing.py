"""Is a record that repeats a data set's figures one witness with it?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from thucydides.coding import rows_of, rule_set, unit_named
from thucydides.desk import Desk, NotFound, Ruling, tracing
from thucydides.desk.dossiers import dossiers
from thucydides.vocabulary import Answer, CopySort, Relation, Subject

PAGE = """Battle of Marrowfield

The Battle of Marrowfield was fought between Sweden and Poland on 3 May 1711.
The Swedish army crossed the frozen river before dawn and met the Polish horse on the heath beyond the mill.
Sweden lost 20 killed and Poland lost 300 killed. The fighting went on until the bridge was burnt in the evening.
"""
OTHER = """Battle of Marrowfield

The Battle of Marrowfield was fought on 3 May 1711.
Of this day no two chroniclers tell the same, and the parish registers are silent. Sweden lost 20 killed.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.at(tmp_path / "war.db") as desk:
        yield desk


def keep(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def relations(desk: Desk) -> set[Relation]:
    killed = {linked.claim.id for linked in desk.claims(attribute="loss")}
    return {pair.relation for _, pair in desk.compare() if {pair.a, pair.b} <= killed}


def test_a_page_and_its_mirror_are_one_witness(desk: Desk, tmp_path: Path) -> None:
    page = keep(tmp_path, "page.txt", PAGE)
    mirror = keep(tmp_path, "mirror.txt", f"{PAGE}Copied from elsewhere with thanks.\n")
    assert not [taken.refused for taken in desk.read([page, mirror]) if taken.refused]
    (event,) = {linked.event.id for linked in desk.claims(attribute="loss")}
    assert len(desk.claims(attribute="loss")) == 4
    assert [len(lineage.claims) for lineage in desk.lineages(event)] == [2, 2]
    reasons = {copy.sort: copy.reason for lineage in desk.lineages(event) for copy in lineage.copies}
    assert "share" in reasons[CopySort.PAGE_COPY]
    assert relations(desk) == {Relation.ECHO}
    assert any(pair.relation is Relation.ECHO for _, pair in desk.compare(event) if "1711" in pair.why)


def test_the_events_that_are_compared_may_be_named(desk: Desk, tmp_path: Path) -> None:
    list(desk.read([keep(tmp_path, "page.txt", PAGE), keep(tmp_path, "other.txt", OTHER)]))
    assert list(desk.compare("Battle of Marrowfield")) == list(desk.compare())
    with pytest.raises(NotFound):
        desk.compare("Battle of Nowhere")


SEED = Path("../shared/seeds/khalkin-gol-1939-record.txt")
COW = Path("../shared/data/cow/Inter-StateWarData_v4.0.csv")


@pytest.mark.skipif(not (SEED.exists() and COW.exists()), reason=f"{SEED} or {COW} is not here")
def test_a_record_that_cites_a_data_set_and_has_its_figures_is_one_witness_with_it(desk: Desk) -> None:
    list(desk.read([SEED]))
    list(desk.import_tables([COW], kind="cow-inter"))
    (event,) = {linked.event.id for linked in desk.claims(document=SEED.name, attribute="loss")}
    repeated = {}
    for lineage in desk.lineages(event):
        root = desk.claim(lineage.root)
        for copy in lineage.copies:
            if copy.sort is CopySort.COINCIDENCE:
                repeated[str(root.claim.value)] = root.source.id, desk.claim(copy.claim).document_name, copy.reason
    assert set(repeated) == {"20000", "5000", "3000"}
    for source, document, reason in repeated.values():
        assert (source, document) == ("source:cow", SEED.name)
        assert "they share 2 more figures" in reason
        assert "names COW among its sources" in reason


def test_estimates_count_the_same_witnesses_as_the_comparison(desk: Desk, tmp_path: Path) -> None:
    pages = [
        keep(tmp_path, name, words)
        for name, words in (("page.txt", PAGE), ("mirror.txt", f"{PAGE}Copied from elsewhere.\n"), ("other.txt", OTHER))
    ]
    list(desk.read(pages))
    known = desk.estimates()
    (event,) = {linked.event.id for linked in desk.claims(attribute="loss")}
    assert known.lineages == desk.lineages(event)
    (mirrored,) = [each for each in known.of(event) if each.direct and len(each.accounts) == 2]
    assert mirrored.lineages == 1, "a page and its mirror"
    assert sorted(bool(each.repeats) for each in mirrored.influences) == [False, True]


def attested(desk: Desk, attribute: str, whose: str = "") -> str:
    """What the record of the only event says of its witnesses in a slot."""
    (entry,) = desk.index()
    record = desk.record(entry.event.id)
    held = [linked for linked in record.claims if linked.claim.attribute == attribute]
    return str(record.attestation(one for one in held if not whose or whose in [actor.name for actor in one.targets]))


def test_a_mirror_is_no_second_witness_of_a_date_or_of_who_fought(desk: Desk, tmp_path: Path) -> None:
    page, mirror = keep(tmp_path, "page.txt", PAGE), keep(tmp_path, "mirror.txt", f"{PAGE}Copied with thanks.\n")
    list(desk.read([page, mirror]))
    assert attested(desk, "date") == attested(desk, "belligerent", "Sweden") == "1 witness"
    list(desk.read([keep(tmp_path, "other.txt", OTHER)]))
    assert attested(desk, "date") == "2 witnesses, none known to copy another"


def test_a_figure_in_common_makes_two_pages_one_witness_of_it_and_not_of_the_date(desk: Desk, tmp_path: Path) -> None:
    list(desk.read([keep(tmp_path, "page.txt", PAGE), keep(tmp_path, "other.txt", OTHER)]))
    assert attested(desk, "loss", "Sweden") == "1 witness"
    assert attested(desk, "date") == "2 witnesses, none known to copy another"


LATER = (
    "Battle of Marrowfield\n\nThe Battle of Marrowfield was fought on 5 May 1711. Sweden lost 41 killed.\n",
    "Battle of Marrowfield\n\nThe Battle of Marrowfield took place on 5 May 1711. Poland lost 207 killed there.\n",
)


def test_a_release_gives_the_day_that_most_witnesses_say_and_not_the_one_that_was_copied_most(
    desk: Desk, tmp_path: Path
) -> None:
    copies = [keep(tmp_path, f"mirror{number}.txt", f"{PAGE}Copied {number} times.\n") for number in (1, 2)]
    later = [keep(tmp_path, f"{place}.txt", words) for place, words in enumerate(LATER)]
    assert not [one.refused for one in desk.read([keep(tmp_path, "page.txt", PAGE), *copies, *later]) if one.refused]
    (dossier,) = dossiers(desk._ledger, desk.estimates())
    (row,) = rows_of([dossier], unit_named("war"), rule_set("onwar"))
    assert (row.cells["start_date"].value, row.cells["start_date"].witnesses) == ("1711-05-05", 3)
    assert row.cells["witnesses"].value == 3


SHEETS = {
    "one.csv": """event,attribute,target,value,claimant,basis
Battle of Marrowfield,commander,Sweden,Gustaf Rosen,Anna Brown,scholarly
Battle of Marrowfield,place,,the heath beyond the mill,Sweden,
Battle of Marrowfield,start_date,,1711-05-03,,
""",
    "two.csv": """basis,claimant,value,target,attribute,event
scholarly,Anna Brown,Gustaf Rosen,Sweden,commander,Battle of Marrowfield
,Sweden,the burnt bridge,,place,Battle of Marrowfield
,,1711-05-03,,start_date,Battle of Marrowfield
""",
}


def test_sheets_that_code_one_author_are_one_witness_for_her_and_two_for_what_they_say_themselves(
    desk: Desk, tmp_path: Path
) -> None:
    sheets = [keep(tmp_path, name, rows) for name, rows in SHEETS.items()]
    assert not [taken.refused for taken in desk.import_tables(sheets, kind="claims") if taken.refused]
    assert attested(desk, "commander") == "1 witness"
    assert attested(desk, "place") == "1 witness", "what Sweden says"
    assert attested(desk, "start_date") == "2 witnesses, none known to copy another"


def test_a_person_may_part_the_dates_of_a_page_and_its_mirror(desk: Desk, tmp_path: Path) -> None:
    list(desk.read([keep(tmp_path, "page.txt", PAGE), keep(tmp_path, "mirror.txt", f"{PAGE}Copied with thanks.\n")]))
    one, other = (linked.claim.id for linked in desk.claims(attribute="date"))
    desk.review.decide(Ruling(one, Answer.SPLIT, "the mirror asked the parish", about=Subject.LINEAGE, other=other))
    assert attested(desk, "date") == "2 witnesses, none known to copy another"


def test_where_documents_are_too_many_to_compare_their_words_the_record_says_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "MOST_PAGES", 1)
    list(desk.read([keep(tmp_path, "page.txt", PAGE), keep(tmp_path, "mirror.txt", f"{PAGE}Copied with thanks.\n")]))
    assert attested(desk, "date") == "2 witnesses, too many to look for copies among them"
