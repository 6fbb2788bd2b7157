"""Whose word is each claim: which claims on an event come from one witness?

A claim that cites a work is that work's word, one that names a claimant is the claimant's, any other its document's;
and documents that have their words from each other are one. A figure is also the word of the root of its lineage. That
makes nothing else in the two documents one: who copied a figure may have a date from elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from thucydides.linking.lineages.pages import PageCopy
from thucydides.linking.lineages.statements import is_quoted
from thucydides.vocabulary import (
    Answer,
    Copy,
    Decision,
    Lineage,
    LinkedClaim,
    Subject,
    Witness,
    folded,
    in_force,
)

Said = tuple[object, ...]


class Dependence:
    """All that is known of who has it from whom, ready to be asked about the claims of an event or of several."""

    def __init__(
        self,
        *,
        lineages: Iterable[Lineage] = (),
        page_copies: Iterable[PageCopy] = (),
        decisions: Iterable[Decision] = (),
    ) -> None:
        held = tuple(lineages)
        self._roots = {claim: lineage.root for lineage in held for claim in lineage.claims}
        self._copies = {copy.claim: copy for lineage in held for copy in lineage.copies}
        self._pages: dict[str, list[PageCopy]] = defaultdict(list)
        for page in page_copies:
            self._pages[page.copy].append(page)
        self._decided: dict[str, list[Decision]] = defaultdict(list)
        for decision in in_force(decisions):
            if decision.about is Subject.LINEAGE and decision.other is not None:
                self._decided[decision.claim].append(decision)

    def witnesses(self, claims: Iterable[LinkedClaim]) -> dict[str, Witness]:
        """The witness of each claim, by claim. Their order does not matter."""
        held = {linked.claim.id: linked for linked in claims}
        documents = {linked.claim.document for linked in held.values()}
        pages = [page for name in sorted(documents) for page in self._pages.get(name, ()) if page.original in documents]
        speakers = _Speakers(held.values(), pages)
        line = _Line(speakers)
        for claim in sorted(held):
            self._enter_known(held[claim], held, line)
        for copy, original, page in _said_by_both(held, pages, speakers):
            line.enter(copy, original, f"it stands in {page.reason}")
        decided = (decision for claim in held for decision in self._decided.get(claim, ()))
        for decision in sorted(decided, key=lambda one: (one.when, one.id)):
            line.decide(decision, held)
        return {claim: line.witness(linked, traced=claim in self._roots) for claim, linked in held.items()}

    def _enter_known(self, linked: LinkedClaim, held: Mapping[str, LinkedClaim], line: "_Line") -> None:
        """What a figure goes back to, or what a claim says that it repeats."""
        claim = linked.claim
        if (root := self._roots.get(claim.id, claim.id)) in held and root != claim.id:
            copy: Copy | None = self._copies.get(claim.id)
            line.enter(claim.id, held[root], copy.reason if copy else "")
        elif claim.relation == "repeats" and claim.relates_to in held:
            line.enter(claim.id, held[claim.relates_to], "it says that it repeats another")


class _Speakers:
    """Works, claimants and documents; documents that have their words from each other are one."""

    def __init__(self, claims: Iterable[LinkedClaim], pages: Sequence[PageCopy]) -> None:
        held = tuple(claims)
        self._own: dict[str, set[str]] = defaultdict(set)
        for linked in held:
            if not _claimant(linked) and not linked.claim.attribution.cites:
                self._own[linked.claim.document].add(linked.source.id)
        self._above: dict[str, str] = {}
        self._why: dict[str, str] = {}
        for document, works in self._own.items():
            if len(works) == 1:
                self._join(f"document:{document}", *works)
        for page in sorted(pages, key=lambda page: (-page.share, page.copy, page.original)):
            for document in (page.copy, page.original):
                self._why.setdefault(document, f"it stands in {page.reason}")
            self._join(f"document:{page.copy}", f"document:{page.original}")

    def of(self, linked: LinkedClaim) -> tuple[str, str]:
        """Whose word it is, and why it is not only its document's."""
        document, source = linked.claim.document, linked.source
        if self._is_quoted(linked):
            return f"claimant:{folded(_claimant(linked))}", f"it is given as what {_claimant(linked)} says"
        if not self._is_own(linked) and not source.id.startswith("document:"):
            return self._first(source.id), f"it is given as the word of {source.author or source.title}"
        return self._first(f"document:{document}"), self._why.get(document, "")

    def _is_quoted(self, linked: LinkedClaim) -> bool:
        """The claimant's word also where the document is itself a work, unless it cites another for it."""
        printed_here = linked.source.id in self._own[linked.claim.document] and not linked.claim.attribution.cites
        return is_quoted(linked) or (bool(_claimant(linked)) and printed_here)

    def _is_own(self, linked: LinkedClaim) -> bool:
        return self._own[linked.claim.document] == {linked.source.id}

    def _join(self, one: str, other: str) -> None:
        one, other = self._first(one), self._first(other)
        if one != other:
            self._above[one] = other

    def _first(self, name: str) -> str:
        while name in self._above:
            name = self._above[name]
        return name


