"""The documents by which the project is measured; skipped where they are absent."""

from pathlib import Path

import pytest

from tests.extracting.narrative.pages import gazetteer
from thucydides.evaluating import Evaluation, evaluate, read_gold
from thucydides.extracting.narrative import Narrative
from thucydides.extracting.scene import scene_of
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, plain

ROOT = Path(__file__).parents[3]
SEEDS, GOLD = ROOT.parent / "shared" / "seeds", ROOT.parent / "shared" / "gold" / "seed-claims.csv"
WITNESSES = ROOT / "tests" / "witnesses"


def _short(name: str) -> str:
    mentions = gazetteer().actors_in(name)
    return gazetteer().short_name(mentions[0].actor) if mentions else name


def _row(claim: Claim, document: str) -> dict[str, str]:
    value, bounds = claim.value, {"low": "", "high": "", "qualifier": ""}
    if isinstance(value, Count):
        bounds = {"low": plain(value.low), "high": plain(value.high), "qualifier": str(value.qualifier)}
    return bounds | {
        "document": document, "event": claim.event.label, "attribute": claim.attribute, "quote": claim.quote,
        "target": " + ".join(dict.fromkeys(map(_short, claim.target.names))), "concept": claim.counted.concept,
        "fate": claim.counted.fate, "value": _short(str(value)) if claim.attribute == "client_of" else str(value),
        "claimant": claim.attribution.claimant, "start": str(claim.span.start), "end": str(claim.span.end),
    }  # fmt: skip


def _evaluated(folder: Path, gold: Path) -> Evaluation:
    rows = []
    for path in sorted(folder.glob("*.txt")):
        scene = scene_of(read(Document(path.name, path.read_bytes())), path.name, gazetteer())
        rows += [_row(claim, path.name) for claim in Narrative().claims(scene) if isinstance(claim, Claim)]
    return evaluate(rows, read_gold(gold))


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed documents are not beside the project")
def test_the_prose_of_the_seeds_is_heard_and_little_else() -> None:
    found = _evaluated(SEEDS, GOLD)
    assert found.levels["narrative"].found >= 80
    assert found.precision >= 0.9
    assert not found.prohibited


def test_the_prose_of_the_witnesses_is_heard_and_little_else() -> None:
    found = _evaluated(WITNESSES, WITNESSES / "gold" / "claims.csv")
    assert found.levels["narrative"].recall >= 0.8
    assert found.precision >= 0.9
    assert not found.prohibited
