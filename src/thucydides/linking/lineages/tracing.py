"""Which accounts go back to one?

Every statement has at most one original: the one it cites, else the one a person named, else the page it was copied
from, else the account with which it hardly agrees by chance. What a source says on its own belongs together.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from thucydides.linking.lineages.coincidence import Coincidences, rank
from thucydides.linking.lineages.pages import PageCopy
from thucydides.linking.lineages.statements import Statement, statement_of
from thucydides.linking.lineages.sums import own_sums, sums_of_another, sums_of_events
from thucydides.vocabulary import Answer, Copy, CopySort, Decision, Lineage, Report, Subject, in_force


def lineages(
    told: Iterable[Statement | Report],
    *,
    within: Mapping[str, str] | None = None,
    page_copies: Iterable[PageCopy] = (),
    decisions: Iterable[Decision] = (),
) -> tuple[Lineage, ...]:
    """Every statement or report in exactly one lineage, by event, party and root; their order does not matter.

    `within`: the event that each event lies in, for totals that add up smaller events. `page_copies`: documents whose
    words overlap. `decisions`: joins and splits by a person outweigh everything else.
    """
    given = tuple(told)
    above = {one.event: one.part_of for one in given if isinstance(one, Report) and one.part_of} | dict(within or {})
    known = {one.id: statement_of(one) if isinstance(one, Report) else one for one in given}
    held = tuple(known[identity] for identity in sorted(known))
    family = _Family(held)
    for copy in _found(held, above, tuple(page_copies)):
        family.enter(copy)
    for decision in in_force(decisions):
        if decision.about is Subject.LINEAGE and decision.other is not None:
            family.decide(decision)
    return tuple(family.lineages())


def _found(held: Sequence[Statement], within: Mapping[str, str], page_copies: Sequence[PageCopy]) -> Iterator[Copy]:
    """Every sign of a copy, the strongest sort first."""
    known = {one.id: one for one in held}
    for one in held:
        if one.cites in known and one.cites != one.id:
            yield Copy(one.id, (one.cites,), CopySort.CITES, f"{one.name} cites {known[one.cites].name} for {one}")
    yield from _from_pages(held, page_copies)
    for about in _by_event(held).values():
        yield from Coincidences(about).copies()
    yield from own_sums(held)
    yield from sums_of_another(held)
    yield from sums_of_events(held, within)


def _from_pages(held: Sequence[Statement], page_copies: Sequence[PageCopy]) -> Iterator[Copy]:
    """The same figure on the same slot in two documents whose words overlap."""
    said: dict[str, dict[tuple[object, ...], Statement]] = defaultdict(dict)
    for one in held:
        said[one.document].setdefault((one.event, one.party, one.parts, one.low, one.high), one)
    for pages in page_copies:
        for slot, one in said.get(pages.copy, {}).items():
            if (original := said.get(pages.original, {}).get(slot)) is not None:
                yield Copy(one.id, (original.id,), CopySort.PAGE_COPY, f"{one} stands in {pages.reason}")


def _by_event(held: Iterable[Statement]) -> dict[str, list[Statement]]:
    events: dict[str, list[Statement]] = defaultdict(list)
    for one in held:
        events[one.event].append(one)
    return events


class _Family:
    """Statements, each with its original as far as one is known."""

    def __init__(self, held: Sequence[Statement]) -> None:
        self._held = {one.id: one for one in held}
        self._copies: dict[str, Copy] = {}
        self._alone: set[str] = set()

    def enter(self, copy: Copy) -> None:
        """Take a copy in, unless the statement has an original already or the line would run in a ring."""
        if copy.claim not in self._copies and copy.claim not in self._behind(copy.of):
            self._copies[copy.claim] = copy

    def decide(self, decision: Decision) -> None:
        """Join or part two statements as a person said."""
        one, other = (anchor.claim for anchor in decision.anchors)
        if one not in self._held or other not in self._held:
            return
        if decision.answer is Answer.JOIN:
            self._join(one, other, f"{decision.who} joined them: {decision.why}")
        elif decision.answer is Answer.SPLIT:
            self._split(one, other)

    def _join(self, one: str, other: str, reason: str) -> None:
        """The first of the two is the copy, unless the other already goes back to it."""
        copy, original = (other, one) if one in self._behind([other]) else (one, other)
        self._copies[copy] = Copy(copy, (original,), CopySort.REVIEWER, reason)
        self._alone.discard(copy)

    def _split(self, one: str, other: str) -> None:
        """The one that goes back to the other stands alone, with those that go back to it; else the first named."""
        apart = other if one in self._behind([other]) else one
        self._copies.pop(apart, None)
        self._alone.add(apart)

    def lineages(self) -> Iterator[Lineage]:
        """The families, by event and root."""
        groups: dict[tuple[str, str, str, str], list[Statement]] = defaultdict(list)
        for one in self._held.values():
            root = self._held[self._root(one.id)]
            alone = root.id if root.id in self._alone else ""
            groups[root.event, root.party, root.source, alone].append(one)
        for (event, *_), members in sorted(groups.items()):
            yield self._lineage(event, members)

    def _lineage(self, event: str, members: Sequence[Statement]) -> Lineage:
        roots = [one for one in members if one.id not in self._copies]
        root = min(roots or members, key=lambda one: rank(one, len(one.parts)))
        identity = hashlib.sha256(f"{event}\x1f{root.id}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return Lineage(
            id=f"lineage:{identity}",
            root=root.id,
            claims=tuple(sorted(one.id for one in members)),
            copies=tuple(self._copies[one.id] for one in members if one.id in self._copies),
        )

    def _behind(self, statements: Iterable[str]) -> set[str]:
        """The statements and everything from which they have a figure, parts of sums among it."""
        found: set[str] = set()
        left = list(statements)
        while left:
            if (statement := left.pop()) not in found:
                found.add(statement)
                left.extend(self._copies[statement].of if statement in self._copies else ())
        return found

    def _line(self, statement: str) -> Iterator[str]:
        """The statement and all that it goes back to."""
        while True:
            yield statement
            if (original := self._original(statement)) is None:
                return
            statement = original

    def _original(self, statement: str) -> str | None:
        """What it repeats; None for a sum whose parts go back to different accounts."""
        copy = self._copies.get(statement)
        if copy is None or copy.of[0] not in self._held:
            return None
        if len(copy.of) > 1 and len({self._account(self._root(part)) for part in copy.of}) > 1:
            return None
        return copy.of[0]

    def _account(self, root: str) -> tuple[str, str, str]:
        return self._held[root].event, self._held[root].party, self._held[root].source

    def _root(self, statement: str) -> str:
        *_, last = self._line(statement)
        return last
