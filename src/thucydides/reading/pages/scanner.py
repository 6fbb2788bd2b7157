"""Where are the tags, the words and the entities of a page?

A scanner of our own for two reasons: the text of a page is known by its hash, so it must not change with the patch
release of the language's parser; and no page, however broken, may take more than one pass. What is not closed ends
where a reader would end it: a tag at the next `>`, a comment likewise, a script with the page.
"""

import html
import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Sort(Enum):
    """What a token is."""

    WORDS = auto()
    ENTITY = auto()
    START = auto()
    END = auto()


class Token(NamedTuple):
    """A token at `start` to `end` of the page: `words` as they read, or the name of the tag with its inside."""

    sort: Sort
    start: int
    end: int
    words: str
    inside: str = ""


_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:_-]{0,60})")
_INSIDE = re.compile(r"(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+>")
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
_ODD = re.compile(r"[<&]")
SILENT = frozenset({"script", "style", "textarea", "noframes", "noembed", "xmp", "iframe", "svg", "math"})


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page in order; scripts, styles, comments and declarations are left out."""
    return _Scanner(page).tokens()


def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag, the first of each name, entities decoded."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return found


class _Scanner:
    """One pass over a page. What failed once to be closed is not looked for again."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._last_tag = page.rfind("<")
        self._last_tag_end = page.rfind(">")
        self._trusts_quotes = True
        self._trusts_comments = True

    def tokens(self) -> Iterator[Token]:
        at = begun = 0
        while odd := _ODD.search(self._page, at):
            found = self._entity(odd.start()) if odd[0] == "&" else self._markup(odd.start())
            if found is None:
                at = odd.end()
                continue
            if begun < odd.start():
                yield Token(Sort.WORDS, begun, odd.start(), self._page[begun : odd.start()])
            if found.words:
                yield found
            at = begun = found.end
        if begun < len(self._page):
            yield Token(Sort.WORDS, begun, len(self._page), self._page[begun:])

    def _entity(self, start: int) -> Token | None:
        found = _ENTITY.match(self._page, start)
        if not found:
            return None
        words = html.unescape(found[0])
        if words == found[0]:
            return None
        known = _written_length(found[0], words)
        return Token(Sort.ENTITY, start, start + known[1], known[0])

    def _markup(self, start: int) -> Token | None:
        if start > self._last_tag_end:
            return self._cut_off(start)
        following = self._page[start + 1 : start + 4]
        if following.startswith(("!", "?")):
            return self._silent(start, self._comment_end(start) if following == "!--" else self._next_end(start))
        name = _NAME.match(self._page, start)
        return self._tag(start, name) if name else None

    def _cut_off(self, start: int) -> Token | None:
        """A tag or comment in whose middle the page ends; any other `<` there is a sign among words."""
        broken = self._page.startswith("<!--", start) or (start == self._last_tag and _NAME.match(self._page, start))
        return self._silent(start, len(self._page)) if broken else None

    def _tag(self, start: int, name: re.Match[str]) -> Token:
        end = self._tag_end(name.end())
        word = name[1].lower()
        if self._page[start + 1] == "/":
            return Token(Sort.END, start, end, word)
        inside = self._page[name.end() : end - 1]
        if word in SILENT and not inside.endswith("/"):
            return self._silent(start, self._element_end(word, end))
        return Token(Sort.START, start, end, word, inside)

    @staticmethod
    def _silent(start: int, end: int) -> Token:
        return Token(Sort.WORDS, start, end, "")

    def _next_end(self, start: int) -> int:
        return self._page.find(">", start) + 1 or len(self._page)

    def _tag_end(self, start: int) -> int:
        if self._trusts_quotes and (whole := _INSIDE.match(self._page, start)):
            return whole.end()
        self._trusts_quotes = False
        return self._next_end(start)

    def _comment_end(self, start: int) -> int:
        end = self._page.find("-->", start + 2) if self._trusts_comments else -1
        if end >= 0:
            return end + 3
        self._trusts_comments = False
        return self._next_end(start)

    def _element_end(self, name: str, start: int) -> int:
        closing = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.I).search(self._page, start)
        return closing.end() if closing else len(self._page)


def _written_length(entity: str, words: str) -> tuple[str, int]:
    """The character, and how long its entity is: `&ampx` is an ampersand of four letters before an x."""
    if entity.endswith(";"):
        return words, len(entity)
    rest = next((size for size in range(1, len(entity)) if words[1:] == entity[-size:]), 0)
    return (words[:1], len(entity) - rest) if rest else (words, len(entity))
