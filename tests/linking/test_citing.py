"""What does a citation say of the work that it names?"""

import pytest

from thucydides.linking.citing import citation_of


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


@pytest.mark.parametrize(
    ("words", "authors", "title", "year", "edition", "pages"),
    [
        ("Bodart, 668-9", ("Bodart",), "", "", "", "668-9"),
        ("Bodart (1908), 12", ("Bodart",), "", "1908", "", "12"),
        ("Bodart 1908", ("Bodart",), "", "1908", "", ""),
        ("Green and Brown, Two Wars, 2nd ed., 1971, p. 4", ("Green", "Brown"), "Two Wars", "1971", "2nd ed", "4"),
        ("Brown, A. J. (1960). Rivers and Guns. Ash Press.", ("Brown",), "Rivers and Guns", "1960", "", ""),
        ("Brown, Ann. Rivers: A Study of War. York: Ash, 1960.", ("Brown",), "Rivers: A Study of War", "1960", "", ""),
        ("Ann Brown, Rivers and Guns (York: Ash, 1960), pp. 3, 9", ("Brown",), "Rivers and Guns", "1960", "", "3, 9"),
        ("Brown. Rivers and Guns, p. 232", ("Brown",), "Rivers and Guns", "", "", "232"),
        ("brown pg. 54", ("brown",), "", "", "", "54"),
        ('Ann Brown, "The Ford", Journal of Rivers, 1960', ("Brown",), "The Ford", "1960", "", ""),
        ("Brown, Wars 1500–1900, revised edition, 2007", ("Brown",), "Wars 1500–1900", "2007", "revised edition", ""),
    ],
)  # fmt: skip
def test_a_citation_is_taken_apart(
    words: str, authors: tuple[str, ...], title: str, year: str, edition: str, pages: str
) -> None:
    taken = citation_of(words)
    assert (taken.authors, taken.title, taken.year, taken.edition, taken.pages) == (
        authors,
        title,
        year,
        edition,
        pages,
    )


@pytest.mark.parametrize("words", ["", ",", "(", "1" * 5000, "a, " * 5000, '"' * 999, "p. " * 3000, "A. " * 3000])
def test_any_words_can_be_taken_apart(words: str) -> None:
    citation_of(words)
