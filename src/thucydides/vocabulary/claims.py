"""What does a document say, about whom, who says it, and which words prove it?"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from thucydides.vocabulary.dates import HistoricalDate
from thucydides.vocabulary.errors import EmptyQuote, InventedWords, QuoteNotInText, SpanOutsideText, UnknownCode
from thucydides.vocabulary.lists import ATTRIBUTES, CODES, CONCEPTS, FATES, RELATIONS
from thucydides.vocabulary.mentions import EventMention
from thucydides.vocabulary.proof import Witnesses, require_meaning, require_proof, without
from thucydides.vocabulary.sources import THE_DOCUMENT, Attribution
from thucydides.vocabulary.spans import Evidence, Inference, Role, Span
from thucydides.vocabulary.texts import Text
from thucydides.vocabulary.values import Code, Value


@dataclass(frozen=True, slots=True)
class Target:
    """The actors a claim is about, as written, in the document's order; `everyone` is every belligerent together.

    `codes`: the number that the document gives for each name in somebody's list of states (`cow:740`), empty where it
    gives none for that name; an empty tuple where it gives none at all.
    """

    names: tuple[str, ...] = ()
    everyone: bool = False
    codes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "all" if self.everyone else " + ".join(self.names)


THE_EVENT = Target()
EVERYONE = Target(everyone=True)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count of people or things counts: codes of `concepts.toml`, empty where the words do not say."""

    concept: str = ""
    fate: str = ""
    population: str = ""
    measure: str = ""


NOT_COUNTED = Counted()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of one document. Frozen: review puts a Decision beside it, linking a Link; nothing edits it.

    It refuses what its own evidence does not carry: an empty quote (EmptyQuote), a figure or date that the words,
    re-read, do not give (WrongNumber), words that stand nowhere in the evidence (InventedWords), codes that the
    vocabulary does not list (UnknownCode). `Claim.stated` also checks the evidence against the text.
    """

    document: str
    event: EventMention
    attribute: str
    value: Value
    span: Span
    quote: str
    evidence: tuple[Evidence, ...]
    reader: str
    target: Target = THE_EVENT
    side: int = 0
    counted: Counted = NOT_COUNTED
    concept_words: str = ""
    period: HistoricalDate | None = None
    phase: str = ""
    attribution: Attribution = THE_DOCUMENT
    relates_to: str = ""
    relation: str = ""
    inferred: tuple[Inference, ...] = ()
    _id: str = field(default="", init=False, repr=False, compare=False)  # worked out when it is first asked for

    def __post_init__(self) -> None:
        if not self.quote.strip():
            raise EmptyQuote(f"a claim on {self.attribute} of {self.event.label} was made without a quote")
        if self.span.end - self.span.start != len(self.quote):
            raise QuoteNotInText(f"the quote {self.quote!r} is not {self.span.end - self.span.start} characters long")
        _require_listed(self)
        _require_words(self)
        said = self._witnesses()
        require_meaning(self.attribute, said.words, self._rules("attribute"))
        require_proof(self.value, said, attribute=self.attribute)
        if self.period is not None and "period" not in self.inferred_fields:
            around = Witnesses((*said.times, *said.words), units=said.units)
            require_proof(self.period, around, attribute="period")

    @classmethod
    def stated(
        cls,
        text: Text,
        at: tuple[int, int],
        *,
        evidence: Iterable[tuple[Role, tuple[int, int]]] = (),
        event: EventMention,
        attribute: str,
        value: Value,
        reader: str,
        target: Target = THE_EVENT,
        side: int = 0,
        counted: Counted = NOT_COUNTED,
        concept_words: str = "",
        period: HistoricalDate | None = None,
        phase: str = "",
        attribution: Attribution = THE_DOCUMENT,
        relates_to: str = "",
        relation: str = "",
        inferred: Iterable[Inference] = (),
    ) -> "Claim":
        """A claim whose value stands at `at` of the text; `evidence` gives further spans by role, as offsets.

        The value's span is evidence by itself, and so is the event's mention. Raises a ClaimRefused where the text
        does not carry it.
        """
        pieces = _evidence(text, at, event, evidence)
        return cls(
            document=text.document, event=event, attribute=attribute, value=value, span=pieces[0].span,
            quote=pieces[0].words, evidence=pieces,
            reader=reader, target=target, side=side, counted=counted, concept_words=concept_words, period=period,
            phase=phase, attribution=attribution, relates_to=relates_to, relation=relation, inferred=tuple(inferred),
        )  # fmt: skip

    @property
    def id(self) -> str:
        """Stable across readers: what the claim is about and where it stands, not how it was understood."""
        if not self._id:
            object.__setattr__(self, "_id", self._hash())
        return self._id

    def _hash(self) -> str:
        mention = self.event.span
        parts = (
            self.document, f"{self.span.start}-{self.span.end}", self.attribute,
            f"{mention.start}-{mention.end}" if mention else self.event.label, str(self.target), self.concept_words,
        )  # fmt: skip
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]

    @property
    def inferred_fields(self) -> frozenset[str]:
        """The fields that no words prove."""
        return frozenset(inference.field for inference in self.inferred)

    def _witnesses(self) -> Witnesses:
        return Witnesses(
            words=self.words(Role.VALUE),
            times=self.words(Role.TIME),
            units=self.words(Role.UNIT),
            rules=self._rules("value"),
            bounds=self._rules("qualifier"),
        )

    def _rules(self, field: str) -> tuple[str, ...]:
        return (
            tuple([inference.rule for inference in self.inferred if inference.field == field]) if self.inferred else ()
        )

    def words(self, role: Role) -> tuple[str, ...]:
        """The words of the evidence in this role."""
        return tuple([piece.words for piece in self.evidence if piece.role is role])

    def verify(self, text: Text) -> None:
        """Raise a ClaimRefused unless the quote and every piece of evidence stand in the text as claimed."""
        for span, words in ((self.span, self.quote), *((piece.span, piece.words) for piece in self.evidence)):
            if span.end > len(text.content):
                raise SpanOutsideText(
                    f"{words!r} is claimed at {span.end}, but the text has {len(text.content)} characters"
                )
            if text.quote(span) != words:
                raise QuoteNotInText(f"at {span.start} the text has {text.quote(span)!r}, not {words!r}")


def _evidence(
    text: Text, at: tuple[int, int], event: EventMention, further: Iterable[tuple[Role, tuple[int, int]]]
) -> tuple[Evidence, ...]:
    """The words of the value, of the event's mention and of what else proves the claim, each once."""
    found = [_piece(text, Role.VALUE, text.span(*at))]
    if event.span is not None:
        found.append(_piece(text, Role.EVENT, event.span))
    for role, (start, end) in further:
        if not any(piece.role is role and piece.span.start == start and piece.span.end == end for piece in found):
            found.append(_piece(text, role, text.span(start, end)))
    return tuple(found)


