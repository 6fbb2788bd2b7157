"""Which marks does the source of a page hold, and where does each of them close?

One pass over the signs with a list of what is open: neither depth nor disorder can stop it, and the cost is linear.
What never closes is left out as a mark and reported; its words are read as they stand. A reference is a world of its
own: braces that open in it close in it or not at all. Where an info-box never closes, something in it swallowed its
end: the page is read once more, and a line that only an info-box can have closes whatever is open within the box.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from thucydides.reading.wikitext.boxes import is_box, is_row
from thucydides.reading.wikitext.marks import Mark, Sort, Source

_SIGN = re.compile(
    r"""(?P<line>(?:\A|\n)(?:[ \t:*]*\{\|[^\n]*|={2,6}|-{4,}|[*\#:;]+)
        |\n[ \t]*(?:\|\}(?!\}(?!\}))|\|-[^\n]*|\|\+|[|!]|(?=\n))|\n)
    |(?P<leaf>\{\{(?!\{)(?:[^{}\[\]<>&'_\n\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]|'(?!')|_(?!_))*+\}\}(?!\})
        |\[\[(?:[^{}\[\]<>&'_\n\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]|'(?!')|_(?!_))*+\]\])
    |(?P<open>\{\{+)|(?P<close>\}\}+)|(?P<link>\[\[)|(?P<unlink>\]\])|(?P<bars>\|\||!!)|(?P<bar>\|)
    |(?P<heading>={2,6}[ \t]*(?=\n|\Z))|(?P<equals>=)|(?P<quotes>'{2,5})
    |(?P<comment><!--)|<(?P<closing>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})(?P<given>[^<>]{0,2000})>
    |(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
    |(?P<address>\[(?=https?:|ftp:|mailto:|//)[^\s\[\]<>|{}]{1,2000})|(?P<shut>\])
    |(?P<magic>__[A-Z]{3,20}__)|(?P<bidi>[\u202a-\u202e\u2066-\u2069])|(?P<invisible>[\u200e\u200f\ufeff])""",
    re.VERBOSE,
)
# Where a sign may stand. Looking for these first spares the long pattern the words between.
_MAY_BE_SIGN = re.compile(r"[\n{}\[\]|!='<&_\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]")
_REFERENCE = re.compile(r"<(/?)ref\b[^<>]{0,2000}>", re.IGNORECASE)
# What stands in these is no wikitext: shown as it stands, or not at all.
SHOWN = frozenset({"nowiki", "pre", "code", "tt"})
NOT_SHOWN = frozenset({"style", "script", "templatestyles", "graph"})
NOT_READ = frozenset(
    {"math", "chem", "gallery", "timeline", "score", "source", "syntaxhighlight", "imagemap", "poll", "hiero"}
)
# Struck-out words are no longer said.
STRUCK = frozenset({"s", "del", "strike"})
_LONGEST_LINK = 300
_WHOLE = SHOWN | NOT_SHOWN | NOT_READ | STRUCK
_WHY = dict.fromkeys(NOT_READ, "is no running text") | dict.fromkeys(STRUCK, "was struck out")


# In a box that never closes: a template's braces and name up to its first bar, a row of the box, what follows a box.
_NAME = re.compile(r"\{\{[ \t]*([^\W\d_][\w \t-]{0,40}\|)?")
_ROW = re.compile(r"\|[ \t]*([^=|{}\[\]<>\n]{1,40}?)[ \t]*=")
_BOX = re.compile(r"\{\{\s{0,9}([^|{}\[\]<>\n]{1,60})")
_AFTER_BOX = re.compile(r"\s*(?:\Z|[^\s|}*#:;!<])")
_PROSE = re.compile(r"\n\n+[^\s|}*#:;!<{]")


def scanned(words: str) -> Source:
    """The marks of a page."""
    scan = _Scan(words)
    source = scan.run()
    return _Scan(words, frozenset(scan.unclosed)).run() if scan.unclosed else source


@dataclass(slots=True)
class _Open:
    """Something that is open since `start`; `count`: how many braces of it are still unmatched."""

    sort: Sort
    start: int
    inside: int
    count: int = 0
    words: str = ""
    braces_outside: int = 0
    bars: deque[int] = field(default_factory=deque)
    equals: deque[int] = field(default_factory=deque)


def _joined(first: deque[int], second: deque[int]) -> deque[int]:
    """Both in order, the shorter put to the longer: many that hand on to each other cost no more than they hold."""
    if len(first) < len(second):
        second.extendleft(reversed(first))
        return second
    first.extend(second)
    return first


class _Scan:
    """The state of the pass."""

    def __init__(self, words: str, never_closed: frozenset[int] = frozenset()) -> None:
        self.unclosed: list[int] = []  # where info-boxes open that never close
        self._never_closed = never_closed
        self._box = -1  # the place, in what is open, of an info-box that would not close
        self._words = words
        self._marks: list[Mark] = []
        self._open: list[_Open] = []
        self._braces = 0  # open ones since the last reference began
        self._references = 0
        self._absent: set[str] = set()
        self._place = 0
        self._next_reference = [(found.start(), found[1]) for found in _REFERENCE.finditer(words)][::-1]

    def run(self) -> Source:
        turns: dict[str, Callable[[re.Match[str]], None]] = {
            "line": self._line, "leaf": self._leaf, "open": self._open_braces, "close": self._close_braces,
            "link": self._open_link, "unlink": self._close_link, "bars": self._bars, "bar": self._bar,
            "heading": self._heading, "equals": self._equals, "quotes": self._quotes, "comment": self._comment,
            "given": self._tag, "entity": self._entity, "address": self._open_address, "shut": self._close_address,
            "magic": self._invisible, "bidi": self._bidi, "invisible": self._invisible,
        }  # fmt: skip
        for sign in self._signs():
            self._place = sign.end()
            turns[sign.lastgroup or ""](sign)
        while self._open:
            self._abandon(self._open.pop())
        self._marks.sort(key=lambda mark: (mark.start, -mark.end))
        return Source(self._words, self._marks, [mark.start for mark in self._marks])

    def _signs(self) -> Iterator[re.Match[str]]:
        """The signs of the page, each looked for where the one before it left off."""
        words, may_be, sign_at = self._words, _MAY_BE_SIGN.search, _SIGN.match
        if opening := sign_at(words, 0):
            yield opening
        while found := may_be(words, self._place):
            place = found.start()
            if sign := sign_at(words, place):
                yield sign
            else:
                self._place = place + 1

    def _put(self, sort: Sort, start: int, end: int, words: str = "", inside: tuple[int, int] = (0, 0)) -> None:
        self._marks.append(Mark(sort, start, end, words, inside))

    def _top(self) -> Sort | None:
        return self._open[-1].sort if self._open else None

    def _close(self, opened: _Open, start: int, end: int, words: str, inside: tuple[int, int]) -> None:
        sort = Sort.ARGUMENT if words == "{{{" else opened.sort
        self._marks.append(Mark(sort, start, end, words or opened.words, inside, [*opened.bars], [*opened.equals]))

    def _abandon(self, opened: _Open) -> None:
        """What never closes: its sign is left out and reported; bars that it took are words again."""
        if opened.sort is Sort.TEMPLATE:
            self._braces -= 1
        elif opened.sort is Sort.REFERENCE:
            self._references -= 1
            self._braces = opened.braces_outside
        if opened.sort is Sort.ADDRESS:
            self._put(Sort.HIDDEN, opened.start, opened.inside)
        else:
            shown = self._words[opened.start : opened.start + 40].partition("\n")[0]
            self._put(Sort.UNREAD, opened.start, self._sign_end(opened), f"{shown!r} is opened and never closed")
        if opened.sort is Sort.LINK:
            self._leave_line(opened)
        if self._open and opened.sort is not Sort.TEMPLATE and self._open[-1].sort is not Sort.TABLE:
            self._open[-1].bars = _joined(self._open[-1].bars, opened.bars)
            self._open[-1].equals = _joined(self._open[-1].equals, opened.equals)

    def _leave_line(self, opened: _Open) -> None:
        """The bars on the line of a link that never closes are words; those below it belong to what holds the link."""
        line = self._words.find("\n", opened.start, opened.start + _LONGEST_LINK)
        end = line if line >= 0 else opened.start + _LONGEST_LINK
        for signs in (opened.bars, opened.equals):
            while signs and signs[0] < end:
                signs.popleft()

    def _sign_end(self, opened: _Open) -> int:
        """Where the sign of what never closes ends: for a template in a broken box, behind its name."""
        if opened.sort is not Sort.TEMPLATE:
            return opened.inside
        named = _BOX.match(self._words, opened.inside - 2)
        if named and is_box(" ".join(named[1].casefold().replace("_", " ").split())):
            self.unclosed.append(opened.start)
        found = _NAME.match(self._words, opened.inside - 2)
        return found.end() if found and found[1] and self._in_broken_box() else opened.inside

    def _in_broken_box(self) -> bool:
        if self._box >= len(self._open):
            self._box = -1
        return self._box >= 0

    def _back_to_box(self) -> None:
        """Whatever is open within the box never closes."""
        while len(self._open) > self._box + 1:
            self._abandon(self._open.pop())

    def _end_of_broken_box(self, start: int, end: int) -> None:
        self._back_to_box()
        opened = self._open.pop()
        self._box = -1
        self._braces -= 1
        self._close(opened, opened.start, end, "", (opened.inside, start))

    def _line(self, sign: re.Match[str]) -> None:
        if self._in_broken_box() and self._line_of_broken_box(sign):
            return
        if self._top() is Sort.ADDRESS:
            self._abandon(self._open.pop())
        kind = sign[0].strip(" \t\n")[:8]
        if kind.startswith("{|") or kind.endswith("{|") or "{|" in kind[:6]:
            self._open.append(_Open(Sort.TABLE, sign.start(), sign.end()))
        elif kind == "|}" and self._top() is Sort.TABLE:
            opened = self._open.pop()
            self._close(opened, opened.start, sign.end(), "", (opened.inside, sign.start()))
        elif kind[:1] in ("|", "!") and kind and self._top() is not Sort.TABLE:
            self._words_of_line(sign, kind)
        elif kind[:1] == "|" and kind[1:2] == "-":
            self._put(Sort.LINE, sign.start(), sign.end(), "|-")
        else:
            blank = self._words.startswith("\n", sign.end())
            self._put(Sort.LINE, sign.start(), sign.end(), kind or ("\n\n" if blank else "\n"))

    def _line_of_broken_box(self, sign: re.Match[str]) -> bool:
        """A row of the box closes what is open in it; prose after an empty line closes the box itself."""
        row = _ROW.match(self._words, sign.start() + sign[0].index("|")) if "|" in sign[0] else None
        if row and is_row(row[1]):
            self._back_to_box()
        elif _PROSE.match(self._words, sign.start()):
            opened = self._words[self._open[self._box].start :][:60].partition("\n")[0]
            self._end_of_broken_box(sign.start(), sign.start())
            why = f"{opened!r} is opened and never closed; it was read up to the prose"
            self._put(Sort.UNREAD, sign.start(), sign.end(), why)
            return True
        return False

    def _words_of_line(self, sign: re.Match[str], kind: str) -> None:
        """A bar at the beginning of a line that is none of a table's: of a template, or a mere bar."""
        bar = sign.start() + sign[0].index(kind[0])
        if kind[0] == "|" and self._open:
            self._open[-1].bars.append(bar)
        self._place = bar + 1

    def _open_braces(self, sign: re.Match[str]) -> None:
        if sign.start() in self._never_closed and not self._in_broken_box():
            self._box = len(self._open)
        self._open.append(_Open(Sort.TEMPLATE, sign.start(), sign.end(), count=len(sign[0])))
        self._braces += 1

    def _close_braces(self, sign: re.Match[str]) -> None:
        place, left = sign.start(), len(sign[0])
        if left == 2 and self._in_broken_box() and self._ends_broken_box(sign):
            self._end_of_broken_box(place, sign.end())
            return
        while left >= 2 and self._braces:
            while self._top() is not Sort.TEMPLATE:
                self._abandon(self._open.pop())
            opened = self._open.pop()
            taken = 3 if min(opened.count, left) >= 3 else 2
            start = opened.inside - taken
            self._close(opened, start, place + taken, "{{{"[:taken], (opened.inside, place))
            place, left = place + taken, left - taken
            rest = opened.count - taken
            if rest >= 2:
                self._open.append(_Open(Sort.TEMPLATE, opened.start, start, count=rest))
            else:
                self._braces -= 1
        if left >= 2:
            self._put(Sort.UNREAD, place, place + left, "braces close that were never opened")

    def _ends_broken_box(self, sign: re.Match[str]) -> bool:
        """Do these braces stand on a line of their own, with none of the box's rows behind them?"""
        before = self._words[max(0, sign.start() - 40) : sign.start()].rpartition("\n")
        alone = before[1] == "\n" and not before[2].strip(" \t")
        return alone and _AFTER_BOX.match(self._words, sign.end()) is not None

    def _leaf(self, sign: re.Match[str]) -> None:
        """A template or a link with no further mark in it, which closes on the line on which it opens."""
        sort = Sort.TEMPLATE if sign[0][0] == "{" else Sort.LINK
        start, end = sign.span()
        self._marks.append(Mark(sort, start, end, "", (start + 2, end - 2), leaf=True))

    def _open_link(self, sign: re.Match[str]) -> None:
        self._open.append(_Open(Sort.LINK, sign.start(), sign.end()))

    def _close_link(self, sign: re.Match[str]) -> None:
        if self._top() is Sort.ADDRESS:
            self._place = sign.start() + 1
            self._close_top(self._place)
        elif self._top() is Sort.LINK:
            self._close_top(sign.end())

    def _close_top(self, end: int) -> None:
        opened = self._open.pop()
        close = 1 if opened.sort is Sort.ADDRESS else 2
        self._close(opened, opened.start, end, "", (opened.inside, end - close))

    def _open_address(self, sign: re.Match[str]) -> None:
        self._open.append(_Open(Sort.ADDRESS, sign.start(), sign.end()))

    def _close_address(self, sign: re.Match[str]) -> None:
        if self._top() is Sort.ADDRESS:
            self._close_top(sign.end())

    def _bar(self, sign: re.Match[str]) -> None:
        if self._top() is Sort.TABLE:
            self._put(Sort.BAR, sign.start(), sign.end(), "|")
        elif self._open:
            self._open[-1].bars.append(sign.start())

    def _bars(self, sign: re.Match[str]) -> None:
        if self._top() is Sort.TABLE:
            self._put(Sort.BAR, sign.start(), sign.end(), sign[0])
        elif self._open and sign[0] == "||":
            self._open[-1].bars += [sign.start(), sign.start() + 1]

    def _equals(self, sign: re.Match[str]) -> None:
        if self._open:
            self._open[-1].equals.append(sign.start())

    def _heading(self, sign: re.Match[str]) -> None:
        if self._open:
            self._open[-1].equals.append(sign.start())
        self._put(Sort.HEADING_END, sign.start(), sign.end())

    def _quotes(self, sign: re.Match[str]) -> None:
        self._put(Sort.QUOTES, sign.start(), sign.end())

    def _entity(self, sign: re.Match[str]) -> None:
        self._put(Sort.ENTITY, sign.start(), sign.end())

    def _invisible(self, sign: re.Match[str]) -> None:
        self._put(Sort.HIDDEN, sign.start(), sign.end())

    def _bidi(self, sign: re.Match[str]) -> None:
        why = f"the control character U+{ord(sign[0]):04X} would show the words in another order"
        self._put(Sort.UNREAD, sign.start(), sign.end(), why)

    def _comment(self, sign: re.Match[str]) -> None:
        found = self._words.find("-->", sign.end())
        if found < 0:
            self._put(Sort.UNREAD, sign.start(), len(self._words), "a comment is opened and never closed")
            self._place = len(self._words)
        else:
            self._put(Sort.HIDDEN, sign.start(), found + 3)
            self._place = found + 3

    def _tag(self, sign: re.Match[str]) -> None:
        name = sign["tag"].lower()
        if name == "ref":
            self._reference(sign)
        elif name in _WHOLE and not sign["closing"] and not sign["given"].endswith("/"):
            self._whole(sign, name)
        else:
            self._put(Sort.TAG, sign.start(), sign.end(), name)

    def _whole(self, sign: re.Match[str], name: str) -> None:
        closing = None if name in self._absent else re.compile(rf"</{name}\s{{0,9}}>", re.I).search(
            self._words, sign.end()
        )  # fmt: skip
        if closing is None:
            self._absent.add(name)
            self._put(Sort.TAG, sign.start(), sign.end(), name)
            return
        sort = Sort.LITERAL if name in SHOWN else Sort.HIDDEN if name in NOT_SHOWN else Sort.UNREAD
        why = f"what stands in <{name}> {_WHY.get(name, '')}"
        self._put(sort, sign.start(), closing.end(), why, (sign.end(), closing.start()))
        self._place = closing.end()

    def _reference(self, sign: re.Match[str]) -> None:
        if sign["closing"]:
            self._close_reference(sign)
        elif sign["given"].endswith("/"):
            self._put(Sort.REFERENCE, sign.start(), sign.end(), sign["given"].rstrip("/"))
        elif self._closes(sign.end()):
            opened = _Open(Sort.REFERENCE, sign.start(), sign.end(), words=sign["given"])
            opened.braces_outside, self._braces = self._braces, 0
            self._open.append(opened)
            self._references += 1
        else:
            self._put(Sort.UNREAD, sign.start(), sign.end(), "a reference is opened and never closed")

    def _closes(self, place: int) -> bool:
        """Is the next reference tag the end of one?"""
        while self._next_reference and self._next_reference[-1][0] < place:
            self._next_reference.pop()
        return bool(self._next_reference) and self._next_reference[-1][1] == "/"

    def _close_reference(self, sign: re.Match[str]) -> None:
        if not self._references:
            self._put(Sort.HIDDEN, sign.start(), sign.end())
            return
        while self._top() is not Sort.REFERENCE:
            self._abandon(self._open.pop())
        opened = self._open.pop()
        self._references -= 1
        self._braces = opened.braces_outside
        self._close(opened, opened.start, sign.end(), "", (opened.inside, sign.start()))
