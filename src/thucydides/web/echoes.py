"""Which figures on a page repeat another?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thucydides.vocabulary import CopySort, Lineage, LinkedClaim
from thucydides.web.accounts import Accounts, Voice


@dataclass(frozen=True, slots=True)
class Echo:
    """A claim that stands under the one it repeats, with the sentence that says why."""

    voice: Voice
    reason: str


class Lines:
    """The lineages of an event, ready to be asked about the claims of its page."""

    def __init__(self, lineages: Iterable[Lineage]) -> None:
        held = tuple(lineages)
        self._lineage = {claim: lineage for lineage in held for claim in lineage.claims}
        self._copies = {
            copy.claim: copy for lineage in held for copy in lineage.copies if copy.sort is not CopySort.SUM
        }

    def folded(self, claims: Sequence[LinkedClaim]) -> list[tuple[LinkedClaim, list[LinkedClaim]]]:
        """Each claim with those that repeat it: the same figure of the same thing, in one lineage. The order stays."""
        groups: dict[tuple[str, ...], list[LinkedClaim]] = {}
        for linked in claims:
            said = str(linked.claim.value), linked.claim.counted.concept, linked.claim.counted.fate
            groups.setdefault((self._of(linked), *said), []).append(linked)
        return [self._root_first(held) for held in groups.values()]

    def echo(self, linked: LinkedClaim, accounts: Accounts) -> Echo:
        """A claim that repeats another, with the reason."""
        copy = self._copies.get(linked.claim.id)
        return Echo(accounts.voice(linked), copy.reason if copy else "the same account")

    def root(self, linked: LinkedClaim, known: Mapping[str, LinkedClaim]) -> LinkedClaim | None:
        """The claim that this one repeats in the end; None where it repeats none of those known."""
        copy = self._copies.get(linked.claim.id)
        seen = {linked.claim.id}
        while copy is not None and (before := next((one for one in copy.of if one in known), "")) not in {"", *seen}:
            seen.add(before)
            linked, copy = known[before], self._copies.get(before)
        return linked if len(seen) > 1 else None

    def repeated_by(self, linked: LinkedClaim, known: Mapping[str, LinkedClaim]) -> list[LinkedClaim]:
        """The claims that go back to this one."""
        return [known[copy] for copy in self._copies if copy in known and self.root(known[copy], known) is linked]

    def roots(
        self, claims: Iterable[LinkedClaim], known: Mapping[str, LinkedClaim], accounts: Accounts
    ) -> tuple[str, ...]:
        """The letters of those whose figures an account repeats."""
        claims = list(claims)
        roots = (self.root(linked, known) for linked in claims)
        own = {accounts.of(linked).siglum for linked in claims}
        return tuple(dict.fromkeys(s for one in roots if one and (s := accounts.of(one).siglum) not in own))

    def _of(self, linked: LinkedClaim) -> str:
        lineage = self._lineage.get(linked.claim.id)
        return lineage.id if lineage else linked.claim.id

    def _root_first(self, held: list[LinkedClaim]) -> tuple[LinkedClaim, list[LinkedClaim]]:
        first = next((linked for linked in held if linked.claim.id not in self._copies), held[0])
        return first, [linked for linked in held if linked is not first]
