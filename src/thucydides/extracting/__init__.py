"""What does a document claim?

Duty: hear what is stated, in coded and labelled records, info-boxes, prose and notes; guess nothing that no words or
declared rule carry. In: a `Text` and a `Gazetteer`. Out: `Claim`s, and `Finding`s for what was not understood.

>>> from thucydides.vocabulary import Passage, PassageKind, Text
>>> text = Text("0" * 64, "East Asia", (Passage(PassageKind.FACT_LINE, 0, 9),))
>>> [str(claim.value) for claim in extract(text, document_name="a.txt", gazetteer=NOBODY).claims]
['East Asia']
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from thucydides.extracting.answering import Answers
from thucydides.extracting.boxes.facts import InfoBox
from thucydides.extracting.citations import Citations
from thucydides.extracting.heads import heads_armed_conflict
from thucydides.extracting.narrative import Narrative
from thucydides.extracting.records.coded import CodedRecord
from thucydides.extracting.records.labelled import LabelledRecord
from thucydides.extracting.scene import Scene, Year, scene_of
from thucydides.extracting.tables import Layout, claims_in, fitting, layout_at, layouts_of, shipped_layouts
from thucydides.vocabulary import (
    ActorMention,
    CannotRead,
    Claim,
    ClaimRefused,
    Finding,
    Gazetteer,
    Passage,
    PassageKind,
    Severity,
    Text,
)

__all__ = [
    "EXTRACTORS",
    "NOBODY",
    "Extraction",
    "Extractor",
    "Layout",
    "Scene",
    "Year",
    "extract",
    "heads_armed_conflict",
    "layout_at",
    "layouts_of",
    "reads_table",
    "scene_of",
    "shipped_layouts",
    "tabulate",
]


class Extractor(Protocol):
    """Something that hears claims in a scene."""

    @property
    def name(self) -> str:
        """The reader and its version, as claims carry it."""

    def claims(self, scene: Scene) -> Iterator[Claim | Finding]:
        """Everything it hears, in the order of the page, and findings for what it does not understand."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was heard in one document."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


class Nobody:
    """A gazetteer that knows no actor."""

    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        """None."""
        return ()

    def actor_named(self, words: str) -> str:
        """Empty."""
        return ""

    def short_name(self, actor: str) -> str:
        """The key itself."""
        return actor


NOBODY = Nobody()
EXTRACTORS: tuple[Extractor, ...] = (CodedRecord(), LabelledRecord(), InfoBox(), Narrative(), Citations())


def extract(text: Text, *, document_name: str, gazetteer: Gazetteer) -> Extraction:
    """Every claim of a text, each once, and a finding for whatever was not understood: all that `hear` gives."""
    heard = tuple(hear(text, document_name=document_name, gazetteer=gazetteer))
    return Extraction(
        tuple(each for each in heard if isinstance(each, Claim)),
        tuple(each for each in heard if isinstance(each, Finding)),
    )


def hear(text: Text, *, document_name: str, gazetteer: Gazetteer) -> Iterator[Claim | Finding]:
    """The claims of a text and the findings for what was not understood, one after the other, each once.

    A labelled fact that one extractor has read is not heard again by a later one. Never raises for a document. What was
    said of a long text is not held: only claims that carry the mark of a note are, for the notes that answer them.
    """
    scene = scene_of(text, document_name, gazetteer)
    once = _Once(text)
    answers = Answers(scene)
    yield from filter(once.is_new, _unread_mark_up(scene))
    for extractor in EXTRACTORS:
        for heard in _heard(extractor, scene):
            if once.is_of(heard, extractor.name) and once.is_new(heard):
                said = answers.answering(heard) if isinstance(heard, Claim) else heard
                if said is not None:
                    yield said


@dataclass(slots=True)
class _Once:
    """What was heard before: of a paragraph only while it is heard, since nothing else speaks of the same words."""

    text: Text
    _readers: dict[int, str] = field(default_factory=dict)
    _elsewhere: set[str] = field(default_factory=set)
    _paragraph: set[str] = field(default_factory=set)
    _here: int = -1
    _last: Passage | None = None

    def is_of(self, heard: Claim | Finding, extractor: str) -> bool:
        """Is it this extractor that reads the labelled fact in which it was heard?"""
        row = _labelled_row(self._passage(heard))
        return row is None or self._readers.setdefault(row, extractor) == extractor

    def is_new(self, heard: Claim | Finding) -> bool:
        """Was it not heard before? Remembers it."""
        said = self._said_beside(heard)
        identity = heard.id
        if identity in said:
            return False
        said.add(identity)
        return True

    def _passage(self, heard: Claim | Finding) -> Passage | None:
        """Where it was heard: mostly in the paragraph in which the one before was."""
        at, last = heard.span.start if isinstance(heard, Claim) else heard.start, self._last
        if last is None or last.kind is not PassageKind.PARAGRAPH or not last.start <= at < last.end:
            self._last = last = self.text.passage_at(at)
        return last

    def _said_beside(self, heard: Claim | Finding) -> set[str]:
        passage = self._passage(heard)
        if passage is None or passage.kind is not PassageKind.PARAGRAPH:
            return self._elsewhere
        if passage.start != self._here:
            self._here, self._paragraph = passage.start, set()
        return self._paragraph


def tabulate(text: Text, layouts: Sequence[Layout], *, document_name: str) -> Extraction:
    """Every claim of a table of data, by the layout that fits its header, each once; findings for what was not read.

    Raises CannotRead where the columns of no layout are there.
    """
    claims: dict[str, Claim] = {}
    findings: dict[str, Finding] = {}
    for part in text.unread:
        finding = Finding(
            "not-understood", Severity.UNREAD, part.why, document=text.document, start=part.start, end=part.end
        )
        findings[finding.id] = finding
    for heard in claims_in(fitting(text, layouts, name=document_name)):
        if isinstance(heard, Claim):
            claims.setdefault(heard.id, heard)
        else:
            findings.setdefault(heard.id, heard)
    return Extraction(tuple(claims.values()), tuple(findings.values()))


def reads_table(text: Text, layout: Layout) -> bool:
    """Has the table the columns that the layout needs?"""
    try:
        fitting(text, (layout,), name="")
    except CannotRead:
        return False
    return True


def _unread_mark_up(scene: Scene) -> Iterator[Finding]:
    """What the reader of the document did not understand."""
    for part in scene.text.unread:
        yield scene.unread((part.start, part.end), part.why)


def _labelled_row(passage: Passage | None) -> int | None:
    """Where the labelled fact begins in which something was heard; None elsewhere. A box row may name other events."""
    return passage.start if passage and passage.label and passage.kind is not PassageKind.BOX_LINE else None


def _heard(extractor: Extractor, scene: Scene) -> Iterator[Claim | Finding]:
    """What an extractor hears; a claim that its words refuse ends that extractor's reading with a finding."""
    try:
        yield from extractor.claims(scene)
    except ClaimRefused as refusal:
        yield scene.unread((0, len(scene.text.content)), f"{extractor.name} stopped: {refusal}")
