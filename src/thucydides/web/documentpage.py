"""How is a document laid out: its text with what was heard in it, and one claim with its evidence?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType

from thucydides.desk import DocumentEntry, DocumentPage, NotFound
from thucydides.vocabulary import Event, Finding, LinkedClaim, Passage, PassageKind, Role, Severity
from thucydides.web.accounts import claim_address
from thucydides.web.figures import Mark as Shape
from thucydides.web.figures import mark_of
from thucydides.web.highlighting import Mark, Run, passages_with_words, runs_by_passage
from thucydides.web.verdicts import Verdict
from thucydides.web.wording import (
    BASES,
    SEVERITIES,
    actors,
    because,
    clipped,
    counts,
    family,
    field,
    gaps,
    label,
    reading,
    sentence,
)

FAMILIES = {
    "who": "who",
    "when": "when",
    "where": "where",
    "many": "how many",
    "what": "what came of it",
    "name": "names",
}
Runs = tuple[Run, ...]

_BOXED = {PassageKind.BOX_LINE, PassageKind.CELL, PassageKind.FACT_LINE}
_HEADED = {PassageKind.TITLE, PassageKind.HEADING}


@dataclass(frozen=True, slots=True)
class Line:
    """A passage as it is shown: `tag` is its element, `style` its class, `mark` the number of a note."""

    offset: int
    tag: str
    style: str
    mark: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines that belong to one cell, with what the reader took it for."""

    gloss: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of a box, or running text in one cell without a gloss."""

    boxed: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in the list beside the text."""

    id: str
    href: str
    shown: str
    about: str
    inferred: tuple[str, ...]
    family: str
    shape: Shape | None
    offset: int
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A field of the selected claim: what it says, the words that prove it, or the rule by which it was inferred."""

    field: str
    said: str
    words: tuple[tuple[str, int, int, str], ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Selected:
    """The claim that is looked at, with everything that speaks for it."""

    line: ClaimLine
    sentence: str
    event: Event
    shape: Shape
    proofs: tuple[Proof, ...]
    basis: str
    linked: LinkedClaim
    findings: tuple["Remark", ...]
    beside: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding beside the text. `at`: the words that it is about, with their place and address."""

    severity: str
    unread: bool
    message: str
    suggestions: tuple[str, ...]
    words: str
    at: tuple[tuple[str, str], ...]
    take: str = ""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The document page, ready for its template."""

    entry: DocumentEntry
    title: str
    reader: str
    readers: tuple[str, ...]
    blocks: tuple[Block, ...]
    claims: tuple[ClaimLine, ...]
    families: tuple[tuple[str, str, int], ...]
    selected: Selected | None
    remarks: tuple[Remark, ...]


def document_view(
    page: DocumentPage, selected: str = "", *, verdicts: Mapping[str, Verdict] = MappingProxyType({})
) -> DocumentView:
    """The document, arranged; `selected` is the id of a claim. Raises NotFound for a claim that it does not have."""
    claims = sorted(page.claims, key=lambda linked: (linked.claim.span.start, linked.claim.span.end))
    known = {linked.claim.id: linked for linked in claims}
    chosen = _chosen(known, selected)
    passages = tuple(passages_with_words(page.text))
    shown = list(runs_by_passage(page.text, passages, _marks(page, claims), chosen.claim.evidence if chosen else ()))
    tally = Counter(family(linked.claim.attribute) for linked in claims)
    title = next((page.text.words(held) for held in passages if held.kind is PassageKind.TITLE), page.entry.name)
    return DocumentView(
        entry=page.entry,
        title=clipped(title),
        reader=page.text.reader,
        readers=tuple(sorted({linked.claim.reader for linked in claims})),
        blocks=tuple(_blocks(shown)),
        claims=tuple(replace(_line(one), verdict=verdicts.get(one.claim.id)) for one in claims),
        families=tuple((code, words, tally[code]) for code, words in FAMILIES.items()),
        selected=_selected(chosen, known, page, verdicts) if chosen else None,
        remarks=tuple(_remark(finding, known, page) for finding in page.findings),
    )


def _chosen(known: Mapping[str, LinkedClaim], selected: str) -> LinkedClaim | None:
    if selected and selected not in known:
        raise NotFound("this document has no such claim; a better reader may have taken it for another one")
    return known.get(selected)


def _marks(page: DocumentPage, claims: Iterable[LinkedClaim]) -> Iterator[Mark]:
    for linked in claims:
        claim = linked.claim
        yield Mark(claim.span.start, claim.span.end, claim.id, family(claim.attribute))
    for finding in page.findings:
        if finding.severity is Severity.UNREAD and finding.document == page.entry.id and finding.end > finding.start:
            yield Mark(finding.start, min(finding.end, len(page.text.content)))


def _blocks(shown: Iterable[tuple[Passage, Runs]]) -> Iterator[Block]:
    level = 1
    for boxed, group in groupby(_in_boxes(list(shown)), key=lambda held: held[0]):
        lines = []
        for _, passage, runs in group:
            if passage.kind in _HEADED:
                level = min(max(passage.level + 1, 2), level + 1, 6)
            lines.append((_gloss(passage) if boxed else ("", -1), _shown(passage, runs, level)))
        yield Block(boxed, tuple(_cells(lines)))


def _in_boxes(shown: Sequence[tuple[Passage, Runs]]) -> Iterator[tuple[bool, Passage, Runs]]:
    """Whether each passage stands in a box: the labels between boxed lines belong to them."""
    kinds = [None, *(passage.kind for passage, _ in shown), None]
    for place, (passage, runs) in enumerate(shown, start=1):
        between = passage.kind is PassageKind.FURNITURE and kinds[place - 1] in _BOXED and kinds[place + 1] in _BOXED
        yield between or passage.kind in _BOXED, passage, runs


def _cells(lines: Iterable[tuple[tuple[str, int], Line]]) -> Iterator[Cell]:
    for (gloss, _), group in groupby(lines, key=lambda pair: pair[0]):
        yield Cell(gloss, tuple(line for _, line in group))


def _gloss(passage: Passage) -> tuple[str, int]:
    if passage.kind is PassageKind.FURNITURE:
        return "", -1
    side = f"side {passage.side}" if passage.side else ""
    return ", ".join(filter(None, (passage.label, side))) or passage.kind.value, passage.row


def _shown(passage: Passage, runs: tuple[Run, ...], level: int) -> Line:
    tag = f"h{level}" if passage.kind in _HEADED else "p"
    return Line(passage.start, tag, passage.kind.value.replace(" ", "-"), passage.mark, runs)


def _line(linked: LinkedClaim) -> ClaimLine:
    claim = linked.claim
    counted = counts(claim.counted) if claim.counted.concept else ""
    about = (label(claim.attribute).lower(), counted, actors(linked), claim.event.label)
    return ClaimLine(
        id=claim.id,
        href=claim_address(linked),
        shown=clipped(claim.quote),
        about=" · ".join(filter(None, about)),
        inferred=tuple(field(gap.field) for gap in gaps(claim)),
        family=family(claim.attribute),
        shape=mark_of(linked) if family(claim.attribute) == "many" else None,
        offset=claim.span.start,
    )


def _selected(
    linked: LinkedClaim, known: Mapping[str, LinkedClaim], page: DocumentPage, verdicts: Mapping[str, Verdict]
) -> Selected:
    claim = linked.claim
    beside = (held for held in known.values() if held is not linked and held.claim.span.overlaps(claim.span))
    return Selected(
        line=replace(_line(linked), verdict=verdicts.get(claim.id)),
        sentence=sentence(linked),
        event=linked.event,
        shape=mark_of(linked),
        proofs=tuple(proofs_of(linked)),
        basis=BASES[claim.attribution.basis],
        linked=linked,
        findings=tuple(_remark(one, known, page) for one in page.findings if claim.id in one.claims),
        beside=tuple(map(_line, beside)),
    )


def proofs_of(linked: LinkedClaim) -> Iterator[Proof]:
    """Each field of a claim with the words that prove it, or the rule by which it was inferred."""
    claim = linked.claim
    said: dict[str, str] = {
        Role.VALUE: reading(claim.value),
        Role.CLAIMANT: linked.claimant or claim.attribution.claimant,
        Role.EVENT: linked.event.label,
        Role.TARGET: actors(linked),
        Role.TIME: reading(claim.period) if claim.period else "",
        Role.CONCEPT: counts(claim.counted) if claim.counted.concept else "",
        Role.CITES: claim.attribution.cites,
    }
    for role in Role:
        words = tuple((e.words, e.span.start, e.span.end, f"e-{role}") for e in claim.evidence if e.role is role)
        if words:
            yield Proof(field(role.value), said.get(role, ""), words)
    said["period"] = said[Role.TIME]
    said["side"] = str(claim.side or "")
    for gap in claim.inferred:
        yield Proof(field(gap.field), said.get(gap.field, ""), rule=because(gap))


def _remark(finding: Finding, known: Mapping[str, LinkedClaim], page: DocumentPage) -> Remark:
    here = [known[claim] for claim in finding.claims if claim in known]
    placed = finding.document == page.entry.id and finding.end > finding.start
    return Remark(
        severity=SEVERITIES[finding.severity],
        unread=finding.severity is Severity.UNREAD,
        message=finding.message,
        suggestions=finding.suggestions,
        words=clipped(page.text.content[finding.start : finding.end]) if placed else "",
        at=tuple((clipped(held.claim.quote), claim_address(held)) for held in here),
        take=f"{finding.start}-{finding.end}" if placed else "",
    )
