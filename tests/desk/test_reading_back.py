"""Does what is written of an event say the same when it is read again?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publishing.writing.events import COUNTRIES, account_in, account_of, box
from thucydides.archive import collect
from thucydides.desk.reading_back import Written, main_claims, written_to_be_read
from thucydides.desk.writing import WRITERS
from thucydides.extracting import extract
from thucydides.publishing import Account
from thucydides.reading import read
from thucydides.vocabulary import Document

ROOT = Path(__file__).parents[2]
WITNESSES = ROOT / "tests" / "witnesses"
OTHERS = ROOT.parent / "shared"
BOX, BOX_PAGE = WRITERS["infobox"]["wikitext"], WRITERS["infobox"]["html"]
RECORD, RECORD_PAGE = WRITERS["record"]["text"], WRITERS["record"]["html"]


def _accounts(paths: list[Path]) -> Iterator[Account]:
    if not paths:
        pytest.skip("the pages that others wrote are not there")
    yield from (account_in(found) for found in collect(paths) if isinstance(found, Document))


def _shares(written: list[Written]) -> tuple[float, float]:
    """Of events how many come back whole with nothing added, and of claims how many come back."""
    said = sum(len(each.said) for each in written)
    return (
        sum(each.is_same for each in written) / len(written),
        1 - sum(len(each.lost) for each in written) / said,
    )


def _boxes() -> list[Path]:
    return sorted((OTHERS / "data" / "infoboxes").glob("*.wikitext"))[::4][:100]


@pytest.mark.parametrize("form", [BOX, BOX_PAGE], ids=["wikitext", "html"])
@pytest.mark.parametrize("folder", [WITNESSES, OTHERS / "seeds"], ids=["witnesses", "seeds"])
def test_the_info_box_of_a_long_account_says_every_claim_again(folder: Path, form) -> None:  # type: ignore[no-untyped-def]
    for account in _accounts(sorted(folder.glob("*.txt"))):
        made = written_to_be_read(account, form, COUNTRIES)
        assert made.said
        assert made.is_same, (made.lost, made.added, made.words)


@pytest.mark.parametrize("form", [RECORD, RECORD_PAGE], ids=["text", "html"])
@pytest.mark.parametrize("folder", [WITNESSES, OTHERS / "seeds"], ids=["witnesses", "seeds"])
def test_the_record_of_a_long_account_says_the_same_again(folder: Path, form) -> None:  # type: ignore[no-untyped-def]
    for account in _accounts(sorted(folder.glob("*.txt"))):
        made = written_to_be_read(account, form, COUNTRIES)
        assert made.said
        assert made.is_same, (made.lost, made.added, made.words)


@pytest.mark.parametrize("form", [RECORD, RECORD_PAGE], ids=["text", "html"])
def test_nearly_all_records_of_what_public_info_boxes_say_come_back_as_they_were(form) -> None:  # type: ignore[no-untyped-def]
    written = [written_to_be_read(account, form, COUNTRIES) for account in _accounts(_boxes())]
    events, claims = _shares(written)
    assert events >= 0.98
    assert claims >= 0.999


@pytest.mark.parametrize("form", [BOX, BOX_PAGE], ids=["wikitext", "html"])
def test_nearly_all_public_info_boxes_come_back_as_they_were(form) -> None:  # type: ignore[no-untyped-def]
    written = [written_to_be_read(account, form, COUNTRIES) for account in _accounts(_boxes())]
    events, claims = _shares(written)
    assert events >= 0.98
    assert claims >= 0.999


def test_a_wording_that_is_not_heard_gives_way_to_the_next() -> None:
    page = box("""{{Infobox military conflict
| conflict = Battle of the Fords
| combatant1 = {{flag|France}}<br>{{flag|Italy}}
| combatant2 = {{flag|Spain}}
| casualties1 = 12 ships lost, 4 captured<br>{{flagicon|Italy}} 30 killed
}}""")
    made = written_to_be_read(account_in(page), BOX, COUNTRIES)
    assert made.is_same


AMOUNTS = ("300", "1,234", "c. 20,000", "300+", "80,000–97,000", "at least 40", "up to 7,000", "over 50", "nearly 900")
THINGS = ("killed", "wounded", "dead or missing", "captured", "killed and wounded", "tanks destroyed", "casualties")
NAMES = (
    "Orlo Bat",
    "Marie Delacroix",
    "Juan Pérez",
    "Ivan Petrov",
    "Duke of Bray",
    "Иван Петров",
    "山田太郎",
    "王大明",
)
EVENTS = ("Battle of the Fords", "Action of 15 July 1808", "渡しの戦い", "Siege of Alta (1808)", "Brothers' Quarrel")
PLACES = ("Alta", "Alta, 12 km north of Bray", "the river between Alta and Bray", "Альта")
SIDES = (("France", "Italy"), ("Spain",))
figures = st.tuples(st.sampled_from(AMOUNTS), st.sampled_from(THINGS)).map(" ".join)
headed = st.tuples(st.sampled_from(("French estimate", "Spanish archival figures", "According to Weiss")), figures)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """An info-box of two sides with commanders, strengths and losses as somebody says."""
    rows = [
        f"| conflict = {draw(st.sampled_from(EVENTS))}",
        f"| place = {draw(st.sampled_from(PLACES))}",
        f"| date = {draw(st.sampled_from(('May 1808', '4 May 1808', '1808')))}",
    ]
    rows.append(f"| result = {draw(st.sampled_from(('French victory', 'Stalemate', 'Spanish victory')))}")
    for number, side in enumerate(SIDES, 1):
        rows.append(f"| combatant{number} = " + "<br>".join(f"{{{{flag|{name}}}}}" for name in side))
        named = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
        flags = [draw(st.sampled_from(("", *(f"{{{{flagicon|{name}}}}} " for name in side)))) for _ in named]
        rows.append(f"| commander{number} = " + "<br>".join(f + n for f, n in zip(flags, named, strict=True)))
        rows.append(f"| strength{number} = {draw(st.sampled_from(AMOUNTS))} men")
        lost = draw(st.lists(figures, unique=True, max_size=3))
        by = [
            f"'''{who}:'''<br>{figure}" for who, figure in draw(st.lists(headed, max_size=2, unique_by=lambda x: x[0]))
        ]
        rows.append(f"| casualties{number} = " + "<br>".join([*lost, *by]))
    return "\n".join(["{{Infobox military conflict", *rows, "}}"])


@settings(max_examples=60, deadline=None)
@given(pages())
def test_an_info_box_that_is_written_and_read_says_what_it_said(page: str) -> None:
    made = written_to_be_read(account_in(box(page)), BOX, COUNTRIES)
    assert made.is_same, (made.lost, made.added, made.words)


@settings(max_examples=60, deadline=None)
@given(pages())
def test_a_record_that_is_written_and_read_says_what_it_said(page: str) -> None:
    made = written_to_be_read(account_in(box(page)), RECORD, COUNTRIES)
    assert made.is_same, (made.lost, made.added, made.words)


def test_the_same_account_gives_the_same_bytes() -> None:
    account = account_in(Document("nomonhan.txt", (WITNESSES / "nomonhan-1939-record.txt").read_bytes()))
    assert len({written_to_be_read(account, RECORD, COUNTRIES).words for _ in range(3)}) == 1


def test_who_changed_sides_commanded_two_or_supported_one_comes_back_so() -> None:
    page = box("""{{Infobox military conflict
| conflict = War of the Fords
| combatant1 = {{flag|France}}<br>{{flag|Italy}} (until 1806)<br>'''Supported by:'''<br>{{flag|Denmark}}
| combatant2 = {{flag|Spain}}<br>{{flag|Portugal}}<br>{{flag|Italy}} (after 1806)
| commander1 = Ann Bly<br>{{flagicon|Denmark}} Bo Carl
| commander2 = '''Spain and Portugal:'''<br>Juan Ortiz
| territory = The left bank becomes Spanish
| casus = A quarrel over wells
| strength1 = 3,000 men (1805)
}}""")
    for form in (BOX, RECORD, RECORD_PAGE):
        made = written_to_be_read(account_in(page), form, COUNTRIES)
        assert {"joined", "left", "supporter", "cause", "territorial_change"} <= {each.attribute for each in made.said}
        assert made.is_same, (made.lost, made.added, made.words)


def test_an_agreement_comes_back_with_those_who_made_and_renounced_it() -> None:
    words = (
        "In 1936 Japan and Germany signed the Pact of Alta. "
        "On May 3, 1939, Japan renounced the Pact of Alta with Germany."
    )
    claims = extract(
        read(Document("Pact of Alta.txt", words.encode())), document_name="Pact of Alta.txt", gazetteer=COUNTRIES
    ).claims
    for form in (RECORD, RECORD_PAGE):
        made = written_to_be_read(account_of(main_claims(claims)), form, COUNTRIES)
        assert {"party", "denounced_date"} <= {each.attribute for each in made.said}
        assert made.is_same, (made.lost, made.added, made.words)
