"""The historian's nouns, immutable, each with its own small laws.

Duty: say what a claim, a date, a count, a text and a finding are. In: nothing of ours. Out: the words all rooms share.

>>> from thucydides.vocabulary import Count
>>> Count.at_least(300, as_written="300+").high is None
True
"""

from thucydides.vocabulary.claims import EVERYONE, NOT_COUNTED, THE_EVENT, Claim, Counted, Target
from thucydides.vocabulary.comparisons import Comparison, Relation
from thucydides.vocabulary.counts import Count, Qualifier, Unreported, plain
from thucydides.vocabulary.dates import Calendar, Day, Duration, HistoricalDate, Part
from thucydides.vocabulary.decisions import Anchor, Answer, Decision, Subject, in_force, standing
from thucydides.vocabulary.errors import (
    CannotRead,
    ClaimRefused,
    EmptyQuote,
    InventedWords,
    LedgerProblem,
    QuoteNotInText,
    ReportRefused,
    SpanOutsideText,
    ThucydidesError,
    UnknownCode,
    WrongNumber,
)
from thucydides.vocabulary.estimates import LEVELS, Estimate, Influence, Support
from thucydides.vocabulary.findings import Finding, Severity
from thucydides.vocabulary.folding import folded
from thucydides.vocabulary.grammar.dates import (
    DateForm,
    DatePhrase,
    DayMonthHabit,
    day_month_habit,
    read_dates,
    resolve,
)
from thucydides.vocabulary.grammar.numbers import NumberPhrase, NumberSort, could_mean_count, read_numbers
from thucydides.vocabulary.lineages import Copy, CopySort, Lineage
from thucydides.vocabulary.links import Actor, Event, EventEntry, Link, LinkedClaim, LinkRole, Registry
from thucydides.vocabulary.lists import (
    ATTRIBUTES,
    CODES,
    CONCEPTS,
    FATES,
    POPULATIONS,
    RELATIONS,
    Attribute,
    Concept,
    mixed,
)
from thucydides.vocabulary.mentions import ActorMention, EventKind, EventMention, FormSort, Gazetteer
from thucydides.vocabulary.pairs import LinkDecision, ListedEvent, Mention, Pairing, standing_pairs
from thucydides.vocabulary.proof import tokens
from thucydides.vocabulary.reports import (
    CATEGORIES,
    COMPONENTS,
    WORDS,
    Report,
    ReportKind,
    Standpoint,
    read_reports,
)
from thucydides.vocabulary.sources import THE_DOCUMENT, Attribution, Basis, Source, Stance
from thucydides.vocabulary.spans import Evidence, Inference, Role, Span
from thucydides.vocabulary.texts import Document, Passage, PassageKind, Segment, Text, Unread, sha256
from thucydides.vocabulary.values import (
    Code,
    Coordinates,
    Identifier,
    Magnitude,
    Name,
    Party,
    Said,
    Value,
    Wording,
)

__all__ = [
    "ATTRIBUTES",
    "CATEGORIES",
    "CODES",
    "COMPONENTS",
    "CONCEPTS",
    "EVERYONE",
    "FATES",
    "LEVELS",
    "NOT_COUNTED",
    "POPULATIONS",
    "RELATIONS",
    "THE_DOCUMENT",
    "THE_EVENT",
    "WORDS",
    "Actor",
    "ActorMention",
    "Anchor",
    "Answer",
    "Attribute",
    "Attribution",
    "Basis",
    "Calendar",
    "CannotRead",
    "Claim",
    "ClaimRefused",
    "Code",
    "Comparison",
    "Concept",
    "Coordinates",
    "Copy",
    "CopySort",
    "Count",
    "Counted",
    "DateForm",
    "DatePhrase",
    "Day",
    "DayMonthHabit",
    "Decision",
    "Document",
    "Duration",
    "EmptyQuote",
    "Estimate",
    "Event",
    "EventEntry",
    "EventKind",
    "EventMention",
    "Evidence",
    "Finding",
    "FormSort",
    "Gazetteer",
    "HistoricalDate",
    "Identifier",
    "Inference",
    "Influence",
    "InventedWords",
    "LedgerProblem",
    "Lineage",
    "Link",
    "LinkDecision",
    "LinkRole",
    "LinkedClaim",
    "ListedEvent",
    "Magnitude",
    "Mention",
    "Name",
    "NumberPhrase",
    "NumberSort",
    "Pairing",
    "Part",
    "Party",
    "Passage",
    "PassageKind",
    "Qualifier",
    "QuoteNotInText",
    "Registry",
    "Relation",
    "Report",
    "ReportKind",
    "ReportRefused",
    "Role",
    "Said",
    "Segment",
    "Severity",
    "Source",
    "Span",
    "SpanOutsideText",
    "Stance",
    "Standpoint",
    "Subject",
    "Support",
    "Target",
    "Text",
    "ThucydidesError",
    "UnknownCode",
    "Unread",
    "Unreported",
    "Value",
    "Wording",
    "WrongNumber",
    "could_mean_count",
    "day_month_habit",
    "folded",
    "in_force",
    "mixed",
    "plain",
    "read_dates",
    "read_numbers",
    "read_reports",
    "resolve",
    "sha256",
    "standing",
    "standing_pairs",
    "tokens",
]
