"""Is each revision of an export given as it stands, and does nothing broken in it get further than its page?"""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.dumps.making import SCHEMA, export, one_page, page
from thucydides.archive.dumps import export as export_module
from thucydides.archive.dumps import pages as pages_module
from thucydides.archive.dumps.export import Gap, is_export, revisions
from thucydides.archive.dumps.pages import Revision
from thucydides.vocabulary import CannotRead

XML = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t"))


def in_pieces(xml: bytes, size: int) -> Iterator[bytes]:
    yield from (xml[place : place + size] for place in range(0, len(xml), size))


def read(xml: bytes, size: int = 1 << 16) -> tuple[list[Revision], list[str], str]:
    """The revisions, the gaps, and what ended the reading."""
    found: list[Revision] = []
    gaps: list[str] = []
    try:
        for each in revisions(in_pieces(xml, size)):
            gaps.append(each.reason) if isinstance(each, Gap) else found.append(each)
    except CannotRead as problem:
        return found, gaps, str(problem)
    return found, gaps, ""


def titles(xml: bytes) -> list[str]:
    return [each.title for each in read(xml)[0]]


@given(st.lists(st.tuples(XML.filter(str.strip), st.lists(XML, min_size=1, max_size=3)), min_size=1, max_size=4),
       st.integers(1, 500))  # fmt: skip
def test_the_words_of_each_revision_come_as_they_are_however_the_file_is_cut(
    pages: list[tuple[str, list[str]]], size: int
) -> None:
    found, gaps, end = read(export(page(title, *words) for title, words in pages), size)
    assert (gaps, end) == ([], "")
    assert [each.words for each in found] == [said for _, words in pages for said in words]
    assert [each.title for each in found] == [" ".join(title.split()) for title, words in pages for _ in words]
    assert [each.number for each in found] == [str(number + 1) for number in range(len(found))]


@pytest.mark.parametrize("schema", ["", SCHEMA, SCHEMA.replace("0.11", "0.10"), SCHEMA.replace("0.11", "0.3")])
def test_every_version_of_the_export_is_read(schema: str) -> None:
    (found,), _, _ = read(export([page("Orlo", "Words.")], schema=schema))
    assert (found.title, found.words, found.moment) == ("Orlo", "Words.", "1911-05-03T10:00:00Z")
    assert (found.site.name, found.site.base) == ("Wiki of Ruritania", "https://wiki.example/pages/Main_Page")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<text deleted="deleted" />', None),
        ('<text bytes="812" id="5" />', None),
        ('<text bytes="0" />', ""),
        ("", None),
        ("<text>Said.</text>", "Said."),
        ("<text>A<!-- hidden -->B<![CDATA[<C>]]></text>", "AB<C>"),
        ("<text>Main.</text><content><role>map</role><model>json</model><text>{}</text></content>", "Main."),
    ],
)
def test_what_was_taken_away_or_left_out_is_no_empty_page(text: str, words: str | None) -> None:
    xml = f"<mediawiki><page><title>Orlo</title><revision><id>1</id>{text}</revision></page></mediawiki>"
    ((found,), _, end) = read(xml.encode())
    assert (found.words, found.model, end) == (words, "wikitext", "")


@pytest.mark.parametrize(
    "broken",
    [
        "<page><title>Broken</title><revision><text>Words </tex></revision></page>",
        "<page><title>Broken</title><revision><text>Words & more</text></revision></page>",
        "<page><title>Broken</title><revision><text>Words &nbsp; more</text></revision></page>",
        "<page><title>Broken</title><revision><text>Words \x01 more</text></revision></page>",
        "<page><title>Broken</title><revision><text>Words &#xD800; more</text></revision></page>",
    ],
)
def test_a_broken_page_is_left_out_and_said_and_those_around_it_are_read(broken: str) -> None:
    whole = export([page("First", "One."), page("Last", "Three."), page("Later", "Four.")]).decode()
    xml = whole.replace("  <page>\n<title>Last", broken + "\n\n  <page>\n<title>Last")
    for size in (1, 7, 1 << 16):
        found, gaps, end = read(xml.encode(), size)
        assert [each.title for each in found] == ["First", "Last", "Later"]
        assert [each.site.name for each in found] == ["Wiki of Ruritania"] * 3
        assert end == ""
        (gap,) = gaps
        line = xml[: xml.index("Broken")].count("\n") + 1
        assert gap.startswith(f"in the page 'Broken', well-formed XML was expected, but line {line} has: ")


