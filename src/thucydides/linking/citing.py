"""What does a citation say of the work that it names: who wrote it, what is it called, from when is it?"""

import re
from dataclasses import dataclass
from functools import lru_cache

from thucydides.linking.spelling import slug
from thucydides.vocabulary import Source

_RETRIEVED = re.compile(r"[.,;(]?\s*(?:retrieved|accessed|archived)\b.{0,80}$", re.IGNORECASE)
_EDITION = re.compile(
    r"[,;.(]?\s*\b(?P<said>(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|revised|rev\.|new|enlarged|"
    r"expanded)(?:,? (?:and )?(?:revised|rev\.|enlarged|expanded))?\s(?:edition|edn|ed)\b\.?)\)?",
    re.IGNORECASE,
)
_MARKED_PAGES = re.compile(
    r"[,;:.]?\s*\(?\b(?:vol(?:s|ume)?\.?\s?[\dIVXivx]{1,6}\b[,;:.]?\s*)?(?:pp?|pgs?|pages?|vols?|volume)\b\.?\s?"
    r"(?P<said>[\dIVXivx][\dIVXivx\s,–-]{0,40})\)?"
)
_BARE_PAGES = re.compile(
    r"(?:,|:|(?<=\d\d\d\d):)\s*(?P<said>\d{1,4}(?:\s?[–-]\s?\d{1,4})?(?:,\s?\d{1,4}(?:[–-]\d{1,4})?){0,5})$"
)
_YEAR = re.compile(r"(?<![\d–-])(1[5-9]\d\d|20\d\d)[a-z]?(?![\d–-])")
_QUOTED = re.compile(r'["“”«»]([^"“”«»]{2,300})["“”«»]')
_LISTED = re.compile(r"^([A-Z]{2,8})[\s#:]?\d{1,6}$")
_PERSON = re.compile(r"^[^\W\d_][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){0,3}$")
_AND = re.compile(r"\s+(?:and|&|et)\s+|;\s*")
_GIVEN = re.compile(r"^(?:[^\W\d_]\.\s?-?){1,4}|^[A-Z][\w’'-]+(?:\s[A-Z](?:\.|[\w’'-]+))?(?=[.,])")
_SENTENCE_ENDS = re.compile(r"(?<=[\w)’'][\w)’'])[.](?=\s+\W?[A-Z])")
_ARTICLES = frozenset({"a", "an", "the", "der", "die", "das", "le", "la", "les", "el"})
_LONGEST = 400  # letters of a citation that are looked at


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation taken apart. What it does not say is empty; `alone`: nothing but a title stands in it."""

    authors: tuple[str, ...]
    title: str
    year: str
    edition: str = ""
    pages: str = ""
    alone: bool = False

    @property
    def by(self) -> str:
        """The surnames as an id has them."""
        return "-".join(map(slug, self.authors))

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the title that tell it apart, in order."""
        words = slug(self.title).split("-") if self.title else []
        return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)

    @property
    def id(self) -> str:
        """The work, when nothing else of its author is known: by its authors, else by its title."""
        return f"source:{self.by or slug(self.title)[:60]}"

    @property
    def source(self) -> Source:
        """The work as far as the citation tells."""
        return self.source_called(self.id)

    def source_called(self, identity: str) -> Source:
        """The work under another id."""
        names = " and ".join(self.authors)
        return Source(identity, self.title or names, names, self.year, "work", edition=self.edition)


@lru_cache(maxsize=65_536)
def citation_of(words: str) -> Citation:
    """Take a citation apart: `Brown and Green, 42`, `COW136`, `Ann Brown, A History of War. 1999`, `Title - Study`."""
    said = " ".join(words.split()).strip(" .")
    if listed := _LISTED.match(said):
        return Citation((listed[1],), "", "")
    bare, edition, pages = _taken_off(said)
    years = _YEAR.findall(_QUOTED.sub("", bare))
    year = years[-1] if years else ""
    if quoted := _QUOTED.search(bare):
        authors = _surnames(bare[: quoted.start()].strip(" ,.:"), sure=False)
        alone = not any(map(str.isalpha, bare[: quoted.start()] + bare[quoted.end() :]))
        return Citation(authors, quoted[1].strip(" .,"), year, edition, pages, alone)
    authors, rest = _authors(bare, cited=bool(pages or years))
    title = _title(rest) if authors else bare.strip(" ,.;:()")
    return Citation(authors, title, year, edition, pages, alone=not authors)


def _taken_off(said: str) -> tuple[str, str, str]:
    """A citation without its edition and pages; the edition; the pages."""
    said, parts = _RETRIEVED.sub("", said[:_LONGEST]), []
    for pattern in (_EDITION, _MARKED_PAGES):
        found = pattern.search(said)
        parts.append(found["said"].strip(" ,.;") if found else "")
        said = f"{said[: found.start()]} {said[found.end() :]}".strip() if found else said
    edition, pages = parts
    bare = _BARE_PAGES.search(said)
    if bare and not pages and not _YEAR.fullmatch(bare["said"]):
        said, pages = said[: bare.start()], bare["said"]
    return " ".join(said.split()).strip(" ,.;:"), edition, pages


def _authors(bare: str, *, cited: bool) -> tuple[tuple[str, ...], str]:
    """The surnames before the first comma, year or full stop, and what stands behind."""
    head, comma, rest = bare.partition(",")
    if year := _YEAR.search(head):
        head, comma, rest = head[: year.start()], ",", f"{head[year.end() :]},{rest}"
    if not comma:
        first = _SENTENCE_ENDS.search(bare)
        head, comma, rest = (bare[: first.start()], ".", bare[first.end() :]) if first else (bare, "", "")
        if comma and len(head.split()) > 1:
            return (), bare
    head, rest = head.strip(" (."), rest.strip(" ,.()")
    if not comma and not cited and len(head.split()) > 2:
        return (), bare
    surnames = _surnames(head, sure=cited and not any(map(str.isupper, head)))
    inverted = _GIVEN.match(rest) if surnames and len(head.split()) == 1 else None
    if inverted and any(map(str.isalpha, _title(rest[inverted.end() :]))):
        rest = rest[inverted.end() :].strip(" ,.()")
    return surnames, rest


def _title(rest: str) -> str:
    """The title at the head of what stands behind the authors: up to its end, its year or its publisher in brackets."""
    rest = _YEAR.sub("", rest.strip(" ,.():"), count=1) if _YEAR.match(rest.strip(" ,.():")) else rest
    title = re.split(r"\s*\(", rest.strip(" ,.():"), maxsplit=1)[0]
    year = _YEAR.search(title)
    title = title[: year.start()] if year else title
    ends = _SENTENCE_ENDS.search(title)
    return (title[: ends.start()] if ends else title).strip(" ,.;:()")


def _surnames(words: str, *, sure: bool) -> tuple[str, ...]:
    """The last name of each author; none where the words are no names of persons. `sure`: small letters will do."""
    people = [person.strip(" ,.") for person in _AND.split(words) if person.strip(" ,.")]
    if not people or not all(_PERSON.match(person) and (sure or person[0].isupper()) for person in people):
        return ()
    return tuple(person.split()[-1] for person in people)
