"""Does the sentence tell of a fight by its place and its day?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from thucydides.extracting.narrative.dating import attacks, is_extent
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of, pattern
from thucydides.extracting.narrative.mentions import Named, Naming
from thucydides.vocabulary import DateForm, DatePhrase, EventKind, EventMention, Name, Wording

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]{1,30}(?:[-–'’][^\W\d_]{1,30}){0,3}"
_PLACE = re.compile(
    rf"\b(?:[Aa]t|[Nn]ear|[Bb]efore|[Oo]ff|stormed|besieged)\s(?:the\s)?(?:(?:fortress|city|town|port)\sof\s)?(?P<place>{_CAPITAL}(?:\s(?:(?:of|de|la)\s)?{_CAPITAL}){{0,3}})(?![\w-])"
)
_ON_DAY = re.compile(r"^(?:(?:,[^,.;]{1,60})?,?\s(?:on\s(?:the\s)?)?|\s\()$")
_BRACKETED = re.compile(rf"(?:^|;\s)(?P<place>{_CAPITAL}(?:\s{_CAPITAL})?)\s\(")
_DECIDED = re.compile(r"\b(?:cost|won|lost|victory|defeat|beat|broke|killed|fought)\b")
_OF_A_LIFE = re.compile(
    r"\b(?:born|died|buried|educated|crowned|elected|signed|concluded|made|met|arrived|dated|peace|treaty|studied|lay)"
    r"\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
_FOUGHT = re.compile(
    rf"(?<![\w-])(?:{any_of('fighting', 'deeds', 'arms')}"
    r"|fell\s(?:up)?on|killed|wounded|casualties|lost|beat|beaten|broke|charged)(?![\w-])"
)
_STRAIGHT = re.compile(r",?\s(?:at|near)\s(?:the\s)?")
_BETWEEN = 90
_MADE = re.compile(r"^(?:\s\(|\sof\s|,?\s(?:was\s)?(?:signed|concluded)\s(?:[^,.;]{1,60}\s)?on\s|\sfollowed\son\s)$")
_OPENS = re.compile(r"(?:On|At\sdawn\son)\s")
_WHOLES = (EventKind.SERIES, EventKind.WAR, EventKind.CAMPAIGN)  # the first attack at a place begins the whole
_BATTLES = (EventKind.BATTLE, EventKind.INCIDENT)
_UNTIL_ITS_DATE = re.compile(r"^(?:\s\(|,?\s(?:on|of|from|in)\s|,\swhich\s(?:was|were)\sfought\s(?:on\s|from\s)?)$")


def engagements_in(
    words: str, *, dates: tuple[DatePhrase, ...], main: EventMention, is_despatch: bool = False
) -> Iterator[Named]:
    """`At X on 24 May 1866 they attacked`: a fight named by its place, where the sentence gives its day."""
    days = [date for date in dates if _is_day(date)]
    named = _BRACKETED.search(words) if days and "(" in words and _DECIDED.search(words) else None
    if not days or not (named or _FOUGHT.search(words)):
        return
    if named and any(day.start == named.end() and words[day.end : day.end + 1] == ")" for day in days):
        yield Named(*named.span("place"), named["place"], EventKind.BATTLE, Naming.DESCRIBED)
        return
    for hit in _PLACE.finditer(words):
        place = Named(*hit.span("place"), " ".join(hit["place"].split()), EventKind.BATTLE, Naming.DESCRIBED)
        inside = any(date.start < place.end and place.start < date.end for date in dates)
        if inside or _OF_A_LIFE.search(words, max(0, hit.start() - 40), hit.start()) or _is_elsewhere(place, main):
            continue
        if is_despatch and _is_the_news(place, main):
            continue
        day = day_of(place, words, tuple(days))
        if day and (day.start > place.end or main.kind not in _WHOLES):
            yield place
            return


def day_of(place: Named, words: str, dates: tuple[DatePhrase, ...]) -> DatePhrase | None:
    """The day of a fight: after its place, else before it with a verb of fighting between the two."""
    for date in dates:
        if _is_day(date) and date.start >= place.end and _ON_DAY.match(words[place.end : date.start][:_BETWEEN]):
            return date
    before = [date for date in dates if _is_day(date) and 0 <= place.start - date.end <= _BETWEEN]
    if not before:
        return None
    between = words[before[-1].end : place.start]
    met = pattern("fighting").search(between) or re.search(r"\bfell\s(?:up)?on\b", between)
    return before[-1] if (met or _STRAIGHT.fullmatch(between)) and ";" not in between else None


def is_engaged(named: Named, words: str, dates: tuple[DatePhrase, ...]) -> bool:
    """Is it a fight that `engagements_in` found?"""
    described = named.naming is Naming.DESCRIBED and named.kind is EventKind.BATTLE
    return described and day_of(named, words, dates) is not None


def is_dated(named: Named, words: str, dates: tuple[DatePhrase, ...]) -> bool:
    """`The battle of X on 24 May`, `the siege of X (13 March to 7 May 1954)`: told of, though it is no subject."""
    return named.kind in _BATTLES and named.naming is Naming.PROPER and _own_date(named, words, dates) is not None


def engagements(hearing: Hearing) -> Iterator[Heard]:
    """Where and when a fight was that the sentence names by its place, or by a name with its date after it."""
    if not hearing.asserted or hearing.titles:
        return
    yield from _concluded(hearing)
    yield from _opening(hearing)
    for named, event in hearing.opened:
        if event.kind is EventKind.AGREEMENT:
            continue
        if named.naming is Naming.DESCRIBED and named.kind is EventKind.BATTLE:
            if day := day_of(named, hearing.words, hearing.dates):
                begun = event == hearing.scene.event and any(attacks(hearing))  # then the day is that of its begin
                yield from () if begun else _when(hearing, day, event)
                if not hearing.words.startswith(" (", named.end):
                    spot = hearing.at(named.start, named.end)
                    yield from hearing.say(spot, "place", Wording(named.label), event=event)
        elif day := _own_date(named, hearing.words, hearing.dates):
            yield from _when(hearing, day, event)


def _concluded(hearing: Hearing) -> Iterator[Heard]:
    """`The Peace of X of 24 October`, `the Treaty of X, signed on 26 October`."""
    for named, event in hearing.named:
        if event.kind is not EventKind.AGREEMENT or named.naming is not Naming.PROPER or hearing.denied(named.start):
            continue
        for phrase in hearing.dates:
            lead = hearing.words[named.end : phrase.start] if phrase.start >= named.end else "-"
            if _is_day(phrase) and _MADE.match(lead):
                yield from hearing.say(hearing.at(named.start, named.end), "name", Name(named.label), event=event)
                yield from _when(hearing, phrase, event)
                break


def _opening(hearing: Hearing) -> Iterator[Heard]:
    """`On June 25, 1876, they attacked`: the first day of fighting in a text about one battle is the battle's."""
    main = hearing.scene.event
    one_battle = main.span is not None and main.kind in (*_BATTLES, EventKind.UNKNOWN)
    first = hearing.dates[0] if hearing.dates else None
    if hearing.opened or hearing.topics != (main,) or not one_battle or first is None:
        return
    opens = _is_day(first) and not first.lacks_year and _OPENS.fullmatch(hearing.words[: first.start])
    begun = bool(hearing.actors) and any(attacks(hearing))
    if opens and not begun and _FOUGHT.search(hearing.flat) and hearing.known.first_day(main):
        yield from _when(hearing, first, main)


