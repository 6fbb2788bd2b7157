"""How do releases look on a terminal, and as JSON?"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thucydides.cli import show

if TYPE_CHECKING:
    from thucydides.vocabulary import Release


def released(made: "Release", path: Path, *, as_json: bool) -> None:
    """What was published, and where it lies."""
    if as_json:
        held = {"path": str(path), "unit": made.unit.name, "rules": made.rules.name, "rows": len(made.rows)}
        show.line(show.as_json({**held, "withheld": list(made.withheld)}))
        return
    show.line(f"{path}: {len(made.rows)} rows ({made.unit.label}) by the rules: {made.rules.label}")
    for reason in made.withheld:
        show.line(f"  published at your own answer: {reason}")


def tables(known: "Mapping[str, Sequence[tuple[str, str]]]", *, as_json: bool) -> None:
    """The tables by which a release can be made."""
    if as_json:
        listed = {kind: [{"name": name, "says": says} for name, says in held] for kind, held in known.items()}
        show.line(show.as_json(listed))
        return
    for kind, held in known.items():
        show.line(f"{kind}:")
        for name, says in held:
            show.line(f"  {name}: {says}")
