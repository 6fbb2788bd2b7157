"""By which event, actors, year and place is a row known?"""

from thucydides.coding.picks.about import About, nothing, said
from thucydides.vocabulary import Absence, Cell, Coordinates, Variable


def identity(about: About, variable: Variable) -> Cell:
    """The id of the event."""
    return Cell(value=about.dossier.event.id, rule="the ledger's id of the event")


def label(about: About, variable: Variable) -> Cell:
    """The name of the event."""
    return Cell(value=about.dossier.event.label, rule="the name of the event that the ledger goes by")


def kind(about: About, variable: Variable) -> Cell:
    """The kind of the event."""
    return Cell(value=str(about.dossier.event.kind), rule="the kind of the event")


def identifier(about: About, variable: Variable) -> Cell:
    """The event's number in another list. `of.scheme`: which (`cow-war`)."""
    scheme = variable.of["scheme"] + ":"
    numbers = [number.removeprefix(scheme) for number in about.dossier.event.identifiers if number.startswith(scheme)]
    claims = [linked for linked in about.claims("external_id") if str(linked.claim.value).startswith(scheme)]
    if not numbers:
        return nothing(Absence.SILENT, "no account names its number")
    return said(about, claims, value=numbers[0], rule="the number that accounts name")


def actor(about: About, variable: Variable) -> Cell:
    """An actor of the row. `of.which`: 1, 2 (in a dyad) or all; `of.show`: id, name, or a scheme (`gw`, `cow`)."""
    which, show = variable.of.get("which", "1"), variable.of.get("show", "id")
    named = about.actors if which == "all" else about.actors[int(which) - 1 : int(which)]
    values = [_shown(about, actor, show) for actor in named]
    if not values or not all(values):
        return nothing(Absence.NOT_APPLICABLE, f"the actor has no {show} of its own")
    return Cell(value=" + ".join(values), rule=f"the {show} of the actor in the lists of actors")


def _shown(about: About, actor: str, show: str) -> str:
    known = about.dossier.actors[actor]
    if show in ("id", "name"):
        return known.id if show == "id" else known.name
    codes = (known.id, *known.identifiers)
    return next((code.partition(":")[2] for code in codes if code.startswith(f"{show}:")), "")


def side(about: About, variable: Variable) -> Cell:
    """The side of the row's actors."""
    sides = {about.dossier.parties.get(actor, 0) for actor in about.actors}
    if sides in ({0}, set()):
        return nothing(Absence.SILENT, "no account says on which side it stood")
    return Cell(value=min(sides), rule="the side on which accounts place it")


def year(about: About, variable: Variable) -> Cell:
    """The year of the row."""
    if about.year is None:
        return nothing(Absence.NOT_APPLICABLE, "the row is not about a year")
    return Cell(value=about.year, rule="the year of the row")


def where(about: About, variable: Variable) -> Cell:
    """Degrees. `of.axis`: latitude or longitude."""
    place, axis = about.dossier.event.place, variable.of["axis"]
    told = [linked for linked in about.claims("coordinates") if isinstance(linked.claim.value, Coordinates)]
    if place is None:
        return nothing(Absence.SILENT, "neither accounts nor the list of places say where")
    return said(about, told, value=getattr(place, axis), rule=about.dossier.event.place_reason)
