"""Does one info-box say the same in every clothing that it comes in?"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.extracting.boxes.clothes import FLATTENED, MARKED_UP, Dressed, Entry, flattened
from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document

TWO_SIDES = Dressed(
    name="Battle of the Fords",
    part_of="River War",
    date="11 May – 16 September 1939",
    place="Oldford",
    coordinates=("47°43′51″N", "118°35′24″E"),
    result="Soviet and Mongolian victory",
    combatants=[[Entry("Soviet Union", "Soviet Union"), Entry("Mongolia", "Mongolia")], [Entry("Japan", "Japan")]],
    commanders=[[Entry("Orlo Vanin", "Soviet Union"), Entry("Dorj Bat", "Mongolia")], [Entry("Kenji Mori", "Japan")]],
    strength=[[Entry("57,000 men"), Entry("500 tanks")], [Entry("30,000–38,000 men"), Entry("about 70 tanks")]],
    casualties=[
        [
            Entry("Soviet estimate:", heading=True),
            Entry("9,703 killed", note="Varga reports 8,931 killed."),
            Entry("15,952 wounded"),
            Entry("300+ dead", "Mongolia"),
        ],
        [Entry("8,440 killed"), Entry("at least 29 tanks destroyed")],
    ],
    joint=[Entry("40 civilians killed")],
)
THREE_SIDES = Dressed(
    name="Siege of Oldford",
    part_of="War of the Three Crowns",
    date="3 May 1702",
    place="Oldford",
    coordinates=("50°1′2″N", "4°3′0″W"),
    result="Inconclusive",
    combatants=[
        [Entry("France", "France")],
        [Entry("Spain", "Spain"), Entry("Portugal", "Portugal")],
        [Entry("Austria")],
    ],
    commanders=[[Entry("Jean Valmont")], [Entry("Juan Ruiz", "Spain")], [Entry("Karl Huber")]],
    strength=[[Entry("4,000")], [Entry("5,000 infantry"), Entry("20 guns")], [Entry("Unknown")]],
    casualties=[
        [Entry("300 killed or wounded")],
        [Entry("~900", note="Orlo gives 1,200 casualties.")],
        [Entry("None")],
    ],
)
BOXES = (TWO_SIDES, THREE_SIDES)
COUNTED = ("commander", "strength", "loss")


def _claims(page: str, media_type: str) -> tuple[Claim, ...]:
    text = read(Document("page", page.encode(), media_type=media_type))
    claims = extract(text, document_name="page", gazetteer=authorities.load()).claims
    for claim in claims:
        claim.verify(text)
    return claims


def _key(claim: Claim) -> tuple[str, ...]:
    value = claim.value
    bounds = (str(value.low), str(value.high), str(value.qualifier)) if isinstance(value, Count) else (str(value),)
    return (
        claim.attribute, str(claim.side), str(claim.target), claim.counted.concept, claim.counted.fate, *bounds,
        claim.attribution.claimant, claim.relation,
    )  # fmt: skip


def _said(page: str, media_type: str) -> set[tuple[str, ...]]:
    return {_key(claim) for claim in _claims(page, media_type) if claim.reader.startswith(("info-box", "citations"))}


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
@pytest.mark.parametrize("clothing", MARKED_UP)
def test_a_box_says_the_same_in_every_marked_up_clothing(box: Dressed, clothing: str) -> None:
    dress, media_type = MARKED_UP[clothing]
    first, first_type = MARKED_UP["wikitext"]
    assert _said(dress(box), media_type) == _said(first(box), first_type)


def _bare(cells: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    return [[Entry(entry.words) for entry in cell if not entry.heading] for cell in cells]


def _without_what_copying_loses(box: Dressed) -> Dressed:
    """The box without flags, notes, headings and the row that spans all sides."""
    cells = (_bare(box.combatants), _bare(box.commanders), _bare(box.strength), _bare(box.casualties))
    return replace(box, combatants=cells[0], commanders=cells[1], strength=cells[2], casualties=cells[3], joint=())


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
@pytest.mark.parametrize("clothing", FLATTENED)
def test_a_copy_that_kept_its_columns_says_what_the_box_says(box: Dressed, clothing: str) -> None:
    bare = _without_what_copying_loses(box)
    first, first_type = MARKED_UP["wikitext"]
    wanted = {key for key in _said(first(bare), first_type) if key[0] != "coordinates"}
    assert _said(FLATTENED[clothing](bare), "text/plain") == wanted


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
@pytest.mark.parametrize("copy", [*FLATTENED.values(), flattened])
def test_what_a_copy_lost_is_marked_as_inferred(box: Dressed, copy: Callable[[Dressed], str]) -> None:
    claims = [claim for claim in _claims(copy(box), "text/plain") if claim.attribute in COUNTED and claim.target.names]
    assert claims
    assert all("target" in claim.inferred_fields for claim in claims)
    if copy is flattened:
        assert all("side" in claim.inferred_fields for claim in claims if claim.side)
