"""For which side does a person stand: whose are the men that `Tarleton lost`?"""

import re
from dataclasses import dataclass, field, replace

from thucydides.extracting.narrative.commanders import leaders
from thucydides.extracting.narrative.hearing import Hearing
from thucydides.extracting.records.layouts import layout_of, rows_in
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import ActorMention, FormSort, PassageKind

_SURNAME = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w-]{2,30}")
_MARKED = re.compile(r"(?P<name>[^\W\d_][\w-]{2,30})\s\[(?P<mark>[A-Z]{1,3})\]")
_AS_DOER = re.compile(
    r"(?:['’]s?)?\s(?:\w+ly\s|then\s|had\s|also\s|himself\s)?"
    r"(?:lost|losing|had|with|suffered|commanded|led|brought|counted|admitted|mustered|reported|marched|army|force|men|loss)\b"
)


@dataclass
class Leaders:
    """The persons whom the document has set at the head of one side, by their surnames."""

    _side: dict[str, ActorMention] = field(default_factory=dict)

    @classmethod
    def listed(cls, scene: Scene) -> "Leaders":
        """Those whom a record lists with the mark of their side: `Col. Abel Streight [US]`."""
        found = cls()
        layout = layout_of(rows_in(scene.text))
        marks = layout.sides if layout else {}
        for line in scene.text.passages_of(PassageKind.FACT_LINE):
            for hit in _MARKED.finditer(scene.text.words(line)):
                if actor := scene.gazetteer.actor_named(marks.get(hit["mark"], hit["mark"])):
                    side = ActorMention(0, 0, scene.gazetteer.short_name(actor), actor, FormSort.NAME)
                    found._side.setdefault(hit["name"], side)
        return found

    def learn(self, hearing: Hearing) -> None:
        """Remember whom the sentence names as a commander of one side."""
        for start, end, sides in leaders(hearing):
            if len(sides) == 1 and (surname := _SURNAME.findall(hearing.words[start:end])):
                self._side.setdefault(surname[-1], sides[0])

    def among(self, hearing: Hearing) -> Hearing:
        """The sentence with its known commanders among its actors, where their men do or suffer something."""
        if not self._side or self._side.keys().isdisjoint(_SURNAME.findall(hearing.flat)):
            return hearing
        met = [
            replace(self._side[hit.group()], start=hit.start(), end=hit.end(), sort=FormSort.NAME)
            for hit in _SURNAME.finditer(hearing.flat)
            if hit.group() in self._side and _AS_DOER.match(hearing.flat, hit.end())
        ]
        apart = [one for one in met if all(one.end <= a.start or a.end <= one.start for a in hearing.actors)]
        actors = sorted((*hearing.actors, *apart), key=lambda actor: actor.start)
        return replace(hearing, actors=tuple(actors)) if apart else hearing
