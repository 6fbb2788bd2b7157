"""Has this event been met before, under this or another name?"""

import re
from dataclasses import dataclass, field

from thucydides.extracting.narrative.lexicon import phrases
from thucydides.extracting.narrative.mentions import Named, Naming, core_of
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import EventKind, EventMention, Text, tokens

_HALTS = ("armistice", "truce", "ceasefire", "cease", "cessation")
_SMALLER = (
    EventKind.SERIES,
    EventKind.WAR,
    EventKind.CAMPAIGN,
    EventKind.BATTLE,
    EventKind.INCIDENT,
    EventKind.INCIDENTS,
)


def within(kind: EventKind, other: EventKind) -> bool:
    """Can an event of the first kind be a part of one of the second?"""
    if kind not in _SMALLER or other not in _SMALLER:
        return kind in _SMALLER
    return _SMALLER.index(kind) > _SMALLER.index(other)


@dataclass
class Acquaintance:
    """The events of one document, each with one mention that all claims about it share."""

    text: Text
    main: EventMention
    agreement: EventMention | None = None
    _dated: set[str] = field(default_factory=set)
    _by_name: dict[str, EventMention] = field(default_factory=dict)
    _by_core: dict[tuple[str, ...], list[EventMention]] = field(default_factory=dict)
    _by_word: dict[str, list[EventMention]] = field(default_factory=dict)
    _by_ending: dict[tuple[str, ...], EventMention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._remember(self.main.label, self.main)

    def meet(self, named: Named, piece: Piece, *, parent: EventMention | None = None) -> EventMention:
        """The mention for an event named at a piece: the one it had before, or a new one."""
        mention = self._known(named) or self._new(named, piece, parent)
        if mention.kind is EventKind.AGREEMENT:
            self.agreement = mention
        return mention

    def first_day(self, mention: EventMention) -> bool:
        """Is this the first time that the event is dated by its first fight?"""
        first = mention.label not in self._dated
        self._dated.add(mention.label)
        return first

    def also(self, name: str, mention: EventMention) -> None:
        """Remember another name of an event."""
        self._by_name.setdefault(_key(name), mention)

    def named_after(self, place: str) -> EventMention | None:
        """The first event, no agreement, whose name holds the name of a place."""
        words = tokens(place)
        found = self._by_word.get(words[0], ()) if words else ()
        return next((event for event in found if place.casefold() in event.label.casefold()), None)

    def _known(self, named: Named) -> EventMention | None:
        if named.naming is Naming.PLAIN:
            return self._by_name.get(_key(named.label))
        if exact := self._by_name.get(_key(named.label)):
            return exact
        if named.naming is Naming.AGAIN or (named.kind is EventKind.AGREEMENT and named.label[0].islower()):
            return self._by_ending.get(tuple(tokens(named.label))) or self._meant_again(named)
        same = [event for event in self._by_core.get(core_of(named.label), ()) if _same(named, event)]
        return same[0] if same else None

    def _meant_again(self, named: Named) -> EventMention | None:
        """`the treaty` and `the agreement` may mean the pact spoken of last, but not an armistice."""
        last = self.agreement
        if last is None or " " in named.label:
            return None
        halts = [any(word in tokens(label) for word in _HALTS) for label in (named.label, last.label)]
        return last if halts[0] == halts[1] else None

    def _new(self, named: Named, piece: Piece, parent: EventMention | None) -> EventMention:
        above = parent.label if parent is not None and _belongs(named, parent) else ""
        mention = EventMention(named.label, self.text.span(*piece.at), named.kind, above)
        self._remember(named.label, mention)
        return mention

    def _remember(self, name: str, mention: EventMention) -> None:
        said = tokens(name)
        self._by_name.setdefault(_key(name), mention)
        self._by_core.setdefault(core_of(name), []).append(mention)
        if mention.kind is EventKind.AGREEMENT:
            self._by_ending |= {tuple(said[place:]): mention for place in range(max(0, len(said) - 4), len(said))}
            return
        for word in dict.fromkeys(said):
            if word not in phrases("event_nouns") | phrases("of_nouns"):
                self._by_word.setdefault(word, []).append(mention)


def _belongs(named: Named, parent: EventMention) -> bool:
    """A smaller event lies in the one that is told of; of agreements, only a halt to the fighting without a name."""
    if named.kind is EventKind.AGREEMENT:
        return named.label[0].islower() and any(word in tokens(named.label) for word in _HALTS)
    return within(named.kind, parent.kind)


def _same(named: Named, event: EventMention) -> bool:
    """With the same proper part: do kinds and years not tell them apart?"""
    if not core_of(named.label):
        return False
    years, others = (set(re.findall(r"\d{3,4}", label)) for label in (named.label, event.label))
    unsaid = EventKind.UNKNOWN
    return (named.kind is event.kind or unsaid in (named.kind, event.kind)) and (
        not years or not others or years == others
    )


def _key(name: str) -> str:
    return re.sub(r"[‐-―]", "-", " ".join(name.split()).casefold()).removeprefix("the ")