class _Line:
    """Claims, each with the one whose word it repeats as far as that is known."""

    def __init__(self, speakers: _Speakers) -> None:
        self._speakers = speakers
        self._before: dict[str, tuple[LinkedClaim, str]] = {}
        self._alone: dict[str, str] = {}

    def enter(self, claim: str, original: LinkedClaim, reason: str) -> None:
        """Let a claim be the word of another, unless it is already that of a third, or the line would run in a ring."""
        if claim not in self._before and claim not in self._behind(original):
            self._before[claim] = original, reason

    def decide(self, decision: Decision, held: Mapping[str, LinkedClaim]) -> None:
        """Join or part two claims as a person said."""
        one, other = (held.get(anchor.claim) for anchor in decision.anchors)
        if one is None or other is None:
            return
        same = self.witness(one).id == self.witness(other).id
        if decision.answer is Answer.JOIN and not same:
            self._before.pop(one.claim.id, None)
            self._alone.pop(one.claim.id, None)
            self.enter(one.claim.id, other, f"{decision.who} joined them: {decision.why}")
        elif decision.answer is Answer.SPLIT and same:
            apart = other if one.claim.id in self._behind(other) else one
            self._before.pop(apart.claim.id, None)
            self._alone[apart.claim.id] = f"{decision.who} parted it from another: {decision.why}"

    def witness(self, linked: LinkedClaim, *, traced: bool = False) -> Witness:
        """Whose word a claim is in the end, and by what first sign."""
        *_, last = self._behind(linked).values()
        if parted := self._alone.get(last.claim.id):
            return Witness(f"claim:{last.claim.id}", traced, parted)
        name, own = self._speakers.of(last)
        reason = self._before[linked.claim.id][1] if linked.claim.id in self._before else own
        return Witness(name, traced, reason or self._speakers.of(linked)[1])

    def _behind(self, linked: LinkedClaim) -> dict[str, LinkedClaim]:
        """The claim and all that it goes back to, in this order."""
        found = {linked.claim.id: linked}
        while linked.claim.id in self._before:
            linked, _ = self._before[linked.claim.id]
            found[linked.claim.id] = linked
        return found


def _said_by_both(
    held: Mapping[str, LinkedClaim], pages: Iterable[PageCopy], speakers: _Speakers
) -> Iterator[tuple[str, LinkedClaim, PageCopy]]:
    """What a page says as the page does from which it has most of its words, though it is another's word there.

    A mirror may have lost the note or the heading by which its original names a work or a claimant.
    """
    nearest: dict[str, PageCopy] = {}
    for page in pages:
        if page.copy not in nearest or page.share > nearest[page.copy].share:
            nearest[page.copy] = page
    wanted = {name for page in nearest.values() for name in (page.copy, page.original)}
    said: dict[str, dict[Said, dict[str, LinkedClaim]]] = defaultdict(lambda: defaultdict(dict))
    for claim in sorted(held):
        if (document := held[claim].claim.document) in wanted:
            said[document][_said(held[claim])].setdefault(speakers.of(held[claim])[0], held[claim])
    for page in nearest.values():
        for what, copies in said[page.copy].items():
            originals = said[page.original].get(what, {})
            for copy in (copies[name] for name in copies if originals and name not in originals):
                yield copy.claim.id, next(iter(originals.values())), page


def _said(linked: LinkedClaim) -> Said:
    claim = linked.claim
    value = str(claim.value).casefold()
    whose = claim.target.everyone, tuple(actor.id for actor in linked.targets)
    return linked.event.id, claim.attribute, *whose, claim.counted, value


def _claimant(linked: LinkedClaim) -> str:
    return linked.claimant or linked.claim.attribution.claimant
