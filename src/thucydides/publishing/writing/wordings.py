"""In which words can a figure, a date or an outcome be said so that it reads the same?

Each function gives several wordings, the document's own first: what is vague there stays as vague.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from thucydides.publishing.writing.accounts import Entry
from thucydides.vocabulary import Code, Count, Duration, HistoricalDate

_ARTICLE = re.compile(
    r"(?:ussr|usa?|uk|un|(?:middle|near|far)\seast|balkans|caucasus|levant|americas|pacific)\Z|(?:kingdom|republic|empire|union|united|duchy|principality|county|grand|sultanate|khanate|emirate|confedera\w*"
    r"|federa\w*|army|states|ottoman|russian|british|french|austrian|german|soviet|holy)\s"
    r"|.*\b(?:empire|union|republic|monarchy|kingdom|confederation|confederacy|states|netherlands|dynasty|army|navy"
    r"|corps|forces?|tribes?|rebels|league|coalition|alliance|caliphate|sultanate|khanate|order|wars?|campaigns?"
    r"|conflicts?|rebellion|revolution|invasion|incident|expedition|revolt|uprising|crusade|battles?)(?:\Z|\sof\s)"
    r"|\w+(?:ians|viets|cans|mans|ards|nese)\Z|(?:battle|siege|war|invasion|campaign|conquest)s?\s",
    re.IGNORECASE,
)  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]{2}")
_ISO = re.compile(r"\d{4}-\d\d")
_MARKS = re.compile(r"\s?\[(?:(?:note|nb|n|fn)\s)?[\w ]{1,9}\]")
_SMALL = frozenset({
    "of", "the", "and", "in", "on", "at", "near", "de", "la", "le", "les", "du", "des", "von", "van", "der", "den",
    "et", "del", "al", "y", "to", "for",
})  # fmt: skip
_PARTS = re.compile(r"([ –-])")
_NUMERAL = re.compile(r"(?:i{2,3}|i[vx]|vi{0,3}|xi{0,3}|xi?v)[,.]?\Z")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_ERA = re.compile(r"\b(?:bce?|ce|ad)\b")
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
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
CODES_IN_WORDS: Mapping[str, str] = {
    "inter-state": "Inter-State War", "extra-state": "Extra-State War", "intra-state": "Intra-State War",
    "non-state": "Non-State War", "series": "Series of Incidents", "incident": "Border Incident",
    "undeclared": "Undeclared War",
}  # fmt: skip
# `Soviet`, `English`, `Bordurian`: a people, of which `according to` cannot be said without more.
_OF_A_PEOPLE = re.compile(
    r"(?:ish|ese|ian|ean|ican|iet|ench|utch|greek|swiss|aqi|eli|ani|ern|ied|ist|\bgerman|\broman|\bnorman|\bmoroccan)$",
    re.IGNORECASE,
)
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
    return "".join(
        part if part in _SMALL and place else part.upper() if _NUMERAL.match(part) else f"{part[:1].upper()}{part[1:]}"
        for place, part in enumerate(_PARTS.split(words))
    )


def with_article(name: str) -> str:
    """`the Kingdom of Borduria`, but `Borduria`."""
    return f"the {name}" if _ARTICLE.match(name) else name


def listed(names: Sequence[str]) -> str:
    """`A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


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


def claimant_asides(entry: Entry) -> list[str]:
    """How a bracket behind a figure names who speaks; nothing where the page speaks for itself."""
    who, basis = unmarked(entry.claimant), entry.claim.attribution.basis.value
    if not who:
        return [""]
    behind = [f"{who} {_SUFFIX_OF_BASIS[basis]}", f"according to {who}"]
    return behind if basis != "unknown" or is_of_a_people(who) else behind[::-1]


def is_of_a_people(name: str) -> bool:
    """Does a name say of which people something is (`Bordurian`), rather than name the people's state?"""
    return bool(_OF_A_PEOPLE.search(name))


def coded(entry: Entry) -> str:
    """What the codes of a claim are called."""
    assert isinstance(entry.claim.value, Code)
    return "; ".join(CODES_IN_WORDS.get(code, code.capitalize()) for code in entry.claim.value.codes)


def dates(entry: Entry) -> list[str]:
    """A date or length as written, else spelled out with its year."""
    value = entry.claim.value
    quoted = unmarked(entry.claim.quote)
    said = [_months(unmarked(value.as_written))] if isinstance(value, HistoricalDate | Duration) else []
    spelled = date_in_words(value.edtf) if isinstance(value, HistoricalDate) else ""
    if spelled and said and _ISO.match(said[0]):
        said = [spelled, *said]
    return list(dict.fromkeys(filter(None, [*said, spelled, quoted])))


def _months(words: str) -> str:
    """The months with capitals, where a copy has everything in small letters."""
    if not words.islower():
        return words
    return _ERA.sub(lambda era: era[0].upper(), _MONTH.sub(lambda month: month[0].capitalize(), words))


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
    if _LETTER.search(claim.quote):
        yield unmarked(claim.quote)
    if claim.attribute == "loser":
        yield f"{who} defeat"
        yield f"Defeat of {who}"
    elif claim.attribute == "winner" or (isinstance(claim.value, Code) and claim.value.codes == ("victory",)):
        yield f"{who} victory" if who else "Victory"
        yield f"Victory of {who}" if who else "Victory"
    elif isinstance(claim.value, Code):
        yield ", ".join(_OUTCOMES.get(code, code) for code in claim.value.codes)
