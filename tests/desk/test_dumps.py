"""Does a dump say what its pages say one by one, each read once, and only those that are wanted?"""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archive.dumps.making import PACKED, export, page
from tests.cli.test_commands import run, said
from thucydides.archive import Dump, Found, uploaded
from thucydides.authorities import load
from thucydides.desk import Desk, Pages, Taken
from thucydides.desk import dumps as dumps_module
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import CannotRead, Document, Registry, page_title

SIEGE = (
    "{{Infobox military conflict\n| conflict = Siege of Orlo\n| date = 3 May 1711\n| combatant1 = {{flag|Sweden}}\n"
    "| combatant2 = [[Denmark]]\n| casualties1 = 1,200 killed\n| casualties2 = 300–400 killed & wounded\n}}\n"
    "The '''Siege of Orlo''' was laid on 3 May 1711. Sweden lost 1,200 killed.<ref>Varga 1901, p. 12.</ref>\n"
)
LATER = SIEGE.replace("1,200", "1,450")
WAR = "In the '''Orlo War''' of 1711 Denmark lost 5,000 men killed & Sweden < 9,000.\n[[Category:Wars of Sweden]]\n"
POET = "'''Orlo''' (1680 – 3 May 1711) was a poet. Sweden lost 70 killed in one of his verses.\n[[Category:Poets]]\n"
PAGES = (
    page("Siege of Orlo", SIEGE, LATER),
    page("Orlo War", WAR),
    page("Orlo", POET),
    page("Siege of Orlo (1711)", "#REDIRECT [[Siege of Orlo]]", redirect="Siege of Orlo"),
    page("Talk:Siege of Orlo", SIEGE, namespace=1),
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.xml.bz2"
    path.write_bytes(PACKED[".bz2"](export(PAGES)))
    return path


def titles(taken: list[Taken]) -> list[str]:
    return [page_title(each.name) for each in taken if each.document]


def test_pages_about_armed_conflict_are_read_and_the_others_are_counted(tmp_path: Path, dump: Path) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        *pages, whole = desk.read([dump])
        assert titles(pages) == ["Siege of Orlo", "Siege of Orlo", "Orlo War"]
        assert all(each.claims and each.new and not each.refused for each in pages)
        assert whole == Taken(
            "dump.xml.bz2",
            told="6 revisions of pages, 3 read, 3 of them with something new. Passed over: 1 that only lead to another "
            "page, 1 of pages that are no articles, 1 that show no sign of armed conflict.",
        )
        assert {entry.name for entry in desk.documents()} == {each.name for each in pages}


def test_all_articles_are_read_where_all_are_wanted(tmp_path: Path, dump: Path) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        *pages, whole = desk.read([dump], pages=Pages.ALL)
    assert titles(pages) == ["Siege of Orlo", "Siege of Orlo", "Orlo War", "Orlo"]
    assert "no sign" not in whole.told


def test_revisions_of_a_page_are_documents_of_their_own_that_speak_of_one_event(tmp_path: Path, dump: Path) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        first, second, *_ = desk.read([dump])
        assert (first.name, second.name) == tuple(
            f"https://wiki.example/pages/Siege_of_Orlo?oldid={number}" for number in (1, 2)
        )
        losses = {claim.claim.quote for claim in desk.claims(event="Siege of Orlo", attribute="loss")}
        assert {"1,200", "1,450"} <= {quote.split(" ")[0] for quote in losses}
        assert desk.text("Siege_of_Orlo?oldid=2") != desk.text("Siege_of_Orlo?oldid=1")
        assert desk.text("Orlo War").startswith("In the Orlo War of 1711")


def test_a_page_that_was_read_is_not_read_again(tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        first = list(desk.read([dump]))
        digest = desk.digest()
        monkeypatch.setattr(dumps_module, "take_in", _never)
        again = list(desk.read([dump]))
        assert [(each.name, each.claims, each.unread) for each in again] == [
            (each.name, each.claims, each.unread) for each in first
        ]
        assert not any(each.new for each in again)
        assert "3 read, 0 of them with something new" in again[-1].told
        assert desk.digest() == digest


def _never(*given: object, **named: object) -> Taken:
    raise AssertionError("read again")


def test_a_reading_that_was_broken_off_goes_on_where_it_was(tmp_path: Path, dump: Path) -> None:
    with Desk.at(tmp_path / "whole.db") as whole:
        list(whole.read([dump]))
        with Desk.at(tmp_path / "war.db") as desk:
            reading = desk.read([dump])
            next(reading)
            reading.close()  # type: ignore[attr-defined]
            assert len(desk.documents()) == 1
            assert [each.new for each in desk.read([dump])][:3] == [False, True, True]
            assert desk.digest() == whole.digest()


def test_another_table_of_names_has_the_pages_read_again(
    tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        list(desk.read([dump]))
    own = tmp_path / "actors.csv"
    own.write_text("key,name,sort,from,to\nactor:orlians,Orlians,people,,\n", encoding="utf-8")
    monkeypatch.setattr(dumps_module, "take_in", _never)
    with Desk.at(tmp_path / "war.db", authorities=[own]) as desk, pytest.raises(AssertionError, match="read again"):
        list(desk.read([dump]))


def test_what_comes_before_a_broken_end_stays(tmp_path: Path) -> None:
    xml = export(PAGES)
    path = tmp_path / "cut.xml"
    path.write_bytes(xml[: xml.index(b"In the '''Orlo War") + 20])
    with Desk.at(tmp_path / "war.db") as desk:
        *pages, refused, whole = desk.read([path])
        assert titles(pages) == ["Siege of Orlo", "Siege of Orlo"]
        assert refused.refused.startswith("cut.xml: in the page 'Orlo War', the closing </mediawiki> was expected")
        assert "Left out: 1 that could not be read." in whole.told
        path.write_bytes(xml)
        assert [each.new for each in desk.read([path]) if each.document] == [False, False, True]


def test_it_is_told_now_and_then_how_far_a_long_reading_is(
    tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps_module, "EVERY", 2)
    with Desk.at(tmp_path / "war.db") as desk:
        told = [each.told for each in desk.read([dump]) if each.told]
    assert [words.split(",")[0] for words in told] == [
        "2 revisions of pages so far",
        "4 revisions of pages so far",
        "6 revisions of pages so far",
        "6 revisions of pages",
    ]


def test_a_forgotten_page_is_refused_and_the_others_are_read(tmp_path: Path, dump: Path) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        first = next(iter(desk.read([dump])))
        desk.forget(first.document, why="asked for")
        taken = list(desk.read([dump]))
        assert [bool(each.refused) for each in taken] == [True, False, False, False]


def test_what_came_from_a_browser_is_taken_as_from_a_file(tmp_path: Path, dump: Path) -> None:
    with Desk.at(tmp_path / "war.db") as desk, Desk.at(tmp_path / "file.db") as by_file:
        pages = list(desk.take_each("dump.xml.bz2", dump.read_bytes()))
        assert pages == list(by_file.read([dump]))
        assert desk.take("dump.xml.bz2", dump.read_bytes()).told.startswith("6 revisions")
        assert desk.digest() == by_file.digest()


def test_a_dump_is_no_table(tmp_path: Path, dump: Path) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        (taken,) = desk.import_tables([dump], kind="cow-inter")
        assert taken.refused == "dump.xml.bz2: a table was expected, but this is a dump; read it instead."


SCRAPS = (
    "Sweden lost 1,200 killed. ", "Denmark lost 300–400 men & 7 guns.\n\n", "== 3 May 1711 ==\n", "{{", "}}", "[[",
    "'''", "<ref>Varga 1901.</ref>", "{{flag|Denmark}} ", "[[Sweden|Swedes]] ", "<b>", "&amp;", "&nbsp;", "\t",
    "<!-- 9,999 -->", "ノモンハン ", "Ünder ", "𐐷", "\u200e", "]]>", "<page>", "</text>", "\n{|\n| a || b\n|}\n",
)  # fmt: skip
TITLES = st.sampled_from(["Siege of Orlo", "Orlo War", "St. Orlo", "Battle of Café", "戦争", "Orlo & Varga"])
WORDS = st.tuples(st.sampled_from(["", SIEGE]), st.lists(st.sampled_from(SCRAPS), max_size=12).map("".join)).map(
    "".join
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


@settings(deadline=None)
@given(made=st.dictionaries(TITLES, WORDS, min_size=1, max_size=3), ending=st.sampled_from(sorted(PACKED)))
def test_a_page_of_a_dump_says_what_its_words_say_in_a_file_of_their_own(
    registry: Registry, made: dict[str, str], ending: str
) -> None:
    dump = uploaded("dump.xml", PACKED[ending](export(page(*one) for one in made.items())))
    assert isinstance(dump, Dump)
    by_dump = [found for found in dump.pages() if isinstance(found, Document)]
    by_file = [uploaded(f"{title}.wikitext", words.encode()) for title, words in made.items() if words.strip()]
    assert [_heard(found, registry) for found in by_dump] == [_heard(found, registry) for found in by_file]


def _heard(found: Found, registry: Registry) -> object:
    """The words, and the claims with their spans; or that there are none."""
    assert isinstance(found, Document)
    try:
        text = read(found)
    except CannotRead:
        return found.id
    return text, extract(text, document_name=found.name, gazetteer=registry)


def test_a_ledger_made_of_a_dump_has_the_claims_of_one_made_of_files(tmp_path: Path, dump: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for place, (title, words) in enumerate([("Siege of Orlo", SIEGE), ("Siege of Orlo", LATER), ("Orlo War", WAR)]):
        (pages / str(place)).mkdir()
        (pages / str(place) / f"{title}.wikitext").write_text(words, encoding="utf-8")
    with Desk.at(tmp_path / "dump.db") as by_dump, Desk.at(tmp_path / "files.db") as by_file:
        list(by_dump.read([dump]))
        list(by_file.read([pages]))
        assert [one.claim for one in by_dump.claims()] == [one.claim for one in by_file.claims()]
        assert [one.event.id for one in by_dump.index()] == [one.event.id for one in by_file.index()]


def test_the_command_reads_a_dump_and_says_what_it_did(tmp_path: Path, dump: Path) -> None:
    done = run("read", dump, "--ledger", tmp_path / "war.db")
    assert done.returncode == 0
    lines = said(done).splitlines()
    assert lines[0].startswith("https://wiki.example/pages/Siege_of_Orlo?oldid=1: ")
    assert lines[-1].startswith("dump.xml.bz2: 6 revisions of pages, 3 read, 3 of them with something new.")
    done = run("read", "-", "--all-pages", "--json", "--ledger", tmp_path / "war.db", stdin=dump.read_bytes())
    told = [json.loads(line) for line in said(done).splitlines()]
    assert [each["new"] for each in told] == [False, False, False, True, False]
    assert told[-1]["told"].startswith("6 revisions of pages, 4 read")


def test_the_command_says_of_a_broken_dump_what_is_wrong(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.xml"
    bomb.write_text('<!DOCTYPE mediawiki [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><mediawiki>&b;</mediawiki>')
    done = run("read", bomb, "--ledger", tmp_path / "war.db")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("bomb.xml: it declares a document type, by which words can be blown up")
