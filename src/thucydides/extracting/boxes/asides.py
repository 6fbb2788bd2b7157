"""What do the words beside a figure say of it: who gives it, for which time, for which part of the event?

`1,234 killed (Soviet claim)`, `5,000 (until 1940)`, `200,000 (peak)`, `Per Orlo: 300 killed`, `300 killed, according to
Orlo`. What stands in a bracket and counts something is left to the figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thucydides.extracting.boxes.sides import is_pointer
from thucydides.extracting.counting import as_counted
from thucydides.extracting.figures import figures_in
from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import (
    Attribution,
    Basis,
    Claim,
    ClaimRefused,
    DatePhrase,
    Evidence,
    HistoricalDate,
    NumberSort,
    Role,
    Span,
    read_numbers,
)

_BRACKET = re.compile(r"(?:\s?(?:\[\w{1,3}\]|,))*\s?\(([^()]{2,120})\)")
_BEFORE = re.compile(r"\(([^()]{2,80})\)\s?[:,]?\s?")
_BY = re.compile(
    r"(?:as\s)?(?:claim(?:ed)?|estimate[ds]?|figures?|reported|given|stated|admitted|acknowledged)\s(?:of|by|from)\s(?:the\s)?(?P<who>.+)"
    r"|(?:according\sto|as\sper|per|source:|по\sданным|по\sоценкам?|согласно|за\sданими|laut|nach\sangaben(?:\svon)?|selon|"
    r"d['’]après|según|secondo|volgens|według)\s(?:the\s)?(?P<whom>.+)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:,|;|[–—-]|\s)\s?(?P<said>(?:according\sto|as\sper|per|as\s(?:claimed|estimated|reported)\sby|claimed\sby|estimated\sby"
    r"|reported\sby|по\sданным|по\sоценкам?|согласно|за\sданими|laut|selon|d['’]après|según|secondo)\s(?:the\s)?[^\d()]{2,80})\Z",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?P<head>[^:：\d()]{2,80}?)\s?[:：]\s?(?=\S)")
_SPEAKS = re.compile(r"\((?P<who>[A-Z][^\W\d_]+(?:[ .’'-]{1,2}[^\W\d_]+){0,3}):\s?\Z")
_CITATION = re.compile(r"(?P<who>[^\W\d_][^\d(),:;]{2,40}?),\s\d{4}[a-z]?(?:[,:]\s?(?:pp?\.\s?)?\d[\d–-]*)?")
_IN_TIME = re.compile(
    r"(?:\b(?:in|on|by|at|of|during|until|from|since|as\sof)\s(?:the\s)?(?:\w+\s(?:of|in)\s)?|\()\Z", re.IGNORECASE
)
_AS_OF = re.compile(r",?\s(?:as\sof|in|by|until)\s(?:\w+\s)?\d|,\s?(?=\d)")
_AT_HEAD = 4  # letters before a date that opens its line
_LONGEST_BRACKET = 90
_COUNTS = (NumberSort.COUNT, NumberSort.MALFORMED, NumberSort.PROPORTION, NumberSort.RATIO)


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said beside a figure, and where: by whom, for which time, for which part."""

    attribution: Attribution | None = None
    claimant: Piece | None = None
    period: HistoricalDate | None = None
    time: Piece | None = None
    phase: str = ""


def speaker_in(words: Piece) -> Aside | None:
    """Who is named as giving a figure: `Soviet claim`, `claim of Borduria`, `per Orlo`; None if nobody is."""
    found = _BY.match(words.words)
    kind = next(table("figure_headings").found_in(words.words), None)
    if found:
        who = words.part(*found.span("who" if found["who"] else "whom"))
    elif kind and kind.start > 0 and not words.words[kind.end :].strip(" .:"):
        who = words.part(0, kind.start)
    else:
        return None
    dated = _AS_OF.search(who.words)
    who = (who.part(0, dated.start()) if dated else who).trimmed("’'.,:")
    who = who.part(0, len(who.words) - 2).trimmed() if who.words.endswith(("’s", "'s")) else who
    if not who or any(character.isdigit() for character in who.words[:2]):
        return None
    basis = Basis(kind.code) if kind else Basis.UNKNOWN
    return Aside(Attribution(who.words, basis), who)


