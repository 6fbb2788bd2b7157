"""What are the lines of a text, and which of them run on?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_LAST_WORDS = re.compile(r"(?:\s*\[\w{1,12}\])*[\s\"'”’»)\]]*\Z")
ENDS = frozenset(".!?。！？…｡")
OPENING = 400
LONG = 200
# A copy with hard line breaks: nearly all lines within a page's width, and many that begin in mid-sentence.
PAGE_WIDTHS = (45, 110)
WRAPPED_SHARE = 0.2
FEWEST_RUNNING = 2
SLACK = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it: `start` to `end` without the blanks around, `gap` empty lines before.

    `label`: how many characters at the beginning are a label, where the page itself shows that (in bold, say). `side`:
    the column of an info-box, where the copy kept it.
    """

    start: int
    end: int
    words: str
    gap: int = 0
    label: int = 0
    side: int = 0


def lines_of(content: str) -> tuple[Line, ...]:
    """The lines of a text that have words, those that were broken only for the width of a page joined again."""
    return tuple(_joined(content, tuple(_lines(content))))


def is_long(words: str) -> bool:
    """Longer than any row of a table or a box."""
    return len(words) > LONG


def is_prose(words: str) -> bool:
    """Is it one sentence or more, rather than a heading, a name or a coded fact?"""
    if is_long(words):
        return True
    count = len(words.split())
    if words.isascii() or " " in words:
        enough, plenty = count >= 5, count >= 12
    else:
        enough, plenty = len(words) >= 12, len(words) >= 40
    return (enough and ends_a_sentence(words)) or (plenty and (". " in words or "。" in words))


def is_narrative(words: str) -> bool:
    """Is it a whole paragraph of sentences?"""
    return is_long(words) and ends_a_sentence(words)


def ends_a_sentence(words: str) -> bool:
    """Does it end with a full stop, question or exclamation mark, whatever notes and brackets follow?"""
    tail = words[-40:]
    closing = _LAST_WORDS.search(tail)
    core = tail[: closing.start()] if closing else tail
    return core[-1:] in ENDS if core else False


def is_short(words: str) -> bool:
    """Could it be a heading or a coded fact: a few words that end no sentence?"""
    return len(words) <= 120 and len(words.split()) <= 16 and not is_prose(words)


def has_figure(words: str) -> bool:
    """Is there a digit in it?"""
    return any(char.isdigit() for char in words[:OPENING])


def _lines(content: str) -> Iterator[Line]:
    before = 0
    for found in _LINE.finditer(content):
        words = found[0].strip()
        if not words:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        yield Line(start, start + len(words), words, gap=_gap(content, before, start))
        before = start + len(words)


def _gap(content: str, before: int, start: int) -> int:
    return max(0, content.count("\n", before, start) - 1) if before else 0


def _joined(content: str, lines: Sequence[Line]) -> Iterator[Line]:
    width = _width(lines)
    if not width:
        yield from lines
        return
    held = lines[0]
    last = held
    for line in lines[1:]:
        if _runs_on(last, line, width):
            held = replace(held, end=line.end)
        else:
            yield replace(held, words=content[held.start : held.end])
            held = line
        last = line
    yield replace(held, words=content[held.start : held.end])


def _width(lines: Sequence[Line]) -> int:
    """The width at which the lines of the text were broken, 0 if they were not."""
    lengths = sorted(len(line.words) for line in lines)
    if len(lengths) < 4:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    low, high = PAGE_WIDTHS
    if not low <= width <= high or lengths[-1] > 2 * width:
        return 0
    near = [(a, b) for a, b in pairwise(lines) if not b.gap and len(a.words) > width * 0.6]
    running = sum(1 for _, after in near if after.words[0].islower())
    return width if running >= FEWEST_RUNNING and running > WRAPPED_SHARE * len(near) else 0


def _runs_on(line: Line, after: Line, width: int) -> bool:
    """Would the next line's first word have had no room? Then the line was broken for it."""
    if after.gap:
        return False
    first_word = after.words[:width].split(maxsplit=1)[0]
    return len(line.words) + 1 + len(first_word) > width - SLACK
