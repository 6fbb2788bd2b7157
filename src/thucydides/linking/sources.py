"""Which work does a claim come from?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thucydides.linking.spelling import slug
from thucydides.vocabulary import Basis, Claim, Gazetteer, Source

_PAGES = re.compile(r"(?:[,;:]?\s*(?:pp?\.?|pages?|vol\.?)\s*)?\s*\d[\d\s,–-]{0,40}$")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_QUOTED = re.compile(r'["“”«»]([^"“”«»]{2,300})["“”«»]')
_LISTED = re.compile(r"^([A-Z]{2,8})[\s#:]?\d{1,6}$")
_KIND = re.compile(r"[a-z]+\d*")
_PERSON = re.compile(r"^[^\W\d_][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){0,3}$")
_AND = re.compile(r"\s+(?:and|&|et)\s+|;\s*")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation taken apart: surnames, title, year. Either the authors or the title may be empty."""

    authors: tuple[str, ...]
    title: str
    year: str

    @property
    def id(self) -> str:
        """One work, one id: by its authors, else by its title."""
        return f"source:{'-'.join(map(slug, self.authors)) or slug(self.title)[:60]}"

    @property
    def source(self) -> Source:
        """The work as far as the citation tells."""
        return Source(self.id, self.title or " and ".join(self.authors), " and ".join(self.authors), self.year, "work")


class Works:
    """The works that documents cite, and the document itself as the source of what it says on its own."""

    def __init__(self, claims: Iterable[Claim], document_names: Mapping[str, str], gazetteer: Gazetteer) -> None:
        held = tuple(claims)
        self._names = document_names
        self._gazetteer = gazetteer
        self._by_author: dict[str, dict[str, Citation]] = defaultdict(dict)
        for claim in held:
            if claim.attribute == "source":
                citation = citation_of(str(claim.value))
                for author in citation.authors:
                    self._by_author[claim.document].setdefault(slug(author), citation)
        self._data_sets = dict(_data_sets(held))

    def of(self, claim: Claim) -> tuple[Source, str]:
        """The source of a claim, and the sentence that says why."""
        if cites := claim.attribution.cites:
            cited = self._listed(claim, cites) or citation_of(cites)
            return cited.source, f"it cites {cites!r}"
        claimant = claim.attribution.claimant
        if claimant and (citation := self._listed(claim, claimant)):
            return citation.source, f"{claimant!r} is an author that the document cites"
        if self._is_author(claim):
            return citation_of(claimant).source, f"{claimant!r} is named as the author of the figure"
        if cited_as := self._data_sets.get(claim.document):
            return cited_as.source, f"the document is the data set that others cite as {cited_as.authors[0]}"
        return self.document(claim.document), "the document gives no other source"

    def document(self, document: str) -> Source:
        """The document as a source."""
        return Source(f"document:{document[:12]}", self._names.get(document, document[:12]), kind="document")

    def cited(self, claim: Claim) -> Source | None:
        """The work that a claim of the attribute `source` names; None for other claims."""
        return citation_of(str(claim.value)).source if claim.attribute == "source" else None

    def _listed(self, claim: Claim, words: str) -> Citation | None:
        known = self._by_author.get(claim.document, {})
        surnames = citation_of(words).authors
        return next((known[slug(name)] for name in surnames if slug(name) in known), None)

    def _is_author(self, claim: Claim) -> bool:
        claimant = claim.attribution.claimant
        if not claimant or self._gazetteer.actors_in(claimant):
            return False
        return claim.attribution.basis is Basis.SCHOLARLY and bool(_PERSON.match(claimant))


def _data_sets(claims: Sequence[Claim]) -> Iterator[tuple[str, Citation]]:
    """Documents that are a data set which others cite by its letters and a number: `COW136`."""
    named = (citation_of(str(claim.value)) for claim in claims if claim.attribute == "source" and _is_entry(claim))
    cited = {slug(citation.authors[0]): citation for citation in named}
    for claim in claims if cited else ():
        if claim.attribution.basis is Basis.DATASET and not claim.attribution.claimant:
            kind = _KIND.match(claim.reader)
            if kind and (citation := cited.get(slug(kind[0]))):
                yield claim.document, citation


def _is_entry(claim: Claim) -> bool:
    return bool(_LISTED.match(" ".join(str(claim.value).split()).strip(" .")))


def citation_of(words: str) -> Citation:
    """Take a citation apart: `Brown and Green, 42`, `COW136`, `Ann Brown, A History of War. 1999`, `Title - Study`."""
    said = " ".join(words.split()).strip(" .")
    year = _YEAR.search(said)
    if listed := _LISTED.match(said):
        return Citation((listed[1],), "", "")
    if quoted := _QUOTED.search(said):
        before = said[: quoted.start()].strip(" ,.:")
        return Citation(_surnames(before), quoted[1].strip(" .,"), year[1] if year else "")
    bare = _PAGES.sub("", said).strip(" ,.;:()")
    head, comma, rest = bare.partition(",")
    head = _YEAR.sub("", head).strip(" ()")
    authors = _surnames(head) if comma or bare != said or len(head.split()) <= 2 else ()
    title = _PAGES.sub("", rest).strip(" ,.()") if authors else bare
    return Citation(authors, title, year[1] if year and year[1] in said else "")


def together(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once, with the fullest title and the earliest year that any citation gives."""
    by_id: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_id[source.id].append(source)
    return tuple(_fullest(by_id[identity]) for identity in sorted(by_id))


def _fullest(sources: list[Source]) -> Source:
    best = max(sources, key=lambda source: (len(source.title), source.title, source.author))
    return replace(best, year=min((source.year for source in sources if source.year), default=""))


def _surnames(words: str) -> tuple[str, ...]:
    """The last name of each author; none where the words are no names of persons."""
    people = [person.strip(" ,.") for person in _AND.split(words) if person.strip(" ,.")]
    if not people or not all(_PERSON.match(person) and person[0].isupper() for person in people):
        return ()
    return tuple(person.split()[-1] for person in people)
