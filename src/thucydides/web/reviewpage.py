"""How is one question laid out: the claim, its words in their context, and what was answered to others?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from thucydides.desk import Agenda, Desk, Pass
from thucydides.vocabulary import Answer, Decision, LinkedClaim, Question, Subject
from thucydides.web.accounts import claim_address
from thucydides.web.documentpage import Proof, proofs_of
from thucydides.web.figures import Mark, mark_of
from thucydides.web.wording import clipped, reading, sentence

AROUND = 220
"""Characters before and after the words that are shown with them."""
LISTED = 12
RECENT = 8
FEW_SHARED = 20
"""From so many shared answers on, agreement is shown as a figure."""
PASSES = {
    Pass.FIRST: "Nobody has answered",
    Pass.SECOND: "Second reader",
    Pass.DISPUTED: "To be settled",
}
_SAID = {
    Answer.ACCEPT: "Accepted",
    Answer.REJECT: "Rejected",
    Answer.CORRECT: "Corrected",
    Answer.UNSURE: "Unsure of",
    Answer.JOIN: "Joined",
    Answer.SPLIT: "Split",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the document; `role`: what they prove of the claim, empty if nothing."""

    words: str
    role: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the agenda."""

    claim: str
    shown: str
    about: str
    moves: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log. `taken_back`: it does not stand any more."""

    id: str
    when: str
    who: str
    said: str
    words: str
    why: str
    correction: str
    address: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Item:
    """The claim that is asked about."""

    linked: LinkedClaim
    question: Question
    sentence: str
    value: str
    shape: Mark
    pieces: tuple[Piece, ...]
    proofs: tuple[Proof, ...]
    address: str
    answers: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The review desk, ready for its template."""

    which: str
    passes: tuple[tuple[str, str, int], ...]
    place: int
    open: int
    waiting: tuple[Waiting, ...]
    item: Item | None
    recent: tuple[Entry, ...]
    reader: str
    agreement: str


def review_view(desk: Desk, *, reader: str, which: Pass, place: int = 0, claim: str = "") -> ReviewView:
    """The question at a place of the agenda, or about a claim. Raises NotFound for an unknown claim."""
    agenda = desk.agenda
    left = {one: agenda.count(reader, one) for one in PASSES}
    place = min(max(place, 0), max(left[which] - 1, 0))
    first = place - place % LISTED
    asked = agenda.open_to(reader, which, first=first, most=LISTED)
    question = agenda.question(claim) if claim else next(iter(asked[place - first :]), None)
    own = [one for one in desk.review.by(reader) if not one.undoes][-RECENT:]
    return ReviewView(
        which=which.value,
        passes=tuple((one.value, words, left[one]) for one, words in PASSES.items()),
        place=place,
        open=left[which],
        waiting=tuple(_waiting(desk, asked)),
        item=_item(desk, agenda, question, which) if question else None,
        recent=tuple(entries(desk, own))[::-1],
        reader=reader,
        agreement=_agreement(agenda),
    )


def _waiting(desk: Desk, asked: Sequence[Question]) -> Iterator[Waiting]:
    held = desk.some_claims([question.claim for question in asked])
    for question in asked:
        if (linked := held.get(question.claim)) is None:
            continue  # understood anew in this very moment
        moves = f"moves {(10**question.influence - 1) * 100:.1f} %" if question.influence > 0.01 else "no estimate"
        about = " · ".join((*question.reasons[:1], linked.event.label))
        yield Waiting(question.claim, clipped(sentence(linked), 90), clipped(about, 90), moves)


def _item(desk: Desk, agenda: Agenda, question: Question, which: Pass) -> Item:
    linked = desk.claim(question.claim)
    given = agenda.given(question.claim)
    shown = tuple(given.by.values()) if given and which is Pass.DISPUTED else ()
    return Item(
        linked=linked,
        question=question,
        sentence=sentence(linked),
        value=reading(linked.claim.value),
        shape=mark_of(linked),
        pieces=tuple(_pieces(linked, desk.words(linked.claim.document))),
        proofs=tuple(proofs_of(linked)),
        address=claim_address(linked),
        answers=tuple(entries(desk, shown)),
    )


def _pieces(linked: LinkedClaim, content: str) -> Iterator[Piece]:
    """The words of the claim with what stands around them, and what of it proves what."""
    span = linked.claim.span
    begin, end = max(0, span.start - AROUND), min(len(content), span.end + AROUND)
    near = [piece for piece in linked.claim.evidence if begin <= piece.span.start and piece.span.end <= end]
    edges = sorted({begin, end, *(edge for piece in near for edge in (piece.span.start, piece.span.end))})
    for left, right in pairwise(edges):
        roles = (piece.role.value for piece in near if piece.span.start <= left < piece.span.end)
        yield Piece(content[left:right], next(roles, ""))


def entries(desk: Desk, decisions: Iterable[Decision]) -> Iterator[Entry]:
    """Decisions as lines of the log, without those that only take others back."""
    review = desk.review
    return (_entry(one, taken_back=review.taken_back(one)) for one in decisions if not one.undoes)


def _entry(one: Decision, *, taken_back: bool) -> Entry:
    own = one.about is Subject.NEW
    return Entry(
        id=one.id,
        when=_clock(one.when),
        who=one.who,
        said="Read" if own else _SAID[one.answer],
        words=clipped(one.quote, 80),
        why=one.why,
        correction="" if own else one.correction,
        address=f"/review?claim={one.claim}",
        taken_back=taken_back,
    )


def _clock(when: str) -> str:
    try:
        return datetime.fromisoformat(when).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return when


def _agreement(agenda: Agenda) -> str:
    shared = agenda.shared()
    found = agenda.agreement() if shared >= FEW_SHARED else None
    if found is None:
        return f"Agreement is worked out from {FEW_SHARED} shared claims on; there are {shared}."
    return (
        f"Krippendorff’s alpha over {found.units} shared claims is {found.alpha:.2f} "
        f"(90 % interval {found.low:.2f} to {found.high:.2f})."
    )
