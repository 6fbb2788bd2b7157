"""What is this number used for?

The uses are asked in order; the first that recognises the words around the number decides. What none recognises is a
count.
"""

from collections.abc import Callable

from thucydides.vocabulary.grammar.numbers.amounts import Amount, Shape
from thucydides.vocabulary.grammar.numbers.digits import Form
from thucydides.vocabulary.grammar.numbers.lexicon import ERAS, MONTHS, UNITS, USE
from thucydides.vocabulary.grammar.numbers.phrases import NumberSort
from thucydides.vocabulary.grammar.numbers.pieces import Kind, Pieces, glued
from thucydides.vocabulary.grammar.numbers.spelled import SMALL
from thucydides.vocabulary.grammar.numbers.times import FIRST_YEAR, LAST_YEAR, is_clock, is_date, is_month, is_year

Use = Callable[[Pieces, Amount], bool]

_GREATEST_NAME = 200  # before a noun a number this great counts, whatever stands before it
_GREATEST_OF_LIST = 30  # of several numbers of one noun: phases 1, 2 and 3
_LONGEST_OF_TYPE = 4  # letters before the number of a type: Bf 109, MiG 21
_STATES = frozenset({"us", "uk", "usa", "un", "eu", "uae", "cs", "csa"})
_LISTING = frozenset({",", "and", "&", "or"})
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹ªº")


def sort_of(pieces: Pieces, amount: Amount) -> NumberSort:
    """The use of the number by the words around it."""
    return NumberSort.COUNT if _is_mere_count(pieces, amount) else asked(pieces, amount)


def asked(pieces: Pieces, amount: Amount) -> NumberSort:
    """The first use that recognises the words."""
    return next((sort for sort, is_used_so in USES if is_used_so(pieces, amount)), NumberSort.COUNT)


# Most numbers count, and stand beside none of the words for which the uses look: then these need not be asked.
_BEFORE = frozenset().union(
    UNITS["money_signs"], UNITS["numbered"], UNITS["parts"], UNITS["documents"], UNITS["formation_numbers"],
    UNITS["pages"], MONTHS, _LISTING,
    ("[", ".", ",", "-", "#", "_", "@", "%", "x", "and", "in", "ad", "aged", "age", "no", "nos", "number"),
    ("note", "nb", "n", "fn", "footnote"),
)  # fmt: skip
NO_COUNT_BEFORE = frozenset().union(
    *(UNITS[name] for name in ("money_signs", "money", "clock", "share", "calibre", "distance", "duration")),
    USE["fraction_nouns"], MONTHS, ERAS,
    ("a", "p", "of", "in", "out", "per", "kms", "gun", "barrelled", "barreled", "bore", "rated"),
    ("t", "g", "m", "ha", "mi", "li", "ri", "sq", "square", "foot"),
    ("full", "long", "short", "consecutive", "more", "whole", "or", "successive"),
)  # fmt: skip
_COUNTING_SHAPES = (Shape.NUMBER, Shape.RANGE)
_COUNTING_FORMS = (Form.PLAIN, Form.GROUPED, Form.DECIMAL, Form.SPELLED, Form.WORDLESS)


def _is_mere_count(pieces: Pieces, amount: Amount) -> bool:
    """Does nothing beside the number hint at another use? Then every use would say no."""
    said, first, last = pieces.said, amount.first, amount.last
    if said[last] in NO_COUNT_BEFORE or said[first - 1] in _BEFORE or said[amount.figure - 1] in _BEFORE:
        return False
    if amount.shape not in _COUNTING_SHAPES or amount.form not in _COUNTING_FORMS:
        return False
    if glued(pieces, first) or glued(pieces, last) or _type(pieces, amount):
        return False
    return amount.form is not Form.PLAIN or not FIRST_YEAR <= amount.high <= LAST_YEAR


def _after(pieces: Pieces, amount: Amount) -> str:
    """The next word, across a hyphen: `12-pounder`, `three-day`."""
    if pieces.said[amount.last] == "-" and glued(pieces, amount.last) and glued(pieces, amount.last + 1):
        return pieces.said[amount.last + 1]
    return pieces.said[amount.last]


def _hyphenated(pieces: Pieces, amount: Amount) -> bool:
    return pieces.said[amount.last] == "-" and glued(pieces, amount.last)


def _stripped_before(pieces: Pieces, at: int) -> str:
    """The word before a place, an abbreviation's full stop left out."""
    return pieces.said[at - 2] if pieces.said[at - 1] == "." else pieces.said[at - 1]


_NAMES_OF_NOTES = frozenset({"note", "nb", "n", "fn", "footnote"})


def _note_mark(pieces: Pieces, amount: Amount) -> bool:
    if amount.form is not Form.PLAIN or amount.low > 999:
        return False
    opening = amount.first - 1 - (pieces.said[amount.first - 1] in _NAMES_OF_NOTES)
    if pieces.said[opening] == "[":
        return pieces.said[amount.last] in ("]", ",")
    listed = pieces.said[amount.last] == "." and glued(pieces, amount.last) and amount.last + 1 < len(pieces)
    return listed and pieces.said[amount.last + 1] == "^"


