"""Who is named here, and which state was that at the time?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from thucydides.authorities.folding import fold
from thucydides.authorities.rows import ActorRow, Form, own, shipped, shipped_names
from thucydides.authorities.search import NameSearch, Surroundings, names_by_actor, with_forces
from thucydides.vocabulary import Actor, ActorMention, Day, HistoricalDate, tokens

_FIRST, _LAST = Day(-9999, 1, 1), Day(9999, 12, 31)


@dataclass(frozen=True)
class Authorities:
    """The actors that are known, by name and by date. It is a Gazetteer and a Registry of the vocabulary."""

    rows: tuple[ActorRow, ...]
    names: tuple[Form, ...] = ()
    surroundings: Surroundings = field(default_factory=Surroundings.shipped)
    _search: NameSearch = field(init=False, repr=False)
    _row: dict[str, ActorRow] = field(init=False, repr=False)
    _line: dict[str, list[ActorRow]] = field(init=False, repr=False)
    _forms: dict[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lines: dict[str, list[ActorRow]] = defaultdict(list)
        for row in self.rows:
            lines[row.line].append(row)
        listed = tuple(form for row in self.rows for form in row.forms) + self.names
        forms = (*listed, *with_forces(listed, self.surroundings.forces))
        object.__setattr__(self, "_search", NameSearch(forms, self.surroundings))
        object.__setattr__(self, "_row", {row.key: row for row in self.rows})
        object.__setattr__(self, "_line", dict(lines))
        object.__setattr__(self, "_forms", names_by_actor(listed))

    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        """Every known actor named, left to right, the longest name where several overlap, at word borders only."""
        return self._search.mentions(words)

    def actor_named(self, words: str) -> str:
        """The key of the actor that exactly these words name, `the` and words like `troops` apart; else empty."""
        said = " ".join(words.split())
        if form := self._search.exactly(said) or self._search.exactly(_without_article(said)):
            return form.actor
        if form := self._search.exactly(self._without_generic(said)):
            return form.actor
        mentions = self._search.mentions(said)
        if not mentions or len({self._row[mention.actor].line for mention in mentions}) > 1:
            return ""
        if not self._only_generic(said, mentions):
            return ""
        return max(mentions, key=lambda mention: mention.end - mention.start).actor

    def short_name(self, actor: str) -> str:
        """The usual English short name of an actor key; empty if the key is not known."""
        row = self._row.get(actor)
        return row.actor.name if row else ""

    def actor_on(self, actor: str, when: HistoricalDate | None) -> Actor:
        """The actor of this name at that time: `Russia` in 1939 is the Soviet Union.

        Without a date, the actor of the key itself. Raises KeyError for a key that is not in the tables.
        """
        row = self._row[actor]
        if when is None or _distance(row, when) == 0:
            return row.actor
        line = sorted(self._line[row.line], key=lambda other: (_distance(other, when), other.key))
        return line[0].actor

    def forms_of(self, actor: str) -> tuple[str, ...]:
        """All names of an actor key."""
        return self._forms.get(actor, ())

    def _only_generic(self, said: str, mentions: Iterable[ActorMention]) -> bool:
        rest = list(fold(said).words) if len(fold(said).words) == len(said) else list(said)
        for mention in mentions:
            rest[mention.start : mention.end] = " " * (mention.end - mention.start)
        return all(self._adds_nothing(token) for token in tokens("".join(rest)))

    def _without_generic(self, said: str) -> str:
        return " ".join(word for word in said.split() if not self._adds_nothing(word.strip("(),.:").casefold()))

    def _adds_nothing(self, token: str) -> bool:
        return token in self.surroundings.generic or token.isdigit()


def load(*extra: Path) -> Authorities:
    """The tables of the program, with the user's own files before them. Raises CannotRead for a file that is none.

    A row of the user's with the key of a shipped one takes its place.
    """
    added = [own(path) for path in extra]
    rows = {row.key: row for more, _ in added for row in more}
    rows |= {row.key: row for row in shipped() if row.key not in rows}
    names = (*(form for _, more in added for form in more), *shipped_names())
    return Authorities(tuple(rows.values()), tuple(form for form in names if form.actor in rows))


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
