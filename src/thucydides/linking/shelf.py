"""Which citations name one work?

Two titles of one author are one work where one begins with the other (`Annals of War`, `Annals of War: A Handbook`).
A citation without a title means the work of its year, else the only work of its author. All citations are looked at
together, so the order in which they came does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from thucydides.linking.citing import Citation
from thucydides.linking.spelling import slug
from thucydides.vocabulary import Source

_LEAST_WORDS = 2  # of a title that a document's name can be known by


class Shelf:
    """The works that citations come to. A citation that fits several works of its author means the author alone."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        by_author: dict[str, set[Citation]] = defaultdict(set)
        for citation in citations:
            by_author[citation.by].add(citation)
        self._works = {author: _works(cited) for author, cited in by_author.items() if author}
        self._by_word: dict[str, list[Citation]] = defaultdict(list)
        for work in {work for works in self._works.values() for work in works} | by_author.get("", set()):
            if len(work.words) >= _LEAST_WORDS and (work.authors or work.alone):
                self._by_word[max(work.words, key=len)].append(work)

    def id_of(self, citation: Citation) -> str:
        """The id of the work: the author's name where one work is known, with title or year where there are several."""
        works = self._works.get(citation.by, ())
        meant = _meant(citation, works)
        if meant is None or len(works) == 1:
            return citation.id
        return f"{citation.id}-{'-'.join(meant.words)[:60] or meant.year}"

    def source(self, citation: Citation) -> Source:
        """The work of a citation, as far as that citation tells."""
        return citation.source_called(self.id_of(citation))

    def that_is(self, name: str) -> Citation | None:
        """The work that a document of this name is: one whose title, with its authors and year at most, is the name."""
        words = set(slug(name).split("-"))
        fitting = [work for word in words for work in self._by_word.get(word, ()) if _is_named(work, words)]
        return max(fitting, key=_fullness, default=None)


def _is_named(citation: Citation, words: set[str]) -> bool:
    title = set(citation.words)
    if not title <= words:
        return False
    authors = {part for name in citation.authors for part in slug(name).split("-")}
    return words - title <= authors | {citation.year, "a", "an", "the"} and (not authors or authors <= words)


def _works(citations: set[Citation]) -> tuple[Citation, ...]:
    """The different works among the citations of one author, each by its fullest citation."""
    works: list[Citation] = []
    for citation in sorted(citations, key=_fullness, reverse=True):
        if (citation.words or citation.year) and not _fitting(citation, works):
            works.append(citation)
    return tuple(works)


def _fullness(citation: Citation) -> tuple[int, bool, str, str, str, str]:
    said = (citation.title, citation.year, citation.edition, citation.pages)
    return len(citation.words), bool(citation.year), *said


def _meant(citation: Citation, works: Sequence[Citation]) -> Citation | None:
    if not citation.words and not citation.year:
        return works[0] if len(works) == 1 else None
    fitting = _fitting(citation, works)
    return fitting[0] if len(fitting) == 1 else None


def _fitting(citation: Citation, works: Sequence[Citation]) -> list[Citation]:
    """The works that a citation may mean: those of its title, else, where it gives none, those of its year."""
    if citation.words:
        return [work for work in works if work.words[: len(citation.words)] == citation.words]
    return [work for work in works if citation.year == work.year or not work.year]


def entry_meant(citation: Citation, listed: Iterable[Citation]) -> Citation | None:
    """The entry of a document's own list that a citation means; None where none of its authors stands there.

    An author may be cited for a work of several (`Dupuy` for `Dupuy and Dupuy`). Where several works of theirs fit,
    it is the authors alone.
    """
    known = tuple(listed)
    names = set(map(slug, citation.authors))
    theirs = {entry for entry in known if entry.by == citation.by and names}
    theirs = theirs or {entry for entry in known if names and names <= set(map(slug, entry.authors))}
    if not theirs:
        return None
    authors = min(entry.authors for entry in theirs)
    works = _works({entry for entry in theirs if slug("-".join(entry.authors)) == slug("-".join(authors))})
    return _meant(citation, works) or replace(citation, authors=authors)
