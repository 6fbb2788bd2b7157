"""Which number do these digits write, in a document that groups its digits so?

Malformed groups (4,8649) are not repaired: they have no reading.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """How a number is written."""

    PLAIN = "plain"  # 1939
    GROUPED = "grouped"  # 12,345
    DECIMAL = "decimal"  # 1.5
    SPELLED = "spelled"
    WORDLESS = "no number"  # scores, unknown, none
    CODE = "code"  # 007, 1.2.3
    DATED = "dated"  # 11.05.1939
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class NumberHabit:
    """The mark with which a document groups thousands: `,` `.` `'`, a space, or empty where it shows none."""

    thousands: str = ""

    @classmethod
    def of(cls, words: str) -> "NumberHabit":
        """The habit that the words show without a doubt; none if they show several."""
        seen = {_ALIKE.get(mark, mark) for mark in _SHOWN.findall(words)}
        if not seen:
            return NO_HABIT
        shown = [mark for mark in seen if _PROOFS[mark].search(words)]
        return _SHOWN_HABITS[shown[0]] if len(shown) == 1 else NO_HABIT


NO_HABIT = NumberHabit()
_SHOWN_HABITS = {mark: NumberHabit(mark) for mark in (",", ".", " ", "'")}
_SHOWN = re.compile(r"\d([,. '’\u00a0\u202f\u2009])(?=\d{3})")  # every proof holds it
_ALIKE = {"’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
_PROOFS = {
    ",": re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])"),
    ".": re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.])|(?<![\d.,])[1-9]\d{0,2}\.0\d\d(?![\d.,])"),
    " ": re.compile(r"(?<![\d.,])(?<!\d[ \u00a0\u202f])[1-9]\d{0,2}[ \u00a0\u202f\u2009]0\d\d(?![\d.,])"),
    "'": re.compile(r"(?<![\d.,])\d{1,3}(?:['’]\d{3})+(?!\d)"),
}

_LONGEST = 15  # digits that a float still keeps apart
_PLAIN = re.compile(r"0|[1-9][0-9]*")
_DATED = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.(?:[0-9]{2}|[0-9]{4})")
_GROUPS = {
    ",": re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"),
    ".": re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"),
    "'": re.compile(r"[1-9][0-9]{0,2}(?:'[0-9]{3})+"),
    "\u00a0": re.compile(r"[1-9][0-9]{0,2}(?:\u00a0[0-9]{3})+"),
    " ": re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+"),
}
_DECIMALS = {".": re.compile(r"[0-9]+\.[0-9]+"), ",": re.compile(r"[0-9]+,[0-9]{1,2}")}
_BOTH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]{1,2}|(?:\.[0-9]{3})+,[0-9]{1,2})")
_ZERO_GROUP = re.compile(r"[ .]0[0-9]{2}")


def read_digits(figure: str, habit: NumberHabit) -> tuple[Form, float]:
    """The form and value of a folded run of digits; the value is 0 for a form that has none."""
    if len(figure) > _LONGEST and (len(figure) > 2 * _LONGEST or sum(map(str.isdigit, figure)) > _LONGEST):
        return Form.CODE, 0
    if figure.isdigit():
        return (Form.PLAIN, float(figure)) if _PLAIN.fullmatch(figure) else (Form.CODE, 0)
    marks = set(figure).difference("0123456789")
    if len(marks) == 1:
        return _one_mark(figure, marks.pop(), habit)
    if _BOTH.fullmatch(figure):
        decimal = max(figure.rfind("."), figure.rfind(","))
        return Form.DECIMAL, float(f"{_digits(figure[:decimal])}.{figure[decimal + 1 :]}")
    return Form.MALFORMED, 0


_SEPARATORS = dict.fromkeys(map(ord, ",. '\u00a0"))


def _digits(figure: str) -> str:
    return figure.translate(_SEPARATORS)


def _one_mark(figure: str, mark: str, habit: NumberHabit) -> tuple[Form, float]:
    if _GROUPS[mark].fullmatch(figure):
        return (Form.GROUPED, float(_digits(figure))) if _groups(figure, mark, habit) else (Form.MALFORMED, 0)
    if mark == "." and figure.count(".") > 1:
        return (Form.DATED if _DATED.fullmatch(figure) else Form.CODE), 0
    decimals = _DECIMALS.get(mark)
    if decimals and decimals.fullmatch(figure) and mark != habit.thousands and (mark == "." or habit.thousands):
        return Form.DECIMAL, float(figure.replace(",", "."))
    return Form.MALFORMED, 0


def _groups(figure: str, mark: str, habit: NumberHabit) -> bool:
    """Is this mark one that groups digits here? A full stop or a plain space may also do something else."""
    if mark == "." and figure.count(".") == 1:
        return habit.thousands in ("", ".")
    if mark == " ":
        return habit.thousands == " " or (not habit.thousands and _ZERO_GROUP.search(figure) is not None)
    return True
