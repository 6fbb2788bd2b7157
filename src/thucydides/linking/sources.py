"""Which work does a claim come from?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from thucydides.linking.citing import Citation, citation_of
from thucydides.linking.shelf import Shelf, entry_meant
from thucydides.linking.spelling import slug
from thucydides.vocabulary import Basis, Claim, Gazetteer, Source, page_title

_LISTED = re.compile(r"^([A-Z]{2,8})[\s#:]?\d{1,6}$")
_KIND = re.compile(r"[a-z]+\d*")
_PERSON = re.compile(r"^[^\W\d_][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){0,3}$")


class Works:
    """The works that documents cite, and the document itself as the source of what it says on its own."""

    def __init__(self, claims: Iterable[Claim], document_names: Mapping[str, str], gazetteer: Gazetteer) -> None:
        held = tuple(claims)
        self._names = document_names
        self._gazetteer = gazetteer
        self._entries: dict[str, set[Citation]] = defaultdict(set)
        cited: dict[Citation, set[str]] = defaultdict(set)
        for claim in held:
            if claim.attribute == "source":
                self._entries[claim.document].add(citation_of(str(claim.value)))
            for words in _citing(claim):
                cited[citation_of(words)].add(claim.document)
        self._shelf = Shelf(cited)
        self._data_sets = dict(_data_sets(held))
        self._read = dict(self._works_read(cited))

    def of(self, claim: Claim) -> tuple[Source, str]:
        """The source of a claim, and the sentence that says why."""
        claimant = claim.attribution.claimant
        if cites := claim.attribution.cites:
            return self._meant(claim.document, cites), f"it cites {cites!r}"
        if claimant and entry_meant(citation_of(claimant), self._entries.get(claim.document, ())):
            return self._meant(claim.document, claimant), f"{claimant!r} is an author that the document cites"
        if self._is_author(claim):
            return self._meant(claim.document, claimant), f"{claimant!r} is named as the author of the figure"
        if cited_as := self._data_sets.get(claim.document):
            return cited_as.source, f"the document is the data set that others cite as {cited_as.authors[0]}"
        if work := self._read.get(claim.document):
            return self._shelf.source(work), f"the document is the work that others cite as {work.title!r}"
        return self.document(claim.document), "the document gives no other source"

    def document(self, document: str) -> Source:
        """The document as a source."""
        return Source(f"document:{document[:12]}", self._names.get(document, document[:12]), kind="document")

    def cited(self, claim: Claim) -> Source | None:
        """The work that a claim of the attribute `source` names; None for other claims."""
        return self._meant(claim.document, str(claim.value)) if claim.attribute == "source" else None

    def _meant(self, document: str, words: str) -> Source:
        """The work that words in a document name: the entry of its own list, else what the words tell by themselves."""
        citation = citation_of(words)
        return self._shelf.source(entry_meant(citation, self._entries.get(document, ())) or citation)

    def _works_read(self, cited: Mapping[Citation, set[str]]) -> Iterator[tuple[str, Citation]]:
        """Documents that are themselves a work which another cites by its title."""
        by_work: dict[str, set[str]] = defaultdict(set)
        for citation, documents in cited.items():
            by_work[self._shelf.id_of(citation)] |= documents
        for document, name in self._names.items():
            work = self._shelf.that_is(_title_of(name))
            if work and by_work[self._shelf.id_of(work)] - {document}:
                yield document, work

    def _is_author(self, claim: Claim) -> bool:
        claimant = claim.attribution.claimant
        if not claimant or self._gazetteer.actors_in(claimant):
            return False
        return claim.attribution.basis is Basis.SCHOLARLY and bool(_PERSON.match(claimant))


def _citing(claim: Claim) -> Iterator[str]:
    """The words of a claim that name a work."""
    if claim.attribute == "source":
        yield str(claim.value)
    if claim.attribution.cites:
        yield claim.attribution.cites


def _title_of(name: str) -> str:
    """The title of a page, the name of another document without its folders and its ending."""
    if title := page_title(name):
        return title
    last = PurePosixPath(name)
    return last.stem if re.fullmatch(r"\.[a-z]\w{1,8}", last.suffix) else last.name


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


def together(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once, with the fullest title and the earliest year that any citation gives."""
    by_id: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_id[source.id].append(source)
    return tuple(_fullest(by_id[identity]) for identity in sorted(by_id))


def _fullest(sources: list[Source]) -> Source:
    best = max(sources, key=lambda source: (len(source.title), source.title, source.author))
    return replace(best, year=min((source.year for source in sources if source.year), default=""))
