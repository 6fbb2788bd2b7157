"""In which words can a figure, a date or an outcome be said so that it reads the same?

Each function gives several wordings, the document's own first: what is vague there stays as vague.
"""

import re
from collections.abc import Iterator, Mapping

from thucydides.publishing.writing.accounts import Entry
from thucydides.vocabulary import Code, Count, Duration, HistoricalDate

_MARKS = re.compile(r"\s?\[(?:(?:note|nb|n|fn)\s)?[\w ]{1,9}\]")
_SMALL = frozenset({
    "of", "the", "and", "in", "on", "at", "near", "de", "la", "le", "les", "du", "des", "von", "van", "der", "den",
    "et", "del", "al", "y", "to", "for",
})  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# What the parts of a mixed concept are called in a list.
_COUNTED_AS: Mapping[str, str] = {
    "dead": "dead", "killed": "killed", "battle_deaths": "battle deaths", "died_of_wounds": "died of wounds",
    "died_of_disease": "died of disease", "died_in_captivity": "died in captivity", "personnel": "men",
    "casualties": "casualties",
}  # fmt: skip
_OUTCOMES: Mapping[str, str] = {
    "victory": "Victory", "stalemate": "Stalemate", "ceasefire": "Ceasefire", "treaty": "Treaty",
    "withdrawal": "Withdrawal", "unsettled": "Unsettled dispute", "transformed": "Transformed into another war",
    "ongoing": "Ongoing", "unknown": "Unknown",
}  # fmt: skip
_SUFFIX_OF_BASIS: Mapping[str, str] = {
    "archival": "archival figures", "roll": "death rolls", "communique": "official figures",
    "scholarly": "scholarly estimates", "dataset": "dataset", "unknown": "estimate",
}  # fmt: skip


def unmarked(words: str) -> str:
    """Words in one line without the marks of notes."""
    return " ".join(_MARKS.sub("", words).split())


def capitalised(words: str) -> str:
    """A name that a copy has in small letters, with capitals; any other as it is."""
    if not words.islower():
        return words
    return " ".join(
        word if word in _SMALL and place else f"{word[:1].upper()}{word[1:]}"
        for place, word in enumerate(words.split(" "))
    )


def concept_words(entry: Entry) -> str:
    """What is counted, in words that every reader knows: `dead or missing`, `ships lost`."""
    counted = entry.claim.counted
    parts = [_COUNTED_AS.get(part, part.replace("_", " ")) for part in counted.concept.split("+") if part]
    said = ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + "".join(parts[-1:])
    return f"{said} {counted.fate}".strip()


def figures(entry: Entry) -> list[str]:
    """A count with what it counts: as quoted, else put together from its words, else in plain words."""
    claim = entry.claim
    assert isinstance(claim.value, Count)
    written = unmarked(claim.value.as_written)
    quoted = unmarked(claim.quote)
    alone = quoted.partition(":")[2].strip() == written
    said = [] if alone else [quoted]
    named = unmarked(claim.concept_words)
    fate = claim.counted.fate
    said += [f"{written} {named}"] if named else [written] if not (alone and claim.counted.concept) else []
    said += [f"{written} {concept_words(entry)}".strip()]
    said += [
        f"{written} {population} {concept_words(entry)}" for population in [claim.counted.population] if population
    ]
    said += [f"{written} {named} {fate}"] if named and fate else []
    return list(dict.fromkeys(said))


def claimant_headings(entry: Entry) -> list[str]:
    """How a heading names who speaks."""
    who, basis = unmarked(entry.claimant), entry.claim.attribution.basis.value
    return [f"{who} {_SUFFIX_OF_BASIS[basis]}", f"According to {who}"]


def dates(entry: Entry) -> list[str]:
    """A date or length as written, else spelled out with its year."""
    value = entry.claim.value
    quoted = unmarked(entry.claim.quote)
    said = [unmarked(value.as_written)] if isinstance(value, HistoricalDate | Duration) else []
    spelled = date_in_words(value.edtf) if isinstance(value, HistoricalDate) else ""
    return list(dict.fromkeys(filter(None, [*said, spelled, quoted])))


def date_in_words(edtf: str) -> str:
    """`1939-08` is August 1939, `1939-08~` about August 1939; empty for a shape that has no short words."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        ends = date_in_words(first), date_in_words(last)
        return " – ".join(ends) if all(ends) else ""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)", edtf)
    if not found:
        return ""
    year, month, day, doubt = found.groups()
    named = [str(int(day))] if day else []
    if month and not 1 <= int(month) <= len(_MONTHS):
        return ""
    named += [_MONTHS[int(month) - 1]] if month else []
    return ("about " if doubt else "") + " ".join([*named, year])


def outcomes(entry: Entry) -> Iterator[str]:
    """How it ended, or who won or lost."""
    claim, who = entry.claim, " and ".join(entry.names)
    yield unmarked(claim.quote)
    if claim.attribute == "loser":
        yield f"{who} defeat"
        yield f"Defeat of {who}"
    elif claim.attribute == "winner" or (isinstance(claim.value, Code) and claim.value.codes == ("victory",)):
        yield f"{who} victory".strip().capitalize() if not who else f"{who} victory"
        yield f"Victory of {who}"
    elif isinstance(claim.value, Code):
        yield ", ".join(_OUTCOMES.get(code, code) for code in claim.value.codes)
