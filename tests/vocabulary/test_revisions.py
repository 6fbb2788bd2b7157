"""Does the name of a revision lead to its page, and give the title back that went into it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import page_title, revision_name

PLACE = "https://wiki.example/pages/"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Siege of Orlo", "Siege_of_Orlo?oldid=7"),
        ("St. Orlo/Varga", "St._Orlo%2FVarga?oldid=7"),
        ("Who fired first? 100%", "Who_fired_first%3F_100%25?oldid=7"),
        ("ノモンハン事件", "ノモンハン事件?oldid=7"),
        ("Orlo: the siege", "Orlo:_the_siege?oldid=7"),
    ],
)
def test_the_name_of_a_revision_is_an_address_of_it(title: str, name: str) -> None:
    assert revision_name(PLACE, title, "7") == PLACE + name
    assert page_title(PLACE + name) == title


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="_"), min_size=1))
def test_every_title_comes_back(title: str) -> None:
    assert page_title(revision_name("dump.xml/", title, "")) == title


@pytest.mark.parametrize(
    "name", ["siege.wikitext", "folder/St. Orlo.html", "page.html?oldid=x", "https://a.example/", ""]
)
def test_another_document_has_no_title_in_its_name(name: str) -> None:
    assert page_title(name) == ""
