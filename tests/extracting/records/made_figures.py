"""In what forms does a record give forces and losses, and what does each of them say?"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ACTORS = {
    "US": "United States", "USA": "United States", "CS": "Confederate States", "CSA": "Confederate States",
    "I": "Native Americans",
}  # fmt: skip
Said = tuple[str, list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Draw:
    """The luck of a record and the marks of its sides."""

    luck: random.Random
    sides: tuple[str, str]

    def actor(self, mark: str) -> str:
        return ACTORS[mark]

    def pick(self, among: Sequence[str]) -> str:
        return self.luck.choice(among)

    def sample(self, among: Sequence[str], how_many: int) -> list[str]:
        return self.luck.sample(among, how_many)

    def figures(self, how_many: int) -> set[int]:
        """So many figures, no two of them alike."""
        found: set[int] = set()
        while len(found) < how_many:
            found.add(self.figure())
        return found

    def figure(self) -> int:
        return self.luck.choice(
            (self.luck.randrange(2, 99), self.luck.randrange(100, 999), self.luck.randrange(10, 300) * 100)
        )


def _row(template: str, *said: tuple[str, str] | tuple[str, str, str], kind: str) -> Callable[[Draw], Said]:
    """A row of figures. `{a}`, `{b}`, ... are numbers, `{s}`, `{t}` the marks; `said`: whose (`all`, `s`, `t`), which
    figure (`a`, `a-b`, `unknown`, `0`, `a+` for an open upper side, `-a` for an open lower one), and of what."""

    def form(draw: Draw) -> Said:
        numbers = dict(zip("abcdefgh", sorted(draw.figures(8)), strict=True))
        s, t = draw.sides
        words = template.format(s=s, t=t, **{name: f"{number:,}" for name, number in numbers.items()})
        whose = {"all": "all", "s": draw.actor(s), "t": draw.actor(t), "event": "event"}
        return words, [
            (whose[item[0]], *_bounds(item[1], numbers), item[2] if len(item) > 2 else kind) for item in said
        ]

    return form


def _bounds(figure: str, numbers: dict[str, int]) -> tuple[str, str]:
    def number(name: str) -> str:
        return str(numbers[name]) if name in numbers else name

    if figure.endswith("+"):
        return number(figure[:-1]), "-"
    if figure.startswith("-"):
        return "-", number(figure[1:])
    low, _, high = figure.partition("-")
    return ("unknown", "unknown") if figure == "unknown" else (number(low), number(high or low))


def _losses(template: str, *said: tuple[str, str] | tuple[str, str, str]) -> Callable[[Draw], Said]:
    return _row(template, *said, kind="casualties")


def _forces(template: str, *said: tuple[str, str] | tuple[str, str, str]) -> Callable[[Draw], Said]:
    return _row(template, *said, kind="personnel")


LOSS_FORMS: tuple[Callable[[Draw], Said], ...] = (
    _losses("{c} total ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("Total unknown ({s} {a}; {t} unknown)", ("all", "unknown"), ("s", "a"), ("t", "unknown")),
    _losses("Unknown ({s} {a}; {t} unknown)", ("all", "unknown"), ("s", "a"), ("t", "unknown")),
    _losses("{s} {a} killed, {b} wounded; {t} unknown", ("s", "a", "killed"), ("s", "b", "wounded"), ("t", "unknown")),
    _losses("Unknown", ("all", "unknown")),
    _losses("None", ("all", "0")),
    _losses("none", ("all", "0")),
    _losses("{c} total", ("all", "c")),
    _losses("Total {c} ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("({s} {a}; {t} unknown)", ("s", "a"), ("t", "unknown")),
    _losses("{c} ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{d} total ({s} {a}k/{b}w/{c}m; {t} unknown)", ("all", "d"), ("s", "a", "killed"), ("s", "b", "wounded"),
            ("s", "c", "missing"), ("t", "unknown")),
    _losses("{d} total ({s} {a}K/{b}W; {t} {c} captured)", ("all", "d"), ("s", "a", "killed"), ("s", "b", "wounded"),
            ("t", "c", "captured")),
    _losses("approx. {c} total", ("all", "c")),
    _losses("About {c} ({s} {a}; {t} {b}+)", ("all", "c"), ("s", "a"), ("t", "b+")),
    _losses("More than {c} total", ("all", "c+")),
    _losses("{c}-{d} total ({s} {a}-{b}; {t} unknown)", ("all", "c-d"), ("s", "a-b"), ("t", "unknown")),
    _losses("{s}: {a}; {t}: {b}", ("s", "a"), ("t", "b")),
    _losses("{s} {a}; {t} {b}", ("s", "a"), ("t", "b")),
    _losses("{s} {a}, {t} {b}", ("s", "a"), ("t", "b")),
    _losses("{c} total ({s} {a}, {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total: {s} {a}; {t} {b}", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total ({a} {s}; {b} {t})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{a} {s}; {b} {t}", ("s", "a"), ("t", "b")),
    _losses("{c} total [{s} {a}; {t} {b}]", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{a} [{s}]; {b} [{t}]", ("s", "a"), ("t", "b")),
    _losses("{a} killed, {b} wounded [{s}]; unknown [{t}]",
            ("s", "a", "killed"), ("s", "b", "wounded"), ("t", "unknown")),
    _losses("Total: {c}", ("all", "c")),
    _losses("{c}", ("all", "c")),
    _losses("{c} total ({s} none; {t} {b})", ("all", "c"), ("s", "0"), ("t", "b")),
    _losses("{c} total ({s} approx. {a}; {t} est. {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total ({s} {a} killed and wounded; {t} {b} missing)", ("all", "c"), ("s", "a", "killed+wounded"),
            ("t", "b", "missing")),
    _losses("est. {c} ({a} each)", ("all", "c")),
    _losses("{c} total ({s} {a}; {t} {b}).", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total ({s} {a};{t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total ({s} {a}/{t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total ({s} {a} and {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{s} unknown; {t} unknown", ("s", "unknown"), ("t", "unknown")),
    _losses("[{s}] {a}; [{t}] {b}", ("s", "a"), ("t", "b")),
    _losses("{s} {a} ({b} killed, {c} wounded); {t} {d}",
            ("s", "a"), ("s", "b", "killed"), ("s", "c", "wounded"), ("t", "d")),
    _losses("Total at least {c} ({s} {a}; {t} at least {b})", ("all", "c+"), ("s", "a"), ("t", "b+")),
    _losses("Not known", ("all", "unknown")),
    _losses("None known", ("all", "0")),
    _losses("{c} casualties ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _losses("{c} total (est.)", ("all", "c")),
)  # fmt: skip

STRENGTH_FORMS: tuple[Callable[[Draw], Said], ...] = (
    _forces("{c} total ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _forces("4th Zeta Volunteer Infantry [{s}]; unknown [{t}]", ("t", "unknown")),
    _forces("Corps"),
    _forces("Regiments"),
    _forces("Brigades"),
    _forces("approx. {c} total", ("all", "c")),
    _forces("{s} {a}-{b}; {t} unknown", ("s", "a-b"), ("t", "unknown")),
    _forces("Brigade ({a} men) [{s}]; Garrison (approx. {b}) [{t}]", ("s", "a"), ("t", "b")),
    _forces("about {a} men [{s}]; ~{b} [{t}]", ("s", "a"), ("t", "b")),
    _forces("Detachments from eight units ({a}) [{s}]; {b}-{c} warriors [{t}]", ("s", "a"), ("t", "b-c")),
    _forces("[{s}] about {a}; [{t}] {b}", ("s", "a"), ("t", "b")),
    _forces("2 infantry regiments, a battery, and escort (total force {a}) [{s}]; a small cavalry force [{t}]",
            ("s", "a")),
    _forces("Regiments: {c} total ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _forces("Divisions: {c} total ({s} {a}; {t} unknown)", ("all", "c"), ("s", "a"), ("t", "unknown")),
    _forces("{s} {a}; {t} {b}", ("s", "a"), ("t", "b")),
    _forces("{s}: {a}; {t}: {b}", ("s", "a"), ("t", "b")),
    _forces("Unknown", ("all", "unknown")),
    _forces("Unknown [{s}]; {b} [{t}]", ("s", "unknown"), ("t", "b")),
    _forces("{c} total({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _forces("{c} ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _forces("fewer than {a} [{s}]; more than {b} [{t}]", ("s", "-a"), ("t", "b+")),
    _forces("XII Corps and XIX Corps ({a}) [{s}]; Marlowe's Corps ({b}) [{t}]", ("s", "a"), ("t", "b")),
    _forces("Garrison (approx. {a} [{s}]; {b}[{t}])", ("s", "a"), ("t", "b")),
    _forces("Total {c} ({s} {a}; {t} {b})", ("all", "c"), ("s", "a"), ("t", "b")),
    _forces("Army of the Osk [{s}]; 8th and 9th Zeta Cavalry, 2nd Zeta Infantry [{t}]"),
    _forces("3rd Division, XVI Army Corps [{s}]; Fort Ambry Garrison (est. {b} men) [{t}]", ("t", "b")),
    _forces("{a} men from nine regiments [{s}]; 1st Cavalry Brigade [{t}]", ("s", "a")),
    _forces("{c} total ({s} approx. {a}; {t} {b}+)", ("all", "c"), ("s", "a"), ("t", "b+")),
    _forces("No {s} troops [{s}]; {b} [{t}]", ("s", "0"), ("t", "b")),
    _forces("Regiments: total unknown ({s} {a}; {t} unknown)", ("all", "unknown"), ("s", "a"), ("t", "unknown")),
    _forces("{a} [{s}]; {b} [{t}]", ("s", "a"), ("t", "b")),
    _forces("Companies A, C, and F, 7th Zeta ({a}) [{s}]; 400th Zeta Militia [{t}]", ("s", "a")),
    _forces("Union garrison of {a} [{s}]; Confederate force of about {b} [{t}]", ("s", "a"), ("t", "b")),
    _forces("{c} total ({a} {s}; {b} {t})", ("all", "c"), ("s", "a"), ("t", "b")),
    _forces("Two divisions, numbering about {a} [{s}]; one division, totalling {b} [{t}]", ("s", "a"), ("t", "b")),
    _forces("{s} {a}, {t} {b}", ("s", "a"), ("t", "b")),
    _forces("U.S. Steamers Osk and Petrel [{s}]; Battery of 6 guns [{t}]"),
    _forces("{a} [{s}], {b} [{t}]", ("s", "a"), ("t", "b")),
)  # fmt: skip
