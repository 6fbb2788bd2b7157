"""Which elements are open at this point of the page?

A table and each of its cells is a scope of its own: what is closed inside does not reach out of it. Every question is
answered by counting, never by searching, so that a page of a hundred thousand open elements costs no more than others.
"""

from collections import Counter
from dataclasses import dataclass, field

from thucydides.reading.pages.elements import BLOCKS, Context

# An end tag of bold, a link and the like closes its element only if that is no farther out than this.
NEAR = 32
TABLE = "table"
CELL = "cell"
RIVALS = {"li": {"li"}, "p": {"p"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}


@dataclass(slots=True)
class _Scope:
    """A table, a cell or the page: the elements from `base` on are its own."""

    name: str
    base: int
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class OpenElements:
    """The open elements, outermost first, each with what it means for the words in it."""

    _open: list[tuple[str, Context]] = field(default_factory=list)
    _scopes: list[_Scope] = field(default_factory=lambda: [_Scope("page", 0)])

    @property
    def context(self) -> Context:
        """What is known of the words that come next."""
        return self._open[-1][1] if self._open else Context()

    @property
    def innermost(self) -> str:
        """The name of the innermost element that is open."""
        return self._open[-1][0] if self._open else ""

    @property
    def scope(self) -> str:
        """Where the next words stand: in a cell, in a table outside its cells, or in neither."""
        return self._scopes[-1].name

    def begin(self, name: str, context: Context) -> None:
        """An element begins."""
        self._open.append((name, context))
        self._scopes[-1].counts[name] += 1

    def enter(self, scope: str) -> None:
        """A table or a cell begins."""
        self._scopes.append(_Scope(scope, len(self._open)))

    def leave(self, scope: str) -> bool:
        """The innermost table or cell ends, with all in it. False if the innermost is not of that kind."""
        if self._scopes[-1].name != scope:
            return False
        del self._open[self._scopes.pop().base :]
        return True

    def end(self, name: str) -> None:
        """An element ends with all in it, if it is open in this scope, and no block ends with a mere phrase."""
        if self._scopes[-1].counts[name] and (name in BLOCKS or self._is_near(name)):
            while self._end_innermost() != name:
                pass

    def make_room(self, name: str) -> None:
        """End what the new element cannot stand in: a list item in a list item, a paragraph in a paragraph."""
        rivals = RIVALS.get(name)
        if not rivals:
            return
        if self._is_own(-1, {"p"}) and self._is_own(-2, rivals):
            self._end_innermost()
        if self._is_own(-1, rivals):
            self._end_innermost()

    def _is_own(self, place: int, names: set[str]) -> bool:
        own = len(self._open) + place >= self._scopes[-1].base
        return own and self._open[place][0] in names

    def _end_innermost(self) -> str:
        name, _ = self._open.pop()
        self._scopes[-1].counts[name] -= 1
        return name

    def _is_near(self, name: str) -> bool:
        near = self._open[max(self._scopes[-1].base, len(self._open) - NEAR) :]
        for inner, _ in reversed(near):
            if inner == name or inner in BLOCKS:
                return inner == name
        return False
