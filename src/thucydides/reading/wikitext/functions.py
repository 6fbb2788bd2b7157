"""What does a parser function give?

Only what its own words decide is evaluated: conditions on plain words, choices among them, sums, capitals. What depends
on a template, on the wiki or on the day it is read is reported, and no branch of it is read.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from thucydides.reading.pages.writing import Piece
from thucydides.reading.wikitext.marks import Mark, Source
from thucydides.reading.wikitext.parts import NotRead, Part, Region
from thucydides.reading.wikitext.templates import Given, known

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ARGUMENT = re.compile(r"\{\{\{[^{}|]{0,80}(?:\|([^{}|]{0,200}))?[^{}]{0,200}\}\}\}")
_NOWIKI = re.compile(r"</?nowiki\s?/?>", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?\Z")
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?|\.\d+)|(\*\*|<=|>=|!=|<>|[-+*/^()=<>]|[a-z]+))")
_LONGEST = 400
_MOST_TOKENS = 60


class _Undecided(Exception):
    """The function's own words do not decide it."""


def is_function(name: str) -> bool:
    """Is the template of this name evaluated here? A magic word counts, which names the page or the day."""
    return name in _FUNCTIONS or name in _MAGIC or (name.startswith("#") and known(name) is None)


def evaluated(source: Source, mark: Mark, used: Given) -> Sequence[Part]:
    """What the function shows: a region of its own source, or a value in place of the whole; else the finding."""
    if used.name in _PAGE and source.title:
        return [Piece(source.title, used.start, used.end - used.start)]
    reader = _FUNCTIONS.get(used.name)
    try:
        if reader is not None:
            return list(reader(source, mark, _parts(source, mark)))
    except _Undecided:
        pass
    written = source.words[used.start + 2 : used.end - 2].strip()
    why = f"what {used.name[:60]!r} gives is not decided by its own words: {written[:200]!r}"
    return [NotRead(why, used.start, used.end, shown="{{" + used.name[:60] + "}}")]


def _parts(source: Source, mark: Mark) -> list[tuple[int, int]]:
    """The function's parts; the first without its name and colon."""
    first, *rest = source.parts(mark)
    colon = source.words.find(":", *first)
    return [(colon + 1 if colon >= 0 else first[1], first[1]), *rest]


def _said(source: Source, region: tuple[int, int]) -> str:
    """The words of a part; raises where a template or a reference in them would have to be read first."""
    start, end = region
    if end - start > _LONGEST:
        raise _Undecided
    words = _COMMENT.sub("", source.words[start:end])
    words = _NOWIKI.sub("", _ARGUMENT.sub(lambda found: found[1] or "", words))
    if any(sign in words for sign in ("{{", "}}", "<")):
        raise _Undecided
    return words.strip()


def _part(parts: Sequence[tuple[int, int]], place: int) -> Iterator[Part]:
    if place < len(parts) and parts[place][0] < parts[place][1]:
        yield Region(*parts[place])


