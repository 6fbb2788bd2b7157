"""What can be said of a slot?"""

from dataclasses import dataclass

from thucydides.vocabulary.counts import Count
from thucydides.vocabulary.dates import Duration, HistoricalDate


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the script of the document; `language` as a BCP 47 tag (`ja`, `ja-Latn`), empty if not known."""

    words: str
    language: str = ""

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage that is its own value: a place, a cause, a region, a citation. A part of the evidence, never more."""

    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as mentioned, where the value itself is an actor (the sponsor of a client)."""

    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Said:
    """The claim lies in its target and attribute alone: this actor was a belligerent, won, signed."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Code:
    """One or more codes of a list in `codes.toml`, for instance `victory` of `outcome`."""

    codes: tuple[str, ...]

    def __str__(self) -> str:
        return "+".join(self.codes)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in somebody's list: `cow-war:999`."""

    scheme: str
    number: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.number}"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east, WGS 84."""

    latitude: float
    longitude: float
    as_written: str

    def __str__(self) -> str:
        return f"{self.latitude:.5f},{self.longitude:.5f}"


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A severity on a logarithmic scale, as printed."""

    figure: str

    def __str__(self) -> str:
        return self.figure


Value = Count | HistoricalDate | Duration | Name | Wording | Party | Said | Code | Identifier | Coordinates | Magnitude
