"""Which words of an event's name are generic, a number, a kind of struggle, in which language?"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from thucydides.linking.spelling import plain
from thucydides.vocabulary import EventKind


def _read() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("thucydides.linking").joinpath("name_words.toml").read_text(encoding="utf-8"))


def _words(lists: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(word) for words in lists for word in words.split())


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {plain(word): meant for meant, words in table.items() for word in words.split()}


def _longest_first(words: str) -> str:
    return "|".join(map(re.escape, sorted(set(words.split()), key=lambda word: (-len(word), word))))


@dataclass(frozen=True)
class NameWords:
    """The lists of `name_words.toml`, ready to be asked."""

    generic: frozenset[str]
    plural: frozenset[str]
    natures: Mapping[str, str]
    same: Mapping[str, str]
    numbers: Mapping[str, str]
    kinds: Mapping[str, str]
    kinds_together: re.Pattern[str]
    kind_of_ending: Mapping[str, str]
    suffix: re.Pattern[str]
    prefix: re.Pattern[str]
    number_within: re.Pattern[str]
    ending: re.Pattern[str]

    @classmethod
    def shipped(cls) -> "NameWords":
        """The lists of the program."""
        lists = _read()
        numbers, together = _by_word(lists["numbers"]), lists["written_together"]
        endings = _by_word(lists["kinds_written_together"])
        return cls(
            generic=_words(lists["generic"].values()),
            plural=_words(lists["plural"].values()),
            natures=_by_word(lists["natures"]) | {nature: nature for nature in lists["natures"]},
            same=_by_word(lists["same"]),
            numbers=numbers,
            kinds=_by_word(lists["kinds"]),
            kinds_together=re.compile(f"(?:{_longest_first(' '.join(endings))})$"),
            kind_of_ending=endings,
            suffix=re.compile(f"(?<=.)(?:{_longest_first(together['suffixes'])})$"),
            prefix=re.compile(f"^(?:{_longest_first(together['prefixes'])})(?=...)"),
            number_within=re.compile(_longest_first(" ".join(word for word in numbers if word[0] in "第제"))),
            ending=re.compile(
                f"(?<=....)(?:{_longest_first(plain(together['endings'] + ' ' + together['latin_endings']))})$"
            ),
        )

    def kind(self, word: str) -> EventKind:
        """The scale of event that a word tells, by itself or by its end."""
        if word in self.kinds:
            return EventKind(self.kinds[word])
        ended = self.kinds_together.search(word)
        return EventKind(self.kind_of_ending[ended[0]]) if ended else EventKind.UNKNOWN

    def stem(self, word: str) -> str:
        """A word without what inflects it or stands together with it."""
        if word.isascii():
            return self.ending.sub("", word) if len(word) > 6 else word
        while (shorter := self.suffix.sub("", word)) != word:
            word = shorter
        return self.ending.sub("", self.prefix.sub("", word))


WORDS = NameWords.shipped()
