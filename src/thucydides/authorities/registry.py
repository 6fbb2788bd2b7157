"""Who is named here, and which state was that at the time?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from thucydides.authorities.atlas import Places
from thucydides.authorities.folding import fold
from thucydides.authorities.near import NearNames
from thucydides.authorities.relations import TieRow
from thucydides.authorities.rows import ActorRow, Form
from thucydides.authorities.search import NameSearch, Surroundings, names_by_actor
from thucydides.vocabulary import Actor, ActorMention, Day, HistoricalDate, Place, Proposal, Tie, tokens

_FIRST, _LAST = Day(-9999, 1, 1), Day(9999, 12, 31)
_INITIALS = re.compile(r"(?<=\b\w\.)\s+(?=\w\.)")
_APOSTROPHE = re.compile(r"(?<=\b[DLdl])['’]")
_REMEMBERED = 50_000  # names, after which they are forgotten and looked up again


@dataclass(frozen=True)
class Authorities:
    """The actors and places that are known, by name and by date. It is a Gazetteer and a Registry of the vocabulary."""

    rows: tuple[ActorRow, ...]
    names: tuple[Form, ...] = ()
    names_abroad: Callable[[], Iterable[Form]] = tuple
    ties: tuple[TieRow, ...] = ()
    places: Places = field(default_factory=Places)
    surroundings: Surroundings = field(default_factory=Surroundings.shipped)
    _search: NameSearch = field(init=False, repr=False)
    _row: dict[str, ActorRow] = field(init=False, repr=False)
    _line: dict[str, list[ActorRow]] = field(init=False, repr=False)
    _named: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        lines: dict[str, list[ActorRow]] = defaultdict(list)
        for row in self.rows:
            lines[row.line].append(row)
        object.__setattr__(self, "_search", NameSearch(self._listed, self.surroundings))
        object.__setattr__(self, "_row", {row.key: row for row in self.rows})
        object.__setattr__(self, "_line", dict(lines))

    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        """Every known actor named, left to right, the longest name where several overlap, at word borders only."""
        return self._search.mentions(words)

    def actor_named(self, words: str) -> str:
        """The key of the actor that exactly these words name, `the` and words like `troops` apart; else empty."""
        known = self._named.get(words)
        if known is None:
            if len(self._named) > _REMEMBERED:
                self._named.clear()
            known = self._named[words] = next(iter(self._keys(words)), "")
        return known

    def short_name(self, actor: str) -> str:
        """The usual English short name of an actor key; empty if the key is not known."""
        row = self._row.get(actor)
        return row.actor.name if row else ""

    def actor_on(self, actor: str, when: HistoricalDate | None) -> Actor:
        """The actor of this name at that time: `Russia` in 1939 is the Soviet Union.

        Without a date, the actor of the key itself; where none is valid, the nearest in time (see `absence`). Raises
        KeyError for a key that is not in the tables.
        """
        return self._row_on(actor, when).actor

    def absence(self, actor: str, when: HistoricalDate | None) -> str:
        """Why the actor of `actor_on` is not valid at that date, in a sentence; empty if it is, or nothing is known."""
        row = self._row_on(actor, when)
        if when is None or not _distance(row, when):
            return ""
        said = f"{row.actor.name} is listed {_period(row.actor)}, not {_said(when)}"
        held = [tie for tie in self._ties(row.key, when) if tie.relation == "client_of"]
        return f"{said}: then {_clients(held)}" if held else said

    def proposals(self, words: str, when: HistoricalDate | None) -> tuple[Proposal, ...]:
        """The actors that the words may mean at that time, the likeliest first; also for words spelled nearly so."""
        if keys := self._keys(words):
            return tuple(self._by_name(words, keys, when))
        near = self._near.near(words) or self._near.near(self._without_generic(" ".join(words.split())))
        return tuple(
            Proposal(
                actor=self.actor_on(found.form.actor, when),
                score=round(found.score, 3),
                sure=found.safe and not self.absence(found.form.actor, when),
                reason=f"{words!r} differs from {found.form.words!r} in {_letters(found.letters)}",
            )
            for found in near
        )

    def ties_of(self, actor: Actor, when: HistoricalDate | None) -> tuple[Tie, ...]:
        """Whose client an actor was at that time, and whose successor."""
        keys = [row.key for row in self.rows if row.actor.id == actor.id]
        return tuple(
            Tie(
                actor, tie.relation, self.actor_on(tie.other, when if tie.relation == "client_of" else None),
                tie.kind, tie.begin, tie.end, tie.origin,
            )
            for key in keys for tie in self._ties(key, when)
        )  # fmt: skip

    def places_named(self, words: str) -> tuple[Place, ...]:
        """Every place of the tables that goes by exactly these words, the kind of place they say apart."""
        return self.places.named(words)

    def forms_of(self, actor: str) -> tuple[str, ...]:
        """All names of an actor key."""
        return self._forms.get(actor, ())

    @cached_property
    def _listed(self) -> tuple[Form, ...]:
        return tuple(form for row in self.rows for form in row.forms) + self.names

    @cached_property
    def _abroad(self) -> NameSearch:
        """The names in other languages, looked at only where no other name fits."""
        return NameSearch(tuple(form for form in self.names_abroad() if form.actor in self._row), self.surroundings)

    @cached_property
    def _forms(self) -> Mapping[str, tuple[str, ...]]:
        return names_by_actor((*self._listed, *self._abroad.forms))

    @cached_property
    def _near(self) -> NearNames:
        return NearNames((*self._listed, *self._abroad.forms), {row.key: row.line for row in self.rows})

    @cached_property
    def _by_number(self) -> Mapping[str, tuple[str, ...]]:
        numbered: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self.rows:
            for number in (row.actor.id, *row.actor.identifiers):
                numbered[number].setdefault(row.key)
        return {number: tuple(keys) for number, keys in numbered.items()}

    @cached_property
    def _ties_by_actor(self) -> Mapping[str, tuple[TieRow, ...]]:
        held: dict[str, list[TieRow]] = defaultdict(list)
        for tie in self.ties:
            if tie.actor in self._row and tie.other in self._row:
                held[tie.actor].append(tie)
        return {actor: tuple(ties) for actor, ties in held.items()}

    def _ties(self, key: str, when: HistoricalDate | None) -> Iterator[TieRow]:
        return (tie for tie in self._ties_by_actor.get(key, ()) if tie.holds(when))

    def _row_on(self, actor: str, when: HistoricalDate | None) -> ActorRow:
        row = self._row[actor]
        if when is None or _distance(row, when) == 0:
            return row
        return min(self._line[row.line], key=lambda other: (_distance(other, when), other.key))

    def _by_name(self, words: str, keys: Iterable[str], when: HistoricalDate | None) -> Iterator[Proposal]:
        """One proposal for each actor of the name: those valid at the time before the others."""
        found: dict[Actor, str] = {}
        for key in keys:
            found.setdefault(self.actor_on(key, when), self.absence(key, when))
        valid = {actor.id for actor, absent in found.items() if not absent}
        for actor, absent in sorted(found.items(), key=lambda held: bool(held[1])):
            sure = not absent and len(valid) == 1
            reason = absent or f"{words!r} names {actor.name}" + ("" if sure else ", and others")
            yield Proposal(actor, 1.0, sure, reason)

    def _keys(self, words: str) -> tuple[str, ...]:
        """The keys of the actors that exactly these words name, in the order of the tables."""
        if numbered := self._by_number.get(words):
            return numbered
        said = " ".join(words.split())
        for form in (said, _without_article(said), _closed(said), self._without_generic(said)):
            if keys := self._search.exactly(form):
                return keys
        return self._named_within(said) or self._keys_abroad(said)

    def _keys_abroad(self, said: str) -> tuple[str, ...]:
        """The actors of a name in another language, also without its words for kingdom, republic and army."""
        bare = self._without_generic_abroad(said)
        for form in dict.fromkeys((said, _without_article(said), bare)):
            if keys := self._abroad.exactly(form) or (form == bare and self._search.exactly(form)):
                return keys
        return ()

    def _named_within(self, said: str) -> tuple[str, ...]:
        """The one actor that is named beside words that add nothing."""
        mentions = self._search.mentions(said)
        if not mentions or len({self._row[mention.actor].line for mention in mentions}) > 1:
            return ()
        if not self._only_generic(said, mentions):
            return ()
        return (max(mentions, key=lambda mention: mention.end - mention.start).actor,)

    def _only_generic(self, said: str, mentions: Iterable[ActorMention]) -> bool:
        rest = list(fold(said).words) if len(fold(said).words) == len(said) else list(said)
        for mention in mentions:
            rest[mention.start : mention.end] = " " * (mention.end - mention.start)
        return all(self._adds_nothing(token) for token in tokens("".join(rest)))

    def _without_generic(self, said: str) -> str:
        return " ".join(word for word in said.split() if not self._adds_nothing(word.strip("(),.:").casefold()))

    def _without_generic_abroad(self, said: str) -> str:
        words = _APOSTROPHE.sub(" ", said).split()
        told = [word for word in words if word.strip("(),.:").casefold() not in self.surroundings.generic_abroad]
        return self._ending.sub("", " ".join(told))

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        return re.compile(f"(?<=..)(?:{'|'.join(map(re.escape, self.surroundings.endings))})$")

    def _adds_nothing(self, token: str) -> bool:
        return token in self.surroundings.generic or token.isdigit()


def _closed(words: str) -> str:
    """Initials without the spaces between them: `U. S. S. R.` as `U.S.S.R.`."""
    return _INITIALS.sub("", words)


def _without_article(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words


def _distance(row: ActorRow, when: HistoricalDate) -> int:
    """Days between a row's time and a date, roughly; 0 where they overlap."""
    earliest, latest = when.earliest or when.latest, when.latest or when.earliest
    if earliest is None or latest is None:
        return 0
    begin, end = row.begin or _FIRST, row.end or _LAST
    if begin <= latest and earliest <= end:
        return 0
    return _number(begin) - _number(latest) if begin > latest else _number(earliest) - _number(end)


def _number(day: Day) -> int:
    return day.year * 372 + day.month * 31 + day.day


def _period(actor: Actor) -> str:
    return f"from {actor.begin} to {actor.end}" if actor.begin and actor.end else _one_sided(actor)


def _one_sided(actor: Actor) -> str:
    return f"until {actor.end}" if actor.end else f"from {actor.begin}"


def _said(when: HistoricalDate) -> str:
    years = [str(day.year) for day in (when.earliest, when.latest) if day is not None]
    return f"in {' to '.join(dict.fromkeys(years))}"


def _clients(held: Iterable[TieRow]) -> str:
    return ", ".join(f"{tie.kind or 'a client'} of {tie.other.replace('-', ' ').title()}" for tie in held)


def _letters(number: int) -> str:
    return "one letter" if number == 1 else f"{number} letters"
