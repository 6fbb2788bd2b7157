"""How are many phrases looked for at once?"""

import re
from collections.abc import Iterable
from typing import Any


def one_of(phrases: Iterable[str], *, gap: str = r"\s+") -> str:
    """Phrases as one alternative of a pattern, longer ones first; `gap` is what may stand for a blank in them.

    Written as a tree of letters: where a letter does not fit, no phrase that goes on so is tried.
    """
    tree: dict[str, Any] = {}
    for phrase in sorted(phrases):
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return f"(?:{_written(tree, gap)})"


def _written(tree: dict[str, Any], gap: str) -> str:
    """What may follow; longer phrases go before the one that ends here."""
    further = [
        (gap if letter == " " else re.escape(letter)) + _written(branch, gap)
        for letter, branch in tree.items()
        if letter
    ]
    if len(further) < 2 and "" not in tree:
        return "".join(further)
    return f"(?:{'|'.join(further)})" + ("?" if "" in tree else "") if further else ""
