"""Who fought on which side, where the page shows it and where it was lost?

A flattened copy serialises the columns of a box one after the other. The place where the second begins is looked for in
what the box itself says: whom the result calls victor, whom the event's name opposes. What is found so is inferred.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice, pairwise

from thucydides.extracting.boxes.layout import Box, BoxLine
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import Gazetteer, Inference, PassageKind, Target, tokens

_ASIDE = re.compile(r"\s*\([^()]{0,120}\)\s*$")
_SUPPORT = re.compile(
    r"(?:with\s)?(?:(?:material|military|diplomatic|political|financial|air|naval|logistical|limited|alleged|foreign)\s"
    r"(?:and\s)?){0,3}(?:support(?:ed\sby|\sfrom|ing|ers?)?|aided\sby|backed\sby|assisted\sby|volunteers)\b"
    r"|при\sподдержке|поддержка|за\sпідтримки|unterstützt\s(?:von|durch)|unterstützung|avec\sle\ssoutien|soutien|"
    r"soutenus?\spar|apoyad[oa]s?\spor|apoyo|con\sel\sapoyo|支援|支持|지원",
    re.IGNORECASE,
)
# All in brackets, or without any letter, as the years over a part of the list are.
_NAMELESS = re.compile(r"\([^()]*\)\Z|[\W\d_]+\Z")
# A line that leads elsewhere, and one that says that nobody is named.
_POINTER = re.compile(
    r"(?:full\slist|see\b.*|list\sof\b.*|and\s(?:others|more)|others?|(?:several|various|many|unknown)(?:\sothers)?|more|unknown|none"
    r"|n/?a|\?|order\sof\sbattle|o\.?o\.?b\.?|show\sall|et\sal\.?|и\sдругие|и\sдр\.?|u\.\s?a\.|unbekannt|неизвестно)[\s.…:]{0,6}\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?([^.;:()]{3,120})", re.IGNORECASE)
_LONGEST_NAME = 120
_MOST_ASIDES = 3  # `Orlo (POW) (WIA)`
_MOST_MEMBERS = 120  # a longer list is none of belligerents
_FIRST_PARAGRAPHS = 2
_OPENING = 2000  # letters
_OPPOSED = re.compile(r"\s*(?:[‐-―-]|vs?\.?|and|against)\s*(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Member:
    """A belligerent as written, its key in the gazetteer (empty if unknown), its side (0 if unknown).

    `flag`: what the page calls the picture before it. `aside`: what stands in brackets behind it.
    """

    name: Piece
    actor: str
    side: int
    flag: str = ""
    aside: Piece | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of belligerents holds: those who fought, those who only supported a side, and other lines."""

    members: tuple[Member, ...] = ()
    supporters: tuple[Member, ...] = ()
    unread: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """The belligerents of a box by side. `rule`: how the sides were found, empty where the page shows them."""

    members: tuple[Member, ...] = ()
    rule: str = ""
    unread: tuple[Piece, ...] = field(default=())
    supporters: tuple[Member, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The sides that have members."""
        return tuple(sorted({member.side for member in self.members if member.side}))

    def of(self, side: int) -> tuple[Member, ...]:
        """The members of a side, in the order of the box."""
        return tuple(member for member in self.members if member.side == side)

    def side_of(self, actor: str) -> int:
        """The side on which an actor stands, 0 if on none or on several."""
        found = {member.side for member in self.members if actor and member.actor == actor}
        return found.pop() if len(found) == 1 else 0

    @property
    def shown(self) -> bool:
        """Does the page itself show on which side everybody stands?"""
        return bool(self.members) and not self.rule and all(member.side for member in self.members)

    def under_flag(self, gazetteer: Gazetteer, flag: str, side: int) -> tuple[Member, ...]:
        """The members of a side (0: of any) whose flag this is; none for a picture that is no country's."""
        if not flag:
            return ()
        actor = gazetteer.actor_named(flag) or _only_actor(gazetteer, flag)
        there = [member for member in (*self.members, *self.supporters) if side in (0, member.side)]
        return tuple(member for member in there if actor == member.actor != "") or tuple(
            member for member in there if flag == member.flag or same_name(flag, member.name.words)
        )

    def named(self, words: str, side: int) -> tuple[Member, ...]:
        """The members of a side (0: of any) that words name which the gazetteer does not know."""
        there = [member for member in self.members if side in (0, member.side)]
        return tuple(member for member in there if same_name(words, member.name.words))

    def target(self, side: int) -> Target:
        """A side's belligerents together."""
        return Target(tuple(member.name.words for member in self.of(side)))

    def inferred(self, field_name: str = "side") -> list[Inference]:
        """The inference by which this field follows from the sides, none where the page shows them."""
        return [Inference(field_name, self.rule)] if self.rule else []


def sides_of(scene: Scene, box: Box) -> Sides:
    """The belligerents of a box, on sides as far as the page shows or proves them."""
    listed = listed_in(scene, box.row("combatants"))
    members, unread, supporters = listed.members, listed.unread, listed.supporters
    if not members or all(member.side for member in members):
        return Sides(members, "", unread, supporters)
    border, rule = _border(scene, box, members)
    if not border:
        return Sides(members, "", unread, supporters)
    placed = (replace(each, side=1 if place < border else 2) for place, each in enumerate(members))
    return Sides(tuple(placed), rule, unread, supporters)


def same_name(words: str, name: str) -> bool:
    """Do words name the same as a longer name: `Sudland` the `Kingdom of Sudland`? Short words of one are no name."""
    said, whole = set(tokens(words)), set(tokens(name))
    return bool(said) and said <= whole and any(len(token) > 2 for token in said)


def names_listed(words: Piece, members: Iterable[Member]) -> tuple[Piece, ...]:
    """Those of some members whom words consist of: `Borduria, Syldavia and the Hills`; none if they say more."""
    longest = sorted({member.name.words for member in members}, key=lambda name: (-len(name), name))
    name = re.compile(rf"(?:the\s)?(?P<name>{'|'.join(map(re.escape, longest))})(?:,?\sand\s|,\s|\Z)", re.IGNORECASE)
    found, place = [], 0
    while longest and (hit := name.match(words.words, place)):
        found.append(words.part(*hit.span("name")))
        place = hit.end()
    return tuple(found) if place == len(words.words) else ()


def is_pointer(words: str) -> bool:
    """Does a line of a list lead elsewhere, as `full list` and `see Order of battle` do, or name nobody?"""
    return bool(_POINTER.match(words.strip(" '\"()[]")))


def bare_name(line: BoxLine) -> Piece:
    """A name without note marks and without what stands in brackets behind it, `(WIA) (POW)`."""
    name = line.piece.without_marks()
    for _ in range(_MOST_ASIDES):
        aside = _ASIDE.search(name.words[-140:])
        if aside is None:
            break
        name = name.part(0, len(name.words) - len(name.words[-140:]) + aside.start()).without_marks()
    return name


def listed_in(scene: Scene, rows: tuple[BoxLine, ...]) -> Listed:
    """The lines of a list of belligerents. Supporters follow their heading up to the next, or to the end of the row."""
    members: list[Member] = []
    supporters: list[Member] = []
    unread: list[Piece] = []
    supporting: tuple[int, int] | None = None
    listed = Counter[int]()
    for line in rows:
        listed[line.side] += 1
        if listed[line.side] > _MOST_MEMBERS:
            unread.append(line.piece)
            continue
        name = bare_name(line)
        place = line.side, line.row
        supporting = supporting if supporting == place else None
        if opening := _SUPPORT.match(name.words):
            supporting = place
            unread.append(line.piece)
            name = name.part(opening.end(), len(name.words)).trimmed(":—–- ")
            name = name if ":" in line.piece.words else name.part(0, 0)
        elif name.words.endswith((":", "：")):
            supporting = None
        if line.flag and name.words.endswith((":", "：")):
            name = name.trimmed(":： ")
        if (
            _NAMELESS.match(name.words)
            or name.words.endswith((":", "："))
            or len(name.words) > _LONGEST_NAME
            or is_pointer(name.words)
        ):
            unread.append(line.piece)
        elif name:
            found = _member(scene, line, name)
            (supporters if supporting else members).append(found)
        elif members and not supporting and (aside := _ASIDE.search(" " + line.piece.without_marks().words)):
            members[-1] = replace(members[-1], aside=line.piece.without_marks()) if aside else members[-1]
    return Listed(tuple(members), tuple(supporters), tuple(unread))


def _member(scene: Scene, line: BoxLine, name: Piece) -> Member:
    actor = scene.gazetteer.actor_named(name.words) or _only_actor(scene.gazetteer, name.words)
    rest = line.piece.without_marks()
    behind = rest.part(len(name.words), len(rest.words)) if len(rest.words) > len(name.words) else None
    return Member(name, actor, line.side, line.flag, behind)


def _only_actor(gazetteer: Gazetteer, words: str) -> str:
    actors = {actor.actor for actor in gazetteer.actors_in(words)}
    return actors.pop() if len(actors) == 1 else ""


def _border(scene: Scene, box: Box, members: tuple[Member, ...]) -> tuple[int, str]:
    """How many members stand on the first side, and by which rule; 0 if nothing tells."""
    count = len(members)
    if count < 3:
        return count - 1, "two-belligerents"
    order = [member.actor for member in members]
    least, most = 1, count - 1
    rules: list[str] = []
    if places := _places(order, _victors(scene, box)):
        least, most, rules = (max(places) + 1, most, ["victors"]) if places[0] == 0 else (1, places[0], ["victors"])
    opposed, rule = _opposed(scene, box, order)
    if opposed:
        least, most, rules = max(least, opposed[0] + 1), min(most, opposed[1]), [*rules, rule]
    if least > most or least > count - 1:
        return 0, ""
    if rules:
        return (most if opposed else least), "columns-by-" + "-and-".join(rules)
    return (count // 2, "columns-of-equal-length") if count % 2 == 0 else (0, "")


def _places(order: list[str], actors: list[str]) -> list[int]:
    return sorted(order.index(actor) for actor in set(actors) if actor in order)


def _victors(scene: Scene, box: Box) -> list[str]:
    for line in box.row("result"):
        head, found, _ = line.piece.words.partition("victory")
        if found:
            return [actor.actor for actor in scene.gazetteer.actors_in(head.rpartition(";")[2])]
    return []


def _opposed(scene: Scene, box: Box, order: list[str]) -> tuple[tuple[int, int] | None, str]:
    """The places of two members whom a name of the event joins by a dash (`Ruritanian–Borduria War`), or the prose."""
    names = (
        (name, "opposed-in-the-name") for name in (scene.event.label, *(row.piece.words for row in box.row("title")))
    )
    prose = ((words, "opposed-in-the-prose") for words in _between(scene))
    for words, rule in chain(names, prose):
        actors = scene.gazetteer.actors_in(words)
        for one, other in pairwise(actors):
            between = words[one.end : other.start]
            if _OPPOSED.fullmatch(between) and one.actor in order and other.actor in order:
                first, second = sorted((order.index(one.actor), order.index(other.actor)))
                return ((first, second), rule) if first < second else (None, "")
    return None, ""


def _between(scene: Scene) -> Iterator[str]:
    """`between Ruritania and Borduria`: the first two whom the opening prose sets against each other so."""
    for passage in islice(scene.text.passages_of(PassageKind.PARAGRAPH), _FIRST_PARAGRAPHS):
        for hit in _BETWEEN.finditer(scene.text.words(passage)[:_OPENING]):
            actors = scene.gazetteer.actors_in(hit[1])[:2]
            if actors and actors[0].start == 0:
                yield hit[1][: actors[-1].end]
