"""Which names of a list stand in these words, and where?"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

from thucydides.authorities.folding import Folded, fold, folded_words
from thucydides.authorities.rows import Form
from thucydides.vocabulary import ActorMention, FormSort


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The word lists of surroundings.toml."""

    place_after: tuple[str, ...]
    place_before: tuple[str, ...]
    qualified_by: tuple[str, ...]
    not_actors: tuple[str, ...]
    forces: tuple[str, ...]
    endings: tuple[str, ...]
    generic: frozenset[str]
    generic_abroad: frozenset[str]

    @classmethod
    def shipped(cls) -> "Surroundings":
        """The lists that come with the program."""
        table = (files("thucydides.authorities") / "tables" / "surroundings.toml").read_text(encoding="utf-8")
        lists = {name: tuple(words) for name, words in tomllib.loads(table).items()}
        generic, abroad = (frozenset(map(str.casefold, lists.pop(name))) for name in ("generic", "generic_abroad"))
        return cls(**lists, generic=generic, generic_abroad=abroad)


# Scripts that write without spaces between words: a name may begin and end anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_ACTOR = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    form: Form


@dataclass(frozen=True)
class NameSearch:
    """Finds all forms of a list in one pass over the words."""

    forms: tuple[Form, ...]
    surroundings: Surroundings
    _within: dict[str, list[Form]] = field(default_factory=dict, init=False, repr=False)
    _by_words: dict[str, list[Form]] = field(default_factory=lambda: defaultdict(list), init=False, repr=False)

    def __post_init__(self) -> None:
        for form in (*self.forms, *self._decoys()):
            self._by_words[folded_words(form.words)].append(form)

    def _decoys(self) -> Iterator[Form]:
        for words in self.surroundings.not_actors:
            yield Form(words, _NO_ACTOR, FormSort.NAME)

    def exactly(self, words: str) -> tuple[str, ...]:
        """The actors that these words name, as a whole; the spelling that fits exactly goes before one that differs."""
        known = [form for form in self._forms_of(folded_words(words)) if form.actor]
        known.sort(key=lambda form: form.words != words)
        return tuple(dict.fromkeys(form.actor for form in known))

    def _forms_of(self, words: str) -> list[Form]:
        """The forms of folded words; the Japanese Army is one of Japanese."""
        found = list(self._by_words.get(words, ()))
        for force, suffix in self._forces.items():
            if words.endswith(suffix):
                found += (
                    Form(f"{form.words} {force}", form.actor, FormSort.ARMY)
                    for form in self._by_words.get(words.removesuffix(suffix), ())
                    if _has_forces(form)
                )
        return found

    def _forms_within(self, words: str) -> list[Form]:
        """The forms that may stand within other words; worked out when they are first met."""
        known = self._within.get(words)
        if known is None:
            known = self._within[words] = [form for form in self._forms_of(words) if not form.whole]
        return known

    def mentions(self, words: str) -> tuple[ActorMention, ...]:
        """Every actor named, left to right; of names that overlap the one that begins first, then the longest."""
        return self._mentions(words)

    # One sentence is asked about by several who hear it.
    @cached_property
    def _mentions(self) -> Callable[[str], tuple[ActorMention, ...]]:
        return lru_cache(maxsize=64)(self._found)

    def _found(self, words: str) -> tuple[ActorMention, ...]:
        found: list[ActorMention] = []
        last = 0
        for hit in sorted(self._hits(words), key=lambda hit: (hit.start, -hit.end)):
            if hit.start < last:
                continue
            last = hit.end
            if hit.form.actor:
                said = words[hit.start : hit.end]
                found.append(ActorMention(hit.start, hit.end, said, hit.form.actor, hit.form.sort))
        return tuple(found)

    @cached_property
    def _patterns(self) -> tuple[str, ...]:
        listed = [words for words, forms in self._by_words.items() if any(not form.whole for form in forms)]
        armed = [words for words, forms in self._by_words.items() if any(map(_has_forces, forms))]
        known = set(listed)
        added = (words + suffix for words in armed for suffix in self._forces.values())
        return (*listed, *(words for words in added if words not in known))

    @cached_property
    def _forces(self) -> Mapping[str, str]:
        return {force: f" {folded_words(force)}" for force in self.surroundings.forces}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._patterns)

    def _hits(self, words: str) -> Iterator[_Hit]:
        folded = fold(words)
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded.words, overlapping=True):
            if not _stands_alone(folded.words, start, end):
                continue
            hit = self._hit(words, folded, self._patterns[pattern], start, end)
            if hit and not (hit.form.actor and self._is_place_or_qualified(words, hit)):
                yield hit

    def _hit(self, words: str, folded: Folded, pattern: str, start: int, end: int) -> _Hit | None:
        first, last = folded.place(start), folded.place(end)
        said = words[first:last]
        fits = [form for form in self._forms_within(pattern) if not form.exact or form.words == said]
        if not fits:
            return None
        form = next((form for form in fits if form.words == said), fits[0])
        return _Hit(first, last - form.words.endswith("-"), form)

    def _is_place_or_qualified(self, words: str, hit: _Hit) -> bool:
        before = words[max(0, hit.start - 24) : hit.start]
        return bool(self._place_after.match(words, hit.end) or self._before.search(before))

    @cached_property
    def _place_after(self) -> re.Pattern[str]:
        return re.compile(rf" (?:{_either(self.surroundings.place_after)})\b")

    @cached_property
    def _before(self) -> re.Pattern[str]:
        places, qualified = _either(self.surroundings.place_before), _either(self.surroundings.qualified_by)
        return re.compile(rf"(?:\b(?:{places}) |\b(?i:{qualified})[-‐‑–])$")


def _has_forces(form: Form) -> bool:
    """May a force be called by this form? Names and adjectives of our letters: the Japanese Army."""
    named = form.sort in (FormSort.NAME, FormSort.ADJECTIVE) and bool(form.actor)
    return named and not form.alone and form.words.isascii() and not form.words.endswith("-")


def names_by_actor(forms: Iterable[Form]) -> Mapping[str, tuple[str, ...]]:
    """The forms of each actor, in the order of the tables, each once."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for form in forms:
        named[form.actor].setdefault(form.words)
    return {actor: tuple(words) for actor, words in named.items()}


def _stands_alone(folded: str, start: int, end: int) -> bool:
    before, after = folded[start - 1 : start] if start else "", folded[end : end + 1]
    if folded[start].isascii() and before.isascii() and after.isascii() and folded[end - 1] != "-":
        return not (before.isalnum() or after.isalnum())  # most letters: all that follows says the same of them
    if _UNSPACED.match(folded, start):
        return True
    if start and _runs_on(folded, start - 1):
        return False
    if folded[end - 1] == "-":
        return end < len(folded) and folded[end].isalnum()
    return end == len(folded) or not _runs_on(folded, end)


def _runs_on(folded: str, at: int) -> bool:
    return folded[at].isalnum() and not _UNSPACED.match(folded, at)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
