"""What is a row about, and which claims speak of it?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thucydides.vocabulary import Absence, Cell, Code, Count, Dossier, LinkedClaim, plain


@dataclass(frozen=True, slots=True)
class About:
    """What a row is about: an event, some of its actors, a year."""

    dossier: Dossier
    actors: tuple[str, ...]
    year: int | None

    def claims(self, attribute: str, concept: str = "") -> list[LinkedClaim]:
        """The claims of an attribute; of the row's actors where it has any and the claims are about actors."""
        held = [linked for linked in self.dossier.claims if linked.claim.attribute == attribute]
        if concept:
            held = [linked for linked in held if linked.claim.counted.concept == concept]
        if not self.actors:
            return held
        wanted = set(self.actors)
        return [linked for linked in held if not linked.targets or {actor.id for actor in linked.targets} == wanted]

    def witnesses(self, claims: Iterable[LinkedClaim]) -> int:
        """How many witnesses the claims come from."""
        return len({self.witness(linked) for linked in claims})

    def witness(self, linked: LinkedClaim) -> str:
        """Whose word a claim is."""
        return self.dossier.witnesses.get(linked.claim.id, linked.claim.id)


def said(about: About, claims: Sequence[LinkedClaim], **held: object) -> Cell:
    """A cell made of these claims."""
    return Cell(claims=tuple(linked.claim.id for linked in claims), witnesses=about.witnesses(claims), **held)  # type: ignore[arg-type]


def nothing(why: Absence, rule: str) -> Cell:
    """A cell without a value, and why."""
    return Cell(absence=why, rule=rule)


def first_stated(about: About, attributes: str) -> list[LinkedClaim]:
    """The claims of the first of several attributes that has any; attributes are separated by `|`."""
    for attribute in attributes.split("|"):
        if claims := about.claims(attribute):
            return claims
    return []


def commonest(about: About, claims: Iterable[LinkedClaim]) -> str:
    """What most witnesses say, each of them once; of several equally common the first in order."""
    said: dict[str, set[str]] = defaultdict(set)
    for linked in claims:
        said[words_of(linked)].add(about.witness(linked))
    return max(sorted(said), key=lambda words: len(said[words]))


def words_of(linked: LinkedClaim) -> str:
    """The value as one word or phrase, by which claims that say the same are known."""
    value = linked.claim.value
    if isinstance(value, Code):
        return "+".join(value.codes)
    if isinstance(value, Count):
        return plain(value.low) if value.low is not None else value.as_written
    return str(value) or " + ".join(actor.name for actor in linked.targets)
