"""What would people write about wars whose losses we know?

Nothing of the model is used here: this is another account of how figures come about. Two parties fight; each reports
on itself and on the other, at the time; some publish their records later; secondary works guess; pages copy each other,
and only some say so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np

PARTS = ("killed", "wounded", "missing", "captured")
SUMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "killed": ("killed",),
        "wounded": ("wounded",),
        "missing": ("missing",),
        "captured": ("captured",),
        "dead_or_missing": ("killed", "missing"),
        "killed_wounded": ("killed", "wounded"),
        "killed_missing_captured": ("killed", "missing", "captured"),
        "total": PARTS,
    }
)
STATED = ("killed", "wounded", "missing", "captured", "dead_or_missing", "killed_wounded", "total")


@dataclass(frozen=True, slots=True)
class Scenario:
    """How reality differs from what is usual. `bias`: log factors; `noise`: factor on every spread."""

    name: str
    events: int = 100
    bias: Mapping[str, float] = field(
        default_factory=lambda: {
            "self": np.log(0.8),
            "adversary": np.log(1.8),
            "ally": np.log(0.9),
            "neutral": 0.0,
            "archival": 0.0,
        }
    )
    accounts: Mapping[str, float] = field(
        default_factory=lambda: {"self": 0.8, "adversary": 0.7, "archival": 0.35, "neutral": 0.8, "ally": 0.15}
    )
    noise: float = 1.0
    heavy_tails: bool = False
    slips: float = 0.0
    mixed_up: float = 0.0
    hidden: float = 0.3
    rounding: float = 1.0


_NONE = {"self": 0.0, "adversary": 0.0, "ally": 0.0, "neutral": 0.0, "archival": 0.0}
_SPARSE = {"self": 0.45, "adversary": 0.3, "archival": 0.15, "neutral": 0.3}
_ENEMY = {"self": 0.0, "adversary": 2.5}
_ANCHORLESS = {"self": 0.9, "adversary": 0.9, "neutral": 0.6, "ally": 0.2}
SCENARIOS: Mapping[str, Scenario] = MappingProxyType(
    {
        scenario.name: scenario
        for scenario in (
            Scenario("base"),
            Scenario("hard", heavy_tails=True, slips=0.04, mixed_up=0.06, hidden=0.7, rounding=2.0),
            Scenario("sparse", accounts=_SPARSE),
            Scenario("adversary_only", accounts=_ENEMY),
            Scenario("no_anchor", accounts=_ANCHORLESS),
            Scenario("wrong_bias", bias=_NONE | {"self": np.log(1.2), "adversary": np.log(0.9)}),
            Scenario("unbiased", bias=_NONE),
            Scenario("few", events=8),
            Scenario("noisier", noise=1.8),
        )
    }
)

_SIDE = {"self": 0.25, "adversary": 0.45, "ally": 0.35, "neutral": 0.15, "archival": 0.08}
_ERROR = {"self": 0.25, "adversary": 0.40, "ally": 0.35, "neutral": 0.30, "archival": 0.12}
_SOURCE, _ACCOUNT = 0.20, 0.15


@dataclass(frozen=True, slots=True)
class World:
    """Bare claims, and the truth by event, party and category."""

    claims: tuple[dict[str, Any], ...]
    truth: Mapping[tuple[str, str, str], float]


def make(scenario: Scenario, seed: int) -> World:
    """A world of this scenario; the same seed gives the same world."""
    maker = _Maker(scenario, np.random.default_rng([seed, sum(map(ord, scenario.name))]))
    claims = [claim for number in range(scenario.events) for claim in maker.event(f"event {number:05}")]
    return World(tuple(claims), maker.truth)


class _Maker:
    def __init__(self, scenario: Scenario, chance: np.random.Generator) -> None:
        self._scenario, self._chance = scenario, chance
        self.truth: dict[tuple[str, str, str], float] = {}
        self._bias = {name: middle + chance.normal(0, {"archival": 0.02, "neutral": 0.1}.get(name, 0.2))
                      for name, middle in scenario.bias.items()}  # fmt: skip
        self._habit: dict[str, float] = {}
        self._ratios = np.log([2.5, 0.15, 0.2]) + chance.normal(0, [0.2, 0.3, 0.3])
        self._size = np.log(500) + chance.normal(0, 0.8)
        self._number = 0

    def event(self, event: str) -> Iterator[dict[str, Any]]:
        """Everything that is written about one event."""
        for party, enemy in (("Reds", "Blues"), ("Blues", "Reds")):
            parts = self._losses()
            for name, inside in SUMS.items():
                self.truth[event, party, name] = sum(parts[part] for part in inside)
            yield from self._about(event, party, enemy, parts)

    def _losses(self) -> dict[str, float]:
        killed = np.exp(self._size + self._chance.normal(0, 1.6))
        others = killed * np.exp(self._ratios + self._chance.normal(0, [0.6, 1.2, 1.5]))
        return dict(zip(PARTS, map(float, [max(killed, 3.0), *others]), strict=True))

    def _about(self, event: str, party: str, enemy: str, parts: Mapping[str, float]) -> Iterator[dict[str, Any]]:
        written: list[dict[str, Any]] = []
        for relation, rate in self._scenario.accounts.items():
            side = self._chance.normal(0, _SIDE[relation] * self._scenario.noise)
            for number in range(self._chance.poisson(rate) if rate > 1 else int(self._chance.random() < rate)):
                written += self._account(
                    event, party, relation, self._source(relation, party, enemy, number), side, parts
                )
        if not written and self._scenario.accounts["adversary"] > 0:
            relation = "adversary" if self._scenario.accounts["self"] == 0 else "self"
            written += self._account(event, party, relation, self._source(relation, party, enemy, 0), 0.1, parts)
        yield from written
        yield from self._copies(written)

    def _source(self, relation: str, party: str, enemy: str, number: int) -> str:
        if relation == "neutral":
            return f"historian {self._chance.integers(25)}"
        author = {"self": party, "archival": party, "adversary": enemy, "ally": f"friends of {party}"}[relation]
        return f"{author}, {relation} organ {number} {self._chance.integers(4)}"

    def _account(
        self, event: str, party: str, relation: str, source: str, side: float, parts: Mapping[str, float]
    ) -> list[dict[str, Any]]:
        scale = self._scenario.noise
        if source not in self._habit:
            self._habit[source] = self._chance.normal(0, _SOURCE * scale)
        off = self._bias[relation] + self._habit[source] + side + self._chance.normal(0, _ACCOUNT * scale)
        count = 1 + self._chance.binomial(2, 0.5)
        chosen = self._chance.choice(STATED, size=count, replace=False, p=[0.4, 0.18, 0.06, 0.06, 0.08, 0.05, 0.17])
        said = []
        for category in chosen:
            error = self._chance.standard_t(3) / np.sqrt(3) if self._scenario.heavy_tails else self._chance.normal()
            figure = sum(parts[part] for part in SUMS[category]) * np.exp(off + error * _ERROR[relation] * scale)
            said.append(self._claim(event, party, str(category), relation, source, float(figure)))
        return said

    def _claim(
        self, event: str, party: str, category: str, relation: str, source: str, figure: float
    ) -> dict[str, Any]:
        self._number += 1
        if self._chance.random() < self._scenario.slips:
            figure *= self._chance.choice([0.1, 10])
        if self._chance.random() < self._scenario.mixed_up:
            category = {"killed": "dead_or_missing", "dead_or_missing": "killed", "total": "killed"}.get(
                category, category
            )
        claim = {"id": f"c{self._number:06}", "event": event, "party": party, "category": category,
                 "relation": relation, "source": source, "cites": None}  # fmt: skip
        kind = self._chance.choice(["exact", "range", "lower", "upper", "word"], p=[0.84, 0.07, 0.05, 0.02, 0.02])
        return claim | self._said(str(kind), figure)

    def _said(self, kind: str, figure: float) -> dict[str, Any]:
        if kind == "range":
            width = np.exp(abs(self._chance.normal(0, 0.25)))
            return {"kind": kind, "lo": max(1, round(figure / width)), "hi": max(1, round(figure * width))}
        if kind == "lower":
            return {"kind": kind, "lo": max(1, round(figure * self._chance.uniform(0.6, 1)))}
        if kind == "upper":
            return {"kind": kind, "hi": max(1, round(figure * self._chance.uniform(1, 1.6)))}
        if kind == "word":
            for word, low, high in (("dozens", 24, 100), ("hundreds", 200, 1000), ("thousands", 2000, 10000)):
                if low <= figure <= high:
                    return {"kind": "word", "word": word}
        unit = self._unit(figure)
        return {"kind": "exact", "value": max(1, round(figure / unit) * unit), "unit": unit}

    def _unit(self, figure: float) -> int:
        digits = 4 - min(3, self._chance.poisson(0.7 * self._scenario.rounding))
        return int(10 ** max(0, np.floor(np.log10(max(figure, 1))) + 1 - digits))

    def _copies(self, written: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Pages that repeat what stands elsewhere, sometimes rounded, often without saying so."""
        for original in written:
            for _ in range(self._chance.poisson(0.5)):
                self._number += 1
                copy = original | {"id": f"c{self._number:06}", "relation": "neutral", "source": f"page {self._number}"}
                if self._chance.random() < 0.25 and copy.get("value", 0) > 1000:
                    copy |= {"value": round(copy["value"], -len(str(int(copy["value"]))) + 2)}
                    copy.pop("unit", None)
                yield copy | {"cites": None if self._chance.random() < self._scenario.hidden else original["id"]}
