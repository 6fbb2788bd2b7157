"""In what forms does a record name its commanders?"""

from collections.abc import Callable, Sequence

from tests.extracting.records.made_figures import Draw

Said = tuple[str, list[tuple[str, ...]]]

_ARMY = ("Gen.", "Lt. Gen.", "Maj. Gen.", "Brig. Gen.", "Col.", "Lt. Col.", "Maj.", "Capt.", "1st Lt.", "Lt.",
         "Bvt. Brig. Gen.", "Acting Brig. Gen.", "Colonel", "General", "Major Gen.", "Governor", "2nd Lt.",
         "Brevet Maj. Gen.", "Judge", "Sgt.")  # fmt: skip
_NAVY = ("Flag-Officer", "Rear Adm.", "Cdr.", "Lt. Comdr.", "Lt. Cdr.", "Acting Master", "Commodore", "Adm.",
         "Acting Rear Adm.", "Capt. (Naval)", "Lt. Commander", "Comdr.", "Flag Officer", "Master", "Acting Lt.",
         "Acting Volunteer Lt.", "Commander")  # fmt: skip
_PEOPLE = ("Amos T. Carver", "J.B. Holloway", "Silas Whitcombe", "H. W. Prather", "Nathan Q. Marlowe, Jr.",
           "Edmund Du Vall", "L. Percival Strode", "John S. \"Brass\" Kettering", "T.J. McAvoy", "William St. Aubyn",
           "Otto von Restorff", "P.G.F. Delacroix", "Ezra Pym",
           "Alonzo De La Vere", "George Washington Tibbs")  # fmt: skip
_CHIEFS = ("Red Elk", "Walks Alone", "Tall Heron", "Inkmatoya", "Two Rivers", "Grey Otter", "Opotheya")


def _side(draw: Draw, side: str, how_many: int = 1, ranks: Sequence[str] = _ARMY) -> list[tuple[str, str]]:
    if side == "I":
        return [(f"Chief {chief}", chief) for chief in draw.sample(_CHIEFS, how_many)]
    return [(f"{draw.pick(ranks)} {person}", person) for person in draw.sample(_PEOPLE, how_many)]


def _row(
    template: str, *, first: int = 1, second: int = 1, ranks: Sequence[str] = _ARMY, unmarked: bool = False
) -> Callable[[Draw], Said]:
    """A row of commanders; `{a}` and `{b}` are the lists of the two sides, `{s}` and `{t}` their marks."""

    def form(draw: Draw) -> Said:
        sides = [_side(draw, draw.sides[0], first, ranks), _side(draw, draw.sides[1], second)]
        lists = [_listed([words for words, _ in side]) for side in sides]
        words = template.format(a=lists[0], b=lists[1], s=draw.sides[0], t=draw.sides[1])
        said: list[tuple[str, ...]] = [
            ("" if unmarked else draw.actor(mark), person)
            for mark, side, used in zip(draw.sides, sides, ("{a}" in template, "{b}" in template), strict=True)
            if used
            for _, person in side
        ]
        return words, said

    return form


def _listed(persons: list[str]) -> str:
    if len(persons) < 3:
        return " and ".join(persons)
    return ", ".join(persons[:-1]) + f", and {persons[-1]}"


COMMANDER_FORMS: tuple[Callable[[Draw], Said], ...] = (
    _row("{a} [{s}]; {b} [{t}]"),
    _row("{a} [{s}]; {b} [{t}]", first=2),
    _row("{a} [{s}]; {b} [{t}]", first=3, second=2),
    _row("{a} [{s}]; {b} [{t}]", ranks=_NAVY),
    _row("{a} [{s}]; {b} [{t}]", ranks=_NAVY, first=2),
    _row("{a}[{s}]; {b}[{t}]"),
    _row("{a} [{s}]; unknown [{t}]"),
    _row("{a} [{s}]; Unknown [{t}]"),
    _row("Unknown"),
    _row("None [{s}]; {b} [{t}]"),
    _row("No known commander [{s}]; {b} [{t}]"),
    _row("{a} ({s}); {b} ({t})"),
    _row("[{s}] {a}; [{t}] {b}"),
    _row("[{s}] {a}; [{t}] {b}", first=2),
    _row("{a}, commanding the garrison [{s}]; {b} [{t}]"),
    _row("{a} [{s}], {b} [{t}]"),
    _row("{a} [{s}] and {b} [{t}]"),
    _row("{a}; {b}", unmarked=True),
    _row("{a}", unmarked=True, first=2),
    _row("{a}, U.S.N. [{s}]; {b} [{t}]", ranks=_NAVY),
    _row("{a} (wounded) [{s}]; {b} (killed) [{t}]"),
    _row("{s}: {a}; {t}: {b}"),
    _row("{a} [ {s} ]; {b} [ {t} ]"),
    _row("{a} [{s}]; Not known [{t}]"),
    _row("{a} [{s}]. {b} [{t}]"),
    _row("{a} [{s}]; {b} [{t}].", second=2),
)
