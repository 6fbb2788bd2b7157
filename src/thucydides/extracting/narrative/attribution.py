"""Who says so?"""

import re
from dataclasses import dataclass
from functools import lru_cache

from thucydides.extracting.narrative.hearing import Hearing
from thucydides.extracting.narrative.lexicon import any_of
from thucydides.vocabulary import Attribution, Basis, Role

_ACCORDING = re.compile(
    r"\b(?:according\sto|in\sthe\saccount\sof|as\sreported\sby|as\sgiven\sby)\s(?:the\s)?(?P<who>[^,.;()]{2,80}?)(?=,|\sand\s|\.|;|\)|$|\s(?:were|was|had|lost|suffered)\b)",
    re.IGNORECASE,
)
_BY_WHOSE = re.compile(rf"\b[Bb]y\s(?P<who>(?:[A-Z]\w+|his|their|its)\s(?:own\s)?{any_of('archives')})(?!\w)")
_POINTING = frozenset({"according", "account", "by"})
_SAYING = frozenset({"estimated", "claimed", "reported", "put", "given", "stated", "recorded", "counted", "reckoned"})
_SAID_BY = re.compile(
    r"\b(?:estimated|claimed|reported|put|given|stated|recorded|counted|reckoned)\s(?:at\s)?by\s(?:the\s)?(?P<who>[A-Z]\w+(?:\s(?!at\b)[A-Z]?\w+){0,3}?)(?=\s(?:at|as|to|was|were)\b|[,.;]|\s\d)"
)
_NAME = re.compile(
    rf"(?:^|(?<=[\s,;]))(?:[Tt]he\s|[Aa]n?\s)?(?P<who>(?:[A-Z][\w.’'-]*\s?|of\s|the\s|and\s|{any_of('archives')}\s?|{any_of('arms')}\s?|official\s|modern\s|later\s){{1,8}})(?:had\s|has\s|have\s|later\s|officially\s|themselves\s)?$"
)
_NEW_DEED = re.compile(
    r"\b(?:and|but)\s(?:then\s|had\s)?(?:took|lost|captured|destroyed|sank|seized|won|killed|drove|withdrew)\b|\bat\s(?:a|the)\s(?:cost|price)\b"
)
_BASES = (
    (re.compile(r"\barchiv", re.IGNORECASE), Basis.ARCHIVAL),
    (re.compile(r"\b(?:communiqu|announced|press)", re.IGNORECASE), Basis.COMMUNIQUE),
    (re.compile(r"\b(?:historian|scholar)", re.IGNORECASE), Basis.SCHOLARLY),
)
_NOBODY = re.compile(r"^(?:the|it|they|he|this|that|in|on|of|and|an?)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says it, in the document's words, and where they stand in the text."""

    attribution: Attribution
    evidence: tuple[tuple[Role, tuple[int, int]], ...] = ()


NOBODY_ELSE = Claimant(Attribution())


def claimant_of(hearing: Hearing, offset: int) -> Claimant:
    """The claimant of what stands at a place of the sentence; the document itself where the words name nobody."""
    for hit in _pointed_out(hearing):
        if hit.end() <= offset or hearing.same_clause(hit.start(), offset):
            return _claimant(hearing, hit.start("who"), hit.end("who"))
    stated = None if hearing.spoken.isdisjoint(_SAYING) else _SAID_BY.search(hearing.flat, 0, offset)
    if stated and hearing.same_clause(stated.start(), offset):
        return _claimant(hearing, *stated.span("who"))
    for verb in reversed([verb for verb in hearing.found("saying") if verb.end() <= offset]):
        who = _NAME.search(hearing.flat, max(0, verb.start() - 90), verb.start())
        if (
            who
            and offset - verb.end() <= 120
            and hearing.same_clause(verb.start(), offset)
            and not _NOBODY.match(who["who"])
            and not _NEW_DEED.search(hearing.flat, verb.end(), offset)
        ):
            return _claimant(hearing, who.start("who"), who.start("who") + len(who["who"].rstrip()))
    return NOBODY_ELSE


# One sentence is asked for the claimant of each of its figures.
@lru_cache(maxsize=1)
def _pointed_out(hearing: Hearing) -> tuple[re.Match[str], ...]:
    """`According to X`, `by the X archives`."""
    if hearing.spoken.isdisjoint(_POINTING):
        return ()
    return (*_ACCORDING.finditer(hearing.flat), *_BY_WHOSE.finditer(hearing.flat))


def _claimant(hearing: Hearing, start: int, end: int) -> Claimant:
    piece = hearing.at(start, end)
    basis = next((basis for said, basis in _BASES if said.search(piece.words)), Basis.UNKNOWN)
    return Claimant(Attribution(" ".join(piece.words.split()), basis), ((Role.CLAIMANT, piece.at),))
