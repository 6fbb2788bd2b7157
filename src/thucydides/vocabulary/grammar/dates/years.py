"""Is this bare number a year, by the words around it?

A number without a month is a year only where its company says so; where it may as well be a count, it is left unread.
"""

import re

from thucydides.vocabulary.grammar.dates.lexicon import FUNCTION
from thucydides.vocabulary.grammar.dates.pieces import FIRST_BARE_YEAR, LAST_YEAR, Piece
from thucydides.vocabulary.grammar.dates.shapes import Shaped

# Books give page numbers after a comma too; few works have pages beyond this, and few battles before it lack a month.
_FIRST_YEAR_AFTER_COMMA = 1300
_END = r"(?:$|[.,;:)¶?!(-])"
# Shapes of the tokens before, the number (one # sign or two with a dash) and the tokens after.
_SURE = tuple(
    re.compile(shape)
    for shape in (
        r"(?:[iSuBA]|[vs]O?)(?:T?U)?T?<>(?!x?q)",  # in 1939, since 1939, the year 1939, end of 1939
        r"(?:[Es]O|TU)<>(?!x?q)",  # War of 1812, the year 1939
        r"(?:^|[¶!,.:;(])T<>E",  # The 1939 campaign
        r"(?:^|[¶])<>(?::|\.?$)",  # 1939: a line of a chronicle, or all that is there
        r"[NET]\(<>[);,]",  # Border War (1939)
    )
)
_UNLESS_ROUND = tuple(
    re.compile(shape)
    for shape in (
        rf"[Yfb~]T?<>(?:{_END}|[{FUNCTION}N])",  # by 1939, about 1937: a count would be round
        r"\(<>[);,-]",
        r"[T_N!]<>E",  # the 1939 campaign
        rf"[NE],<>{_END}",  # a place, 1939
    )
)


def is_year(line: Shaped, piece: Piece) -> bool:
    """Does the company of this bare year make it one?"""
    if piece.era or piece.part or line.shape[piece.first] == "c":
        return True
    if not FIRST_BARE_YEAR <= piece.number <= LAST_YEAR:
        return False
    sketch = _sketch(line, piece.first, piece.end)
    if any(shape.search(sketch) for shape in _SURE):
        return not (_is_round(piece.number, 100) and re.search(r"i<>x", sketch))
    if _is_round(piece.number, 50) and not line.text(piece.first - 1, piece.end)[:1].isupper():
        return False
    if re.search(r",<>", sketch) and piece.number < _FIRST_YEAR_AFTER_COMMA:
        return False
    return any(shape.search(sketch) for shape in _UNLESS_ROUND)


def are_years(line: Shaped, left: Piece, right: Piece, *, led: bool) -> bool:
    """Do two bare numbers with a dash, "to" or "and" between them give years?"""
    if left.era or right.era or left.part or right.part or line.shape[left.first] == "c":
        return True
    if not FIRST_BARE_YEAR <= left.number < right.number <= LAST_YEAR:
        return False
    sketch = _sketch(line, left.first, right.end)
    if re.search(r"(?:[iSu]T?|U)<>(?!x?q)|[N]\(<>\)", sketch):
        return True
    if _is_round(left.number, 50) and _is_round(right.number, 50):
        return False
    dashed = line.shape[left.end] in "-/"
    alone = re.search(r"(?:^|[(,¶:])<>(?:$|[),;.])", sketch)
    return (led or dashed or alone is not None) and not re.search(r"<>x?q", sketch)


def _is_round(number: int, to: int) -> bool:
    return number % to == 0


def _sketch(line: Shaped, first: int, end: int) -> str:
    return f"{'' if first < 4 else '…'}{line.shape[max(0, first - 4) : first]}<>{line.shape[end : end + 3]}"
