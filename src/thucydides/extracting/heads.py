"""Is a title, or the name of a category, that of events of armed conflict?

The noun at its head decides: *Sieges of the Orlo War*, not *Films about the Orlo War*. English alone is understood.
"""

import re
from collections.abc import Iterator

from thucydides.extracting.naming import event_kind
from thucydides.extracting.phrases import table
from thucydides.vocabulary import EventKind

# What follows a head, and is no part of it; a number or year at its end is none either ("Orlo War II").
_REST = re.compile(r"\s(?:of|in|on|at|by|for|from|to|with|against|between|involving|during|about|set|and)\s|,")
_ASIDE = re.compile(r"\s?\(([^()]*)\)$")
_NUMBER = re.compile(r"(?:\s(?:[IVX]+|\d+(?:[–-]\d+)?))+$")
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
_WORD = re.compile(r"\S+")


def heads_armed_conflict(name: str) -> bool:
    """Does the noun at the head of the name speak of arms, or a noun of events of such a thing behind it?"""
    if aside := _ASIDE.search(name):  # "Cold War (film)" is a film, "Siege of Orlo (1811)" a siege
        name = aside[1] if re.search(r"[^\W\d]", aside[1]) else name[: aside.start()]
    cut = _REST.search(name)
    head, rest = (name[: cut.start()], name[cut.end() :]) if cut else (name, "")
    nouns = tuple(_last_nouns(_NUMBER.sub("", head.strip())))
    if any(table("armed_conflict").code_of(noun) for noun in nouns):
        return True
    return any(event_kind(noun) is not EventKind.UNKNOWN for noun in nouns) and _speaks_of_arms(rest)


def _last_nouns(head: str) -> Iterator[str]:
    """The last word of a head and the last two, as they are and in the singular."""
    words = head.split()
    for count in (1, 2):
        last = " ".join(words[-count:])
        yield last
        yield from (last[: -len(many)] + one for many, one in _PLURALS if last.endswith(many))


def _speaks_of_arms(words: str) -> bool:
    """Does any word, or pair of words, say so?"""
    return any(True for _ in table("armed_conflict").found_in(words)) or any(
        table("armed_conflict").code_of(noun) for word in _WORD.findall(words) for noun in _last_nouns(word)
    )
