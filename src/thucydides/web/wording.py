"""In which words does a page say it?

The tables here are the place to add a line; what they do not list is shown by its code, made readable.
"""

from collections.abc import Iterable

from thucydides.vocabulary import (
    ATTRIBUTES,
    CODES,
    CONCEPTS,
    Basis,
    Claim,
    Code,
    Count,
    Counted,
    Duration,
    EventKind,
    HistoricalDate,
    Inference,
    LinkedClaim,
    Qualifier,
    Severity,
    Stance,
    Value,
)
from thucydides.web.dating import told

KINDS = {
    EventKind.INCIDENTS: "run of incidents",
    EventKind.UNKNOWN: "event, kind not said",
}
STANCES = {
    Stance.OWN: "own side",
    Stance.ENEMY: "enemy",
    Stance.ALLY: "ally",
    Stance.THIRD: "third party",
}
ARCHIVE = "archive"  # the mark of a basis, not of a stance: records published after the war
BASES = {
    Basis.COMMUNIQUE: "a communiqué",
    Basis.ARCHIVAL: "archives",
    Basis.ROLL: "a roll of names",
    Basis.SCHOLARLY: "scholarship",
    Basis.DATASET: "a data set",
    Basis.UNKNOWN: "not known",
}
SEVERITIES = {
    Severity.CONTRADICTION: "Contradiction",
    Severity.DOUBT: "Doubt",
    Severity.NOTE: "Note",
    Severity.UNREAD: "Not understood",
}
LANGUAGES = {
    "en": "English", "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "ru": "Russian", "mn": "Mongolian",
    "uk": "Ukrainian", "be": "Belarusian", "pl": "Polish", "cs": "Czech", "sr": "Serbian", "bg": "Bulgarian",
    "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch",
    "sv": "Swedish", "fi": "Finnish", "hu": "Hungarian", "ro": "Romanian", "el": "Greek", "la": "Latin",
    "tr": "Turkish", "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "ur": "Urdu", "hi": "Hindi",
    "vi": "Vietnamese", "th": "Thai", "am": "Amharic", "hy": "Armenian", "ka": "Georgian", "kk": "Kazakh",
}  # fmt: skip
SCRIPTS = {"Latn": "in Latin letters", "Mong": "Mongolian script", "Hans": "simplified", "Hant": "traditional"}
MEASURES = {Qualifier.UNKNOWN: "said to be unknown", Qualifier.NONE: "none, it is said"}
RESERVES = {
    Qualifier.ABOUT: "about {}",
    Qualifier.AT_LEAST: "at least {}",
    Qualifier.OVER: "more than {}",
    Qualifier.AT_MOST: "at most {}",
    Qualifier.UNDER: "fewer than {}",
}
FIELDS = {"period": "time", "time": "time", "claimant": "claimant", "target": "whose", "event": "event"}
SENTENCES = {
    "loss": "{who} says that {target} lost {value}: {quote}.",
    "strength": "{who} says that {target} had {value}: {quote}.",
    "belligerent": "{who} names {target} among those who fought.",
    "initiator": "{who} says that {target} began it.",
    "winner": "{who} says that {target} won.",
    "loser": "{who} says that {target} lost.",
    "commander": "{who} names {value} as a commander of {target}.",
    "formation": "{who} names {value} among the forces of {target}.",
    "client_of": "{who} calls {target} a client of {value}.",
    "party": "{who} names {target} as a party to it.",
    "name": "{who} calls it {quote}.",
    "start_date": "{who} has it begin on, or in, {value}.",
    "end_date": "{who} has it end on, or in, {value}.",
    "date": "{who} dates it {value}.",
    "duration": "{who} says that it lasted {quote}.",
}
RULES = {
    "lost-flag": "the picture that named it is lost; it follows from its place",
    "context-year": "the words give no year; it is that of the lines around them",
    "layout-side": "it follows from the place of the words in the layout",
    "side-of-the-box": "the side of the box in which it stands",
    "side-beside-its-name": "the side named beside it",
    "told-on-its-page": "told of on the page that is about it",
    "claimants-by-column": "each column names its own claimant",
    "style-of-names": "the names are of the style of that side",
    "runs-of-commas": "a run of lines joined by commas is one side",
    "columns-by-victors": "the result names the victors, and so the first column",
    "columns-of-equal-length": "the lines fall into two columns of one length",
    "opposed-in-the-name": "the name of the event sets them against each other",
    "flags-of-the-others": "all others of its column are named, it alone is left",
    "two-belligerents": "there are only two belligerents",
    "magnitude-of-total": "the magnitude beside it is that of the dead",
    "record-of-deaths": "such a record counts the dead",
    "one-line-each": "each line is one side",
}
_ANY = "{who} has, under “{label}”: {value}."
_OF = "{who} has, under “{label}”, of {target}: {value}."
_NUMERALS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_PERIODS = (("Y", "year"), ("M", "month"), ("W", "week"), ("D", "day"))


