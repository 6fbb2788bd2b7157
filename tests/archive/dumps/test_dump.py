"""Are the articles of a dump documents under their permanent links, and is all else passed over with its reason?"""

import bz2
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.dumps.making import BASE, PACKED, SITE, Page, export, page
from thucydides.archive import Dump, PassedOver, Refusal, collect, uploaded
from thucydides.archive import collecting as collecting_module
from thucydides.archive.dumps import dump as dump_module
from thucydides.vocabulary import Document, page_title

ARTICLE = "The '''Siege of Orlo''' began on 3 May 1711 & ended < 9 May."


def in_dump(xml: bytes, name: str = "dump.xml") -> list[Document | PassedOver | Refusal]:
    dump = uploaded(name, xml)
    assert isinstance(dump, Dump)
    return list(dump.pages())


def in_dump_of(*pages: Page, base: str = BASE, site: str = SITE) -> list[Document | PassedOver | Refusal]:
    return in_dump(export(pages, base=base, site=site))


def only(*pages: Page, base: str = BASE) -> Document:
    (found,) = in_dump_of(*pages, base=base)
    assert isinstance(found, Document)
    return found


def test_a_page_is_its_words_under_the_permanent_link_of_the_revision() -> None:
    found = only(page("Siege of St. Orlo", ARTICLE))
    assert found.content == ARTICLE.encode()
    assert found.media_type == "text/x-wiki"
    assert found.name == "https://wiki.example/pages/Siege_of_St._Orlo?oldid=1"
    assert page_title(found.name) == "Siege of St. Orlo"
    assert found.origin == "sent from a browser, Wiki of Ruritania, 1911-05-03T10:00:00Z"


@pytest.mark.parametrize(
    ("base", "licence"),
    [
        ("https://en.wikipedia.org/wiki/Main_Page", "CC-BY-SA-4.0"),
        ("https://wiki.example/pages/Main_Page", ""),
        ("https://notwikipedia.org/wiki/Main_Page", ""),
        ("https://wikipedia.org.wiki.example/wiki/Main_Page", ""),
    ],
)
def test_the_licence_is_that_of_a_site_that_is_known(base: str, licence: str) -> None:
    assert only(page("Orlo", ARTICLE), base=base).licence == licence


@pytest.mark.parametrize(
    "base",
    ["", "Main_Page", "javascript:alert(1)/x", "https://wiki.example/?title=Main", "http://[/", "https://x y/z"],
)
def test_a_page_of_a_site_without_an_address_goes_by_the_name_of_the_dump(base: str) -> None:
    assert only(page("Orlo", ARTICLE), base=base).name == "dump.xml/Orlo?oldid=1"


def test_each_revision_is_a_document_of_its_own_in_order() -> None:
    found = in_dump_of(page("Orlo", "First words.", "Second words.", "#REDIRECT [[Varga]]", "Third words."))
    assert [each.content.decode() if isinstance(each, Document) else each for each in found] == [
        "First words.",
        "Second words.",
        PassedOver.REDIRECT,
        "Third words.",
    ]


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (page("Talk:Orlo", ARTICLE, namespace=1), PassedOver.NO_ARTICLE),
        (page("Talk:Orlo", ARTICLE, namespace=None), PassedOver.NO_ARTICLE),
        (page("Template:Orlo", ARTICLE, namespace=10), PassedOver.NO_ARTICLE),
        (page("Orlo", "{}", model="json"), PassedOver.NO_WIKITEXT),
        (page("Orlo", ""), PassedOver.NO_WORDS),
        (page("Orlo", " \n"), PassedOver.NO_WORDS),
        (page("Orlo", "#redirect [[Varga]]"), PassedOver.REDIRECT),
        (page("Orlo", "#WEITERLEITUNG [[Varga]]", redirect="Varga"), PassedOver.REDIRECT),
        (page("Orlo", "#перенаправление [[Varga]]", redirect="Varga"), PassedOver.REDIRECT),
    ],
)
def test_what_is_no_article_is_passed_over_with_the_reason(made: Page, why: PassedOver) -> None:
    assert in_dump_of(made) == [why]


@pytest.mark.parametrize("title", ["Orlo: the siege", "Talks: a history"])
def test_a_colon_alone_makes_no_namespace(title: str) -> None:
    assert page_title(only(page(title, ARTICLE, namespace=None)).name) == title


def test_a_list_with_a_link_is_no_redirect_unless_the_page_is_marked_as_one() -> None:
    assert only(page("Orlo", "# First [[Varga]]")).content == b"# First [[Varga]]"


@pytest.mark.parametrize("ending", PACKED)
def test_a_packed_dump_is_read_as_it_is_from_a_file_standard_input_or_a_browser(tmp_path: Path, ending: str) -> None:
    pack: Callable[[bytes], bytes] = PACKED[ending]
    filling = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(500_000))
    packed = pack(export([page("Orlo", ARTICLE), page("Filling", filling)]))
    path = tmp_path / f"dump.xml{ending}"
    path.write_bytes(packed)
    for dump in (
        *collect([path]),
        *collect([tmp_path]),
        *collect(["-"], stdin=io.BytesIO(packed)),
        uploaded("x", packed),
    ):
        assert isinstance(dump, Dump)
        assert [each.content.decode() for each in dump.pages() if isinstance(each, Document)] == [ARTICLE, filling]


