"""By what is a claim known again that somebody has judged, and which boxes were drawn for judging?

The table of judgements holds no words of the boxes: a claim is known by the hash of what it says.
"""

import csv
import hashlib
import random
from collections.abc import Mapping
from pathlib import Path

from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document

BOXES = Path(__file__).parents[4] / "shared" / "data" / "infoboxes"
JUDGED = Path(__file__).with_name("judged.csv")
SEEDS = (1, 2, 3, 4)
SIZE = 60


def drawn(seed: int) -> list[Path]:
    """The boxes of a sample; those of earlier samples are not drawn again."""
    rest = sorted(BOXES.glob("*.wikitext"))
    for number in SEEDS:
        sample = random.Random(number).sample(rest, SIZE)
        if number == seed:
            return sample
        rest = [path for path in rest if path not in sample]
    raise ValueError(f"samples were drawn with {SEEDS}, none with {seed}")


def claims_of(path: Path) -> tuple[Claim, ...]:
    """What the program hears in a box."""
    document = Document(path.name, path.read_bytes(), media_type="text/x-wiki")
    return extract(read(document), document_name=document.name, gazetteer=authorities.load()).claims


def key(claim: Claim) -> str:
    """The hash of what a claim says: of whom, how much of what, and who says so."""
    value, counted = claim.value, claim.counted
    bounds = f"{value.low}..{value.high} {value.qualifier}" if isinstance(value, Count) else str(value)
    said = (
        claim.attribute, str(claim.target), str(claim.side), counted.concept, counted.fate, counted.population, bounds,
        claim.attribution.claimant,
    )  # fmt: skip
    return hashlib.sha256("|".join(said).encode()).hexdigest()[:16]


def judgements() -> Mapping[tuple[str, str], str]:
    """What was judged: `right` or `wrong`, by box and key."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {(row["box"], row["claim"]): row["judged"] for row in csv.DictReader(file)}