def _own_date(named: Named, words: str, dates: tuple[DatePhrase, ...]) -> DatePhrase | None:
    return next((d for d in dates if d.start >= named.end and _UNTIL_ITS_DATE.match(words[named.end : d.start])), None)


def _when(hearing: Hearing, phrase: DatePhrase, event: EventMention) -> Iterator[Heard]:
    at = hearing.time(phrase)
    if is_extent(phrase) and phrase.begin and phrase.finish:
        for attribute, end in (("start_date", phrase.begin), ("end_date", phrase.finish)):
            date, evidence = hearing.dated(replace(phrase, date=end))
            if date is not None:
                yield from hearing.say(at, attribute, date, event=event, evidence=evidence)
        return
    date, evidence = hearing.dated(phrase)
    if date is not None:
        yield from hearing.say(at, "date", date, event=event, evidence=evidence)


def _is_day(phrase: DatePhrase) -> bool:
    return phrase.form is DateForm.POINT and phrase.date is not None and len(phrase.date.edtf) >= len("1866-05-24")


def _is_elsewhere(place: Named, main: EventMention) -> bool:
    """Is the document about one battle, and this place not in its name?"""
    return main.kind in _BATTLES and place.label.casefold() not in main.label.casefold()


def _is_the_news(place: Named, main: EventMention) -> bool:
    """`Disaster at X`: is the fight what the despatch is headed with?"""
    return main.kind is EventKind.UNKNOWN and place.label.casefold() in main.label.casefold()