def test_a_dump_of_several_streams_is_one_dump() -> None:
    first, second = export([page("One", "1."), page("Two", "2.")]).split(b"  <page>\n<title>Two")
    found = in_dump(bz2.compress(first) + bz2.compress(b"<page><title>Two" + second))
    assert [page_title(each.name) for each in found if isinstance(each, Document)] == ["One", "Two"]


def test_a_dump_may_be_larger_than_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting_module, "LARGEST", 100)
    path = tmp_path / "dump.xml"
    path.write_bytes(export([page("Orlo", ARTICLE * 50)]))
    (dump,) = collect([path])
    assert isinstance(dump, Dump)
    assert len(list(dump.pages())) == 1


def test_a_page_of_too_many_words_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump_module, "LARGEST_PAGE", 100)
    refused, read = in_dump_of(page("Long", "Word " * 50), page("Short", "Word."))
    assert isinstance(refused, Refusal)
    assert refused.reason.startswith(
        "dump.xml: the page 'Long', revision 1, has 250 characters, but a page may have 100;"
    )
    assert isinstance(read, Document)


def test_a_page_without_a_title_is_refused() -> None:
    (refused,) = in_dump_of(page("", ARTICLE))
    assert isinstance(refused, Refusal)
    assert "no title" in refused.reason


def test_a_broken_page_and_a_broken_end_are_each_said_in_a_sentence() -> None:
    whole = export([page("First", "1."), page("Broken", "2."), page("Third", "3."), page("Last", "4.")])
    xml = whole.replace(b"2.</text>", b"2.</tex>")
    first, gap, third, end = in_dump(xml[: xml.index(b"4.")])
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert gap == Refusal(
        "dump.xml",
        "dump.xml: in the page 'Broken', well-formed XML was expected, but line 8 has: mismatched tag. The page was "
        "left out. Fetch the file anew and read it again; what was read is not read twice.",
    )
    assert end == Refusal(
        "dump.xml",
        "dump.xml: in the page 'Last', the closing </mediawiki> was expected, but the file breaks off before it. What "
        "stands before was read. Fetch the file anew and read it again; what was read is not read twice.",
    )


def test_a_packed_dump_that_breaks_off_is_said_so() -> None:
    packed = bz2.compress(export([page("First", "1.")])[:-13]) + bz2.compress(b"</mediawiki>")[:-9]
    first, end = in_dump(packed, "dump.xml.bz2")
    assert isinstance(first, Document)
    assert isinstance(end, Refusal)
    assert end.reason.startswith("dump.xml.bz2: the packed file ends in the middle.")


@given(
    ending=st.sampled_from(sorted(PACKED)),
    damage=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6),
    kept=st.floats(0.01, 1),
)
def test_whatever_is_damaged_what_comes_before_is_read_and_the_rest_is_said(
    ending: str, damage: list[tuple[float, int]], kept: float
) -> None:
    pages = [page(f"Page {number}", f"Words of page {number}. " * number) for number in range(30)]
    whole = export(pages)
    packed = bytearray(PACKED[ending](whole))
    places = [int(share * len(packed)) for share, _ in damage]
    for place, (_, byte) in zip(places, damage, strict=True):
        packed[place] = byte
    given_up = packed[: int(kept * len(packed))]
    dump = uploaded("dump.xml", bytes(given_up))
    if not isinstance(dump, Dump):
        return  # its beginning is damaged so that it is taken for something else
    found = list(dump.pages())
    if ending == "":
        unharmed = whole.count(b"</revision>", 0, min(*places, len(given_up)))
        assert sum(isinstance(each, Document) for each in found) >= unharmed - 1
    if len(given_up) < len(packed) - 1:
        assert any(isinstance(each, Refusal) and each.reason.endswith(".") for each in found)


def test_a_file_that_is_gone_when_its_pages_are_asked_for_is_a_refusal(tmp_path: Path) -> None:
    path = tmp_path / "dump.xml"
    path.write_bytes(export([page("Orlo", ARTICLE)]))
    (dump,) = collect([path])
    path.unlink()
    assert isinstance(dump, Dump)
    (refused,) = dump.pages()
    assert isinstance(refused, Refusal)
    assert "No such file" in refused.reason


def test_a_packed_file_that_holds_no_dump_is_what_it_was(tmp_path: Path) -> None:
    for ending, pack in list(PACKED.items())[1:]:
        path = tmp_path / f"words.txt{ending}"
        path.write_bytes(pack(b"The siege began."))
        (found,) = collect([path])
        assert isinstance(found, Document)
        assert found.media_type.startswith("application/")
