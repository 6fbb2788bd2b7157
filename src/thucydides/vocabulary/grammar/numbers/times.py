"""Does this number tell a time: a year, a day beside its month, an hour?"""

from thucydides.vocabulary.grammar.numbers.amounts import Amount, Shape
from thucydides.vocabulary.grammar.numbers.digits import Form
from thucydides.vocabulary.grammar.numbers.lexicon import ERAS, MONTHS, SURE_YEAR_LEADS, UNITS, USE, YEAR_LEADS
from thucydides.vocabulary.grammar.numbers.pieces import Kind, Pieces, glued

FIRST_YEAR, LAST_YEAR = 1000, 2100


def is_clock(pieces: Pieces, amount: Amount) -> bool:
    """`5:30`, `0600 hours`, `five o'clock`."""
    after = pieces.said[amount.last]
    if after in UNITS["clock"] or (after in ("a", "p") and pieces.said[amount.last + 2] == "m"):
        return True
    if amount.shape is not Shape.RATIO or pieces.said[amount.figure + 1] != ":":
        return amount.form is Form.CODE and after in ("hours", "hrs", "h")
    minutes = pieces.said[amount.figure + 2]
    hours = pieces.said[amount.figure]
    lead = {pieces.said[place] for place in range(amount.first - 3, amount.first)}
    return (
        len(minutes) == 2 and len(hours) < 3 and int(hours) < 24 and int(minutes) < 60 and not lead & USE["ratio_leads"]
    )


def _dated_chain(pieces: Pieces, amount: Amount) -> bool:
    figures = [pieces.said[at] for at in range(amount.first, amount.last) if pieces.kinds[at] is Kind.FIGURE]
    if amount.form is Form.DATED:
        return True
    if amount.shape is not Shape.CHAIN or not all(figure.isdigit() for figure in figures):
        return False
    lengths = [len(figure) for figure in figures]
    return len(figures) == 3 and max(lengths) in (2, 4) and sorted(lengths)[1] <= 2


def is_date(pieces: Pieces, amount: Amount) -> bool:
    """A day beside its month: 11 May, May 11, the night of July 11-12."""
    if _dated_chain(pieces, amount):
        return True
    if amount.form is not Form.PLAIN or not 0 < amount.low <= 31 or amount.high > 31:
        return False
    after, before = amount.last, amount.first - 1
    if pieces.said[after] == "of":
        after += 1
    if pieces.said[before] == ".":
        before -= 1
    return is_month(pieces, after) or (is_month(pieces, before) and pieces.said[amount.last] not in USE["counted"])


def is_month(pieces: Pieces, at: int) -> bool:
    """A month's name; may and march only with a capital or beside a year or day, for they are words too."""
    word = pieces.said[at]
    if word not in MONTHS:
        return False
    if word not in ("may", "march", "mar", "dec", "sep"):
        return True
    if pieces[at].written[:1].isupper():
        return True
    beside = (pieces.said[at + 1], pieces.said[at + 2], pieces.said[at - 1])
    return any(figure.isdigit() and len(figure) in (1, 2, 4) for figure in beside)


def is_year(pieces: Pieces, amount: Amount) -> bool:
    """`in 1866`, `the 1850s`, `480 BC`, `1870-71`."""
    if pieces.said[amount.last] in ERAS or (amount.form is Form.PLAIN and pieces.said[amount.first - 1] == "ad"):
        return True
    if amount.form is not Form.PLAIN:
        return False
    if pieces.said[amount.last] in ("s", "'s") and glued(pieces, amount.last):
        return True
    if amount.shape is Shape.CHAIN:
        return pieces.said[amount.first + 1] == "/" and FIRST_YEAR <= amount.low <= LAST_YEAR
    if amount.shape not in (Shape.NUMBER, Shape.RANGE) or not (
        FIRST_YEAR <= amount.low <= amount.high <= LAST_YEAR and len(pieces.said[amount.figure]) in (4, 7)
    ):
        return False
    return _looks_like_year(pieces, amount)


def _looks_like_year(pieces: Pieces, amount: Amount) -> bool:
    """Four digits without a separator: a year unless the words beside it count something."""
    before, after = pieces.said[amount.first - 1], pieces.said[amount.last]
    if before in ("(", "[") and after in (")", "]", ",", ";"):
        return True
    between = pieces.said[amount.first] == "between"
    counted = bool({after, pieces.said[amount.last + 1]} & USE["counted"]) and after not in (
        ",",
        ".",
        ";",
        ")",
        "of",
    )
    if amount.figure > amount.first and not between:
        return not counted and amount.low % 50 != 0
    cut_short = (
        amount.shape is Shape.RANGE and amount.high - amount.low < 100 and len(pieces.said[amount.last - 1]) == 2
    )
    if cut_short and not counted:
        return True
    result = pieces.said[amount.first - 2] in USE["result"]
    if before in SURE_YEAR_LEADS or (before == "in" and not result and not (counted and amount.low % 100 == 0)):
        return True
    if is_month(pieces, amount.first - 1) or (before == "," and _dated_before(pieces, amount.first - 1)):
        return True
    if is_month(pieces, amount.first - 2) and before in (".", ","):
        return True
    if counted:
        return False
    if after == ":" or (between and amount.low % 100):
        return True
    return before in YEAR_LEADS or (
        _in_prose(pieces, amount) and before not in USE["counted"] | {":", "-", "lost", ";"}
    )


def _dated_before(pieces: Pieces, comma: int) -> bool:
    """Does `May 11` or `11 May` or a place name stand before this comma?"""
    if pieces.kinds[comma - 1] is Kind.FIGURE:
        return is_month(pieces, comma - 2) or is_month(pieces, comma - 4)
    return is_month(pieces, comma - 1)


def _in_prose(pieces: Pieces, amount: Amount) -> bool:
    """Is the number surrounded by other words, and not a cell of its own?"""
    before = pieces[amount.first - 1] if amount.first else None
    return (
        before is not None
        and before.word not in (":", ";", "(", "=", "|", "/", "-")
        and not (before.kind is Kind.WORD and before.word in USE["counted"])
    )
