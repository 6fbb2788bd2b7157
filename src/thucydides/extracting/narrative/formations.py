"""Which military units took part?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of, listed, marks, phrases
from thucydides.vocabulary import ActorMention, FormSort, Inference, Name

_NUMBER = rf"(?:\d{{1,3}}(?:st|nd|rd|th|d)|[IVXL]{{1,6}}|{any_of('ordinals')})"
_WORDS = rf"(?:(?:[A-Z][\w.’'-]*|{_NUMBER})\s){{1,5}}?"
_KIND = rf"(?:{any_of('formations:branches')}\s)?{any_of('formations:any')}"
_MORE = rf"(?:\s{any_of('formations:branches', 'formations:any')}){{0,3}}"
_UNIT = re.compile(rf"(?<![\w-])(?P<name>{_WORDS}{_KIND}{_MORE})(?![\w-])")
_NOUNS = {phrase.split()[-1] for phrase in listed("formations", "any")}  # with their capitals
_COMPOUND = re.compile(r"(?<![\w-])[A-Z]\w+[-–][A-Z]\w+\s(?:army|force|forces|troops|corps)(?![\w-])")
_OF = re.compile(r"^\s(?:\w+\s){0,2}?(?:of|from)\s(?:the\s)?$")
_BEFORE_NAME = frozenset(["The", "A", "An", "In", "On", "At", "By", "When", "After", "Both", "And", "But", "As"])
_LED = re.compile(r"\b(?:Ministry|War|Incident|Medal|Museum|Department|Battle|College|Academy)\b")


def formations(hearing: Hearing) -> Iterator[Heard]:
    """The units named in a sentence of the event, with the side to which they belong where the words tell it."""
    if not hearing.asserted or hearing.titles:
        return
    for start, end in (*_units(hearing), *_joint(hearing)):
        inside = [actor for actor in hearing.actors if start <= actor.start < end]
        if hearing.event_at(start) is not None or hearing.denied(start):
            continue
        name = hearing.at(start, end)
        owner = inside or _owner(hearing, start)
        gap = () if inside or not owner else (Inference("target", "side-beside-its-name"),)
        whole = hearing.at(min([start, *(actor.start for actor in owner)]), end)
        yield from hearing.say(whole, "formation", Name(" ".join(name.words.split())), actors=owner, inferred=gap)


def _joint(hearing: Hearing) -> Iterator[tuple[int, int]]:
    """`Anglo-French force`: an army of two states."""
    dashed = "-" in hearing.flat or "–" in hearing.flat
    for hit in _COMPOUND.finditer(hearing.flat) if dashed and len(hearing.actors) > 1 else ():
        if len({actor.actor for actor in hearing.actors if hit.start() <= actor.start < hit.end()}) > 1:
            yield hit.span()


def _units(hearing: Hearing) -> Iterator[tuple[int, int]]:
    if hearing.spoken.isdisjoint(marks("formations:any")) or not any(map(hearing.flat.__contains__, _NOUNS)):
        return
    for hit in _UNIT.finditer(hearing.flat):
        start = hit.start("name")
        words = hit["name"].split()
        while words and words[0] in _BEFORE_NAME:
            start += len(words.pop(0)) + 1
        start += _owner_length(words)
        words = hearing.flat[start : hit.end("name")].split()
        if len(words) > 1 and not _LED.search(hit["name"]) and not _is_a_whole_army(hearing, start, hit.end("name")):
            yield start, hit.end("name")


def _owner_length(words: list[str]) -> int:
    """How far the rank and first names before `Curtis's Brigade` reach; with the surname where only `Army` follows."""
    for place, word in enumerate(words):
        if word.endswith(("'s", "’s")):
            held = words[: place + 1] if words[place + 1 :] == ["Army"] else words[:place]
            return sum(len(before) + 1 for before in held)
    return 0


def _is_a_whole_army(hearing: Hearing, start: int, end: int) -> bool:
    """`Imperial Japanese Army`, `Soviet Air Force`: a state's forces, not a unit of them."""
    rest = hearing.flat[start:end]
    for actor in hearing.actors:
        if start <= actor.start < end and actor.sort in (
            FormSort.ADJECTIVE,
            FormSort.NAME,
            FormSort.OFFICIAL,
            FormSort.PEOPLE,
        ):
            rest = rest.replace(actor.words, " ")
        elif start <= actor.start < end and actor.sort is FormSort.ARMY:
            rest = rest.replace(actor.words, _without_nationality(hearing, actor))
    return all(word in phrases("national") for word in rest.split())


def _without_nationality(hearing: Hearing, army: ActorMention) -> str:
    """What of an army's name is neither a nationality nor a word for a whole army."""
    rest = army.words
    for word in army.words.replace("-", " ").split():
        if hearing.scene.gazetteer.actor_named(word) and word not in phrases("national"):
            rest = rest.replace(word, " ")
    return rest


def _owner(hearing: Hearing, start: int) -> list[ActorMention]:
    """`Japanese troops of X Army`: the nationality right before the unit."""
    before = [actor for actor in hearing.actors if actor.end <= start]
    if before and _OF.match(hearing.flat[before[-1].end : start]):
        return before[-1:]
    if before and hearing.flat[before[-1].end : start].isspace():
        return before[-1:]
    return []