def _if(source: Source, _mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
    return _part(parts, 1 if _is_given(source, parts[0]) else 2)


def _is_given(source: Source, region: tuple[int, int]) -> bool:
    """Is anything said? A template or reference would be seen only where some words stand beside it."""
    try:
        return bool(_said(source, region))
    except _Undecided:
        head = _COMMENT.sub("", source.words[region[0] : min(region[1], region[0] + _LONGEST)]).lstrip()
        if head[:1].isalnum():
            return True
        raise


def _ifeq(source: Source, _mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
    first, second = _said(source, parts[0]), _said(source, parts[1]) if len(parts) > 1 else ""
    numbers = _NUMBER.match(first) and _NUMBER.match(second)
    same = float(first) == float(second) if numbers else first == second
    return _part(parts, 2 if same else 3)


def _ifexpr(source: Source, _mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
    return _part(parts, 1 if _value(_said(source, parts[0])) else 2)


def _switch(source: Source, _mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
    """The first case that is the value, with those before it that fall through to it; else the default."""
    value, falls, default = _said(source, parts[0]), False, None
    for place, (start, end) in enumerate(parts[1:], start=2):
        head, equals, _ = source.words[start : min(end, start + _LONGEST)].partition("=")
        key = _COMMENT.sub("", head).strip()
        falls = falls or key == value
        region = (start + len(head) + 1, end)
        if equals and falls:
            return iter([Region(*region)] if region[0] < end else [])
        if key.casefold() == "#default" and equals:
            default = region
        elif not equals and place == len(parts):
            default = (start, end)
    return iter([Region(*default)] if default and default[0] < default[1] else [])


def _expression(source: Source, mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
    words = _said(source, parts[0])
    if words:
        yield Piece(_written(_value(words)), mark.start, mark.end - mark.start)


def _written(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.10g}"


def _first_given(source: Source, _mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
    """`#iferror`: what is asked for is shown if it is no error; only `#expr` makes one."""
    words = source.words[parts[0][0] : parts[0][1]]
    if "#expr" in words or "#time" in words:
        raise _Undecided
    return _part(parts, 0)


def _in_letters(change: Callable[[str], str]) -> Callable[[Source, Mark, Sequence[tuple[int, int]]], Iterator[Part]]:
    def read(source: Source, mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
        words = _said(source, parts[0])
        if words == change(words):
            yield Region(*parts[0])
        else:
            yield Piece(change(words), mark.start, mark.end - mark.start)

    return read


def _plural(source: Source, _mark: Mark, parts: Sequence[tuple[int, int]]) -> Iterator[Part]:
    number = _said(source, parts[0]).replace(",", "")
    if not _NUMBER.match(number):
        raise _Undecided
    return _part(parts, 1 if float(number) == 1 or len(parts) < 3 else 2)


_Reader = Callable[[Source, Mark, Sequence[tuple[int, int]]], Iterator[Part]]
_FUNCTIONS: Mapping[str, _Reader] = {
    "#if": _if,
    "#ifeq": _ifeq,
    "#ifexpr": _ifexpr,
    "#iferror": _first_given,
    "#switch": _switch,
    "#expr": _expression,
    "plural": _plural,
    "uc": _in_letters(str.upper),
    "lc": _in_letters(str.lower),
    "ucfirst": _in_letters(lambda words: words[:1].upper() + words[1:]),
    "lcfirst": _in_letters(lambda words: words[:1].lower() + words[1:]),
}
_PAGE = frozenset({"pagename", "fullpagename", "basepagename", "subpagename", "rootpagename"})
_MAGIC = _PAGE | frozenset({
    "namespace", "sitename", "server",
    "currentyear", "currentmonth", "currentmonthname", "currentday", "currentday2", "currentdayname", "currenttime",
    "currenttimestamp", "localyear", "localmonth", "localday", "revisionyear", "revisionday", "revisionmonth",
    "numberofarticles", "pagesincat", "pagesize",
})  # fmt: skip


_LEVELS: tuple[Mapping[str, Callable[[float, float], float]], ...] = (
    {"or": lambda one, two: float(bool(one) or bool(two))},
    {"and": lambda one, two: float(bool(one) and bool(two))},
    {
        "=": operator.eq, "!=": operator.ne, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
        ">=": operator.ge,
    },
    {"round": lambda one, two: round(one, int(two))},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv, "div": operator.truediv, "mod": operator.mod},
)  # fmt: skip


def _value(words: str) -> float:
    """The value of an arithmetic expression of the four kinds of reckoning, `mod`, `round` and comparisons."""
    tokens: list[str] = []
    place = 0
    lowered = words.lower().replace("−", "-").rstrip()
    while place < len(lowered):
        found = _TOKEN.match(lowered, place)
        if found is None or len(tokens) == _MOST_TOKENS:
            raise _Undecided
        tokens.append(found[1] or found[2])
        place = found.end()
    try:
        value = _level(tokens, 0)
    except (ArithmeticError, ValueError, IndexError):
        raise _Undecided from None
    if tokens:
        raise _Undecided
    return value


def _level(tokens: list[str], level: int) -> float:
    """One level of binding, from the loosest: what is read is taken off the tokens."""
    if level == len(_LEVELS):
        return _operand(tokens)
    value = _level(tokens, level + 1)
    while tokens and tokens[0] in _LEVELS[level]:
        reckon = _LEVELS[level][tokens.pop(0)]
        value = float(reckon(value, _level(tokens, level + 1)))
    return value


def _operand(tokens: list[str]) -> float:
    token = tokens.pop(0)
    if token in ("-", "+", "not"):
        value = _operand(tokens)
        return -value if token == "-" else float(not value) if token == "not" else value
    if token == "(":
        value = _level(tokens, 0)
        if tokens.pop(0) != ")":
            raise _Undecided
        return value
    return float(token)
