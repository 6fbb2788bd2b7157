"""What does one account say, in the layout of its own table?"""

from collections.abc import Callable, Mapping, Sequence

from thucydides.coding.picks.about import About, nothing, said, words_of
from thucydides.coding.times import years_of
from thucydides.vocabulary import Absence, Cell, Count, HistoricalDate, LinkedClaim, Qualifier, Variable

ANY_PHASE = "*"


def account(about: About, variable: Variable) -> Cell:
    """What the claims of one kind of document say (`of.account`: the kind, `cow-inter`).

    `of.attribute`: one, or several separated by `|`, the first that is claimed counts. `of.phase`: only claims of that
    phase (`*`: of any); else only those of none. `of.part`: which part of the claim (see PARTS). `of.turn`: pairs
    `said=written` separated by `;`, for codes. `of.otherwise`: what the layout writes where nothing is said,
    `of.unknown` where it is said to be unknown.
    """
    claims = _of_account(about, variable)
    if not claims:
        return _outside(about, variable) or _otherwise(variable)
    if _is_unknown(claims[0]) and "unknown" in variable.of:
        return said(about, claims[:1], value=variable.of["unknown"], rule=f"{variable.of['account']} does not know it")
    value = PARTS[variable.of.get("part", "value")](claims[0])
    written = _turned(claims[0].claim.attribute, value, variable.of.get("turn", ""))
    if written == "":
        return _otherwise(variable)
    return said(about, claims[:1], value=written, rule=f"as {variable.of['account']} has it")


def fixed(_about: About, variable: Variable) -> Cell:
    """The same in every row: what the layout itself says (`of.value`)."""
    return Cell(value=variable.of["value"], rule="the layout writes this in every row")


def _of_account(about: About, variable: Variable) -> Sequence[LinkedClaim]:
    for attribute in variable.of["attribute"].split("|"):
        held = [
            linked
            for linked in about.claims(attribute)
            if linked.claim.reader.partition("/")[0] == variable.of["account"]
            and variable.of.get("phase", "") in (ANY_PHASE, linked.claim.phase)
        ]
        if held:
            return held
    return ()


def _outside(about: About, variable: Variable) -> Cell | None:
    """An account that does not reach to the event's years says nothing of it: that is no silence."""
    window, years = about.dossier.covered.get(variable.of["account"]), years_of(about.dossier)
    if window is None or not years or (years[0] <= window[1] and window[0] <= years[-1]):
        return None
    return nothing(Absence.OUTSIDE, f"{variable.of['account']} covers {window[0]} to {window[1]}")


def _otherwise(variable: Variable) -> Cell:
    if "otherwise" in variable.of:
        return Cell(value=variable.of["otherwise"], rule="the layout writes this where nothing is said")
    return nothing(Absence.SILENT, f"{variable.of['account']} does not say it")


def _is_unknown(linked: LinkedClaim) -> bool:
    value = linked.claim.value
    return isinstance(value, Count) and value.qualifier is Qualifier.UNKNOWN


def _turned(attribute: str, value: str, turn: str) -> str:
    """By the table of codes: for `attribute:value`, for the value, for the attribute; else the value itself."""
    if not turn:
        return value
    codes = dict(pair.split("=", 1) for pair in turn.split(";"))
    return next((codes[key] for key in (f"{attribute}:{value}", value, attribute) if key in codes), "")


def _date_part(part: str) -> Callable[[LinkedClaim], str]:
    places = {"year": 0, "month": 1, "day": 2}

    def read(linked: LinkedClaim) -> str:
        date = linked.claim.value
        if not isinstance(date, HistoricalDate) or date.earliest is None or date.latest is None:
            return ""
        exact = date.earliest[: places[part] + 1] == date.latest[: places[part] + 1]
        return str(date.earliest[places[part]]) if exact else ""

    return read


def _target_code(linked: LinkedClaim) -> str:
    return next((code.partition(":")[2] for code in linked.claim.target.codes if code), "")


PARTS: Mapping[str, Callable[[LinkedClaim], str]] = {
    "value": words_of,
    "number": lambda linked: str(linked.claim.value).partition(":")[2] or words_of(linked),
    "year": _date_part("year"),
    "month": _date_part("month"),
    "day": _date_part("day"),
    "side": lambda linked: str(linked.claim.side) if linked.claim.side else "",
    "target": lambda linked: " + ".join(linked.claim.target.names),
    "target code": _target_code,
    "event": lambda linked: linked.claim.event.label,
}
"""Which part of a claim a column holds."""
