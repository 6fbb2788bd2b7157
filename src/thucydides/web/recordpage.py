"""How is all that is said of one event laid out?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thucydides.desk import DocumentEntry, Explained, PageCopy, Record
from thucydides.vocabulary import Event, LinkedClaim, Name, Severity
from thucydides.web.accounts import NO_VERDICTS, Account, Accounts, Voice
from thucydides.web.citing import record_citation
from thucydides.web.dating import told, told_between
from thucydides.web.figures import Figures, figures_of
from thucydides.web.forest import Forest, forests_of
from thucydides.web.margin import Margin
from thucydides.web.parties import Side, sides_of
from thucydides.web.placing import Location, location_of
from thucydides.web.slots import Slot, commonest, slots_of
from thucydides.web.timeline import Timeline, timeline_of
from thucydides.web.verdicts import Verdict
from thucydides.web.wording import kind, language, reading

SECTIONS = ("brief", "parties", "dates", "losses", "strengths", "sources")
_SECTION_OF = {
    "belligerent": "parties",
    "party": "parties",
    "commander": "parties",
    "formation": "parties",
    "client_of": "parties",
    "start_date": "dates",
    "end_date": "dates",
    "date": "dates",
    "duration": "dates",
    "joined": "dates",
    "left": "dates",
    "loss": "losses",
    "strength": "strengths",
    "source": "sources",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the event in one language, with those who use it."""

    words: str
    tag: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work that a document names among its sources."""

    words: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Shared:
    """A document that has words in common with another. `share`: of the words of the shorter, in per cent."""

    siglum: str
    share: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """The record page, ready for its template."""

    event: Event
    kind: str
    ancestors: tuple[Event, ...]
    children: tuple[tuple[Event, str], ...]
    dateline: str
    names: tuple[tuple[str, tuple[Named, ...]], ...]
    claims: int
    contradictions: int
    slots: tuple[Slot, ...]
    sides: tuple[Side, ...]
    timeline: Timeline | None
    losses: Figures | None
    strengths: Figures | None
    forests: tuple[Forest, ...]
    documents: tuple[tuple[Account, tuple[Account, ...], DocumentEntry, tuple[Shared, ...]], ...]
    compared: bool
    works: tuple[Work, ...]
    margin: Margin
    location: Location | None
    citation: str
    verdicts: tuple[tuple[Verdict, int], ...]


def record_view(
    record: Record, explained: Iterable[Explained] = (), *, verdicts: Mapping[str, Verdict] = NO_VERDICTS
) -> RecordView:
    """The record, arranged, with the estimates that could be made and what persons said of its claims."""
    claims = sorted(record.claims, key=lambda linked: (linked.document_name, linked.claim.span.start))
    accounts = Accounts(claims, verdicts)
    margin = Margin(record.findings, claims, sections=SECTIONS, section_of=section_of, voice=accounts.voice)
    entries = {entry.id: entry for entry in record.documents}
    shared = _shared(record.pages, accounts)
    return RecordView(
        event=record.event,
        kind=kind(record.event.kind),
        ancestors=record.ancestors,
        children=tuple((child, kind(child.kind)) for child in record.children),
        dateline=_dateline(claims, record),
        names=_names(record.event, claims, accounts),
        claims=len(claims),
        contradictions=sum(finding.severity is Severity.CONTRADICTION for finding in record.findings),
        slots=slots_of(claims, record, accounts, margin),
        sides=sides_of(claims, record, accounts, margin),
        timeline=timeline_of(claims, accounts, margin),
        losses=figures_of(_of(claims, "loss"), record, accounts, margin),
        strengths=figures_of(_of(claims, "strength"), record, accounts, margin),
        forests=forests_of(_of_these(explained, claims), accounts),
        documents=tuple(
            (root, quoted, entries[root.document], shared.get(root.document, ()))
            for root, quoted in accounts.documents()
        ),
        compared=record.compared,
        works=tuple(Work(linked.claim.quote, accounts.voice(linked)) for linked in _of(claims, "source")),
        margin=margin,
        location=location_of(record.event, record.children, claims, accounts),
        citation=record_citation(record.event, len(claims), record.documents),
        verdicts=_legend(claims, verdicts),
    )


def _shared(pages: Iterable[PageCopy], accounts: Accounts) -> Mapping[str, tuple[Shared, ...]]:
    """Of each document those that it has words in common with, by which they are one witness."""
    sigla = {root.document: root.siglum for root, _ in accounts.documents()}
    found: dict[str, tuple[Shared, ...]] = {}
    for page in pages:
        for one, other in ((page.copy, page.original), (page.original, page.copy)):
            if one in sigla and other in sigla:
                found[one] = (*found.get(one, ()), Shared(sigla[other], f"{page.share:.0%}"))
    return found


def _legend(claims: Iterable[LinkedClaim], verdicts: Mapping[str, Verdict]) -> tuple[tuple[Verdict, int], ...]:
    """Each sort of verdict that stands on the page, and on how many claims."""
    given = [verdicts[linked.claim.id] for linked in claims if linked.claim.id in verdicts]
    first = {verdict.name: verdict for verdict in reversed(given)}
    counted = Counter(verdict.name for verdict in given)
    return tuple((first[name], number) for name, number in sorted(counted.items()))


def section_of(linked: LinkedClaim) -> str:
    """The section of the page to which a claim belongs."""
    return _SECTION_OF.get(linked.claim.attribute, SECTIONS[0])


def _of(claims: Iterable[LinkedClaim], attribute: str) -> list[LinkedClaim]:
    return [linked for linked in claims if linked.claim.attribute == attribute]


def _of_these(explained: Iterable[Explained], claims: Iterable[LinkedClaim]) -> list[Explained]:
    """The estimates that were made of these claims; all was understood anew since the others were."""
    known = {linked.claim.id for linked in claims}
    return [one for one in explained if all(pull.linked.claim.id in known for pull in one.pulls)]


def _dateline(claims: Sequence[LinkedClaim], record: Record) -> str:
    """When and where, as most witnesses have it."""
    begin, end, date, place, region = (
        commonest(claims, attribute, record) for attribute in ("start_date", "end_date", "date", "place", "region")
    )
    if begin and end:
        when = told_between(str(begin.claim.value), str(end.claim.value))
    else:
        when = told(str(one.claim.value)) if (one := begin or date or end) else "date silent"
    where = place or region
    return ", ".join(filter(None, (when, reading(where.claim.value) if where else "")))


def _names(
    event: Event, claims: Iterable[LinkedClaim], accounts: Accounts
) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """The names by language, in the order in which they are first read; the aliases that no claim gives come last."""
    held: dict[tuple[str, str], list[LinkedClaim]] = {}
    for linked in claims:
        if linked.claim.attribute == "name" and isinstance(linked.claim.value, Name):
            held.setdefault((linked.claim.value.language, linked.claim.value.words), []).append(linked)
    tongues: dict[str, list[Named]] = {}
    for (tag, words), group in held.items():
        voices = {accounts.of(linked).siglum: accounts.voice(linked) for linked in reversed(group)}
        tongues.setdefault(language(tag), []).append(Named(words, tag, tuple(reversed(voices.values()))))
    spare = [alias for alias in event.aliases if alias not in {words for _, words in held} | {event.label}]
    if spare:
        tongues.setdefault("also mentioned as", []).extend(Named(alias, "", ()) for alias in spare)
    return tuple((tongue, tuple(names)) for tongue, names in tongues.items())
