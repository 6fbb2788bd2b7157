"""How often is a claim of each class right? Writes the table from which the `confidence` of a claim is taken.

Every gold table at hand is used: the witnesses, the passages, and the seeds where they are there.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from thucydides.desk import Desk, demo_documents

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src" / "thucydides" / "publishing" / "precision.toml"
SHARED = ROOT.parent / "shared"


def golds() -> Iterator[tuple[str, list[Path], Path]]:
    """Name, documents and gold table of each measurement."""
    yield "witnesses", list(demo_documents()), ROOT / "tests" / "witnesses" / "gold" / "claims.csv"
    passages = ROOT / "tests" / "passages"
    yield "passages", sorted(passages.glob("*.txt")), passages / "gold" / "claims.csv"
    yield "seeds", sorted((SHARED / "seeds").glob("*.txt")), SHARED / "gold" / "seed-claims.csv"


def measured() -> tuple[list[str], Counter[str], Counter[str]]:
    """The golds used, and by class how many claims were right and how many there were."""
    used, right, claims = [], Counter[str](), Counter[str]()
    for name, documents, gold in golds():
        if not gold.exists():
            continue
        used.append(name)
        with tempfile.TemporaryDirectory() as folder, Desk.at(Path(folder) / "ledger.db") as desk:
            refused = [taken for taken in desk.read(documents) if taken.refused]
            assert not refused, refused
            for key, score in desk.evaluate(gold).classes.items():
                right[key] += score.found
                claims[key] += score.rows
    return used, right, claims


def main() -> None:
    used, right, claims = measured()
    lines = [
        f"# Measured on {', '.join(used)} by `python -m benchmarks.precision`: right claims, of how many, by class."
    ]
    for key in sorted(claims):
        lines += ["", f'[class."{key}"]', f"right = {right[key]}", f"claims = {claims[key]}"]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TABLE.name}: {sum(right.values())} of {sum(claims.values())} claims right, {len(claims)} classes")


if __name__ == "__main__":
    main()
