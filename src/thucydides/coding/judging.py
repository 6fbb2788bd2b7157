"""How surely does an event belong by a rule set?

A condition on deaths is judged over the draws behind the estimates, so that a war near the threshold belongs in part.
Where there is no estimate the condition is open, which counts as one half and is said.
"""

from collections.abc import Callable, Mapping
from math import prod
from typing import Any

from thucydides.coding.times import years_of
from thucydides.vocabulary import Belonging, Condition, Dossier, RuleSet, ThucydidesError

OPEN = 0.5
"""What an open question counts for."""


class UnknownTest(ThucydidesError):
    """A rule set asks for a test that nobody knows."""


def belonging(dossier: Dossier, rules: RuleSet) -> Belonging:
    """The product of the conditions' probabilities, with a sentence for each. Raises UnknownTest."""
    judged = [_judged(dossier, condition, rules) for condition in rules.conditions]
    return Belonging(prod(probability for probability, _ in judged), tuple(reason for _, reason in judged))


def _judged(dossier: Dossier, condition: Condition, rules: RuleSet) -> tuple[float, str]:
    if condition.test not in TESTS:
        raise UnknownTest(f"{rules.name}: there is no test {condition.test!r}; the tests are {', '.join(TESTS)}")
    probability, why = TESTS[condition.test](dossier, condition.of)
    return probability, f"{condition.says}: {why}"


def _deaths(dossier: Dossier, of: Mapping[str, Any]) -> tuple[float, str]:
    """The share of draws in which the dead of all parties together reach the threshold."""
    category, wanted = str(of.get("category", "killed")), float(of["at_least"])
    held = [draws for (_, counted), draws in sorted(dossier.draws.items()) if counted == category]
    if not held:
        return OPEN, "open, for no estimate can be made"
    years = years_of(dossier)
    length = len(years) if of.get("per") == "year" and years else 1
    sums = [sum(values) / length for values in zip(*held, strict=True)]
    share = sum(total >= wanted for total in sums) / len(sums)
    spread = f", on average over {length} years" if length > 1 else ""
    return share, f"probability {share:.2f}{spread}, by {len(held)} estimate{'s' * (len(held) > 1)}"


def _states(dossier: Dossier, of: Mapping[str, Any]) -> tuple[float, str]:
    states = {actor for actor in dossier.parties if _is_state(dossier, actor)}
    if "on_each_side" in of:
        sides = {dossier.parties[actor] for actor in states} - {0}
        if len(sides) < 2 and any(not dossier.parties[actor] for actor in states) and len(states) > 1:
            return OPEN, f"open: {len(states)} states took part, but not every side is known"
        return float(len(sides) >= 2), f"{len(states)} states on {len(sides)} sides"
    return float(len(states) >= int(of["in_all"])), f"{len(states)} of {len(dossier.parties)} parties are states"


def _is_state(dossier: Dossier, actor: str) -> bool:
    known = dossier.actors.get(actor)
    codes = (actor, *(known.identifiers if known else ()))
    return any(code.startswith(("gw:", "cow:")) for code in codes)


def _parties(dossier: Dossier, of: Mapping[str, Any]) -> tuple[float, str]:
    return float(len(dossier.parties) >= int(of["at_least"])), f"{len(dossier.parties)} parties"


def _kinds(dossier: Dossier, of: Mapping[str, Any]) -> tuple[float, str]:
    return float(dossier.event.kind in str(of["among"]).split("|")), f"it is a {dossier.event.kind}"


def _stated(dossier: Dossier, of: Mapping[str, Any]) -> tuple[float, str]:
    wanted = str(of["attributes"]).split("|")
    count = sum(linked.claim.attribute in wanted for linked in dossier.claims)
    return float(count > 0), f"{count} claims"


def _years(dossier: Dossier, of: Mapping[str, Any]) -> tuple[float, str]:
    years = years_of(dossier)
    if not years:
        return OPEN, "open, for its time is not stated"
    first, last = int(of.get("first", min(years))), int(of.get("last", max(years)))
    return float(any(first <= year <= last for year in years)), f"{min(years)} to {max(years)}"


TESTS: Mapping[str, Callable[[Dossier, Mapping[str, Any]], tuple[float, str]]] = {
    "deaths": _deaths,
    "states": _states,
    "parties": _parties,
    "kinds": _kinds,
    "stated": _stated,
    "years": _years,
}
"""Every test that a condition can ask for, by its name in the TOML."""
