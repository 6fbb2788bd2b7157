"""How did it end, and who won?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from thucydides.extracting.phrases import Found, table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import THE_EVENT, ActorMention, Claim, Code, Finding, Inference, Role, Said, Target

_DEFEAT = re.compile(r"defeat|overthrow|surrender|capitulat", re.IGNORECASE)
_BEFORE_THE_END = re.compile(r"despite\b[^,]*,\s*|initial\b.*?\bfollowed\sby\s", re.IGNORECASE)
_LONGEST_CLAUSE = 300
_TURNS = re.compile(r"\b(?:over|against|upon)\b", re.IGNORECASE)
_NO_SIDES: Mapping[str, str] = {}


def outcomes(
    scene: Scene, piece: Piece, reader: str, *, sides: Mapping[str, str] = _NO_SIDES
) -> Iterator[Claim | Finding]:
    """The outcome of each part of a result, with winner or loser. `sides`: a layout's own words for its sides.

    What stands in brackets explains a result and is not one; a part without any word of an outcome says nothing here.
    """
    for part in piece.parts(";\n"):
        said = _settled(part.without_marks())
        head = said.words.partition("(")[0]
        if found := next(table("outcomes").found_in(head), None):
            yield from _outcome(scene, said, found, reader, sides)


def _settled(part: Piece) -> Piece:
    """The words that tell how it ended: not what it ended so despite, nor what was followed by it."""
    first = _BEFORE_THE_END.match(part.words[:_LONGEST_CLAUSE])
    return part.part(first.end(), len(part.words)) if first else part


def _outcome(
    scene: Scene, part: Piece, found: Found, reader: str, sides: Mapping[str, str]
) -> Iterator[Claim | Finding]:
    if found.code != "victory":
        yield scene.stated(part.at, "outcome", Code((found.code,)), reader)
        return
    lost = bool(_DEFEAT.search(part.words[found.start : found.end]))
    said = _whose(scene, part, found, sides)
    if lost and (struck := _struck(scene, part, found)) and said["target"] not in (THE_EVENT, struck["target"]):
        lost = False
        yield scene.stated(part.at, "loser", Said(), reader, **struck)
    yield scene.stated(part.at, "outcome", Code(("victory",)), reader, **(Details() if lost else said))
    if said["target"] is not THE_EVENT:
        yield scene.stated(part.at, "loser" if lost else "winner", Said(), reader, **said)


def _whose(scene: Scene, part: Piece, found: Found, sides: Mapping[str, str]) -> Details:
    """The actors that the words before a victory name, else those after it up to `over` or `against`."""
    after = part.words[found.end :].partition("(")[0]
    turn = _TURNS.search(after)
    near = after[: turn.start()] if turn else after
    near = near.partition(",")[0] if _DEFEAT.search(part.words[found.start : found.end]) else near
    for place, words in ((0, part.words[: found.start]), (found.end, near)):
        if marked := [(hit.start(), hit.group()) for hit in _own_words(sides).finditer(words)] if sides else []:
            return Details(
                target=Target(tuple(dict.fromkeys(sides[mark] for _, mark in marked))),
                evidence=[(Role.TARGET, _at(part, place + start, mark)) for start, mark in marked],
                inferred=[Inference("target", "layout-side")],
            )
        if actors := scene.gazetteer.actors_in(words):
            return _about(part, place, actors)
    return Details(target=THE_EVENT)


def _own_words(sides: Mapping[str, str]) -> re.Pattern[str]:
    """Any of a layout's words for its sides, the longest first."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in sorted(sides, key=len, reverse=True))})\b")


def _struck(scene: Scene, part: Piece, found: Found) -> Details | None:
    """Whom a verb strikes: `Ruritania and Borduria defeated Syldavia`, where the actor follows at once."""
    actors = scene.gazetteer.actors_in(part.words[found.end :].partition("(")[0])
    if not actors or part.words[found.end : found.end + actors[0].start].casefold().strip() not in ("", "the"):
        return None
    return _about(part, found.end, actors)


def _about(part: Piece, place: int, actors: Sequence[ActorMention]) -> Details:
    return Details(
        target=Target(tuple(dict.fromkeys(actor.words for actor in actors))),
        evidence=[(Role.TARGET, _at(part, place + actor.start, actor.words)) for actor in actors],
    )


def _at(part: Piece, start: int, words: str) -> tuple[int, int]:
    return part.start + start, part.start + start + len(words)
