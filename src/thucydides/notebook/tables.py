"""How does a list of rows become a data frame?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

Item = TypeVar("Item")


class Table(Sequence[Item], Generic[Item]):
    """Rows that can be walked through one by one, or taken as a whole into pandas or Arrow."""

    def __init__(self, items: Sequence[Item], fields: Callable[[Item], Mapping[str, Any]]) -> None:
        self._items = tuple(items)
        self._fields = fields

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> "Table[Item]": ...
    def __getitem__(self, place: int | slice) -> "Item | Table[Item]":
        """A row, or a table of some of them."""
        return Table(self._items[place], self._fields) if isinstance(place, slice) else self._items[place]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __repr__(self) -> str:
        return f"<{len(self)} rows: {', '.join(self._fields(self._items[0])) if self._items else 'none'}>"

    def records(self) -> list[dict[str, Any]]:
        """Each row as a dictionary."""
        return [dict(self._fields(item)) for item in self._items]

    def to_pandas(self) -> Any:
        """A pandas data frame. Needs the extra `release`."""
        import pandas

        return pandas.DataFrame(self.records())

    def to_arrow(self) -> Any:
        """An Arrow table. Needs the extra `release`."""
        import pyarrow

        return pyarrow.Table.from_pylist(self.records())
