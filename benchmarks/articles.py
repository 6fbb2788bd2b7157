"""What page of an encyclopedia can be made in any length, always the same, with figures that are known beforehand?

A page has an info-box, prose with links, short references and works cited in full, lists, tables, and what stands at
the end of such pages. `true` figures are those of the casualty and strength cells of the box.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.prose import MONTHS, SENTENCES, SIDES

_NAMES = ("Orlo", "Varga", "Whitlock", "Lindqvist", "Moreau", "Castell", "Ibarra", "Novak", "Sandor", "Haldane")
_PLACES = ("Oldford", "Belmere", "Korholm", "Dorlund", "Falkirk Mill", "Gorevo", "Halcester", "Lumopol", "Pelnitz")


@dataclass(frozen=True, slots=True)
class Article:
    """The source of a page, and the figures of its box as they are written in it."""

    source: str
    true: tuple[str, ...]


def article(characters: int, seed: int = 431) -> Article:
    """A page of about so many characters."""
    chance = random.Random(seed)
    box, true = _box(chance)
    parts, length = [_HEAD, box, _lead(chance)], len(box)
    for number, section in enumerate(_sections(chance)):
        if length >= characters - 2_500 - len(true):
            break
        parts.append(section)
        length += len(section)
        if number % 3 == 2:
            parts.append(table := _table(chance))
            length += len(table)
    return Article("".join([*parts, _tail(chance)]), true)


_HEAD = (
    "{{Short description|Battle of a war}}\n{{Use dmy dates|date=May 2020}}\n{{Use British English|date=May 2020}}\n"
)


def _box(chance: random.Random) -> tuple[str, tuple[str, ...]]:
    """The info-box, in the habits in which editors write its cells, and its figures."""
    true: list[str] = []

    def figure() -> str:
        true.append(f"{chance.randint(1, 99)},{chance.randint(100, 999)}")
        return true[-1]

    cells = {
        "strength1": (
            f"{{{{plainlist|\n* {{{{flagicon|France}}}} {figure()} men{{{{sfn|Orlo|1901|p=12}}}}\n"
            f"* {figure()} cavalry\n}}}}"
        ),
        "strength2": f"{{{{circa|{figure()}}}}}–{figure()} men{_cited(chance)}<br />{{{{nowrap|{figure()} militia}}}}",
        "casualties1": (
            f"{{{{ubl|{figure()} killed{_cited(chance)}|{{{{nowrap|{figure()} "
            f"wounded}}}}|{{{{formatnum:{figure()}}}}} missing}}}}"
            f"{{{{efn|Whitlock gives {{{{nowrap|{figure()} killed}}}}.}}}}"
        ),
        "casualties2": (
            f"'''Spanish archives:'''<br>{figure()} dead or missing<br>'''French estimate:'''<br>"
            f"{{{{collapsible list|title=Per Varga|{figure()} killed|{figure()} captured{_cited(chance)}}}}}"
            f"{{{{flag|Portugal}}}}: {figure()} killed"
        ),
        "casualties3": f"{{{{small|{figure()} civilians killed}}}}<!-- 9,999 is wrong, see talk -->",
    }
    rows = "".join(f"| {name} = {cell}\n" for name, cell in cells.items())
    return (
        "{{Infobox military conflict\n| conflict = Battle of Oldford\n| partof = the [[War of the Fords]]\n"
        "| image = Ford.jpg\n| image_size = 300px\n| caption = ''The ford'', by [[Haldane (painter)|Haldane]], 1822\n"
        "| date = {{start date|1809|5|11|df=y}} – 16 September 1809\n| place = Near [[Oldford]], "
        "{{nowrap|[[Belmere]]}}\n"
        "| coordinates = {{coord|47|43|49|N|118|35|24|E|display=inline,title}}\n| result = French victory\n"
        "| combatant1 = {{flag|France}}\n| combatant2 = {{flagicon|Spain|1785}} [[Spain]]<br>{{flag|Portugal}}\n"
        "| commander1 = {{flagicon|France}} [[Jean Moreau|Moreau]]{{KIA}}\n| commander2 = {{flagicon|Spain}} "
        "[[Pedro Ibarra]]\n"
        f"{rows}| campaignbox = {{{{Campaignbox War of the Fords}}}}\n}}}}\n",
        tuple(true),
    )


def _cited(chance: random.Random) -> str:
    """A reference: a short one, a work cited in full, or one that was named before."""
    name, year, page = chance.choice(_NAMES), chance.randint(1850, 2015), chance.randint(1, 600)
    kind = chance.random()
    if kind < 0.45:
        return f"{{{{sfn|{name}|{year}|p={page}}}}}"
    if kind < 0.65:
        return f'<ref name="{name}{year}">{name} {year}, p. {page}.</ref>'
    if kind < 0.8:
        return f'<ref name="{name}"/>'
    place = chance.choice(_PLACES)
    return (
        f"<ref>{{{{cite book |last={name} |first=A. |title=The Campaign of {place} |url=https://example.org/{page} "
        f"|access-date=4 May 2019 |year={year} |publisher=University of {place} Press |location={place} "
        f"|pages={page}–{page + 3} "
        f"|isbn=978-0-{page:03}-40615-7}}}}</ref>"
    )


def _sentences(chance: random.Random) -> Iterator[str]:
    while True:
        (one, one_of), (other, other_of) = chance.sample(SIDES, 2)
        said = chance.choice(SENTENCES).format(
            one=f"[[{one}]]", one_of=one_of, other=f"[[Kingdom of {other}|{other}]]", other_of=other_of,
            place=f"[[{chance.choice(_PLACES)}]]", town=chance.choice(_PLACES), name=f"[[{chance.choice(_NAMES)}]]",
            rival=chance.choice(_NAMES), day=chance.randint(1, 28), month=chance.choice(MONTHS),
            year=chance.randint(1805, 1812),
            few=chance.randint(4, 99), some=f"{chance.randint(100, 9_999):,}", many=f"{chance.randint(1, 90)},000",
            days=chance.randint(4, 19),
        )  # fmt: skip
        yield said + (_cited(chance) if chance.random() < 0.6 else "")


def _lead(chance: random.Random) -> str:
    said = _sentences(chance)
    return f"The '''Battle of Oldford''' was fought on 11 May 1809 near [[Oldford]]. {next(said)} {next(said)}\n\n"


def _sections(chance: random.Random) -> Iterator[str]:
    said = _sentences(chance)
    while True:
        place = chance.choice(_PLACES)
        paragraphs = "".join(" ".join(next(said) for _ in range(chance.randint(4, 7))) + "\n\n" for _ in range(2))
        items = "".join(
            f"* [[{chance.choice(_NAMES)}'s division]], {chance.randint(2, 9)},000 men{_cited(chance)}\n"
            for _ in range(4)
        )
        picture = f"[[File:{place}.jpg|thumb|upright=1.2|The town of [[{place}]] in {chance.randint(1810, 1890)}]]\n"
        yield f"== Fighting at {place} ==\n{{{{Main|Siege of {place}}}}}\n{picture}{paragraphs}"
        yield f"=== Order of battle ===\n{items}\n"


def _table(chance: random.Random) -> str:
    rows = "".join(
        f'|-\n| {{{{flagicon|France}}}} [[{name}]] || align="right" | '
        f"{chance.randint(1, 9)},{chance.randint(100, 999)} || "
        f"{chance.randint(10, 900)}{_cited(chance)}\n"
        for name in chance.sample(_NAMES, 6)
    )
    return f'{{| class="wikitable sortable"\n|+ Losses by division\n! Division !! Strength !! Killed\n{rows}|}}\n\n'


def _tail(chance: random.Random) -> str:
    works = "".join(
        f"* {{{{cite book |last={name} |first=B. |title=History of the {place} Campaign "
        f"|year={chance.randint(1850, 2015)} "
        f"|publisher={place} Press |isbn=978-1-{chance.randint(100, 999)}-00000-0}}}}\n"
        for name, place in zip(_NAMES[:8], _PLACES[:8], strict=True)
    )
    return (
        f"== Notes ==\n{{{{notelist}}}}\n\n== References ==\n{{{{reflist|30em}}}}\n\n== Sources "
        f"==\n{{{{refbegin}}}}\n{works}{{{{refend}}}}\n\n"
        "{{War of the Fords}}\n{{Authority control}}\n[[Category:Battles of the War of the "
        "Fords]]\n[[Category:1809 in Europe]]\n"
    )
