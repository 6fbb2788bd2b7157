"""Do two names of events say the same, whatever their spelling?"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from thucydides.vocabulary import EventKind, Gazetteer, tokens

_LISTS = tomllib.loads(files("thucydides.linking").joinpath("name_words.toml").read_text(encoding="utf-8"))
_GENERIC = frozenset(_LISTS["generic"])
_PLURAL = frozenset(_LISTS["plural"])
_SUFFIX = re.compile(f"(?:{'|'.join(map(re.escape, _LISTS['suffixes']))})$")
_NUMBERS: dict[str, str] = _LISTS["numbers"]
_KINDS: dict[str, str] = _LISTS["kinds"]
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_YEAR = re.compile(r"(?<!\d)(\d{3,4})(?!\d)")
_MARKS = re.compile("[\u0300-\u036f]")
_UNMARKED = str.maketrans("ıøłđð", "ioldd")  # letters that no accent can be taken from

# Letters that the romanisations of one name exchange: kh and k and h, ts and s, w and v.
_ALIKE = (
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("sch", "s"), ("sh", "s"), ("ch", "k"),
    ("tz", "s"), ("ts", "s"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("h", "k"), ("w", "v"),
    ("z", "s"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class NameKey:
    """What is left of an event's name once spelling is set aside.

    `words`: the distinctive words; `actors`: the actors that the name names; `number`: first, second; `plural`: it
    speaks of several events; `year`: one that stands in the name.
    """

    words: frozenset[str]
    actors: frozenset[str] = frozenset()
    number: str = ""
    plural: bool = False
    year: str = ""

    @property
    def tells(self) -> bool:
        """Does the name tell its event from others?"""
        return bool(self.words) or len(self.actors) > 1

    def equals(self, other: "NameKey") -> bool:
        """The same distinctive words, or where there are none the same two actors; the same number."""
        same = (self.words, self.number, self.plural) == (other.words, other.number, other.plural)
        return self.tells and same and (bool(self.words) or self.actors == other.actors)

    def shares(self, other: "NameKey") -> bool:
        """At least half of the distinctive words in common, and no other number."""
        if self.plural != other.plural or (self.number and other.number and self.number != other.number):
            return False
        both = self.words & other.words
        return bool(both) and 2 * len(both) >= len(self.words | other.words)


def key_of(name: str, gazetteer: Gazetteer) -> NameKey:
    """The key of an event's name."""
    year = _YEAR.search(name)
    bare = _ASIDE.sub(" ", name)
    actors = gazetteer.actors_in(bare)
    for actor in reversed(actors):
        bare = f"{bare[: actor.start]} {bare[actor.end :]}"
    said = tokens(_plain(bare))
    numbers = [_NUMBERS[word] for word in said if word in _NUMBERS]
    distinctive = (word for word in said if not _is_generic(word))
    return NameKey(
        words=frozenset(filter(None, map(spelling, distinctive))),
        actors=frozenset(actor.actor for actor in actors),
        number=numbers[0] if numbers else "",
        plural=bool(_PLURAL & set(said)),
        year=year[1] if year else "",
    )


def kind_of(name: str) -> EventKind:
    """The scale of event that the last telling noun of a name gives."""
    nouns = [word for word in tokens(_plain(name)) if word in _KINDS]
    return EventKind(_KINDS[nouns[-1]]) if nouns else EventKind.UNKNOWN


def spelling(word: str) -> str:
    """A word without what romanisations and spellings change: its consonants, like ones made one."""
    if not word.isascii():
        return _SUFFIX.sub("", word)
    for written, kept in _ALIKE:
        word = word.replace(written, kept)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word)) or word


def slug(words: str) -> str:
    """Small letters, digits and hyphens; other scripts keep their letters."""
    return "-".join(tokens(_plain(words)))


def one_of(keys: Iterable[NameKey], others: Iterable[NameKey], *, alike: str) -> bool:
    """Is one key of the first like one of the others, in the manner that `alike` names (`equals`, `shares`)?"""
    right = tuple(others)
    return any(getattr(key, alike)(other) for key in keys for other in right)


def _plain(words: str) -> str:
    if not _alphabetic(words):
        return words
    return _MARKS.sub("", unicodedata.normalize("NFKD", words)).casefold().translate(_UNMARKED)


def _alphabetic(words: str) -> bool:
    return all(ord(letter) < 0x2000 or not letter.isalpha() for letter in words)


def _is_generic(word: str) -> bool:
    return word in _GENERIC or word in _PLURAL or word in _NUMBERS or word.isdigit() or len(word) == 1
