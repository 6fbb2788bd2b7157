"""How is a page of a case made, and how is a claim of it written?"""

from functools import cache

from thucydides.authorities import Authorities, load
from thucydides.extracting.narrative import Narrative
from thucydides.extracting.scene import scene_of
from thucydides.vocabulary import Claim, Count, Finding, Passage, PassageKind, Qualifier, Text

_UNMARKED = (Qualifier.EXACT, Qualifier.VAGUE)


@cache
def gazetteer() -> Authorities:
    return load()


def page(written: str) -> Text:
    """A text of passages: `#` opens a title, `##` a heading, every other line is a paragraph."""
    passages, lines, start = [], [], 0
    for line in filter(None, (line.strip() for line in written.splitlines())):
        words = line.lstrip("# ")
        level = len(line) - len(line.lstrip("#"))
        kind = (PassageKind.PARAGRAPH, PassageKind.TITLE, PassageKind.HEADING)[min(level, 2)]
        passages.append(Passage(kind, start, start + len(words), level=level))
        lines.append(words)
        start += len(words) + 1
    return Text("0" * 64, "\n".join(lines), tuple(passages))


def heard(text: Text) -> tuple[Claim | Finding, ...]:
    return tuple(Narrative().claims(scene_of(text, "document", gazetteer())))


def claims_of(written: str) -> list[Claim]:
    return [claim for claim in heard(page(written)) if isinstance(claim, Claim)]


def lines_of(written: str) -> set[str]:
    return {as_line(claim) for claim in claims_of(written)}


def as_line(claim: Claim) -> str:
    """Event | attribute | target | value | concept and fate | claimant, empty ends left out."""
    value = str(claim.value)
    if isinstance(claim.value, Count) and claim.value.qualifier not in _UNMARKED:
        value += f" {claim.value.qualifier}"
    counted = f"{claim.counted.concept} {claim.counted.fate}".strip()
    cells = (claim.event.label, claim.attribute, str(claim.target), value, counted, claim.attribution.claimant)
    return " | ".join(cells).rstrip(" |")