def kind(of: EventKind) -> str:
    """The scale of an event."""
    return KINDS.get(of, of.value)


def label(attribute: str) -> str:
    """The attribute's name on the page."""
    return ATTRIBUTES[attribute].label if attribute in ATTRIBUTES else readable(attribute)


def family(attribute: str) -> str:
    """The colour of its highlights."""
    return ATTRIBUTES[attribute].family if attribute in ATTRIBUTES else "what"


def figure(count: Count) -> str:
    """A count with its reserve in words; a vague one in its own words."""
    if count.qualifier is Qualifier.VAGUE:
        return f"“{count.as_written}”"
    if count.qualifier in MEASURES:
        return MEASURES[count.qualifier]
    if count.low is not None and count.high is not None and count.low != count.high:
        return f"{_digits(count.low)} to {_digits(count.high)}"
    number = count.low if count.low is not None else count.high
    return RESERVES.get(count.qualifier, "{}").format(_digits(number or 0))


def counts(counted: Counted) -> str:
    """What was counted: `dead or missing`, `tanks, destroyed`."""
    parts = [
        CONCEPTS[part].label if part in CONCEPTS else readable(part) for part in counted.concept.split("+") if part
    ]
    thing = (
        ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1] if parts else "not said of what kind"
    )
    return ", ".join(filter(None, (thing, counted.fate, counted.population if counted.population != "all" else "")))


def reading(value: Value) -> str:
    """A value as a page shows it."""
    if isinstance(value, Count):
        return figure(value)
    if isinstance(value, HistoricalDate):
        return told(value)
    if isinstance(value, Duration):
        return lasting(value)
    if isinstance(value, Code):
        return ", ".join(readable(code) for code in value.codes)
    return str(value)


def meaning(attribute: str, value: Value) -> str:
    """What a code stands for, as the vocabulary defines it; empty for what is no code."""
    listed = CODES.get(attribute, {})
    return " ".join(listed.get(code, "") for code in value.codes) if isinstance(value, Code) else ""


def lasting(length: Duration) -> str:
    """A length of time: `3 months, 26 days`."""
    rest, parts = length.iso.removeprefix("P").partition("T")[0], []
    for letter, unit in _PERIODS:
        number, found, after = rest.partition(letter)
        if found:
            parts.append(f"{number} {unit}" + ("" if number == "1" else "s"))
            rest = after
    return ("about " if length.approximate else "") + (", ".join(parts) or length.as_written)


def language(tag: str) -> str:
    """The name of a language in English; a tag that is not listed is shown as it is."""
    base, _, script = tag.partition("-")
    return ", ".join(filter(None, (LANGUAGES.get(base, tag), SCRIPTS.get(script, "")))) if tag else "as written"


def actors(linked: LinkedClaim) -> str:
    """Whom the claim is about."""
    if linked.claim.target.everyone:
        return "all sides together"
    return " and ".join(actor.name for actor in linked.targets) or str(linked.claim.target)


def sentence(linked: LinkedClaim) -> str:
    """The claim as a sentence."""
    claim, target = linked.claim, actors(linked)
    form = SENTENCES.get(claim.attribute, _OF if target else _ANY)
    value = reading(claim.value)
    if isinstance(claim.value, Count):
        value = f"{value} {counts(claim.counted)}"
    return form.format(
        who=linked.claimant or claim.attribution.claimant or "The document",
        target=target or "a side that is not named",
        value=linked.sponsor.name if linked.sponsor else value or f"“{claim.quote}”",
        quote=f"“{claim.quote}”",
        label=label(claim.attribute).lower(),
    )


def because(inference: Inference) -> str:
    """The rule of an inferred field, in words."""
    return RULES.get(inference.rule, readable(inference.rule).replace("-", " "))


def gaps(claim: Claim) -> tuple[Inference, ...]:
    """What is inferred of a claim; the side goes without saying where it is inferred whose figure it is."""
    return tuple(gap for gap in claim.inferred if gap.field != "side" or "target" not in claim.inferred_fields)


def inferences(claims: Iterable[LinkedClaim]) -> tuple[str, ...]:
    """Each inferred field of the claims with its rule, once."""
    return tuple(dict.fromkeys(f"{field(gap.field)}: {because(gap)}" for one in claims for gap in gaps(one.claim)))


def field(name: str) -> str:
    """An inferred field's name on the page."""
    return FIELDS.get(name, readable(name))


def readable(code: str) -> str:
    """A code without its joints."""
    return code.replace("_", " ")


def in_words(number: int) -> str:
    """A small number at the head of a sentence."""
    return _NUMERALS[number] if 0 <= number < len(_NUMERALS) else f"{number:,}"


def clipped(words: str, most: int = 110) -> str:
    """The words on one line, cut where they are too long for it."""
    plain = " ".join(words[: 4 * most].split())
    return plain if len(plain) <= most else plain[:most].rstrip() + " …"


def _digits(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,}"
