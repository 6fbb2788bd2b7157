"""What does each element of a page mean for the words in it?"""

import re
from dataclasses import dataclass, replace

from thucydides.reading.layouts.lists import ELEMENTS, PAGE_PARTS
from thucydides.vocabulary import PassageKind

BLOCKS = ELEMENTS["blocks"]
EMPTY = ELEMENTS["empty"]
HIDDEN = ELEMENTS["hidden"]
FURNITURE = frozenset({"nav", "footer", "aside", "menu"})
CONTAINERS = frozenset({"div", "section", "ul", "ol", "dl", "table", "center", "p", "span", "form", "article"})
# A cell that calls itself a header heads a column; only one that calls itself a menu is the site's.
FURNITURE_OF = {**dict.fromkeys(CONTAINERS, "furniture"), "td": "menus"}
LEVELS = {f"h{level}": level for level in range(1, 7)}
KINDS: dict[str, PassageKind] = {
    "title": PassageKind.TITLE,
    "li": PassageKind.LIST_LINE,
    "dt": PassageKind.FURNITURE,
    "dd": PassageKind.FACT_LINE,
    "caption": PassageKind.CAPTION,
    "figcaption": PassageKind.CAPTION,
    **dict.fromkeys(LEVELS, PassageKind.HEADING),
}
# Elements that no heading can hold: where one begins, a heading that was not closed has ended.
ENDS_HEADING = frozenset({"p", "table", "ul", "ol", "dl", "hr", "li", "dd", "dt", "tr", "td", "th", "body", *LEVELS})
# Elements that may be a label or a value by the names of their styles alone.
FACTS = frozenset({"div", "h2", "h3", "h4", "p"})
BOLD = frozenset({"b", "strong"})

LONGEST_TITLE = 300

_NOT_SHOWN = re.compile(r"display\s{0,9}:\s{0,9}none", re.I)
# `has-sidebar` is what stands beside a sidebar.
_WITHOUT = re.compile(r"(?<![\w-])(?:has|no|with|without|hide|js)-[\w-]+")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of words from the elements they stand in."""

    kind: PassageKind | None = None
    level: int = 0
    hidden: bool = False
    furniture: bool = False
    preformatted: bool = False
    bold: bool = False
    link: bool = False
    references: bool = False
    in_article: bool = False
    in_definition: bool = False
    raised: bool = False
    link_title: str = ""
    note: str = ""
    placed: bool = False


def within(outer: Context, name: str, given: dict[str, str]) -> Context:
    """The context inside an element that stands in another."""
    inner = _entered(outer, name) if name in BLOCKS else outer
    if name in HIDDEN or _is_hidden(given):
        return replace(inner, hidden=True)
    if _is_furniture(inner, name, given):
        inner = replace(inner, furniture=True)
    if name in BOLD:
        return replace(inner, bold=True)
    if name == "sup":
        return replace(inner, raised=True)
    if name == "a" and "href" in given:
        return replace(inner, link=True, link_title=given.get("title", "")[:LONGEST_TITLE])
    return inner


def _entered(outer: Context, name: str) -> Context:
    inner = replace(outer, bold=False, link=False, link_title="", preformatted=outer.preformatted or name == "pre")
    if name in ENDS_HEADING and outer.kind in (PassageKind.HEADING, PassageKind.TITLE):
        inner = replace(inner, kind=None, level=0)
    if name in KINDS:
        inner = replace(inner, kind=KINDS[name], level=LEVELS.get(name, 0), in_definition=name in ("dt", "dd"))
    elif name == "table":
        inner = replace(inner, kind=None, level=0, in_definition=False)
    return replace(inner, in_article=True, furniture=False) if name in ("article", "main") else inner


def named_parts(given: dict[str, str]) -> frozenset[str]:
    """The words in an element's id, classes and role: `mainMenu nav-2` are main, menu and nav."""
    names = _WITHOUT.sub("", f"{given.get('id', '')} {given.get('class', '')} {given.get('role', '')}"[:500])
    return frozenset(part.casefold() for part in _PART.findall(names)) | frozenset(names.casefold().split())


def with_parts(context: Context, name: str, given: dict[str, str]) -> Context:
    """The context with what the element's own names say: a list of works, the words below a picture."""
    if "class" not in given:
        return context
    parts = named_parts(given)
    if parts & PAGE_PARTS["works"]:
        context = replace(context, references=True)
    if name in CONTAINERS and parts & PAGE_PARTS["captions"]:
        context = replace(context, kind=PassageKind.CAPTION)
    if name in FACTS and parts & PAGE_PARTS["labels"]:
        context = replace(context, kind=PassageKind.FURNITURE, level=0, in_definition=True)
    elif name in FACTS and parts & PAGE_PARTS["values"]:
        context = replace(context, kind=PassageKind.FACT_LINE, level=0, in_definition=True)
    if parts & PAGE_PARTS["coordinates"]:
        context = replace(context, placed=True)
    return replace(context, hidden=True) if parts & PAGE_PARTS["dropped"] else context


def is_box(given: dict[str, str]) -> bool:
    """Does a table call itself an info-box?"""
    return bool(named_parts(given) & PAGE_PARTS["boxes"])


def is_value(name: str, given: dict[str, str]) -> bool:
    """Does a phrase call itself the value of what stands before it?"""
    return name == "span" and "class" in given and bool(named_parts(given) & PAGE_PARTS["values"])


def _is_hidden(given: dict[str, str]) -> bool:
    """Is it never shown? What merely waits folded up until a reader opens it is part of the page."""
    hides = given.get("hidden", "shown") not in ("shown", "until-found")
    if hides or _NOT_SHOWN.search(given.get("style", "")[:1_000]):
        return not (named_parts(given) & PAGE_PARTS["folded"])
    return False


def _is_furniture(context: Context, name: str, given: dict[str, str]) -> bool:
    if name in FURNITURE or (name == "header" and not context.in_article):
        return not is_box(given)
    names = PAGE_PARTS.get(FURNITURE_OF.get(name, ""))
    return bool(names and given and named_parts(given) & names)