def said_beside(scene: Scene, line: Piece, claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """The claims of a line, each with what the brackets and clauses beside it say."""
    if not claims:
        return
    whole = _joined(_of_the_line(line), _time_of_line(scene, line, claims))
    ends = [claim.span.start for claim in claims[1:]] + [line.end]
    for claim, end in zip(claims, ends, strict=True):
        aside = whole
        if speaker := _SPEAKS.search(line.words[: claim.span.start - line.start][-_LONGEST_BRACKET:]):
            aside = _joined(aside, _named_speaker(scene, line, claim, speaker))
        for words in _brackets(line, claim, end, first=claim is claims[0]):
            aside = _joined(aside, _read(scene, words, claim))
        yield _with(claim, aside) if aside else claim


def _named_speaker(scene: Scene, line: Piece, claim: Claim, found: re.Match[str]) -> Aside | None:
    """`(Orlo: 68,000)`: who gives the other figure; no belligerent and no word for what is counted."""
    shift = claim.span.start - line.start - len(found.string)
    who = line.part(shift + found.start("who"), shift + found.end("who"))
    counts = figures_in(as_counted(who.words), scene.gazetteer) or scene.gazetteer.actors_in(who.words)
    return None if counts else Aside(Attribution(who.words), who)


def _of_the_line(line: Piece) -> Aside | None:
    """Who is said to give all figures of a line: at its head with a colon, or at its end."""
    bare = line.without_marks()
    if (head := _HEAD.match(bare.words)) and (said := speaker_in(bare.part(*head.span("head")))):
        return said
    if trailing := _TRAILING.search(bare.words[-140:]):
        shift = len(bare.words) - len(bare.words[-140:])
        return speaker_in(bare.part(shift + trailing.start("said"), shift + trailing.end("said")))
    return None


def _time_of_line(scene: Scene, line: Piece, claims: tuple[Claim, ...]) -> Aside | None:
    """`14 April: 12,000`, `30,000 in the campaign of 1209`: the one date that a line has beside its figures."""
    times = [
        (line.part(phrase.start, phrase.end), phrase)
        for phrase, _ in scene.dates_in(line.words)
        if phrase.date is not None
    ]
    free = [
        (piece, phrase)
        for piece, phrase in times
        if not any(piece.start < claim.span.end and claim.span.start < piece.end for claim in claims)
    ]
    if len(free) != 1:
        return None
    (piece, phrase), behind = free[0], line.words[free[0][1].end :]
    if not (behind.lstrip().startswith(":") and phrase.start <= _AT_HEAD) and (
        len(claims) > 1 or not _IN_TIME.search(line.words[: phrase.start][-40:])
    ):
        return None
    return _timed(piece, phrase, "" if phrase.date and not phrase.lacks_year else piece.words)


def _timed(piece: Piece, phrase: DatePhrase, phase: str) -> Aside:
    """A date as the time of a figure; one without a year only names the part of the event."""
    return Aside(period=None if phrase.lacks_year else phrase.date, time=piece, phase=phase)


def _brackets(line: Piece, claim: Claim, end: int, *, first: bool) -> Iterator[Piece]:
    """The brackets directly behind a figure, and one before the first figure of the line."""
    before = line.part(0, min(claim.span.start - line.start, _LONGEST_BRACKET)) if first else line.part(0, 0)
    if opening := _BEFORE.fullmatch(before.words):
        yield before.part(*opening.span(1))
    place = claim.span.end - line.start
    while found := _BRACKET.match(line.words, place, max(place, end - line.start)):
        yield Piece(line.start + found.start(1), found[1])
        place = found.end()
    if place == claim.span.end - line.start and (inside := re.search(r"\(([^()]{2,80})\)", claim.quote)):
        yield Piece(claim.span.start + inside.start(1), inside[1])


def _read(scene: Scene, words: Piece, claim: Claim) -> Aside | None:
    """One bracket: who says it, when it was, or which part it is; None if it counts something."""
    times = [phrase for phrase, _ in scene.dates_in(words.words)]
    counts = [number for number in read_numbers(words.words) if number.sort in _COUNTS]
    free = [
        number
        for number in counts
        if not any(phrase.start <= number.start and number.end <= phrase.end for phrase in times)
    ]
    if free:
        return None
    if is_pointer(words.words):
        return None
    if said := speaker_in(words):
        return said
    if cited := _CITATION.fullmatch(words.words):
        return Aside(Attribution(cited["who"]), words.part(*cited.span("who")))
    dated = [phrase for phrase in times if phrase.date]
    if len(dated) == 1:
        phrase = dated[0]
        rest = words.words[: phrase.start] + words.words[phrase.end :]
        phase = words.words if rest.strip(" ,") or phrase.lacks_year else ""
        return _timed(words.part(phrase.start, phrase.end), phrase, phase)
    tells = claim.attribute == "strength" and words.words[:1].isalpha() and not scene.gazetteer.actors_in(words.words)
    return Aside(phase=words.words) if tells else None


def _joined(one: Aside | None, other: Aside | None) -> Aside | None:
    if one is None or other is None:
        return one or other
    return Aside(
        other.attribution or one.attribution, other.claimant or one.claimant, other.period or one.period,
        other.time or one.time, other.phase or one.phase,
    )  # fmt: skip


def _with(claim: Claim, aside: Aside) -> Claim:
    """The claim with what is said beside it; as it was where its words would not carry that."""
    more = [
        Evidence(role, _span(claim, piece), piece.words)
        for role, piece in ((Role.CLAIMANT, aside.claimant), (Role.TIME, aside.time))
        if piece is not None
    ]
    try:
        return replace(
            claim, evidence=(*claim.evidence, *more), attribution=aside.attribution or claim.attribution,
            period=aside.period or claim.period, phase=aside.phase or claim.phase,
        )  # fmt: skip
    except ClaimRefused:
        return claim


def _span(claim: Claim, piece: Piece) -> Span:
    return Span(claim.span.text, piece.start, piece.end)
