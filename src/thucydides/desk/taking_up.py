"""How does a claim that a person read come into the ledger, stay there, and go again when it is taken back?

The log alone says what persons read. Before claims are linked, each document gets a reading in which they stand beside
what the program read, so that a replayed log and a better reader come to the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from thucydides.desk.reviewing import now
from thucydides.ledger import Ledger
from thucydides.reviewing import PERSON, Marked, anchored, claim_marked, marked_from, written
from thucydides.vocabulary import Answer, Claim, ClaimRefused, Decision, Subject, in_force

STANDS_INSTEAD = "claim:"
"""A correction that begins so names the claim that stands in the place of this one."""


def mark(document: str, marked: Marked, *, ledger: Ledger, who: str, why: str) -> Decision:
    """Keep a claim that a person read, and correct the one in whose place it stands. Raises ClaimRefused."""
    text = ledger.text(document)
    claims = tuple(ledger.claims(document=document))
    claim = claim_marked(marked, text, claims, who=who)
    former = next((one for one in claims if one.id == marked.instead), None)
    answer = Answer.CORRECT if former else Answer.ACCEPT
    taken = _decision(claim, text.content, answer=answer, who=who, why=why)
    taken = replace(taken, correction=written(replace(marked, start=claim.span.start)), about=Subject.NEW)
    ledger.decide(taken)
    if former is not None:
        corrected = _decision(former, text.content, answer=Answer.CORRECT, who=who, why=why)
        ledger.decide(replace(corrected, correction=f"{STANDS_INSTEAD}{claim.id} {claim.value}".strip()))
    return taken


def _decision(claim: Claim, content: str, *, answer: Answer, who: str, why: str) -> Decision:
    first = anchored(claim, content)
    return Decision(first.claim, answer, who, now(), why, first.document, first.quote, first.context)


def take_up(ledger: Ledger, decisions: Iterable[Decision]) -> None:
    """Let exactly those claims of persons stand that the log says; a document that has them already is left alone."""
    log = [one for one in decisions if one.about is Subject.NEW]
    wanted: dict[str, list[Decision]] = defaultdict(list)
    for decision in in_force(log):
        wanted[decision.document].append(decision)
    for document in sorted({one.document for one in log}):
        if ledger.holds(document):
            _take_up(document, wanted[document], ledger)


def _take_up(document: str, decisions: Sequence[Decision], ledger: Ledger) -> None:
    read = ledger.claims_of_programs(document)
    text = ledger.text(document)
    held: dict[str, Claim] = {claim.id: claim for claim in read}
    for decision in decisions:
        try:
            claim = claim_marked(marked_from(decision.correction), text, tuple(held.values()), who=decision.who)
        except ClaimRefused:
            continue  # its words do not stand in a better text any more: it waits on the agenda
        held[claim.id] = claim
    stands = {claim.id: claim for claim in ledger.claims(document=document)}
    persons = [claim for claim in (*held.values(), *stands.values()) if claim.reader.startswith(PERSON)]
    if any(held.get(claim.id) != stands.get(claim.id) for claim in persons):
        unread = ledger.findings.unread(document=document)
        ledger.keep(ledger.document(document), text, tuple(held.values()), tuple(unread))
