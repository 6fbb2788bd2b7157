"""What does the prose say?"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from thucydides.extracting.narrative.agreements import agreements
from thucydides.extracting.narrative.commanders import commanders
from thucydides.extracting.narrative.counting import figures, ratios
from thucydides.extracting.narrative.dating import dated_title, dates
from thucydides.extracting.narrative.discourse import Discourse
from thucydides.extracting.narrative.engagements import engagements
from thucydides.extracting.narrative.episodes import episodes
from thucydides.extracting.narrative.fighting import beginners, fighters
from thucydides.extracting.narrative.formations import formations
from thucydides.extracting.narrative.hearing import READER, Heard, Hearing
from thucydides.extracting.narrative.naming import BY_PAGE, belonging, names
from thucydides.extracting.narrative.outcomes import outcomes
from thucydides.extracting.narrative.peoples import peoples
from thucydides.extracting.narrative.places import places
from thucydides.extracting.narrative.politics import causes, clients, demands, issues
from thucydides.extracting.narrative.reckoning import reckonings
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import Claim, EventMention, Finding, Gazetteer, Inference, tokens

Hearer = Callable[[Hearing], Iterator[Heard]]

HEARERS: tuple[Hearer, ...] = (
    names, belonging, dates, engagements, episodes, beginners, fighters, formations, commanders, places, figures,
    peoples, reckonings, ratios, agreements, outcomes, clients, demands, issues, causes,
)  # fmt: skip

_ONCE = frozenset(
    {"issue", "conflict_type", "start_date", "initiator"}
)  # what a document asserts first of an event is its claim
_BY_PAGE = Inference("value", BY_PAGE)
_BY_TARGET = frozenset({"belligerent", "party", "winner", "loser"})


@dataclass(frozen=True, slots=True)
class Narrative:
    """The extractor for prose: every sentence is offered to every hearer."""

    name: str = READER

    def claims(self, scene: Scene) -> Iterator[Claim | Finding]:
        """The claims of the paragraphs of a text, each said once, and findings for what was not understood."""
        repeated = _Repeated(scene.gazetteer)
        grouped: list[Claim] = []
        for heard in _heard(scene):
            if isinstance(heard, Claim) and heard.inferred and _BY_PAGE in heard.inferred:
                grouped.append(heard)
            elif isinstance(heard, Finding) or not repeated.already(heard):
                yield heard
        yield from (claim for claim in grouped if not repeated.part_said(claim.event))


def _heard(scene: Scene) -> Iterator[Heard]:
    yield from dated_title(scene)
    for hearing in Discourse(scene).hearings():
        for hearer in HEARERS:
            yield from hearer(hearing)


@dataclass(slots=True)
class _Repeated:
    """What has been claimed already: a narrative says the same thing many times."""

    gazetteer: Gazetteer
    _said: set[bytes] = field(default_factory=set)
    _places: dict[str, list[frozenset[str]]] = field(default_factory=dict)

    def already(self, claim: Claim) -> bool:
        """Has the document said this before? Remembers the claim if it has not."""
        if claim.attribute == "place":
            return self._place(claim)
        key = _short(self._key(claim))
        if key in self._said:
            return True
        self._said.add(key)
        if claim.attribute == "part_of":
            self.part_said(claim.event)
        return False

    def part_said(self, event: EventMention) -> bool:
        """Has it been said of what larger event this one is a part? Counts as said from now on."""
        key = _short((event.label, "part_of"))
        known = key in self._said
        self._said.add(key)
        return known

    def _key(self, claim: Claim) -> tuple[str, ...]:
        if claim.attribute in _ONCE:
            return claim.event.label, claim.attribute, "once"
        targets = " ".join([self.gazetteer.actor_named(name) or name for name in claim.target.names])
        if claim.attribute in _BY_TARGET:
            return claim.event.label, claim.attribute, targets
        words = " ".join(tokens(str(claim.value)))
        counted = f"{claim.counted.concept} {claim.counted.fate} {claim.attribution.claimant}"
        return (
            claim.event.label,
            claim.attribute,
            words,
            "" if claim.attribute in ("formation", "name") else targets,
            counted,
        )

    def _place(self, claim: Claim) -> bool:
        """A place within the words of one claimed before is no new place."""
        said = frozenset(tokens(str(claim.value))) - {"the", "river", "lake", "village", "town"}
        before = self._places.setdefault(claim.event.label, [])
        if any(said <= other for other in before):
            return True
        before.append(said)
        return False


def _short(key: tuple[str, ...]) -> bytes:
    """A key in few bytes: a long text says a great many things."""
    return hashlib.blake2b("\x1f".join(key).encode("utf-8", "surrogatepass"), digest_size=12).digest()
