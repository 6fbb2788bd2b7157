"""What is known when a sentence is heard?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Unpack

from thucydides.extracting.narrative.acquaintance import Acquaintance
from thucydides.extracting.narrative.anchoring import NO_TIMES, Times
from thucydides.extracting.narrative.lexicon import marks, openings, pattern, words_of
from thucydides.extracting.narrative.mentions import Named
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import (
    ActorMention,
    Claim,
    DatePhrase,
    EventMention,
    Finding,
    FormSort,
    HistoricalDate,
    Inference,
    Role,
    Target,
    Value,
)

READER = "narrative/1"
Heard = Claim | Finding
_BRACKETS = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,60}\]")
_LEAD = re.compile(r"(?<!\w)(?:in|on|by|during|until|since|from|about|of|before|after|at)\s(?:the\s)?$", re.IGNORECASE)
_HOUR = re.compile(
    r"(?<!\w)(?:on|in)\sthe\s(?:early\s|late\s)?(?:night|morning|afternoon|evening)\sof\sthe\s$", re.IGNORECASE
)
_SHORT_DESPATCH = 8_000
_BODIES = (FormSort.ADJECTIVE, FormSort.PEOPLE, FormSort.ARMY)
_DASHES = frozenset("-‐‑–")
_BREAK = re.compile(
    r"[;:]|,\s(?:and|but|while|whereas|so|yet|noting|which|who|where|when|although|though)\b|\s(?:when|while|because)\s"
)


@dataclass
class Sides:
    """The sides that a document has spoken of so far, each by its first mention, and the one that speaks as `we`.

    `enemy`: what a document that says `we` calls the other side. Their mentions are placed in the text.
    """

    met: dict[str, ActorMention] = field(default_factory=dict)
    speaker: tuple[ActorMention, ...] = ()
    enemy: ActorMention | None = None

    @staticmethod
    def placed(actor: ActorMention, begin: int) -> ActorMention:
        """A mention counted from the begin of a sentence."""
        return actor.moved(-begin)


@dataclass(frozen=True, eq=False)
class Hearing:
    """One sentence with the events, actors and dates named in it. Places inside it count from its own begin.

    `known`: the events of the document met up to here. `topics`: the events that the sentence tells of. `opened`: those
    of them that it introduces. `section`: the event of the heading above. `named`: events named in it, with the mention
    they stand for. `told`: the events that are its subject, by name or as `it` and `the battle`, and where that ends.
    `subject`: who was spoken of in the sentence before; placed before this one, at negative offsets.
    `sides`: all whom the document has spoken of. `times`: what the relative dates of the sentence, by where they begin,
    were counted from. `is_news`: does it open a despatch, right after the day of writing? `persons`: the sides of those
    whom the document has named with one, by their surnames; placed in the text.
    """

    scene: Scene
    sentence: Piece
    known: Acquaintance
    section: EventMention
    topics: tuple[EventMention, ...]
    opened: tuple[tuple[Named, EventMention], ...]
    named: tuple[tuple[Named, EventMention], ...]
    actors: tuple[ActorMention, ...]
    dates: tuple[DatePhrase, ...]
    subject: tuple[ActorMention, ...] = ()
    titles: bool = False
    asserted: bool = True
    told: tuple[tuple[int, EventMention], ...] = ()
    sides: "Sides" = field(default_factory=lambda: Sides())
    times: Mapping[int, Times] = field(default_factory=lambda: NO_TIMES)
    is_news: bool = False
    persons: Mapping[str, ActorMention] = field(default_factory=dict)

    @property
    def speaker(self) -> tuple[ActorMention, ...]:
        """Who says `we`, placed before this sentence; empty where the document does not tell."""
        return tuple(self.sides.placed(actor, self.sentence.start) for actor in self.sides.speaker)

    def opponent_of(self, actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
        """The one other side, where the document has spoken of exactly two so far, or is about two; else none.

        Who says `we` has an enemy, though its name may not be told or stand further on.
        """
        own = {actor.actor for actor in actors}
        speaks = bool(own) and own <= (ours := {actor.actor for actor in self.sides.speaker})
        own = ours if speaks else own
        if len(own) != 1 and not speaks:
            return ()
        others = [actor for key, actor in self.sides.met.items() if key not in own]
        parties = {actor.actor: actor for actor in self.scene.parties}
        if len(others) != 1 and len(parties) == 2 and own < parties.keys():
            others = [actor for key, actor in parties.items() if key not in own]
        if not others and speaks:
            others = [*self._named_later(own)] or ([self.sides.enemy] if self.sides.enemy else [])
        return (self.sides.placed(others[0], self.sentence.start),) if len(others) == 1 else ()

    def _named_later(self, own: set[str]) -> Iterable[ActorMention]:
        """The sides that a short despatch names further on, as a people or an army."""
        content = self.scene.text.content
        if len(content) > _SHORT_DESPATCH:
            return ()
        found = self.scene.gazetteer.actors_in(content[self.sentence.end :])
        later = {
            actor.actor: actor.moved(self.sentence.end)
            for actor in reversed(found)
            if actor.sort in _BODIES and actor.actor not in own
        }
        return later.values()

    def side_of(self, name: str) -> tuple[ActorMention, ...]:
        """The side of a person, as the document gave it before this sentence; empty where it did not."""
        surname = name.split()[-1] if name else ""
        known = self.persons.get(surname)
        return (self.sides.placed(known, self.sentence.start),) if known and known.end else ()

    @cached_property
    def words(self) -> str:
        """The words of the sentence."""
        return self.sentence.words

    @cached_property
    def flat(self) -> str:
        """The sentence with everything in brackets blanked, each character in its old place."""
        return flattened(self.words)

    @cached_property
    def _small(self) -> str:
        return self.flat.lower()

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where one clause ends and another begins."""
        return tuple(hit.start() for hit in _BREAK.finditer(self.flat))

    def same_clause(self, one: int, other: int) -> bool:
        """Does no border of clauses stand between two places?"""
        low, high = min(one, other), max(one, other)
        return not any(low <= border < high for border in self.breaks)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """Every word outside brackets, in small letters."""
        return words_of(self.flat)

    def found(self, *names: str) -> Iterator[re.Match[str]]:
        """Phrases of the lexicon outside brackets, left to right."""
        if self.spoken.isdisjoint(marks(*names)):
            return iter(())
        return beginning(pattern(*names), openings(*names) & self.spoken, self.flat, small=self._small)

    def at(self, start: int, end: int) -> Piece:
        """Words of the sentence, placed in the text; negative offsets reach back before it."""
        begin = self.sentence.start
        return Piece(begin + start, self.scene.text.content[begin + start : begin + end]).trimmed()

    def event_at(self, offset: int) -> EventMention | None:
        """The event that the words at a place name."""
        return next((mention for named, mention in self.named if named.start <= offset < named.end), None)

    def denied(self, offset: int, *, since: int = 0) -> bool:
        """Is what stands at a place negated, planned or only thought of by the words before it in its clause?"""
        if self.spoken.isdisjoint(marks("denied")):
            return False
        first = openings("denied") & self.spoken
        begin = max([since, offset - 60, *(border for border in self.breaks if border < offset)])
        denials = beginning(pattern("denied"), first, self.flat[:offset], begin)
        return any(hit.group() != "May" for hit in denials)

    def say(
        self,
        piece: Piece,
        attribute: str,
        value: Value,
        *,
        actors: Iterable[ActorMention] = (),
        **said: Unpack[Details],
    ) -> Iterator[Heard]:
        """One claim on the words of a piece, about some actors; nothing where the piece is empty."""
        who = tuple(actors)
        dashes = [self._dash(actor) for actor in who]
        placed = [
            (Role.TARGET, self.at(actor.start, actor.end + len(dash)).at)
            for actor, dash in zip(who, dashes, strict=True)
        ]
        said["evidence"] = [*said.get("evidence", ()), *placed]
        if any(actor.start < 0 for actor in who):
            said["inferred"] = [*said.get("inferred", ()), Inference("target", "carried-subject")]
        elif rules := sorted({rule for actor in who if (rule := self._stands_for(actor))}):
            said["inferred"] = [*said.get("inferred", ()), *(Inference("target", rule) for rule in rules)]
        if who:
            names = [actor.words + dash for actor, dash in zip(who, dashes, strict=True)]
            said["target"] = Target(tuple(dict.fromkeys(names)))
        said.setdefault("event", self.topics[0])
        if piece:
            yield self.scene.stated(piece.at, attribute, value, READER, **said)

    def _stands_for(self, actor: ActorMention) -> str:
        """Why a side is meant by other words than its name: it is their commander's or a body of theirs, or only its
        adjective stands."""
        words = self.words[actor.start : actor.end]
        if words == actor.words:
            return ""
        if actor.actor == "native-americans":
            return "indian-beside-a-people-of-america"
        if actor.sort is FormSort.ARMY and not actor.words.casefold().endswith(("army", "forces", "troops")):
            return "side-of-its-body"
        said = " ".join(words.split()).casefold()
        return "side-of-its-adjective" if actor.words.casefold()[:4] == said[:4] else "side-of-its-commander"

    def _dash(self, actor: ActorMention) -> str:
        """The dash of a form that stands only before another: `Sino–`; empty for words that name the actor alone."""
        end = self.sentence.start + actor.end
        dash = self.scene.text.content[end : end + 1]
        return dash if dash in _DASHES and not self.scene.gazetteer.actor_named(actor.words) else ""

    def time(self, phrase: DatePhrase) -> Piece:
        """The words of a date with the preposition before them: `In July` is a month where `July` need not be one."""
        lead = _LEAD.search(self.words, max(0, phrase.start - 12), phrase.start)
        if lead and lead.group() == "of the ":
            lead = _HOUR.search(self.words, max(0, phrase.start - 40), phrase.start) or lead
        return self.at(lead.start() if lead else phrase.start, phrase.end)

    def dated(self, phrase: DatePhrase) -> tuple[HistoricalDate | None, Times]:
        """The date of a phrase, with its year taken from the years before it where the words give none."""
        if phrase.date is None or not phrase.lacks_year:
            return phrase.date, self.times.get(phrase.start, ())
        year = self.scene.year_before(self.sentence.start + phrase.start)
        date = phrase.date.in_year(year.number) if year else phrase.date
        return (None, ()) if year is None or date.lacks_year else (date, ((Role.TIME, (year.start, year.end)),))


def flattened(words: str) -> str:
    """The words with everything in brackets blanked, each character in its old place."""
    if "(" not in words and "[" not in words:
        return words
    return _BRACKETS.sub(lambda hit: " " * len(hit.group()), words)


def beginning(
    said: re.Pattern[str], first: Iterable[str], words: str, since: int = 0, *, small: str = ""
) -> Iterator[re.Match[str]]:
    """The phrases of a pattern, left to right: tried only where one of the words stands with which they begin.

    `small`: the words in small letters, where they are at hand.
    """
    small = small or words.lower()
    if len(small) != len(words):
        return said.finditer(words, since)
    places: list[int] = []
    for word in first:
        place = small.find(word, since)
        while place >= 0:
            places.append(place)
            place = small.find(word, place + 1)
    return _apart(said, words, sorted(places))


def _apart(said: re.Pattern[str], words: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    end = 0
    for place in places:
        if place >= end and (hit := said.match(words, place)):
            end = hit.end()
            yield hit
