"""How do words of strangers come onto a page safely?

Everything is escaped; characters that would reorder, hide or break the text around them are shown by their number.
"""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from thucydides.web.vendor import type_sheets
from thucydides.web.wording import clipped, in_words

_REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = (*(code for code in range(0x20) if code not in (9, 10, 13)), *range(0x7F, 0xA0))
_HALVES = range(0xD800, 0xE000)  # halves of a character, which no page can carry
_TAGS = range(0xE0000, 0xE0080)
_SHOWN = {code: f"‹U+{code:04X}›" for code in (*_REORDERING, *_CONTROLS, *_HALVES, *_TAGS)}


def made_visible(value: Any) -> Any:
    """Strings with what cannot be seen, or would move other words, shown by its number."""
    return value.translate(_SHOWN) if isinstance(value, str) and not value.isprintable() else value


def rendered(template: str, **values: object) -> str:
    """A page from its template."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("thucydides.web"),
        autoescape=True,
        finalize=made_visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["type_sheets"] = type_sheets()
    environment.filters |= {"clip": clipped, "in_words": in_words}
    return environment
