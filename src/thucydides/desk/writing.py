"""How is an event of the ledger written as a record or an info-box, and a ledger as a site?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thucydides.desk.dossiers import parties_of
from thucydides.desk.estimating import Estimates
from thucydides.desk.reading_back import Form, Written, written_to_be_read
from thucydides.desk.releasing import MayNotBePassedOn
from thucydides.desk.tracing import traced_among, words_compared
from thucydides.ledger import Ledger
from thucydides.publishing import (
    BOX_CARRIES,
    RECORD_CARRIES,
    Account,
    Behind,
    Entry,
    EventPage,
    claims_html,
    infobox_html,
    infobox_wikitext,
    page_html,
    reason_against,
    record_html,
    record_text,
    site_files,
    told_in,
    told_in_box,
)
from thucydides.vocabulary import (
    Answer,
    Attestation,
    Count,
    Event,
    EventEntry,
    Gazetteer,
    LinkedClaim,
    ThucydidesError,
    Witness,
    standing,
)

WRITERS: Mapping[str, Mapping[str, Form]] = {
    "record": {
        "text": Form(record_text, RECORD_CARRIES, ".txt", "text/plain", told_in),
        "html": Form(record_html, RECORD_CARRIES, ".html", "text/html", told_in),
    },
    "infobox": {
        "wikitext": Form(infobox_wikitext, BOX_CARRIES, ".wikitext", "text/x-wiki", told_in_box),
        "html": Form(infobox_html, BOX_CARRIES, ".html", "text/html", told_in_box),
    },
}


def form_named(writer: str, form: str) -> Form:
    """A form of a writer; the writer's own where none is named. Raises ThucydidesError."""
    forms = WRITERS[writer]
    named = form or next(iter(forms))
    if named not in forms:
        raise ThucydidesError(f"a {writer} cannot be written as {form!r}; it can be as {' or '.join(forms)}")
    return forms[named]


def written(event: Event, form: Form, ledger: Ledger, gazetteer: Gazetteer) -> Written:
    """An event in a form, in words that are heard again; as HTML a whole page with the claims behind it."""
    claims = claims_on(event, ledger)
    account = account_of(event, claims, gazetteer)
    made = written_to_be_read(account, form, gazetteer)
    if form.media_type != "text/html":
        return made
    known = attested(account, event, traced_among(claims, event, ledger).dependence.witnesses(claims))
    return replace(made, words=page_html(event.label, made.words, claims_html(known)))


def site(
    title: str, ledger: Ledger, gazetteer: Gazetteer, estimates: Estimates, *, restricted: bool
) -> Iterator[tuple[str, str]]:
    """Every file of a site of all events. Raises MayNotBePassedOn unless `restricted` may be passed on too."""
    stopped = [f"{kept.name}: {why}" for kept in ledger.documents() if (why := reason_against(kept.licence))]
    if stopped and not restricted:
        raise MayNotBePassedOn(
            f"{len(stopped)} of the documents that the pages rest on may not be passed on: {'; '.join(stopped)}. "
            "Leave them out of the ledger, or publish them all the same with --include-restricted, if you may"
        )
    pages = tuple(_page(entry, ledger, gazetteer, estimates) for entry in ledger.index.entries())
    return site_files(title, pages)


def _page(entry: EventEntry, ledger: Ledger, gazetteer: Gazetteer, estimates: Estimates) -> EventPage:
    event = entry.event
    claims = claims_on(event, ledger)
    account = attested(account_of(event, claims, gazetteer), event, estimates.dependence.witnesses(claims))
    record = written_to_be_read(account, WRITERS["record"]["text"], gazetteer)
    box = written_to_be_read(account, WRITERS["infobox"]["wikitext"], gazetteer)
    return EventPage(
        id=event.id, label=event.label, began=entry.began, parties=entry.parties,
        as_record=_carried(account, RECORD_CARRIES, record), as_box=replace(account, choices=box.choices),
        record=record.words, infobox=box.words,
        estimates=tuple((estimates.target(each), each) for each in estimates.of(event.id) if each.direct),
    )  # fmt: skip


def _carried(account: Account, carries: frozenset[str], made: Written) -> Account:
    entries = tuple(entry for entry in account.entries if entry.claim.attribute in carries)
    return replace(account, entries=entries, choices=made.choices)


def claims_on(event: Event, ledger: Ledger) -> tuple[LinkedClaim, ...]:
    """What is claimed of an event and was not rejected."""
    decided = standing(ledger.decisions())
    rejected = {claim for claim, decision in decided.items() if decision.answer is Answer.REJECT}
    return tuple(linked for linked in ledger.linked.claims(event=event.id) if linked.claim.id not in rejected)


def attested(account: Account, event: Event, witnesses: Mapping[str, Witness]) -> Account:
    """The same, each entry with how many witnesses say so."""
    compared = words_compared(event)
    return replace(
        account,
        entries=tuple(
            replace(
                entry,
                attestation=Attestation.of((witnesses[behind.claim] for behind in entry.behind), compared=compared),
            )
            for entry in account.entries
        ),
    )


def account_of(event: Event, claims: Sequence[LinkedClaim], gazetteer: Gazetteer) -> Account:
    """What claims say of an event; those that say the same are one entry."""
    counted = Counter(linked.claim.document for linked in claims)
    lead = max(sorted(counted), key=counted.__getitem__) if counted else ""
    ordered = sorted(claims, key=lambda linked: linked.claim.document != lead)
    return Account(event.label, tuple(_entries(ordered, lead, parties_of(claims), gazetteer)))


def _entries(
    claims: Iterable[LinkedClaim], lead: str, sides: Mapping[str, int], gazetteer: Gazetteer
) -> Iterable[Entry]:
    """An entry for each thing said. Who gives another figure than the leading document is named as saying it."""
    together: dict[object, Entry] = {}
    figures: dict[object, object] = {}
    for linked in claims:
        entry, value = _entry(linked, sides, gazetteer), _said(linked)
        slot = _slot(entry)
        if linked.claim.document != lead and not entry.claimant and figures.get(slot, value) != value:
            entry = replace(entry, claimant=linked.source.author or linked.source.title)
        if isinstance(linked.claim.value, Count):
            figures.setdefault(slot, value)
        key = (slot, value, entry.claimant)
        together[key] = _joined(together[key], entry) if key in together else entry
    return together.values()


def _slot(entry: Entry) -> object:
    claim = entry.claim
    return (claim.attribute, frozenset(entry.meant), claim.target.everyone, claim.counted, entry.claimant)


def _entry(linked: LinkedClaim, sides: Mapping[str, int], gazetteer: Gazetteer) -> Entry:
    claim = linked.claim
    actors = tuple(gazetteer.actor_named(name) for name in claim.target.names)
    meant = {sides.get(actor.id, 0) for actor in linked.targets}
    side = meant.pop() if len(meant) == 1 else 0
    return Entry(claim, actors, claim.attribution.claimant, side, (_behind(linked),))


def _joined(held: Entry, entry: Entry) -> Entry:
    """Both as one; of two names for a belligerent, the one that a document gives with its side."""
    better = entry if entry.claim.side and not held.claim.side else held
    return replace(better, behind=(*held.behind, *entry.behind))


def _said(linked: LinkedClaim) -> object:
    value = linked.claim.value
    return (value.qualifier, value.low, value.high) if isinstance(value, Count) else str(value).casefold()


def _behind(linked: LinkedClaim) -> Behind:
    source = linked.source
    work = ", ".join(filter(None, (source.author, source.title, source.year))) or linked.document_name
    return Behind(linked.claim.id, linked.claim.quote, linked.document_name, work)