def _code(pieces: Pieces, amount: Amount) -> bool:
    before = pieces[amount.first - 1] if amount.first else None
    if amount.form is Form.CODE or amount.shape is Shape.CHAIN:
        return True
    if amount.form is Form.SPELLED and before is not None and _numbered(pieces, amount):
        return True
    if amount.form is Form.SPELLED or before is None:
        return amount.form is Form.PLAIN and pieces.said[amount.last] == "x" and glued(pieces, amount.last)
    if glued(pieces, amount.first) and before.kind is Kind.WORD:
        return before.word not in USE["counted"]
    if pieces.said[amount.last] == "x" and glued(pieces, amount.last):
        return True
    return _serial(pieces, amount) or _numbered(pieces, amount) or _type(pieces, amount)


def _type(pieces: Pieces, amount: Amount) -> bool:
    """`12 Bf 109 fighters`: a number behind a number and a few letters that begin with a capital."""
    if amount.form is not Form.PLAIN or amount.first < 2 or pieces.kinds[amount.first - 2] is not Kind.FIGURE:
        return False
    letters = pieces[amount.first - 1]
    short = letters.kind is Kind.WORD and len(letters.word) <= _LONGEST_OF_TYPE and letters.written[:1].isupper()
    return short and letters.word not in _STATES and letters.word not in USE["counted"]


def _serial(pieces: Pieces, amount: Amount) -> bool:
    """BT-7, U-47, minus 9, .30: a letter code, a sign or a point stands right before the digits."""
    at = amount.first
    if pieces.said[at - 1] not in ("-", ".", "#", "_", "@") or not glued(pieces, at):
        return False
    if pieces.said[at - 1] == ".":
        return not glued(pieces, at - 1)
    if not glued(pieces, at - 1) or at == 1:
        return at == 1 or pieces.said[at - 1] != "-"
    word = pieces[at - 2]
    return (
        word.kind is Kind.WORD and (len(word.word) <= 3 or word.written.isupper()) and word.word not in USE["counted"]
    )


def _numbered(pieces: Pieces, amount: Amount) -> bool:
    """`Hill 203`, `phase 1`, `Phases 1, 2 and 3`, `document 1.103`: a noun with its number, or with several."""
    counted = pieces.said[amount.last] in USE["counted"]
    listed = amount.low < _GREATEST_OF_LIST and not counted
    word, written = _noun_before(pieces, amount.first, listed=listed)
    if amount.low >= _GREATEST_NAME and counted:
        return False
    if amount.form is not Form.PLAIN:
        return word in UNITS["documents"] or (amount.form is Form.SPELLED and word in UNITS["parts"])
    if word in UNITS["parts"] or word in UNITS["documents"]:
        return True
    named = written[:1].isupper() or word in ("no", "nos", "#", "№", "isbn")
    return word in UNITS["numbered"] and named


def _noun_before(pieces: Pieces, at: int, *, listed: bool) -> tuple[str, str]:
    """The noun before a number, folded and as written, across a full stop and the other numbers of a list."""
    while listed and at >= 2 and pieces.said[at - 1] in _LISTING:
        before = at - 2 - (pieces.said[at - 2] == ",")
        if not _is_small(pieces, before):
            break
        at = before
    if pieces.said[at - 1] == "." and glued(pieces, at - 1):
        return pieces.said[at - 2], pieces[at - 2].written.title()
    return (pieces.said[at - 1], pieces[at - 1].written) if at else ("", "")


def _is_small(pieces: Pieces, at: int) -> bool:
    return at > 0 and pieces.kinds[at] is Kind.FIGURE and len(pieces.said[at]) < 3


def _formation(pieces: Pieces, amount: Amount) -> bool:
    if amount.form is not Form.PLAIN or amount.shape is not Shape.NUMBER:
        return False
    if _listed_number(pieces, amount.first):
        return any(pieces.said[place] in UNITS["formations"] for place in range(amount.last, amount.last + 3))
    before = pieces[amount.first - 1] if amount.first else None
    named = before is not None and before.written[:1].isupper() and before.word in UNITS["formation_numbers"]
    return named and amount.low < 1000 and pieces.said[amount.last] not in USE["counted"]


def _listed_number(pieces: Pieces, at: int) -> bool:
    """`No. 617`, `Nos. 3 and 4`."""
    if pieces.said[at - 1] == "and" and at > 1 and pieces.kinds[at - 2] is Kind.FIGURE:
        at -= 2
    return _stripped_before(pieces, at) in ("no", "nos", "number")


def _money(pieces: Pieces, amount: Amount) -> bool:
    signs = {pieces.said[amount.first - 1], pieces.said[amount.figure - 1], pieces.said[amount.last]}
    return bool(UNITS["money_signs"] & signs) or _unit(pieces, amount) in UNITS["money"]


def _unit(pieces: Pieces, amount: Amount) -> str:
    word = _after(pieces, amount)
    return word.removesuffix("s") if word.removesuffix("s") in ("km",) else word