def _piece(text: Text, role: Role, span: Span) -> Evidence:
    return Evidence(role, span, text.quote(span))


_FATES, _RELATIONS = FATES | {""}, RELATIONS | {""}


def _require_listed(claim: Claim) -> None:
    if claim.attribute not in ATTRIBUTES:
        raise _unlisted(claim.attribute, "attribute")
    if claim.counted.fate not in _FATES:
        raise _unlisted(claim.counted.fate, "fate")
    if claim.relation not in _RELATIONS:
        raise _unlisted(claim.relation, "relation")
    for part in claim.counted.concept.split("+") if claim.counted.concept else ():
        if part and part not in CONCEPTS:
            raise UnknownCode(f"{part!r} is no concept of the vocabulary; add it to concepts.toml")
    if isinstance(claim.value, Code):
        for code in claim.value.codes:
            if code not in CODES[claim.attribute]:
                raise UnknownCode(f"{code!r} is no code of {claim.attribute}; add it to codes.toml")


def _unlisted(code: str, what: str) -> UnknownCode:
    return UnknownCode(f"{code!r} is no {what} of the vocabulary; add it to the list or use one of it")


def _require_words(claim: Claim) -> None:
    """Names of targets and claimants stand in the evidence, or are marked as inferred."""
    said = [piece.words for piece in claim.evidence]
    for part, names in (("target", claim.target.names), ("claimant", (claim.attribution.claimant,))):
        unsaid = [name for name in names if name and name not in said]
        if not unsaid or part in claim.inferred_fields:
            continue
        for name in unsaid:
            if missing := without(name, said):
                raise InventedWords(f"{part} {name!r} of {claim.quote!r}: {missing!r} stands in none of its evidence")
