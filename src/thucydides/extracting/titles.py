"""Which words of a heading name its subject?"""

import re
from collections import Counter

from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import Text, tokens

_NUMBERED = re.compile(r"\d{1,3}[.)]\s+")
_DATED = re.compile(r"\([^()]{0,60}\d{3,4}\)$")
_SECOND_NAME = re.compile(r"(?<=\w),?\s{1,3}(?:or|also called|also known as)\s{1,3}(?=[A-Z])")
_SITE = re.compile(r"\s{0,3}[|•·»]\s{0,3}|\s{1,3}[-–—]{1,2}\s{1,3}|:{1,2}\s{1,3}")
_LONGEST = 200
_SMALL = 3  # letters of `of`, `the` and the like


def subject_of(heading: Piece, text: Text) -> Piece:
    """A heading without its number, the site's name, and a second name and the date in brackets after it."""
    if len(heading.words) > _LONGEST:
        return heading
    name = without_site(heading, text)
    number = _NUMBERED.match(name.words)
    begin = number.end() if number else 0
    ends = [
        found.start() for found in (_SECOND_NAME.search(name.words, begin), _DATED.search(name.words, begin)) if found
    ]
    return name.part(begin, min(ends, default=len(name.words)))


def without_site(heading: Piece, text: Text) -> Piece:
    """`Register of Fields - First Ford`: the one part of a title that no collection of pages is called by.

    Failing that, the part of which the page goes on to speak; the whole title where none stands out.
    """
    parts = tuple(heading.split(_SITE))
    if len(parts) < 2:
        return heading
    own = [part for part in parts if not any(table("collections").found_in(part.words))]
    if len(own) == 1:
        return own[0]
    spoken = Counter(tokens(text.content)) - Counter(tokens(heading.words))
    first, second, *_ = sorted(parts, key=lambda part: _share(part.words, spoken), reverse=True)
    return first if _share(first.words, spoken) > _share(second.words, spoken) else heading


def _share(name: str, spoken: Counter[str]) -> float:
    """How much of a name, its small words aside, is spoken of."""
    words = [token for token in tokens(name) if len(token) > _SMALL]
    return sum(1 for word in words if spoken[word]) / max(1, len(words))
