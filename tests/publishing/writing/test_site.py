"""Is the site of a ledger plain, linked together, and the same each time?"""

import re
from pathlib import Path

import pytest

from tests.desk.test_tracing import OTHER, PAGE, keep
from thucydides.desk import Desk, MayNotBePassedOn

WITNESSES = Path(__file__).parents[2] / "witnesses"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the two witnesses."""
    place = tmp_path_factory.mktemp("site")
    with Desk.at(place / "ledger.db") as desk:
        list(desk.read(sorted(WITNESSES.glob("*.txt"))))
        desk.publishing.site_to(place / "one")
        desk.publishing.site_to(place / "two")
    return place


def _pages(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_it_is_the_same_each_time(folder: Path) -> None:
    assert _pages(folder / "one") == _pages(folder / "two")


def test_it_needs_no_script_and_nothing_from_elsewhere(folder: Path) -> None:
    for words in _pages(folder / "one").values():
        assert "<script" not in words
        assert not re.search(r'(?:src|href)="(?:https?:)?//', words)


def test_every_link_leads_to_a_file_or_a_place_that_is_there(folder: Path) -> None:
    site = folder / "one"
    for name, words in _pages(site).items():
        for target in re.findall(r'href="([^"]+)"', words):
            file, _, place = target.partition("#")
            path = (site / name).parent / file if file else site / name
            assert path.exists(), (name, target)
            assert not place or f'id="{place}"' in path.read_text(encoding="utf-8"), (name, target)


def test_the_index_groups_events_by_period_region_type_and_actor(folder: Path) -> None:
    index = (folder / "one" / "index.html").read_text(encoding="utf-8")
    for heading in ("By period", "By region", "By type", "By actor", "1900–1999", "East Asia", "inter-state"):
        assert heading in index


def test_estimates_stand_apart_from_the_claims_with_their_assumption_and_status(folder: Path) -> None:
    pages = [words for words in _pages(folder / "one").values() if 'class="estimates"' in words]
    assert pages
    for words in pages:
        assert "These are no claims. They rest on an assumption" in words
        assert re.search(r"<td>(?:supported|weak|insufficient)</td></tr>", words)


def test_what_may_not_be_passed_on_is_no_page_unless_the_user_answers_for_it(tmp_path: Path) -> None:
    (tmp_path / "wars.csv").write_text(
        "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,"
        "StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,WhereFought,Initiator,Outcome,TransTo,"
        "BatDeath,Version\n"
        "901,Fords,1,365,Russia,1,5,11,1939,9,16,1939,-8,-8,-8,-8,-8,-8,-8,7,2,1,-8,5000,4\n"
        "901,Fords,1,740,Japan,2,5,11,1939,9,16,1939,-8,-8,-8,-8,-8,-8,-8,7,1,2,-8,20000,4\n"
    )
    with Desk.at(tmp_path / "ledger.db") as desk:
        list(desk.import_tables([tmp_path / "wars.csv"], kind="cow-inter"))
        with pytest.raises(MayNotBePassedOn, match="Correlates of War"):
            desk.publishing.site_to(tmp_path / "site")
        assert not (tmp_path / "site").exists()
        assert desk.publishing.site_to(tmp_path / "site", restricted=True) > 4


def test_a_claim_that_pages_share_tells_how_many_witnesses_say_so(tmp_path: Path) -> None:
    pages = {"page.txt": PAGE, "mirror.txt": f"{PAGE}Copied with thanks.\n", "other.txt": OTHER}
    with Desk.at(tmp_path / "ledger.db") as desk:
        list(desk.read([keep(tmp_path, *page) for page in pages.items()]))
        desk.publishing.site_to(tmp_path / "site")
        (event,) = desk.index()
        record = desk.publishing.write(event.event.id, writer="record", form="html")
    (page,) = (tmp_path / "site" / "events").glob("*.html")
    for words in (page.read_text(encoding="utf-8"), record.words):
        date = words[words.index("</code> date 1711-05-03") : words.index("</code> loss")]
        assert '<dd class="witnesses">these 3 claims: 2 witnesses, none known to copy another</dd>' in date
        assert '<dd class="witnesses">these 2 claims: 1 witness</dd>' in words, "of who fought"
