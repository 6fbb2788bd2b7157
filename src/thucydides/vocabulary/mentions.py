"""Whom and what do the words name?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from thucydides.vocabulary.spans import Span


class EventKind(StrEnum):
    """The scale of an event. The tree runs series > war > campaign > battle > incident; agreements stand beside it."""

    SERIES = "series"
    WAR = "war"
    CAMPAIGN = "campaign"
    BATTLE = "battle"
    INCIDENT = "incident"
    INCIDENTS = "incidents"
    AGREEMENT = "agreement"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one document speaks of it; all claims about it there share this mention.

    `label`: the name in the document's words. `span`: where those words stand; None only where the page has no name
    for what it is about and the label is the document's own name. `parent`: the label of the event of the same
    document that it belongs to, empty if the document names none.
    """

    label: str
    span: Span | None
    kind: EventKind = EventKind.UNKNOWN
    parent: str = ""


class FormSort(StrEnum):
    """What kind of name an actor's name is."""

    NAME = "name"  # Japan, USSR
    OFFICIAL = "official"  # Empire of Japan
    ADJECTIVE = "adjective"  # Japanese
    PEOPLE = "people"  # the Soviets
    ARMY = "army"  # Red Army
    CODE = "code"  # MNG, US


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named in a string, at `start` to `end`. `actor`: key of the authority, the same for all its forms."""

    start: int
    end: int
    words: str
    actor: str
    sort: FormSort

    def moved(self, by: int) -> "ActorMention":
        """The same, counted from elsewhere."""
        return ActorMention(self.start + by, self.end + by, self.words, self.actor, self.sort)


class Gazetteer(Protocol):
    """Who is named in these words? Filled by the authorities, handed to the extractors by the desk."""

    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        """Every known actor named, left to right, the longest name where several overlap, at word borders only."""

    def actor_named(self, words: str) -> str:
        """The key of the actor that exactly these words name (case and diacritics apart); empty if none is known."""

    def short_name(self, actor: str) -> str:
        """The usual English short name of an actor key (`Soviet Union`)."""
