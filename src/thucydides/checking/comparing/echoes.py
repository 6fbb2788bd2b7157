"""Does one claim repeat the other?"""

from collections.abc import Iterable, Mapping

from thucydides.vocabulary import Copy, CopySort, Count, Lineage, LinkedClaim


class Echoes:
    """What is known of copies: lineages of figures, and pairs of documents that share their words.

    `pages`: pairs of document ids, each with the sentence that says what they share.
    """

    def __init__(self, lineages: Iterable[Lineage] = (), pages: Mapping[frozenset[str], str] | None = None) -> None:
        held = tuple(lineages)
        self._lineage = {claim: lineage for lineage in held for claim in lineage.claims}
        self._copies = {copy.claim: copy for lineage in held for copy in lineage.copies}
        self._pages = pages or {}

    def reason(self, one: LinkedClaim, other: LinkedClaim) -> str:
        """Why the one repeats the other, though both say the same; empty where they are two witnesses."""
        a, b = one.claim, other.claim
        if declared := self.declared(one, other):
            return declared
        if a.document == b.document and a.attribution == b.attribution:
            return "the same document says it twice"
        if pages := self._pages.get(frozenset((a.document, b.document))):
            return pages
        if one.source.id == other.source.id:
            return f"both give the word of {one.source.author or one.source.title}"
        return self._traced(a.id, b.id) if isinstance(a.value, Count) else ""

    def declared(self, one: LinkedClaim, other: LinkedClaim) -> str:
        """Why the one repeats the other whatever it says: it cites it, or a person said so."""
        for copy, original in ((one.claim, other.claim), (other.claim, one.claim)):
            if copy.relation == "repeats" and copy.relates_to == original.id:
                return "one says that it repeats the other"
            known = self._copies.get(copy.id)
            if known and known.sort in (CopySort.CITES, CopySort.REVIEWER) and known.of == (original.id,):
                return known.reason
        return ""

    def _traced(self, one: str, other: str) -> str:
        lineage = self._lineage.get(one)
        if lineage is None or self._lineage.get(other) is not lineage:
            return ""
        for copy, original in ((one, other), (other, one)):
            if (known := self._copies.get(copy)) and original in known.of:
                return known.reason
        reasons = [known for claim in (one, other) if (known := self._copies.get(claim)) and _is_copy(known)]
        return f"both go back to one account: {reasons[0].reason}" if reasons else ""


def _is_copy(copy: Copy) -> bool:
    return copy.sort is not CopySort.SUM
