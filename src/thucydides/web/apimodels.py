"""What does a program get from `/api/v1`, and what may it send?"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from thucydides.vocabulary import Answer, Relation, Severity, Subject

Words = Annotated[str, Field(max_length=4_000)]


class Problem(BaseModel):
    """Why something could not be had (RFC 9457, `application/problem+json`)."""

    type: str
    title: str
    status: int
    detail: str


class Door(BaseModel):
    """The program, and the token that every change needs, in the header `X-Token` beside its cookie."""

    name: str
    token: str
    openapi: str


class Event(BaseModel):
    """An event with what is told of it in short."""

    id: str
    label: str
    kind: str
    part_of: str
    aliases: list[str]
    identifiers: list[str]
    began: str
    ended: str
    parties: list[str]
    claims: int
    documents: int
    findings: int
    depth: int


class Claim(BaseModel):
    """A claim as the claims table has it (`docs/claims-table.md`); what is empty is left out."""

    model_config = ConfigDict(extra="allow")
    id: str
    document: str
    start: int = 0
    end: int
    quote: str
    attribute: str
    status: str


class Finding(BaseModel):
    """Something that does not fit or was not understood."""

    id: str
    rule: str
    severity: Severity
    message: str
    suggestions: list[str]
    claims: list[str]
    event: str
    document: str
    start: int
    end: int


class Heard(BaseModel):
    """The claims of one witness in a slot, and why they are not only their documents' own word."""

    claims: list[str]
    reasons: list[str]


class Slot(BaseModel):
    """How many witnesses speak in a slot; `independent` only where each was traced by what it says, as figures are.

    Figures are slots of those whom they are about (`targets`), all else of its attribute.
    """

    attribute: str
    targets: list[str]
    documents: int
    witnesses: int
    independent: bool
    says: str
    heard: list[Heard]


class Record(BaseModel):
    """All that is said of one event."""

    event: dict[str, Any]
    ancestors: list[str]
    children: list[str]
    slots: list[Slot]
    claims: list[Claim]
    findings: list[Finding]


class Document(BaseModel):
    """A document as a list shows it."""

    id: str
    name: str
    media_type: str
    characters: int
    claims: int


class Comparison(BaseModel):
    """Two claims on one slot, and what lies between them."""

    event: str
    a: str
    b: str
    relation: Relation
    why: str


class Estimate(BaseModel):
    """A median with its 80 % interval; never a number alone."""

    event: str
    party: str
    category: str
    median: float
    low: float
    high: float
    status: str
    accounts: list[str]
    lineages: int
    prior_share: float
    anchor: str
    reasons: list[str]


class Question(BaseModel):
    """A claim on the agenda."""

    claim: str
    event: str
    influence: float
    doubt: float
    weight: float
    reasons: list[str]


class Decision(BaseModel):
    """A line of the review log."""

    model_config = ConfigDict(extra="allow")
    id: str
    claim: str
    answer: Answer
    who: str
    when: str


class Ruling(BaseModel):
    """What a person decides. `other`: the second claim, where `about` is a pair; `correction`: only with `correct`."""

    model_config = ConfigDict(extra="forbid")
    claim: Annotated[str, Field(max_length=80)]
    answer: Answer
    why: Words = ""
    who: Annotated[str, Field(max_length=80)] = ""
    about: Subject = Subject.CLAIM
    other: Annotated[str, Field(max_length=80)] = ""
    correction: Words = ""


class Listed(BaseModel):
    """A part of a list. The header `Link` leads to the next and the one before."""

    offset: int
    limit: int


class Events(Listed):
    """Events."""

    items: list[Event]


class Claims(Listed):
    """Claims."""

    items: list[Claim]


class Documents(Listed):
    """Documents."""

    items: list[Document]


class Findings(Listed):
    """Findings."""

    items: list[Finding]


class Comparisons(Listed):
    """Comparisons."""

    items: list[Comparison]


class Estimates(Listed):
    """Estimates."""

    items: list[Estimate]


class Agenda(Listed):
    """Questions, the weightiest first."""

    items: list[Question]


class Decisions(Listed):
    """The review log, in order of time."""

    items: list[Decision]
