"""How many rows of the gold were found, by level and attribute, and how many claims were right?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thucydides.evaluating.agreement import Row, agrees, forbidden
from thucydides.evaluating.gold import Gold

LEVELS = ("core", "inferred", "narrative", "unsure")


@dataclass(frozen=True, slots=True)
class LevelScore:
    """Rows of one level or attribute, and how many of them were found."""

    found: int
    rows: int

    @property
    def recall(self) -> float:
        """The share found; 1 where nothing was asked."""
        return self.found / self.rows if self.rows else 1.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out: recall by level and attribute, precision over all claims of the gold's documents.

    `classes`: by reader and attribute (`narrative/1 loss`), how many of its claims are right, of how many.
    `missed`: gold rows without a claim. `spurious`: claims that no gold row bears out. `prohibited`: claims that must
    not appear. `unquoted`: claims without a quote.
    """

    levels: dict[str, LevelScore]
    attributes: dict[str, LevelScore]
    classes: dict[str, LevelScore]
    right: int
    claims: int
    missed: tuple[Row, ...] = field(repr=False)
    spurious: tuple[Row, ...] = field(repr=False)
    prohibited: tuple[Row, ...] = ()
    unquoted: tuple[Row, ...] = ()

    @property
    def precision(self) -> float:
        """The share of claims that a gold row of any level bears out."""
        return self.right / self.claims if self.claims else 1.0

    @property
    def passed(self) -> bool:
        """Nothing prohibited, nothing without a quote."""
        return not self.prohibited and not self.unquoted


def evaluate(claims: Sequence[Row], gold: Gold) -> Evaluation:
    """Hold a claims table against the gold; claims of documents that the gold does not cover are left out."""
    documents = {row["document"] for row in gold.rows}
    covered = [claim for claim in claims if _covered(claim["document"], documents)]
    rows = sorted(gold.rows, key=lambda row: _rank(row["level"]))
    pairs = maximum_matching([list(_agreeing(row, covered, gold)) for row in rows])
    found = [place in pairs for place in range(len(rows))]
    right = set(pairs.values())
    return Evaluation(
        levels=_scores([row["level"] or "core" for row in rows], found),
        attributes=_scores([row["attribute"] for row in rows], found),
        classes=_scores([_class(claim) for claim in covered], [place in right for place in range(len(covered))]),
        right=len(right),
        claims=len(covered),
        missed=tuple(row for row, hit in zip(rows, found, strict=True) if not hit),
        spurious=tuple(claim for place, claim in enumerate(covered) if place not in right),
        prohibited=tuple(c for c in covered if any(forbidden(c, never, gold.labels) for never in gold.never)),
        unquoted=tuple(claim for claim in covered if not claim["quote"]),
    )


def maximum_matching(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """Row to claim, as many rows as can be served; a row served once stays served (augmenting paths, Kuhn 1955)."""
    holder: dict[int, int] = {}
    for row in range(len(choices)):
        _serve(row, choices, holder)
    return {row: claim for claim, row in holder.items()}


def _serve(row: int, choices: Sequence[Sequence[int]], holder: dict[int, int]) -> None:
    """Find a free claim for the row, moving others along a path if need be."""
    came_from: dict[int, int] = {}
    waiting = [row]
    while waiting:
        asking = waiting.pop(0)
        for claim in choices[asking]:
            if claim in came_from:
                continue
            came_from[claim] = asking
            if claim not in holder:
                _shift(claim, row, came_from, holder)
                return
            waiting.append(holder[claim])


def _shift(claim: int, row: int, came_from: dict[int, int], holder: dict[int, int]) -> None:
    served = {held_by: held for held, held_by in holder.items()}
    while True:
        taker = came_from[claim]
        before = served.get(taker)
        holder[claim] = taker
        if taker == row or before is None:
            return
        claim = before


def _agreeing(row: Row, claims: Sequence[Row], gold: Gold) -> Iterator[int]:
    return (place for place, claim in enumerate(claims) if agrees(claim, row, gold.labels))


def _scores(keys: Sequence[str], found: Sequence[bool]) -> dict[str, LevelScore]:
    asked = Counter(keys)
    hits = Counter(key for key, hit in zip(keys, found, strict=True) if hit)
    return {key: LevelScore(hits[key], asked[key]) for key in sorted(asked, key=_rank)}


def _class(claim: Row) -> str:
    return f"{claim.get('reader', '')} {claim['attribute']}"


def _rank(key: str) -> tuple[int, str]:
    return (LEVELS.index(key) if key in LEVELS else len(LEVELS), key)


def _covered(document: str, documents: set[str]) -> bool:
    return document in documents or any(document.endswith("/" + known) for known in documents)