def test_lines_are_counted_on_behind_a_gap() -> None:
    pages = [one_page(page(str(number), "One\ntwo\n"), [number]) for number in range(4)]
    xml = (
        "<mediawiki>\n" + pages[0] + "<page>\n\n<x></y>\n" + pages[1] + "<z>\n\n" + pages[2] + pages[3]
    ) + "</mediawiki>"
    _, gaps, _ = read(xml.encode(), 50)
    places = [xml[: xml.index("</y>")].count("\n") + 1, xml[: xml.index("</mediawiki>")].count("\n") + 1]
    assert [int(gap.split("line ")[1].split(" ")[0]) for gap in gaps] == places


def test_bytes_of_another_encoding_spoil_only_their_page() -> None:
    xml = export([page("First", "One."), page("Café", "Two."), page("Last", "Three.")])
    found, (gap,), _ = read(xml.replace("Café".encode(), "Café".encode("cp1252")))
    assert [each.title for each in found] == ["First", "Last"]
    assert "not well-formed" in gap


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_an_export_in_a_declared_encoding_is_read(encoding: str) -> None:
    declared = f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?>\n"
    xml = (declared + export([page("Café", "Où?")]).decode()).encode(encoding)
    assert is_export(xml)
    assert [(each.title, each.words) for each in read(xml)[0]] == [("Café", "Où?")]


def test_a_file_that_breaks_off_gives_all_that_came_before() -> None:
    xml = export([page(f"Page {number}", "Words. " * 50) for number in range(20)])
    cut = xml[: xml.index(b"Page 13") + 300]
    found, gaps, end = read(cut, 100)
    assert [each.title for each in found] == [f"Page {number}" for number in range(13)]
    assert gaps == []
    assert end == ("in the page 'Page 13', the closing </mediawiki> was expected, but the file breaks off before it")


def test_two_exports_in_one_file_are_both_read() -> None:
    xml = b"<?xml version='1.0'?>" + export([page("One", "1")]) + b"<?xml version='1.0'?>" + export([page("Two", "2")])
    found, gaps, _ = read(xml)
    assert [each.title for each in found] == ["One", "Two"]
    assert len(gaps) == 1


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        ('<!DOCTYPE mediawiki [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><mediawiki>&b;</mediawiki>', "document type"),
        ('<!DOCTYPE mediawiki [<!ENTITY e SYSTEM "file:///etc/passwd">]><mediawiki>&e;</mediawiki>', "document type"),
        ('<!DOCTYPE mediawiki SYSTEM "http://wiki.example/x.dtd"><mediawiki></mediawiki>', "document type"),
        ("<mediawiki>" + "<a>" * 100_000, "within each other"),
        ("<mediawiki></mediawiki>", "holds none"),
        ("<mediawiki><logitem><id>1</id></logitem></mediawiki>", "holds none"),
        ('<mediawiki xmlns="urn:other"><page></page></mediawiki>', "first element"),
        ("<mediawiki><a b='" + "c" * 9_000_000, "does not close"),
        ("<mediawiki><!-- " + "c" * 9_000_000, "does not close"),
        ("<mediawiki>" + "<page></x>" * 200, "more than 100 times"),
        ("<?xml version='1.0' encoding='utf-99'?><mediawiki>" + "<page></page>" * 200, "utf-99"),
        ("<?xml version='1.0' encoding='shift_jis'?><mediawiki>" + "<page></page>" * 200, "multi-byte"),
    ],
)  # fmt: skip
def test_what_is_hostile_ends_in_a_sentence_and_holds_little_memory(xml: str, why: str) -> None:
    given = xml.encode()
    tracemalloc.start()
    try:
        found, _, end = read(given)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == []
    assert why in end
    assert peak < 16_000_000


def test_a_stretch_without_a_revision_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_module, "LONGEST_SILENCE", 100_000)
    many = export([page(f"Page {number}", "Words. " * 100) for number in range(400)])
    assert len(read(many, 1_000)[0]) == 400
    assert "no revision ends" in read(b"<mediawiki>" + b" " * 200_000, 1_000)[2]


def test_of_a_page_that_is_too_long_only_the_length_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pages_module._WANTED, "page/revision/text", 1_000)
    long, short = read(export([page("Long", "Word\n" * 500), page("Short", "Word")]))[0]
    assert (long.words, long.length) == ("", 2_500)
    assert (short.words, short.length) == ("Word", 4)


@pytest.mark.parametrize(
    ("opening", "known"),
    [
        (b"<mediawiki xmlns='x'>", True),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- a -->\n<mediawiki>", True),
        (b"<!DOCTYPE mediawiki [", True),
        (b"<mediawiki-list>", False),
        (b"<html><mediawiki>", False),
        (b"The <mediawiki> element", False),
        (b"", False),
    ],
)
def test_an_export_is_known_by_its_first_element(opening: bytes, known: bool) -> None:
    assert is_export(opening) == known
