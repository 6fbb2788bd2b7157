"""Whose commanders are those who stand under a heading in their column?"""

from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Document

COUNTRIES = authorities.load()
PAGE = """{{{{Infobox military conflict
| conflict = Battle of the Fords
| combatant1 = {{{{flag|France}}}}<br>Free Hills<br>{{{{flag|Italy}}}}
| combatant2 = {{{{flag|Spain}}}}
| commander1 = {column}
| commander2 = Juan Ortiz
}}}}
"""


def _of(column: str) -> list[tuple[str, tuple[str, ...]]]:
    document = Document("page.wikitext", PAGE.format(column=column).encode(), media_type="text/x-wiki")
    claims = extract(read(document), document_name=document.name, gazetteer=COUNTRIES).claims
    return [(str(claim.value), claim.target.names) for claim in claims if claim.attribute == "commander"]


ALL = ("France", "Free Hills", "Italy")


def test_a_heading_that_names_belligerents_holds_to_the_next() -> None:
    column = "Ann Bly<br>'''Free Hills and Italy:'''<br>Orlo Bat<br>'''Navy:'''<br>Cy Dee"
    assert _of(column) == [
        ("Ann Bly", ALL), ("Orlo Bat", ("Free Hills", "Italy")), ("Cy Dee", ALL), ("Juan Ortiz", ("Spain",)),
    ]  # fmt: skip


def test_a_flag_says_more_than_the_heading_above() -> None:
    column = "'''Free Hills:'''<br>Orlo Bat<br>{{flagicon|Italy}} Cy Dee"
    assert _of(column)[:2] == [("Orlo Bat", ("Free Hills",)), ("Cy Dee", ("Italy",))]


def test_a_heading_that_names_somebody_of_no_side_is_passed_over() -> None:
    assert _of("'''Borduria:'''<br>Orlo Bat")[0] == ("Orlo Bat", ALL)
