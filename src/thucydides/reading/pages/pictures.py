"""What does a picture among the words show, as the page calls it?

A flag before a figure says whose it is, and often nothing else does: its name stands in the words for those who cannot
see it, in the title of the link around it, or in the name of its file.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

_FILE = re.compile(r"(?:\d{1,4}px-)?(?P<name>[^/?#]{1,200}?)(?:\.\w{2,4}){1,2}(?:[?#].*)?\Z", re.DOTALL)
_FLAG = re.compile(
    r"(?:state |civil |naval |war |military )?(?:flag|ensign|banner|standard|coat of arms|arms)"
    r"(?: icon)?(?: of)?(?: the)?\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[\W\d_]*(?:flag|image|icon|border|picture|photo|logo|naval|file|spacer|blank)?[\W\d_]*\Z", re.I)
_SOURCES = ("src", "data-src", "data-mw-src", "resource")


def shown(given: Mapping[str, str], link_title: str) -> str:
    """What the page calls a picture; empty where it gives no name at all."""
    for name in _names(given, link_title):
        bare = _FLAG.sub("", name[:200]).strip(" _-:")
        if not _NO_NAME.match(bare):
            return bare
    return ""


def _names(given: Mapping[str, str], link_title: str) -> Iterator[str]:
    for attribute in ("alt", "data-alt"):
        yield _without_ending(given.get(attribute, ""))
    yield _without_ending(link_title)
    yield given.get("title", "")
    for attribute in _SOURCES:
        path = unquote(given.get(attribute, "")[:2_000]).rpartition("/")[2].replace("_", " ")
        yield _without_ending(path)


def _without_ending(name: str) -> str:
    """`23px-Flag of Ruritania.svg.png` and `File:Flag of Ruritania.svg` without what is not the name."""
    bare = name.removeprefix("File:").removeprefix("Image:")
    found = _FILE.match(bare.rpartition("/")[2]) if "." in bare else None
    return found["name"] if found else bare
