"""Which event is a sentence about?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from thucydides.extracting.narrative.acquaintance import Acquaintance
from thucydides.extracting.narrative.anchoring import NO_TIMES, Anchors, Times
from thucydides.extracting.narrative.bodies import Bodies
from thucydides.extracting.narrative.engagements import engagements_in, is_dated, is_engaged
from thucydides.extracting.narrative.episodes import episode_of
from thucydides.extracting.narrative.hearing import Hearing, Sides, flattened
from thucydides.extracting.narrative.leading import Leaders
from thucydides.extracting.narrative.lexicon import any_of, marks, pattern, phrases, words_of
from thucydides.extracting.narrative.mentions import Named, Naming, event_titled, events_in
from thucydides.extracting.narrative.sentences import sentences_of
from thucydides.extracting.narrative.sides import enemy_in, of_america, sides_in, speaking
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import (
    ActorMention,
    DateForm,
    DatePhrase,
    EventKind,
    EventMention,
    Passage,
    PassageKind,
    read_dates,
)

_OCCURS = pattern("occurrence")
_ALSO = re.compile(r"^[\s,]*(?:and\s(?:the\s)?|or\s|also\s|sometimes\s|known\s|called\s|spelled\s)")
_SEE = re.compile(r"For\s.{0,300}?\bsee\b", re.DOTALL)
_AT = re.compile(r"\b(?:at|in|during)\s(?:the\s)?$", re.IGNORECASE)
_ALIAS = re.compile(
    r"(?:\b(?:known|called|spelled|spelt|named|termed|referred\sto)(?:\sin\s[^,;.]{2,40}?)?(?:\sas)?\s(?:the\s)?|^\s*,?\s*(?:or|also)\s(?:the\s)?)$"
)
_AGAIN = re.compile(
    r"(?:It|They|(?:The|This|These|A\sseries\sof)\s(?:\w+\s){0,3}?"
    rf"{any_of('event_nouns', 'of_nouns', 'described', 'engagements')}s?)(?!\w)"
)
_BACK = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]")
_SERIES_OF = re.compile(r"\b(?:series|number|string|succession)\sof\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_PLURAL = (EventKind.SERIES, EventKind.INCIDENTS)
_LONGEST_LINE = 300
_OPENING = 16
_HEADINGS = (PassageKind.TITLE, PassageKind.HEADING)


@dataclass
class Discourse:
    """The flow of a document: its headings open sections, its sentences introduce events."""

    scene: Scene
    known: Acquaintance = field(init=False)
    leaders: Leaders = field(init=False)
    bodies: Bodies = field(default_factory=Bodies)
    anchors: Anchors = field(init=False)
    _sections: list[tuple[int, EventMention]] = field(default_factory=list)
    _muted: bool = False
    _sides: Sides = field(default_factory=Sides)

    def __post_init__(self) -> None:
        self.known = Acquaintance(self.scene.text, self.scene.event)
        self.leaders = Leaders.listed(self.scene)
        self.anchors = Anchors.of(self.scene)

    def hearings(self) -> Iterator[Hearing]:
        """Every heading that names an event and every sentence of the prose, with what is known when it is heard."""
        for passage in self.scene.text.passages:
            if passage.kind in _HEADINGS:
                yield from self._heading(passage)
            elif passage.kind is PassageKind.BOX_LINE:
                yield from self._line(Piece.of(self.scene.text, passage))
            elif passage.kind is PassageKind.PARAGRAPH and not self._muted:
                yield from self._paragraph(Piece.of(self.scene.text, passage))

    @property
    def _section(self) -> EventMention:
        return self._sections[-1][1] if self._sections else self.scene.event

    def _heading(self, passage: Passage) -> Iterator[Hearing]:
        piece = Piece.of(self.scene.text, passage)
        self._muted = is_muted(piece.words)
        self.anchors.begin_section()
        level = passage.level if passage.kind is PassageKind.HEADING else 0
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        self._remember(self.scene.gazetteer.actors_in(piece.words), piece)
        named = event_titled(piece.words, self.scene.gazetteer)
        if named is None or self._muted or not piece:
            return
        event = self.known.meet(named, piece.part(named.start, named.end), parent=self._section)
        self._sections.append((level, event))
        yield self._hearing(piece, (), (event,), ((named, event),), ((named, event),), titles=True)

    def _line(self, line: Piece) -> Iterator[Hearing]:
        """A line of an info-box may be the first to name an agreement."""
        found = (
            events_in(line.words, dates=(), gazetteer=self.scene.gazetteer) if len(line.words) <= _LONGEST_LINE else ()
        )
        agreed = [one for one in found if one.kind is EventKind.AGREEMENT and one.naming is Naming.PROPER]
        if agreed:
            named = tuple((one, self._meet(one, line, parent=None)) for one in agreed)
            yield self._hearing(line, (), (named[0][1],), named, named, titles=True)

    def _paragraph(self, paragraph: Piece) -> Iterator[Hearing]:
        topics: tuple[EventMention, ...] = (self._section,)
        before: Hearing | None = None
        self.anchors.begin_paragraph()
        for sentence in sentences_of(paragraph):
            heard = self._sentence(sentence, topics, before)
            topics = self._held(heard) or topics
            yield heard
            before = heard

    def _held(self, heard: Hearing) -> tuple[EventMention, ...]:
        """What the next sentence goes on about: in a despatch no fight that is only called by its place and day."""
        by_place = self.anchors.written is not None
        return tuple(event for one, event in heard.opened if not (by_place and one.naming is Naming.DESCRIBED))

    def _sentence(self, sentence: Piece, topics: tuple[EventMention, ...], before: Hearing | None) -> Hearing:
        dates = read_dates(sentence.words)
        placed, times = self.anchors.placed(dates, sentence)
        found = events_in(sentence.words, dates=dates, gazetteer=self.scene.gazetteer)
        is_despatch = self.anchors.written is not None
        told_of = engagements_in(sentence.words, dates=placed, main=self.scene.event, is_despatch=is_despatch)
        fights = _apart(told_of, found)
        found = tuple(sorted((*found, *fights), key=lambda one: one.start))
        asserted = not _is_not_asserted(sentence.words)
        named = self._met(found, sentence, parent=self.scene.event if asserted else None)
        opened = self._opened(sentence.words, placed, named) if asserted else ()
        told = () if before and _is_later(before, dates) else topics
        topics = tuple(event for _, event in opened) or _located(sentence.words, named) or told or (self._section,)
        subject = _carried(before, sentence) if before else ()
        heard = self._hearing(sentence, placed, topics, opened, named, subject, times, asserted=asserted)
        self.leaders.learn(heard)
        among = self.bodies.among(self.leaders.among(heard))
        self.bodies.learn(heard)
        heard = among
        episode = episode_of(heard)
        return replace(heard, topics=(episode,)) if episode else heard

    def _met(
        self, found: tuple[Named, ...], sentence: Piece, *, parent: EventMention | None
    ) -> tuple[tuple[Named, EventMention], ...]:
        """Each named event with its mention; `also known as B` after A stands for A."""
        met: list[tuple[Named, EventMention]] = []
        for one in found:
            if met and is_alias(sentence.words[met[-1][0].end : one.start]):
                self.known.also(one.label, met[-1][1])
                met.append((one, met[-1][1]))
            else:
                met.append((one, self._meet(one, sentence, parent=parent)))
        return tuple(met)

    def _meet(self, named: Named, sentence: Piece, *, parent: EventMention | None) -> EventMention:
        around = self._section if parent and named.kind is EventKind.AGREEMENT else parent
        return self.known.meet(named, sentence.part(named.start, named.end), parent=around)

    def _hearing(
        self, sentence: Piece, dates: tuple[DatePhrase, ...], topics: tuple[EventMention, ...],
        opened: tuple[tuple[Named, EventMention], ...], named: tuple[tuple[Named, EventMention], ...],
        subject: tuple[ActorMention, ...] = (), times: Mapping[int, Times] = NO_TIMES, *, titles: bool = False,
        asserted: bool = True,
    ) -> Hearing:  # fmt: skip
        actors = sides_in(sentence.words, self.scene.gazetteer.actors_in(sentence.words))
        actors = of_america(actors, self._sides.met)
        self._remember(actors, sentence)
        return Hearing(
            scene=self.scene, sentence=sentence, section=self._section, topics=topics, opened=opened, named=named,
            actors=actors, dates=dates, titles=titles, asserted=asserted,
            known=self.known, subject=subject, sides=self._sides, times=times, persons=self.leaders.sides,
            is_news=bool(times) and self.anchors.opens(sentence),
            told=tuple((one.end, event) for one, event in opened) or _again(sentence.words, topics),
        )  # fmt: skip

    def _remember(self, actors: tuple[ActorMention, ...], sentence: Piece) -> None:
        for actor in actors:
            if actor.actor not in self._sides.met:
                self._sides.met[actor.actor] = Sides.placed(actor, -sentence.start)
        if not self._sides.speaker and (speakers := speaking(sentence.words, actors)):
            self._sides.speaker = tuple(Sides.placed(actor, -sentence.start) for actor in speakers)
        if self._sides.speaker and self._sides.enemy is None and (enemy := enemy_in(sentence.words)):
            self._sides.enemy = Sides.placed(enemy, -sentence.start)

    def _opened(
        self, words: str, dates: tuple[DatePhrase, ...], named: tuple[tuple[Named, EventMention], ...]
    ) -> tuple[tuple[Named, EventMention], ...]:
        """The events that the sentence introduces: subjects of a verb of happening, not mere mentions."""
        if not named:
            return ()
        flat = _flattened(words, dates)
        return _once(
            (one, event)
            for one, event in named
            if event.kind is not EventKind.AGREEMENT
            and one.naming in (Naming.PROPER, Naming.DESCRIBED)
            and (_introduced(one, flat, named) or is_dated(one, words, dates) or is_engaged(one, words, dates))
        )


def _apart(fights: Iterable[Named], found: tuple[Named, ...]) -> list[Named]:
    return [one for one in fights if all(one.end <= other.start or other.end <= one.start for other in found)]


def _once(pairs: Iterable[tuple[Named, EventMention]]) -> tuple[tuple[Named, EventMention], ...]:
    first: dict[str, tuple[Named, EventMention]] = {}
    for one, event in pairs:
        first.setdefault(event.label, (one, event))
    return tuple(first.values())


def _carried(before: Hearing, sentence: Piece) -> tuple[ActorMention, ...]:
    """Whom a sentence leaves in mind for the next one: its first actor, else the one it had in mind itself."""
    back = before.sentence.start - sentence.start
    kept = before.actors[:1] or before.subject[:1]
    return tuple([actor.moved(back) for actor in kept])


def _is_later(before: Hearing, dates: tuple[DatePhrase, ...]) -> bool:
    """Does a sentence open with another time than the fight that was told of before?"""
    days = [date.date.edtf for date in before.dates if date.date and not date.lacks_year]
    first = dates[0] if dates else None
    if not days or first is None or first.start > _OPENING or first.form is not DateForm.POINT:
        return False
    if first.date is None or first.lacks_year or not all(event.kind is EventKind.BATTLE for event in before.topics):
        return False
    return not any(day.startswith(first.date.edtf) or first.date.edtf.startswith(day) for day in days)


def _is_not_asserted(words: str) -> bool:
    """A question, a pointer to another page, or a warning not to confuse."""
    if words.rstrip('"”’)').endswith("?") or _SEE.match(words):
        return True
    return not marks("distinction").isdisjoint(words_of(words)) and bool(pattern("distinction").search(words))


def _located(words: str, named: tuple[tuple[Named, EventMention], ...]) -> tuple[EventMention, ...]:
    """`At the Battle of X they lost 300`: this one sentence is about X."""
    return tuple(
        event
        for one, event in named
        if one.naming is Naming.PROPER
        and event.kind in (EventKind.BATTLE, EventKind.INCIDENT, EventKind.CAMPAIGN)
        and _AT.search(words, max(0, one.start - 12), one.start)
    )


def _again(words: str, topics: tuple[EventMention, ...]) -> tuple[tuple[int, EventMention], ...]:
    """`It`, `the battle`, `these clashes` at the front speak of the events that were told of before."""
    front = _AGAIN.match(words)
    if front and front.group() == "They" and not any(event.kind in _PLURAL for event in topics):
        return ()
    return tuple((front.end(), event) for event in topics) if front else ()


def is_alias(between: str) -> bool:
    """Do the words between two names say that both name one event?"""
    return _ALIAS.search(re.sub(r"\([^()]{0,400}\)", " ", between)) is not None


def is_muted(heading: str) -> bool:
    """Is this a heading under which nothing is asserted: references, fiction, films?"""
    return pattern("muted").search(heading) is not None


def _introduced(named: Named, flat: str, others: tuple[tuple[Named, EventMention], ...]) -> bool:
    if _oblique(flat[max(0, named.start - 60) : named.start]):
        return False
    verb = _OCCURS.search(flat, named.end, named.end + 400)
    if verb is None:
        return False
    between = flat[named.end : verb.start()]
    joined = any(named.end <= other.start < verb.start() for other, _ in others)
    return not between.strip(" ,") or joined or _ALSO.match(between) is not None or between.count(",") >= 2


def _oblique(before: str) -> bool:
    """Does a preposition stand right before the name, with nothing but an article or adjectives between?"""
    for word in reversed(_BACK.findall(before)[-4:]):
        if not word[0].isalnum():
            return False
        if word.casefold() in phrases("oblique"):
            return not _SERIES_OF.search(before)
    return False


def _flattened(words: str, dates: tuple[DatePhrase, ...]) -> str:
    """The sentence with brackets blanked and dates turned into commas, each character in its old place."""
    flat = flattened(words)
    for date in dates:
        flat = flat[: date.start] + "," * (date.end - date.start) + flat[date.end :]
    return flat