def _share(pieces: Pieces, amount: Amount) -> bool:
    word = _after(pieces, amount)
    if word == "per":
        return pieces.said[amount.last + 1] in ("cent", "mille")
    if word in UNITS["share"] or (word in USE["fraction_nouns"] and amount.low < 100):
        return True
    if amount.shape is Shape.CHAIN:
        return pieces.said[amount.first + 1] == "/" and amount.last - amount.first == 3 and amount.low < 10
    if _one_in_ten(pieces, amount):
        return True
    out_of = [pieces.said[place] for place in range(amount.last, amount.last + 3)]
    return amount.low <= 10 and out_of[:2] in (["in", "every"], ["out", "of"])


def _one_in_ten(pieces: Pieces, amount: Amount) -> bool:
    """`one in three`, from either of its numbers."""
    first = amount.first if pieces.said[amount.last] == "in" else amount.first - 2
    second = first + 2
    if pieces.said[first] not in ("one", "1") or pieces.said[first + 1] != "in" or second >= len(pieces):
        return False
    return pieces.said[second] in SMALL or (pieces.kinds[second] is Kind.FIGURE and len(pieces.said[second]) < 4)


def _calibre(pieces: Pieces, amount: Amount) -> bool:
    word = _after(pieces, amount)
    if word in ("gun", "barrelled", "barreled", "bore", "rated"):
        return _hyphenated(pieces, amount)
    return word in UNITS["calibre"]


def _distance(pieces: Pieces, amount: Amount) -> bool:
    word = _unit(pieces, amount)
    if _opens_type(pieces, amount.last):
        return False
    if word in ("t", "g", "m", "ha", "mi", "li", "ri", "sq", "square", "foot"):
        following = pieces.said[amount.last + 1]
        return {"sq": True, "square": True, "foot": _hyphenated(pieces, amount)}.get(
            word, not following.startswith("'")
        )
    return word in UNITS["distance"]


def _opens_type(pieces: Pieces, at: int) -> bool:
    """`22 T-26 tanks`, `30 M4 tanks`: a letter with the number of a type is no unit."""
    at += pieces.said[at + 1] == "-" and glued(pieces, at + 1)
    return at + 1 < len(pieces) and glued(pieces, at + 1) and pieces.kinds[at + 1] is Kind.FIGURE


def _duration(pieces: Pieces, amount: Amount) -> bool:
    if _after(pieces, amount) in UNITS["duration"]:
        return True
    second = pieces[amount.last + 1] if amount.last + 1 < len(pieces) else None
    between = pieces.said[amount.last] in (
        "full",
        "long",
        "short",
        "consecutive",
        "more",
        "whole",
        "or",
        "successive",
    )
    return (between and second is not None and second.word in UNITS["duration"]) or (
        pieces.said[amount.first - 1] in ("aged", "age")
    )


def _page(pieces: Pieces, amount: Amount) -> bool:
    if amount.form is not Form.PLAIN or amount.shape not in (Shape.NUMBER, Shape.RANGE):
        return False
    if _stripped_before(pieces, amount.first) in UNITS["pages"]:
        return True
    return _cited(pieces, amount)


def _cited(pieces: Pieces, amount: Amount) -> bool:
    """`Author, 668-9;`: a name, a comma, a bare number and the end of the reference."""
    at = amount.first
    if amount.figure > at or at < 2 or pieces.said[at - 1] != "," or amount.high > 9999:
        return False
    name = pieces[at - 2]
    ends = pieces.said[amount.last] in (";", ".", ")", "", ",") and (
        pieces.said[amount.last] != "," or pieces.kinds[min(amount.last + 1, len(pieces) - 1)] is Kind.FIGURE
    )
    return ends and name.kind is Kind.WORD and name.written[:1].isupper() and not is_month(pieces, at - 2)


def _glued_to_a_word(pieces: Pieces, amount: Amount) -> bool:
    """A digit in a name or an address: no unit, no noun that is counted."""
    at = amount.last
    if amount.form is Form.SPELLED or not glued(pieces, at) or pieces.kinds[at] is not Kind.WORD:
        return pieces.said[amount.first - 1] == "%" and glued(pieces, amount.first)
    note = amount.form is Form.GROUPED and len(pieces.said[at]) == 1
    return not (note or _SUPERSCRIPTS.issuperset(pieces.said[at]) or pieces.said[at] in USE["counted"])


USES: tuple[tuple[NumberSort, Use], ...] = (
    (NumberSort.NOTE_MARK, _note_mark),
    (NumberSort.MONEY, _money),
    (NumberSort.CLOCK, is_clock),
    (NumberSort.DATE, is_date),
    (NumberSort.YEAR, is_year),
    (NumberSort.PROPORTION, _share),
    (NumberSort.FORMATION, _formation),
    (NumberSort.CODE, _code),
    (NumberSort.MALFORMED, lambda _, amount: amount.shape is Shape.BROKEN),
    (NumberSort.CALIBRE, _calibre),
    (NumberSort.DURATION, _duration),
    (NumberSort.DISTANCE, _distance),
    (NumberSort.PAGE, _page),
    (NumberSort.CODE, _glued_to_a_word),
    (NumberSort.RATIO, lambda _, amount: amount.shape is Shape.RATIO),
)
