"""What prose can be made in any length, always the same, with other names, dates and figures in every paragraph?"""

import random
from collections.abc import Iterator
from itertools import islice

SIDES = (
    ("France", "French"), ("Austria", "Austrian"), ("Spain", "Spanish"), ("Russia", "Russian"), ("Sweden", "Swedish"),
    ("Denmark", "Danish"), ("Portugal", "Portuguese"), ("Turkey", "Turkish"), ("Japan", "Japanese"),
    ("China", "Chinese"), ("Chile", "Chilean"), ("Peru", "Peruvian"),
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
HEADS, TAILS = ("Ar", "Bel", "Cor", "Dor", "El", "Fal", "Gor", "Hal", "Il", "Kar", "Lum", "Mor", "Nor", "Or", "Pel"), (
    "ban", "cester", "dava", "evo", "gorod", "holm", "ino", "kirk", "lund", "mere", "nitz", "opol", "rath", "stad",
)  # fmt: skip
SENTENCES = (
    "The Battle of {place} was fought on {day} {month} {year} between {one} and {other} near the village of {town}.",
    "General {name} led about {many} {one_of} troops across the river {town}, while Colonel {rival} held the bridges.",
    "On {month} {day}, {year}, the {other_of} army lost {some} men killed and {many} wounded.",
    "According to {rival}, {one} suffered between {some} and {many} casualties in the first {days} days.",
    "The weather had been poor for weeks, and the roads behind the front were hardly fit for carts.",
    "The garrison of {place} surrendered after {days} days, and {some} prisoners were taken to {town}.",
    "{one} and {other} signed an armistice at {town} on {day} {month} {year}.",
    "Few of the letters written that winter survive, but those that do speak of hunger more often than of the enemy.",
    "{other_of} archives give {some} dead, {few} missing and {many} wounded for the campaign of {year}.",
    "The {days}th Division advanced towards {place} with {few} guns and some {some} horses.",
    "Historians still argue about what {name} knew of the plan, and why the reserve was kept so far to the rear.",
    "In {month} {year} the {one_of} government demanded the return of {place}, which {other} refused.",
)


def prose(characters: int) -> str:
    """So many characters of articles, each with a heading and a few paragraphs."""
    return next(documents(characters))


def documents(characters: int) -> Iterator[str]:
    """Document after document of so many characters, without end."""
    parts, length = [], 0
    for part in articles():
        parts.append(part)
        length += len(part)
        if length >= characters:
            yield "".join(parts)[:characters]
            parts, length = [], 0


def articles() -> Iterator[str]:
    """Article after article, without end."""
    chance = random.Random(431)
    while True:
        yield f"{_word(chance)} in {chance.randint(1650, 1950)}\n\n"
        for _ in range(4):
            yield " ".join(islice(_sentences(chance), chance.randint(4, 7))) + "\n\n"


def _sentences(chance: random.Random) -> Iterator[str]:
    while True:
        (one, one_of), (other, other_of) = chance.sample(SIDES, 2)
        yield chance.choice(SENTENCES).format(
            one=one, one_of=one_of, other=other, other_of=other_of,
            place=_word(chance), town=_word(chance), name=_word(chance), rival=_word(chance),
            day=chance.randint(1, 28), month=chance.choice(MONTHS), year=chance.randint(1650, 1950),
            few=chance.randint(4, 99), some=f"{chance.randint(100, 9_999):,}", many=f"{chance.randint(1, 90)},000",
            days=chance.randint(4, 19),
        )  # fmt: skip


def _word(chance: random.Random) -> str:
    return chance.choice(HEADS) + chance.choice(TAILS)
