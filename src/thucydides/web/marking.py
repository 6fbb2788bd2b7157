"""What stands in the form in which a person says what words mean, before he has changed anything?"""

from collections import Counter
from dataclasses import dataclass

from thucydides.desk import DocumentPage, Marked
from thucydides.vocabulary import ATTRIBUTES, CONCEPTS, LinkedClaim

_NOT_ENTERED = {"Coordinates"}
Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Marking:
    """The forms of a document page. `own`: for a claim of one's own; `correct`: for the one that is looked at."""

    document: str
    own: Marked
    correct: Marked | None
    attributes: tuple[Choice, ...]
    concepts: tuple[Choice, ...]
    events: tuple[str, ...]


def marking_of(page: DocumentPage, selected: str, take: str) -> Marking:
    """The forms, filled from the claim that is looked at and from the words that are taken up (`start-end`)."""
    chosen = next((linked for linked in page.claims if linked.claim.id == selected), None)
    labels = Counter(linked.claim.event.label for linked in page.claims)
    start, _, end = take.partition("-")
    words = page.text.content[int(start) : int(end)][:400] if take else ""
    return Marking(
        document=page.entry.id,
        own=Marked(words=words, start=int(start) if words else -1, attribute="loss"),
        correct=_filled(chosen) if chosen else None,
        attributes=tuple((row.code, row.label) for row in ATTRIBUTES.values() if row.value not in _NOT_ENTERED),
        concepts=tuple((row.code, row.label) for row in CONCEPTS.values()),
        events=tuple(label for label, _ in labels.most_common()),
    )


def _filled(linked: LinkedClaim) -> Marked:
    claim = linked.claim
    return Marked(
        words=claim.quote,
        start=claim.span.start,
        attribute=claim.attribute,
        concept=claim.counted.concept,
        target=str(claim.target) if not claim.target.everyone else "",
        claimant=claim.attribution.claimant,
        event=claim.event.label,
        instead=claim.id,
    )
