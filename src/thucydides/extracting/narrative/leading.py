"""For which side does a person stand: whose are the men that `Tarleton lost`, whose the 700 with whom `he` marched?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from thucydides.extracting.narrative.commanders import leaders
from thucydides.extracting.narrative.hearing import Hearing, flattened
from thucydides.extracting.narrative.lexicon import any_of
from thucydides.extracting.records.layouts import layout_of, rows_in
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import ActorMention, EventKind, FormSort, PassageKind

_SURNAME = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w-]{2,30}")
_MARKED = re.compile(r"(?P<name>[^\W\d_][\w-]{2,30})\s\[(?P<mark>[A-Z]{1,3})\]")
_DOES = (
    r"lost|losing|had|with|suffered|commanded|led|brought|counted|admitted|mustered|reported|marched|landed"
    rf"|{any_of('fighting', 'deeds')}|fell\s(?:up)?on|won|took|beat|overcame|lay|left"
)
_OWN = (
    r"(?:own\s|last\s|remaining\s|some\s|about\s|entire\s|whole\s|\w+\s)??(?:\d[\d,]*|army|armies|forces?|men|troops|fleet"
    r"|squadron|cavalry|infantry|loss|losses|casualties|dead|killed|wounded|brigades?|divisions?|corps)"
)
_AS_DOER = re.compile(rf"\s(?:\w+ly\s|then\s|had\s|also\s|himself\s)?(?:{_DOES})\b|(?:['’]s?)?\s{_OWN}\b")
_ONE = re.compile(r"(?<![\w-])(?:[Hh]e|[Hh]is)(?![\w-])")
_HE, _HIS = (re.compile(rf"\s(?:\w+ly\s|then\s|had\s|also\s)?(?:{_DOES})\b"), re.compile(rf"\s{_OWN}\b"))
_PRONOUNS = frozenset({"he", "his"})

# A life: the name, its years in brackets, and within a few words what the person was.
_ENTRY = re.compile(r"(?P<name>[^\W\d_][^()\n]{2,60}?)\s\((?P<years>[^()\n]{3,90})\)")
_YEARS = re.compile(r"\b\d{3,4}\b")
_OFFICES = re.compile(rf"(?<![\w-]){any_of('offices')}(?![\w-])")
_REALM = re.compile(r"\sof\s(?:the\s)?")
_IN_SERVICE = re.compile(r"\bin\s(?:the\s)?$")
_SERVICE = re.compile(r"(?:['’]s)?\sservice\b")
_JOINED = re.compile(r"\b(?:joined|entered|took\sservice\sin|served\sin)\s(?:the\s)?$")
_BODY = re.compile(r"(?:\s(?:army|forces|service|navy|cause|side)\b)")
_LIFE = 260  # characters from the name within which it is said what somebody was


@dataclass
class Leaders:
    """The persons whom the document has set at the head of one side, by their surnames, placed in the text.

    `hero`: the surname of the one whose life the document tells, whom `he` means there.
    """

    sides: dict[str, ActorMention] = field(default_factory=dict)
    hero: str = ""

    @classmethod
    def listed(cls, scene: Scene) -> "Leaders":
        """Those whom a record lists with the mark of their side: `Col. Abel Streight [US]`; the one of a biography."""
        found = cls()
        layout = layout_of(rows_in(scene.text))
        marks = layout.sides if layout else {}
        for line in scene.text.passages_of(PassageKind.FACT_LINE):
            for hit in _MARKED.finditer(scene.text.words(line)):
                if actor := scene.gazetteer.actor_named(marks.get(hit["mark"], hit["mark"])):
                    side = ActorMention(0, 0, scene.gazetteer.short_name(actor), actor, FormSort.NAME)
                    found.sides.setdefault(hit["name"], side)
        for name, side in islice(_lives(scene), 1) if scene.event.kind is EventKind.UNKNOWN else ():
            found.hero = name
            found.sides.setdefault(name, side)
        return found

    def learn(self, hearing: Hearing) -> None:
        """Remember whom the sentence names as a commander of one side, and whom the hero of a biography joined."""
        for leader in leaders(hearing):
            if len(leader.side) == 1 and (names := _SURNAME.findall(hearing.words[leader.start : leader.end])):
                self.sides.setdefault(names[-1], leader.side[0].moved(hearing.sentence.start))
        for actor in hearing.actors if self.hero else ():
            joined = _JOINED.search(hearing.flat, max(0, actor.start - 24), actor.start)
            if joined and (actor.sort is FormSort.ARMY or _BODY.match(hearing.flat, actor.end)):
                self.sides[self.hero] = actor.moved(hearing.sentence.start)

    def among(self, hearing: Hearing) -> Hearing:
        """The sentence with its known commanders among its actors, where their men do or suffer something."""
        if not self.sides:
            return hearing
        met = [*self._named(hearing), *self._meant(hearing)]
        apart = [one for one in met if all(one.end <= a.start or a.end <= one.start for a in hearing.actors)]
        actors = sorted((*hearing.actors, *apart), key=lambda actor: actor.start)
        return replace(hearing, actors=tuple(actors)) if apart else hearing

    def _named(self, hearing: Hearing) -> Iterator[ActorMention]:
        if self.sides.keys().isdisjoint(_SURNAME.findall(hearing.flat)):
            return
        known = [hit for hit in _SURNAME.finditer(hearing.flat) if hit.group() in self.sides]
        does = [hit for hit in known if _AS_DOER.match(hearing.flat, hit.end())]
        introduced = [(leader.start, leader.end) for leader in leaders(hearing) if leader.side] if does else []
        for hit in does:
            if not any(start <= hit.start() < end for start, end in introduced):
                yield self._standing(hit.group(), *hit.span())

    def _meant(self, hearing: Hearing) -> Iterator[ActorMention]:
        """`He` and `his` in the life of one person."""
        if not self.hero or hearing.spoken.isdisjoint(_PRONOUNS):
            return
        for hit in _ONE.finditer(hearing.flat):
            follows = _HE if hit.group().casefold() == "he" else _HIS
            if follows.match(hearing.flat, hit.end()):
                yield self._standing(self.hero, *hit.span())

    def _standing(self, name: str, start: int, end: int) -> ActorMention:
        return replace(self.sides[name], start=start, end=end, sort=FormSort.NAME)


def _lives(scene: Scene) -> Iterator[tuple[str, ActorMention]]:
    """`ORLO, Jan (1610-1666), Syldavian general`: the surname, and the side by the adjective or the realm."""
    content = scene.text.content[:_LIFE]
    entry = _ENTRY.match(content)
    if (
        entry is None
        or not (_YEARS.search(entry["years"]) or entry["name"].isupper())
        or not (surname := _surname(entry["name"]))
    ):
        return
    words = flattened(content[entry.end() :])
    actors = scene.gazetteer.actors_in(words)
    served = [
        actor for actor in actors if _IN_SERVICE.search(words, 0, actor.start) and _SERVICE.match(words, actor.end)
    ]
    for hit in islice(_OFFICES.finditer(words), 1):
        of = _REALM.match(words, hit.end())
        beside = [actor for actor in actors if actor.end + 1 == hit.start() or (of and actor.start == of.end())]
        for actor in islice(served or beside, 1):
            yield surname, actor.moved(entry.end())


def _surname(name: str) -> str:
    """`ORLO Jan`, `Orlo, Jan`, `Jan Orlo`: as it is written within sentences."""
    first, comma, _ = name.partition(",")
    words = _SURNAME.findall(first)
    loud = [word for word in words if word.isupper()]
    chosen = (loud or words[-1:])[-1:] if not comma else (loud or words)[:1]
    return chosen[0].capitalize() if chosen and chosen[0].isupper() else "".join(chosen)
