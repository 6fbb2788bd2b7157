"""What is the event called, in which language, and of what larger event is it a part?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.acquaintance import within
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of
from thucydides.extracting.narrative.mentions import Named, Naming
from thucydides.extracting.narrative.scripts import names_in_brackets
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import Code, EventKind, EventMention, Inference, Name, Role

BY_PAGE = "told-on-its-page"
_CAPITALS = r"[^\W\d_a-zà-öø-ÿ]\w{0,30}(?:[-–'’]\w{1,30}){0,4}"
_PROPER = rf"{_CAPITALS}(?:\s(?:of\s(?:the\s)?|de\s|la\s)?{_CAPITALS}){{0,6}}"
_NAME = rf"(?:the\s)?(?P<name>{_PROPER}(?:\s{any_of('event_nouns')})?)"
_ALIAS = re.compile(
    rf"\b(?:(?:also|sometimes|otherwise|better|commonly|locally|variously)\s)?(?:known|called|spelled|spelt|named|termed|referred\sto)"
    rf"(?:\sin\s(?P<where>[^,.;()]{{2,40}}?))?(?:\s(?:simply|locally))?(?:\sas)?\s{_NAME}"
)
_OR = re.compile(rf"^\s*,?\s+(?:or|also)\s{_NAME}")
_MORE = re.compile(rf"^(?:,?\s(?:or|and)\s|,\s){_NAME}")
_NEAR_FRONT = 60
_WHOLES = (EventKind.SERIES, EventKind.WAR, EventKind.CAMPAIGN)
_PART = re.compile(
    rf"\b(?:was|were|is|as|formed|being|,)\s(?:the|an?|one\sof\sthe|part\sof\sthe)?\s?(?:[\w-]+\s){{0,3}}?{any_of('engagements')}s?\s(?:of|in|during)\s(?:the\s)?(?P<how>(?:[a-z]+\s)?)$"
)

_DURING = re.compile(
    rf"\b(?:was|were|is)\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?{any_of('engagements')}s?\s[^.;]{{0,100}}?\sduring\s(?:the\s)?(?P<how>)$"
)
_ONE_OF = re.compile(rf"^The\s(?:[\w-]+\s){{0,3}}?{any_of('engagements')}\s(?:of|in)\s(?:the\s)?(?P<how>)$")
_WAS_FOUGHT = re.compile(r"\s(?:was|were)\sfought\b|\stook\splace\b|\sbegan\b")


def names(hearing: Hearing) -> Iterator[Heard]:
    """The names of events where the sentence or heading introduces them, and the other names given beside."""
    if not hearing.asserted:
        return
    for named, event in hearing.opened:
        if named.naming is Naming.PROPER:
            yield from _name(hearing, hearing.at(named.start, _bare_end(hearing, named)), event)
        yield from _beside(hearing, named.end, event)
    for end, event in hearing.told[:1]:
        yield from _aliases(hearing, end, event)


def _bare_end(hearing: Hearing, named: Named) -> int:
    return named.start + len(re.sub(r"\s\(\d.*\)$", "", hearing.words[named.start : named.end]))


def _name(hearing: Hearing, piece: Piece, event: EventMention, language: str = "") -> Iterator[Heard]:
    yield from hearing.say(piece, "name", Name(" ".join(piece.words.split()), language), event=event)


def _beside(hearing: Hearing, end: int, event: EventMention) -> Iterator[Heard]:
    """Names in other scripts in the brackets that follow a name."""
    for piece, language in names_in_brackets(hearing, end):
        yield from _name(hearing, piece, event, language)


def _aliases(hearing: Hearing, since: int, event: EventMention) -> Iterator[Heard]:
    for alias in _ALIAS.finditer(hearing.flat, since):
        yield from _chain(hearing, alias, event)
    yield from _aliases_after(hearing, since, event)


def _chain(hearing: Hearing, first: re.Match[str], event: EventMention, *, offset: int = 0) -> Iterator[Heard]:
    """A name and those joined to it: `spelled A or B`."""
    start, end = (offset + place for place in first.span("name"))
    for _ in range(6):
        yield from _name(hearing, hearing.at(start, end), event)
        yield from _beside(hearing, end, event)
        following = _MORE.match(hearing.flat[end : end + 200])
        if following is None or following["name"] in ("It", "The"):
            return
        start, end = end + following.start("name"), end + following.end("name")


def belonging(hearing: Hearing) -> Iterator[Heard]:
    """The larger event: as the sentence says, else as the page groups it."""
    if not hearing.asserted:
        return
    declared = tuple(_declared(hearing))
    yield from declared
    if not declared:
        yield from _grouped(hearing)


def _declared(hearing: Hearing) -> Iterator[Heard]:
    """`was the decisive engagement of the X War`."""
    for named, larger in hearing.named:
        before = hearing.flat[max(0, named.start - 120) : named.start]
        link = _PART.search(before) or (_DURING.search(before) if larger.kind in _WHOLES else None)
        if link is None and named.start <= _NEAR_FRONT and _WAS_FOUGHT.match(hearing.flat, named.end):
            link = _ONE_OF.match(before)
        if link is None or larger in hearing.topics or larger.kind is EventKind.AGREEMENT:
            continue
        start = max(0, named.start - 120) + link.start()
        for event in hearing.topics:
            yield from hearing.say(hearing.at(start, named.end), "part_of", Name(named.label), event=event)
        yield from _name(hearing, hearing.at(named.start, _bare_end(hearing, named)), larger)
        yield from _aliases_after(hearing, named.end, larger)
        if link["how"].strip() == "undeclared":
            how = hearing.at(named.start - len(link["how"]), named.end)
            yield from hearing.say(how, "conflict_type", Code(("undeclared",)), event=larger)


def _aliases_after(hearing: Hearing, end: int, event: EventMention) -> Iterator[Heard]:
    if other := _OR.match(hearing.flat[end:]):
        yield from _chain(hearing, other, event, offset=end)


def _grouped(hearing: Hearing) -> Iterator[Heard]:
    """An event that a page about a larger one tells of belongs to that one: a reading, marked as inferred."""
    main = hearing.scene.event
    if main.span is None:
        return
    for named, event in hearing.opened:
        if event.label == main.label or main.kind not in _WHOLES or not within(event.kind, main.kind):
            continue
        yield from hearing.say(
            hearing.at(named.start, named.end), "part_of", Name(main.label), event=event,
            evidence=[(Role.VALUE, (main.span.start, main.span.end))], inferred=[Inference("value", BY_PAGE)],
        )  # fmt: skip
