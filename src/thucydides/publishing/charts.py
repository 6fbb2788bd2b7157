"""How does a distribution look, as a picture that needs no program to be seen?

Charts are SVG text: one file, no script, sharp at any size, in the reader's own light or dark.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 720, 460
LEFT, RIGHT, TOP, BOTTOM = 64, 20, 44, 52

_STYLE = (
    "svg{color-scheme:light dark;background:light-dark(#fdfdfb,#161614)}"
    "text{font:13px 'Source Sans 3','Noto Sans',sans-serif;fill:light-dark(#1b1b19,#ebe8e0)}"
    ".axis,.tick{stroke:light-dark(#d8d5cc,#3b3a35)}"
    ".dot{fill:none;stroke:light-dark(#4f4d48,#bdb9af)}"
    ".law{fill:none;stroke:light-dark(#1b62ad,#76b0f2);stroke-width:2}"
    ".i80{stroke:light-dark(#1b1b19,#ebe8e0);stroke-width:5}"
    ".i95{stroke:light-dark(#4f4d48,#bdb9af);stroke-width:1.5}"
    ".band{fill:light-dark(#1b62ad,#76b0f2);opacity:.18}"
    ".title{font-weight:600}"
)
Point = tuple[float, float]


class LogLog:
    """A chart with logarithmic axes that hold all points. Coordinates are those of the data."""

    def __init__(self, points: Iterable[Point]) -> None:
        held = list(points)
        self._x = _decades(x for x, _ in held)
        self._y = _decades(y for _, y in held)

    def at(self, point: Point) -> Point:
        """Where a point of the data is drawn."""
        across = _share(point[0], self._x) * (WIDTH - LEFT - RIGHT)
        up = _share(point[1], self._y) * (HEIGHT - TOP - BOTTOM)
        return round(LEFT + across, 2), round(HEIGHT - BOTTOM - up, 2)

    def dots(self, points: Iterable[Point]) -> Iterator[str]:
        """A ring for each point."""
        for x, y in map(self.at, points):
            yield f'<circle class="dot" cx="{x}" cy="{y}" r="3"/>'

    def line(self, points: Iterable[Point]) -> str:
        """A line through the points."""
        return f'<polyline class="law" points="{_listed(map(self.at, points))}"/>'

    def axes(self, across: str, up: str) -> Iterator[str]:
        """The two axes with their decades and what they count."""
        for exponent in range(self._x[0], self._x[1] + 1):
            x, y = self.at((10.0**exponent, 10.0 ** self._y[0]))
            yield f'<path class="tick" d="M{x} {TOP}V{y}"/><text x="{x}" y="{y + 18}" text-anchor="middle">'
            yield f"{_decade(exponent)}</text>"
        for exponent in range(self._y[0], self._y[1] + 1):
            x, y = self.at((10.0 ** self._x[0], 10.0**exponent))
            yield f'<path class="tick" d="M{x} {y}H{WIDTH - RIGHT}"/><text x="{x - 8}" y="{y + 4}" text-anchor="end">'
            yield f"{_decade(exponent)}</text>"
        yield f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 10}" text-anchor="end">{escape(across)}</text>'
        yield f'<text x="{LEFT}" y="{TOP - 8}">{escape(up)}</text>'


def tail_chart(sizes: Sequence[float], law: Callable[[float], float], *, xmin: float, title: str, across: str) -> str:
    """The share of events at least so large, with the law over its tail. `law`: that share at a size from xmin on."""
    ordered = sorted(sizes)
    count = len(ordered)
    points = [(size, (count - place) / count) for place, size in enumerate(ordered)]
    steps = [xmin * (ordered[-1] / xmin) ** (step / 60) for step in range(61)]
    drawn = [(size, law(size)) for size in steps]
    chart = LogLog(points + drawn)
    up = "share of events at least so large"
    return _svg(title, [*chart.axes(across, up), *chart.dots(points), chart.line(drawn)])


Interval = tuple[float, float, float, float, float]
"""A middle value with its bounds of 80 % and of 95 %: middle, low, high, lowest, highest."""


def interval_chart(intervals: Sequence[tuple[float, Interval]], *, title: str, across: str, up: str) -> str:
    """Intervals over a logarithmic axis: a thick line for 80 %, a thin one for 95 %, a ring for the middle."""
    low, high = _decades(x for x, _ in intervals)
    top = max(interval[4] for _, interval in intervals) or 1.0

    def at(x: float, y: float) -> Point:
        drawn = _share(x, (low, high)) * (WIDTH - LEFT - RIGHT)
        return round(LEFT + drawn, 2), round(HEIGHT - BOTTOM - y / top * (HEIGHT - TOP - BOTTOM), 2)

    parts = list(_linear_axes(low, high, top, at, across, up))
    for x, (middle, lower, upper, lowest, highest) in intervals:
        place, _ = at(x, 0)
        (_, thin_top), (_, thin_end) = at(x, highest), at(x, lowest)
        (_, thick_top), (_, thick_end) = at(x, upper), at(x, lower)
        parts.append(f'<path class="i95" d="M{place} {thin_top}V{thin_end}"/>')
        parts.append(f'<path class="i80" d="M{place} {thick_top}V{thick_end}"/>')
        parts.append(f'<circle class="dot" cx="{place}" cy="{at(x, middle)[1]}" r="5"/>')
        parts.append(f'<text x="{place + 10}" y="{at(x, middle)[1] + 4}">{middle:.1f}</text>')
        parts.append(f'<text x="{place}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:,.0f}</text>')
    return _svg(title, parts)


def _linear_axes(
    low: int, high: int, top: float, at: Callable[[float, float], Point], across: str, up: str
) -> Iterator[str]:
    step = 10 ** floor(log10(top)) if top >= 1 else 1.0
    for number in range(int(top // step) + 1):
        left, y = at(10.0**low, number * step)
        yield f'<path class="tick" d="M{left} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{number * step:g}</text>'
    yield f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 10}" text-anchor="end">{escape(across)}</text>'
    yield f'<text x="{LEFT}" y="{TOP - 8}">{escape(up)}</text>'


def _svg(title: str, parts: Iterable[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style>"
        f'<text class="title" x="{LEFT}" y="18">{escape(title)}</text>{"".join(parts)}</svg>\n'
    )


def _decades(values: Iterable[float]) -> tuple[int, int]:
    held = [log10(value) for value in values if value > 0]
    low, high = floor(min(held) + 1e-9), ceil(max(held) - 1e-9)
    return low, max(high, low + 1)


def _share(value: float, decades: tuple[int, int]) -> float:
    return (log10(value) - decades[0]) / (decades[1] - decades[0])


def _decade(exponent: int) -> str:
    return f"{10**exponent:,}" if exponent >= 0 else f"{10.0**exponent:g}"


def _listed(points: Iterable[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
