"""Which work does a citation name?"""

import pytest

from thucydides.linking.sources import citation_of, together
from thucydides.vocabulary import Source


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("Bodart, 668-9", "source:bodart"),
        ("Bodart", "source:bodart"),
        ("Bodart 1908, p. 12", "source:bodart"),
        ("Gaston Bodart, Lexikon der Kriege, 1908", "source:bodart"),
        ("Green and Brown, 427", "source:green-brown"),
        ("MID183", "source:mid"),
        ("Poland - A Country Study", "source:poland-a-country-study"),
        ('"The Long March". Hill University. Retrieved 3 May 2012', "source:the-long-march"),
    ],
)
def test_a_citation_is_known_by_its_author_else_by_its_title(words: str, identity: str) -> None:
    assert citation_of(words).id == identity


def test_one_work_keeps_the_fullest_title_and_a_year() -> None:
    long = Source("source:bodart", "Lexikon der Kriege", "Bodart", "1908", "work")
    short = Source("source:bodart", "Bodart", "Bodart", "", "work")
    assert together([short, long]) == together([long, short]) == (long,)


@pytest.mark.parametrize("words", ["", ",", "(", "1" * 5000, "a, " * 5000, '"' * 999])
def test_any_words_can_be_taken_apart(words: str) -> None:
    citation_of(words)
