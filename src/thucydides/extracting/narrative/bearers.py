"""Whose men or guns are they: who lost them, or had them?"""

import re
from dataclasses import dataclass, replace

from thucydides.extracting.alternatives import one_of
from thucydides.extracting.figures import Bearing, Figure
from thucydides.extracting.narrative.actors import joined, object_of, states, subject_of
from thucydides.extracting.narrative.attribution import Claimant
from thucydides.extracting.narrative.hearing import Hearing
from thucydides.extracting.narrative.lexicon import any_of, pattern
from thucydides.vocabulary import ActorMention

_WITH = re.compile(r"\bwith\s(?:\w+\s)?$", re.IGNORECASE)
_SUFFERING = (
    "lost", "losing", "suffered", "suffering", "incurred", "sustained", "had", "were", "was", "their", "its",
    "including",
)  # fmt: skip
_DOING = (
    "killed", "killing", "captured", "capturing", "took", "taking", "inflicted", "inflicting", "destroyed",
    "destroying", "sank", "sinking", "seized", "wounded", "wounding",
)  # fmt: skip
_AMOUNT = ("a", "an", "the", "another", "some", "about", "over", "heavy", "two", "three", "four", "five", "six")
_INFLICTS = re.compile(
    rf"\b(?:(?P<own>{one_of(_SUFFERING)}\b(?!\staken\b))|(?:(?:have|has|had)\s(?:\w+ly\s)?taken|{one_of(_DOING)})"
    rf"\s(?:(?!and\b|or\b|in\b|while\b)\w+\s)?(?=\d|{one_of(_AMOUNT)}\b))",
    re.IGNORECASE,
)
_INFLICTING = frozenset({"taken", *_DOING})
_LISTED = re.compile(r",?\s(?:and\s|with\s)?")
_WITH_THEM = re.compile(
    r",?\s(?:and\s|with\s|together\swith\s|along\swith\s|besides\s|as\swell\sas\s)?(?:[a-z]+\s){0,1}?"
)
_LIST_ENDS = re.compile(r"$|[,.;)]|\s(?:and|together|besides|as\swell|behind|on\sthe)\b")
_AT_A_COST = re.compile(
    r"\b(?:at|for)\s(?:the|a)\s(?:cost|price)\s(?:to\s\w+\s)?of\s(?:[\w-]+\s){0,3}?$", re.IGNORECASE
)
_SOMEBODY = re.compile(r"\s[A-Z]\w+\s(?:had\s|has\s|himself\s|also\s)?(?:lost|suffered)\b")
_PERSON = r"(?:[^\W\d_a-zà-öø-ÿ][\w-]*\s)*[^\W\d_a-zà-öø-ÿ][\w-]+"
_OF_SOMEBODY = re.compile(rf"(?<![\w-])(?P<name>{_PERSON})['’]s?\s(?:\w+\s){{0,2}}$")
_MEN_OF = re.compile(rf"\sof\s(?:the\s)?(?:{any_of('ranks')}\s(?:of\s)?)+(?P<name>{_PERSON})")
_WITH_MEN = re.compile(
    r"(?:^|[,:;]\s(?:and\s|but\s)?|\b(?:and|but)\s)[Ww]ith\s(?:only\s|some\s|about\s)?(?:\d[\d,]*\s(?:[a-z-]+\s){1,3}and\s)?$"
)
_THEN = re.compile(r"(?:\s(?:and|with)\s\d[\d,]*\s[a-z]+)?,?\s(?:the\s)?")
_DID = re.compile(
    rf"(?:\s(?:army|troops|forces))?\s(?:\w+ly\s|then\s)?{any_of('fighting', 'deeds')}\b"
    r"|\s(?:he\s)?(?:won|met|took|held)\b"
)
_MEETING = pattern("fighting")
_BY = re.compile(r"\sby\s")
_AND_LOST = re.compile(r"\s(?:and|but)\s(?:(?:then|also|had|\w+ly)\s)?(?:lost|suffered)\s$")
_AND = re.compile(rf"{_AND_LOST.pattern}|\s(?:and|but)\s$")
_RELATIVES = frozenset({"which", "who", "whose"})
_WHICH = re.compile(
    r",?\s(?:(?:which|who)\s(?:had\s|then\s)?(?:lost|suffered|had)|whose\s[a-z]+(?:\sof)?)\s(?:[a-z]+\s){0,2}$"
)
_UPON = re.compile(r"\bfell\s(?:up)?on\b")
_LED = re.compile(r"\s(?:troops\s|soldiers\s|men\s)?(?:under|led\sby|commanded\sby)\b")
_ENEMY = re.compile(r"\b(?:enemy|enemies)\b(?!['’])", re.IGNORECASE)
_ENEMIES = frozenset({"enemy", "enemies"})
_STANDPOINTS = _ENEMIES | {"our", "ours", "we", "us", "my"}
_OURS = re.compile(r"\b(?:our|ours|we|us|my)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carried:
    """Whose the figure before was, of what, where it ended, and whether a verb said that others did it to them."""

    actors: tuple[ActorMention, ...] = ()
    inflicted: bool = False
    attribute: str = ""
    end: int = 0
    suffered: frozenset[str] = frozenset()  # all whose losses the sentence has told so far

    def then(self, figure: Figure, whose: tuple[ActorMention, ...], *, inflicted: bool) -> "Carried":
        """What is carried on after a figure."""
        lost = {actor.actor for actor in whose} if figure.attribute == "loss" else set()
        return Carried(whose, inflicted, figure.attribute, figure.end, self.suffered | lost)

    def shared(self, hearing: Hearing, figure: Figure) -> Figure:
        """`Lost 300 men and 45 guns`: things that only stand in a list after a loss were lost with it."""
        thing = figure.attribute == "strength" and figure.measure not in ("person", "")
        if self.attribute != "loss" or not thing or not _WITH_THEM.fullmatch(hearing.flat, self.end, figure.start):
            return figure
        if not _LIST_ENDS.match(hearing.flat, figure.end):
            return figure
        return replace(figure, attribute="loss", fate="captured" if self.inflicted else "lost")

    def goes_on(self, hearing: Hearing, figure: Figure) -> bool:
        """Is the figure the next of one list?"""
        return self.attribute == figure.attribute and bool(_LISTED.fullmatch(hearing.flat, self.end, figure.start))


NOTHING = Carried()


def inflicted_by(hearing: Hearing, figure: Figure) -> bool:
    """Does a verb say that others did it to those whom the figure counts?"""
    if figure.attribute != "loss" or _at_a_cost(hearing, figure):
        return False
    return (
        figure.bearing is Bearing.INFLICTED
        or _is_inflicted(hearing, figure)
        or (not hearing.spoken.isdisjoint(_ENEMIES) and bool(_ENEMY.search(hearing.flat, figure.start, figure.end)))
    )


def _is_inflicted(hearing: Hearing, figure: Figure) -> bool:
    """`Captured 14 guns and 600 prisoners`: the verb governs the second figure too."""
    if hearing.spoken.isdisjoint(_INFLICTING):
        return False
    near = _INFLICTS.finditer(hearing.flat, max(0, figure.start - 90), figure.count_end + 1)
    verbs = [verb for verb in near if verb.start() < figure.start]
    return bool(verbs) and not verbs[-1]["own"] and hearing.same_clause(verbs[-1].start(), figure.start)


def _at_a_cost(hearing: Hearing, figure: Figure) -> bool:
    return _AT_A_COST.search(hearing.flat, max(0, figure.count_start - 60), figure.count_start) is not None


def whose_are(
    hearing: Hearing, figure: Figure, carried: Carried, who: Claimant, *, inflicted: bool
) -> tuple[ActorMention, ...]:
    """Whose men or guns they are: named in the phrase, else the one who suffers by the verb, else as before."""
    if named := figure.actors or _within(hearing, figure):
        return tuple(states(hearing, named))
    if (owner := _owner(hearing, figure)) is not None:
        return owner
    if carried.goes_on(hearing, figure) and (carried.actors or not inflicted):
        return carried.actors
    if _at_a_cost(hearing, figure):
        return _payer(hearing, figure, carried)
    if (said := _by_standpoint(hearing, figure, inflicted=inflicted)) is not None:
        return said
    kept = carried.actors if carried.inflicted is inflicted and not _is_another(hearing, carried, figure) else ()
    if inflicted:
        return kept or tuple(states(hearing, object_of(hearing, figure.end, reach=24))) or _loser(hearing, figure)
    if (antecedent := _antecedent(hearing, figure)) is not None:
        return antecedent
    if figure.attribute == "strength" and (follows := _subject_after(hearing, figure)):
        return follows
    verb = _verb_before(hearing, figure) if figure.attribute == "strength" else figure.start
    others = [actor for actor in hearing.actors if not _speaks(hearing, actor, who)]
    subject = subject_of(hearing, verb, among=others)
    if subject and _AND.search(hearing.flat, subject[-1].end, figure.start):
        subject = _doer(hearing, subject)
    speaker = _speaker(hearing, who)
    if carried.end and not hearing.same_clause(carried.end, figure.start):
        kept = speaker or kept
    return tuple(states(hearing, subject)) or kept or speaker


def _owner(hearing: Hearing, figure: Figure) -> tuple[ActorMention, ...] | None:
    """`Taylor's 4,750 volunteers`, `the 10,800 men of Colonel Orlo`: that person's side, empty where it is not known.

    None where the words name no such owner.
    """
    owned = "'" in hearing.flat or "’" in hearing.flat
    before = _OF_SOMEBODY.search(hearing.flat, max(0, figure.start - 48), figure.start) if owned else None
    of = hearing.flat.startswith(" of ", figure.end)
    after = None if before or not of else _MEN_OF.match(hearing.flat, figure.end)
    if not (owner := before or after):
        return None
    start, end = owner.span("name")
    known = [actor for actor in hearing.actors if actor.start < end and start < actor.end]
    if figure.attribute == "loss" and not known and before:
        return None
    return tuple(known[:1]) or hearing.side_of(owner["name"])


def _loser(hearing: Hearing, figure: Figure) -> tuple[ActorMention, ...]:
    """`The Poles have taken 35,000 prisoners`: the other of two sides."""
    if figure.population == "civilian":
        return ()
    return hearing.opponent_of(_doer(hearing, subject_of(hearing, figure.start)))


def _doer(hearing: Hearing, who: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """`The Danes attacked the Swedes and took 300`: who stands before the verb whose object is the nearest side."""
    before = [actor for actor in hearing.actors if who and actor.end <= who[0].start]
    if not before or not hearing.same_clause(before[-1].end, who[0].start):
        return who
    met = hearing.flat[before[-1].end : who[0].start]
    return joined(hearing, before) if _MEETING.search(met) and not _BY.search(met) else who


def _is_another(hearing: Hearing, carried: Carried, figure: Figure) -> bool:
    """Is somebody named between, whose side is not known: `more were captured; Sucre lost 309`?"""
    return _SOMEBODY.search(hearing.flat, carried.end, figure.count_start) is not None


def _within(hearing: Hearing, figure: Figure) -> list[ActorMention]:
    """`The last 400 rebels`: a side in the words of the figure that no table knows."""
    return [actor for actor in hearing.actors if figure.start <= actor.start and actor.end <= figure.end]


def _payer(hearing: Hearing, figure: Figure, carried: Carried) -> tuple[ActorMention, ...]:
    """`20,000 Turks were killed, at the price of 429 dead`: those who did it, not those whose loss stands before."""
    before = [
        actor for actor in hearing.actors if actor.end <= figure.start and hearing.same_clause(actor.end, figure.start)
    ]
    others = [actor for actor in before if actor.actor not in carried.suffered]
    if carried.suffered:
        return tuple(others) if len({actor.actor for actor in others}) == 1 else ()
    return tuple(states(hearing, subject_of(hearing, figure.start, among=others)))


def _by_standpoint(hearing: Hearing, figure: Figure, *, inflicted: bool) -> tuple[ActorMention, ...] | None:
    """`Our loss was 48 killed`, `27,500 enemy dead`: by who speaks. None where no such word stands by the figure."""
    if hearing.spoken.isdisjoint(_STANDPOINTS):
        return None
    begin = max([0, figure.start - 60, *(border for border in hearing.breaks if border < figure.start)])
    named = [actor.end for actor in hearing.actors if actor.end <= figure.start]
    begin = max([begin, *named])
    if enemy := _ENEMY.search(hearing.flat, begin, figure.end):
        if _AND_LOST.search(hearing.flat, enemy.end(), figure.start) and _MEETING.search(
            hearing.flat, 0, enemy.start()
        ):
            return hearing.speaker if len(hearing.speaker) == 1 else ()  # some of those who charged the enemy
        return hearing.opponent_of(subject_of(hearing, enemy.start()) or hearing.speaker)
    ours = _OURS.search(hearing.flat, begin, figure.end)
    if ours is None:
        return None
    return hearing.opponent_of(hearing.speaker) if inflicted and ours.start() < figure.start else hearing.speaker


def _speaks(hearing: Hearing, actor: ActorMention, who: Claimant) -> bool:
    start = hearing.sentence.start + actor.start
    return any(at[0] <= start < at[1] for _, at in who.evidence)


def _speaker(hearing: Hearing, who: Claimant) -> tuple[ActorMention, ...]:
    """`Soviet archives give 717 killed`: where nobody else is named, their own."""
    return tuple(states(hearing, [actor for actor in hearing.actors if _speaks(hearing, actor, who)]))[:1]


def _antecedent(hearing: Hearing, figure: Figure) -> tuple[ActorMention, ...] | None:
    """`They fell upon the garrison, which lost 250`: who stands right before the clause; empty if nobody known.

    None where the figure stands in no such clause.
    """
    if hearing.spoken.isdisjoint(_RELATIVES):
        return None
    clause = _WHICH.search(hearing.flat, max(0, figure.count_start - 48), figure.count_start)
    if clause is None:
        return None
    met = [verb.end() for verb in _MEETING.finditer(hearing.flat, 0, clause.start())]
    met += [verb.end() for verb in _UPON.finditer(hearing.flat, 0, clause.start())]
    near = [actor for actor in hearing.actors if max(met, default=0) <= actor.start and actor.end <= clause.start()]
    return joined(hearing, near) if near else ()


def _subject_after(hearing: Hearing, figure: Figure) -> tuple[ActorMention, ...]:
    """`With 70,000 men and 40 guns the Austrians besieged it`: those who stand behind, where the clause opens so."""
    if "with" not in hearing.spoken:
        return ()
    opening = _WITH_MEN.search(hearing.flat, max(0, figure.start - 60), figure.start)
    after = next((actor for actor in hearing.actors if actor.start >= figure.end), None)
    if not opening or after is None or not _THEN.fullmatch(hearing.flat, figure.end, after.start):
        return ()
    return (after,) if _DID.match(hearing.flat, after.end) else ()


def _verb_before(hearing: Hearing, figure: Figure) -> int:
    """`Attacked from the north with 1,300 men`: the place of the verb, whose subject has the men."""
    if not _WITH.search(hearing.flat, max(0, figure.start - 16), figure.start):
        return figure.start
    verbs = [verb.start() for verb in hearing.found("fighting", "deeds") if verb.end() <= figure.start]
    led = [
        a for a in hearing.actors if verbs and verbs[-1] < a.start < figure.start and _LED.match(hearing.flat, a.end)
    ]
    return verbs[-1] if verbs and not led else figure.start
