"""Do two names of events say the same, whatever their spelling, their script or their language?"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from thucydides.linking.naming import WORDS
from thucydides.linking.spelling import plain, romanised, sound, spelling
from thucydides.vocabulary import EventKind, Gazetteer, tokens

_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|（[^（）]{0,80}）")
# Three digits are a year only where they stand alone in brackets: a row of a table may be called after its number.
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d|\s*B\.?C)|(?<=\()\d{3}(?=\))")
_LAST_LATIN = 0x250
_FEW_LETTERS = 3  # consonants of a word that two longer names share
_FEW_SOUNDS = 4  # a shorter code says too little: Metz and Mutzig


@dataclass(frozen=True, slots=True)
class NameKey:
    """What is left of an event's name once spelling is set aside.

    `words`: the spelling of the distinctive words; `sounds`: how these sound, `run` all together; `written`: the words
    in Latin letters, in alphabetical order, `spoken`: in their own, without spaces; `is_latin`: they stand in Latin
    letters; `actors`: whom the name names; `natures`: kinds of struggle (civil, independence); `number`: first, second;
    `plural`: it speaks of several events; `year`: the first that stands in the name, `until` the last; `aside`:
    distinctive words in brackets.
    """

    words: frozenset[str]
    sounds: frozenset[str] = frozenset()
    run: str = ""
    written: str = ""
    spoken: str = ""
    is_latin: bool = True
    actors: frozenset[str] = frozenset()
    natures: frozenset[str] = frozenset()
    number: str = ""
    plural: bool = False
    year: str = ""
    until: str = ""
    aside: frozenset[str] = frozenset()

    @property
    def tells(self) -> bool:
        """Does the name tell its event from others?"""
        return bool(self.words) or len(self.actors) > 1 or bool(self.actors and self.natures)

    @property
    def identity(self) -> tuple[object, ...]:
        """What two equal names have in common: words, or where there are none actors and nature; the number."""
        if self.words:
            return self.words, self.number, self.plural
        return self.actors, self.natures, self.number, self.plural

    def equals(self, other: "NameKey") -> bool:
        """The same distinctive words, or where there are none the same actors and nature; the same number."""
        same = self.identity == other.identity or (bool(self.spoken) and self._is_spoken_as(other))
        return self.tells and same and not (self.actors and other.actors and self.actors.isdisjoint(other.actors))

    def resembles(self, other: "NameKey") -> float:
        """How alike two names are in Latin letters, whatever the order or division of words, from 0 to 1."""
        return max(ratio(self.written, other.written), ratio(self.spoken, other.spoken)) / 100

    def shares(self, other: "NameKey") -> bool:
        """At least half of the distinctive words in common, and no other number."""
        both = self.words & other.words
        telling = any(len(word) >= _FEW_LETTERS or not word.isascii() for word in both)
        return telling and 2 * len(both) >= len(self.words | other.words) and self._may_be(other)

    def touches(self, other: "NameKey") -> bool:
        """A distinctive word in common, and no other number."""
        return bool(self.words & other.words) and self._may_be(other)

    def sounds_like(self, other: "NameKey") -> bool:
        """The same sounds, whatever the script and wherever words are divided, and enough of them."""
        return len(self.run) >= _FEW_SOUNDS and self.run == other.run and self._may_be(other)

    def _is_spoken_as(self, other: "NameKey") -> bool:
        return (self.spoken, self.number, self.plural) == (other.spoken, other.number, other.plural)

    def _may_be(self, other: "NameKey") -> bool:
        return self.plural == other.plural and not (self.number and other.number and self.number != other.number)


Alike = Callable[[NameKey, NameKey], bool]


@dataclass(frozen=True)
class Names:
    """The keys of names, each worked out once."""

    gazetteer: Gazetteer
    _known: dict[str, NameKey] = field(default_factory=dict, repr=False)

    def key(self, name: str) -> NameKey:
        """The key of an event's name."""
        if name not in self._known:
            self._known[name] = key_of(name, self.gazetteer)
        return self._known[name]


def key_of(name: str, gazetteer: Gazetteer) -> NameKey:
    """The key of an event's name."""
    years = _YEAR.findall(name)
    bare = _ASIDE.sub(" ", name)
    actors = gazetteer.actors_in(bare)
    for actor in reversed(actors):
        bare = f"{bare[: actor.start]} {bare[actor.end :]}"
    said, numbers = _said(bare)
    distinctive = list(_distinctive(said))
    return NameKey(
        words=frozenset(filter(None, map(spelling, distinctive))),
        sounds=frozenset(filter(None, map(sound, distinctive))),
        run=sound("".join(map(romanised, distinctive))),
        spoken="".join(map(romanised, distinctive)),
        written=" ".join(sorted(map(romanised, distinctive))),
        is_latin=all(ord(letter) < _LAST_LATIN for word in distinctive for letter in word),
        actors=frozenset(actor.actor for actor in actors),
        natures=frozenset(WORDS.natures[word] for word in said if word in WORDS.natures),
        number=numbers[0] if numbers else "",
        plural=bool(WORDS.plural & set(said)),
        year=years[0] if years else "",
        until=years[-1] if years else "",
        aside=frozenset(map(spelling, _distinctive(_said(" ".join(_ASIDE.findall(name)))[0]))),
    )


def kind_of(name: str) -> EventKind:
    """The scale of event that the last telling noun of a name gives."""
    kinds = [kind for word in tokens(plain(name)) if (kind := WORDS.kind(word)) is not EventKind.UNKNOWN]
    return kinds[-1] if kinds else EventKind.UNKNOWN


def one_of(keys: Iterable[NameKey], others: Iterable[NameKey], alike: Alike) -> bool:
    """Is one key of the first like one of the others?"""
    right = tuple(others)
    return any(alike(key, other) for key in keys for other in right)


def _said(words: str) -> tuple[list[str], list[str]]:
    """The words of a name, and the numbers that stand among or within them."""
    said, numbers = [], []
    for token in tokens(plain(words)):
        if token in WORDS.numbers:
            numbers.append(WORDS.numbers[token])
            continue
        if within := WORDS.number_within.search(token):
            numbers.append(WORDS.numbers[within[0]])
            token = token.replace(within[0], "")
        said.append(token)
    return said, numbers


def _distinctive(said: Iterable[str]) -> Iterator[str]:
    for word in said:
        if word in WORDS.same:
            yield WORDS.same[word]
        elif not _is_generic(word) and not _is_generic(stem := WORDS.stem(word)):
            yield WORDS.same.get(stem, stem)


def _is_generic(word: str) -> bool:
    return word in WORDS.generic or word in WORDS.plural or word in WORDS.natures or word.isdigit() or len(word) < 2
