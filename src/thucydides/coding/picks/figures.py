"""How many, by the model's estimate or as it is stated?"""

from collections import Counter
from collections.abc import Sequence
from math import log10

from thucydides.coding.picks.about import About, nothing, said
from thucydides.coding.times import years_of
from thucydides.vocabulary import Absence, Cell, Count, Qualifier, Support, Variable


def estimate(about: About, variable: Variable) -> Cell:
    """The estimate of a category: of the row's actor, or the sum over the event's parties, draw by draw.

    `of.category`: a category of the model. `of.insufficient`: `shown` to give a middle value
    even where the evidence does not suffice; else only its bounds are given.
    """
    category = variable.of["category"]
    actors = about.actors or tuple(sorted(about.dossier.parties))
    keys = [(actor, category) for actor in actors]
    held = [about.dossier.estimates[key] for key in keys if key in about.dossier.estimates]
    if not held:
        return _withoutestimated(about, category)
    claims = tuple(dict.fromkeys(account for estimate in held for account in estimate.accounts))
    status = max((estimate.status for estimate in held), key=list(Support).index)
    rule = f"the estimate of {category.replace('_', ' ')}: median, with the bounds of 80 %; {held[0].anchor}"
    if len(held) < len(keys):
        rule += f"; {len(keys) - len(held)} of {len(keys)} parties have no account and are not in the sum"
    low, middle, high = _bounds(about, keys) if len(held) > 1 else (held[0].low, held[0].median, held[0].high)
    if status is Support.INSUFFICIENT and variable.of.get("insufficient") != "shown":
        return Cell(
            absence=Absence.INSUFFICIENT, low=round(low), high=round(high), claims=claims, rule=rule, status=str(status)
        )
    return Cell(
        value=round(middle), low=round(low), high=round(high), claims=claims, rule=rule, status=str(status),
        witnesses=sum(estimate.lineages for estimate in held),
    )  # fmt: skip


def _bounds(about: About, keys: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    draws = [about.dossier.draws[key] for key in keys if key in about.dossier.draws]
    sums = sorted(sum(values) for values in zip(*draws, strict=True))
    return tuple(sums[min(len(sums) - 1, int(len(sums) * level))] for level in (0.1, 0.5, 0.9))


def _withoutestimated(about: About, category: str) -> Cell:
    claims = about.claims("loss")
    qualifiers = {linked.claim.value.qualifier for linked in claims if isinstance(linked.claim.value, Count)}
    for qualifier, absence, rule in (
        (Qualifier.VAGUE, Absence.VAGUE, "accounts give it only in words without a number"),
        (Qualifier.UNKNOWN, Absence.UNKNOWN, "accounts say that it is not known"),
    ):
        if qualifiers and qualifiers <= {qualifier, Qualifier.VAGUE, Qualifier.UNKNOWN} and qualifier in qualifiers:
            return said(about, claims, absence=absence, rule=rule)
    return nothing(Absence.SILENT, f"no account from which {category.replace('_', ' ')} could be estimated")


def stated(about: About, variable: Variable) -> Cell:
    """The figure that most lineages state for an attribute and concept, with the range of all of them."""
    claims = [
        linked
        for linked in about.claims(variable.of["attribute"], variable.of.get("concept", ""))
        if isinstance(linked.claim.value, Count)
    ]
    numbers = {linked.claim.id: linked.claim.value for linked in claims}
    counts = [value for value in numbers.values() if isinstance(value, Count)]
    if not counts:
        return nothing(Absence.SILENT, "no account gives it")
    bounded = [count for count in counts if count.low is not None or count.high is not None]
    if not bounded:
        unknown = all(count.qualifier is Qualifier.UNKNOWN for count in counts)
        absence = Absence.UNKNOWN if unknown else Absence.VAGUE
        return said(about, claims, absence=absence, rule="accounts give no number for it")
    figures = Counter(count.low if count.low is not None else count.high for count in bounded)
    value = max(sorted(figures, key=float), key=figures.__getitem__)  # type: ignore[arg-type]
    lows = [count.low for count in bounded if count.low is not None]
    highs = [count.high for count in bounded if count.high is not None]
    return said(
        about, claims, value=_whole(value), low=_whole(min(lows)) if lows else None,
        high=_whole(max(highs)) if highs else None,
        rule=f"the figure given most often ({len(figures)} different); bounds: the lowest and the highest given",
    )  # fmt: skip


def _whole(number: float | None) -> int | float | None:
    return int(number) if number is not None and float(number).is_integer() else number


def magnitude(about: About, variable: Variable) -> Cell:
    """Richardson's: the base-10 logarithm of the dead, from an estimate."""
    dead = estimate(about, variable)
    if not isinstance(dead.value, int) or dead.value < 1:
        return nothing(Absence.SILENT, "no estimate of the dead")
    low, high = (round(log10(max(1, int(bound))), 2) for bound in (dead.low or 1, dead.high or 1))
    rule = f"the base-10 logarithm of: {dead.rule}"
    return Cell(
        value=round(log10(dead.value), 2), low=low, high=high, claims=dead.claims, witnesses=dead.witnesses, rule=rule,
        status=dead.status,
    )  # fmt: skip


def counted(about: About, variable: Variable) -> Cell:
    """How many claims, witnesses or documents. `of.what`: which."""
    claims = about.dossier.claims
    numbers = {
        "claims": len(claims),
        "witnesses": about.witnesses(claims),
        "documents": len({linked.claim.document for linked in claims}),
        "parties": len(about.dossier.parties),
        "years": len(years_of(about.dossier)),
    }
    return Cell(value=numbers[variable.of["what"]], rule=f"the number of {variable.of['what']}")
