"""How often are claims of this class right?

A class is a reader with its version and an attribute. `precision.toml` holds how many claims of it were right, of how
many, where they were held against gold tables; `python -m benchmarks.precision` measures it anew.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from thucydides.vocabulary import Claim

FEWEST = 10  # below this many claims a share says nothing


def confidence(claim: Claim) -> str:
    """The measured precision of the claim's class, two decimals; empty where too few of it were measured."""
    right, claims = _measured().get(f"{claim.reader} {claim.attribute}", (0, 0))
    return f"{right / claims:.2f}" if claims >= FEWEST else ""


@cache
def _measured() -> Mapping[str, tuple[int, int]]:
    table = tomllib.loads(files("thucydides.publishing").joinpath("precision.toml").read_text(encoding="utf-8"))
    return {name: (row["right"], row["claims"]) for name, row in table["class"].items()}
