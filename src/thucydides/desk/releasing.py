"""How does a ledger become a release that a referee can check?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import thucydides
from thucydides.coding import rows_of, rule_set, rule_sets, unit_named, units
from thucydides.desk.dossiers import dossiers
from thucydides.desk.estimating import Estimates
from thucydides.ledger import Ledger
from thucydides.publishing import reason_against
from thucydides.vocabulary import Decision, LinkedClaim, Release, Row, Source, ThucydidesError, standing


class MayNotBePassedOn(ThucydidesError):
    """Cells rest on claims whose licence does not let them be passed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a release is to be: its unit of analysis, its rules, and how it is called.

    `restricted`: publish also what may not be passed on, at the user's own answer. `likely`: rows that belong less
    surely are left out.
    """

    unit: str = "war"
    rules: str = "cow"
    title: str = "Wars"
    version: str = "1.0"
    author: str = ""
    date: str = ""
    likely: float = 0.0
    restricted: bool = False


def release_tables() -> dict[str, tuple[tuple[str, str], ...]]:
    """The rule sets and units of analysis that come with the program, each with what it says."""
    return {
        "rules": tuple((name, rule_set(name).definition) for name in rule_sets()),
        "units": tuple((name, unit_named(name).definition) for name in units()),
    }


def release_of(wanted: Wanted, ledger: Ledger, estimates: Estimates) -> Release:
    """The rows by the rules, with everything they rest on. Raises MayNotBePassedOn, or what the tables raise."""
    unit, rules = unit_named(wanted.unit), rule_set(wanted.rules)
    held = {dossier.event.id: dossier for dossier in dossiers(ledger, estimates)}
    rows = tuple(row for row in rows_of(held.values(), unit, rules) if row.belonging.probability >= wanted.likely)
    known = {linked.claim.id: linked for dossier in held.values() for linked in dossier.claims}
    claims = {claim: known[claim] for claim in sorted(_named(rows)) if claim in known}
    stopped = _stopped(claims, ledger)
    if stopped and not wanted.restricted:
        raise MayNotBePassedOn(
            f"{len(stopped)} of the documents that the cells rest on may not be passed on: {'; '.join(stopped)}. "
            "Leave them out of the ledger, or publish them all the same with --include-restricted, if you may"
        )
    return Release(
        title=wanted.title,
        version=wanted.version,
        unit=unit,
        rules=rules,
        rows=rows,
        events={row.event: held[row.event].event for row in rows},
        claims=claims,
        sources=_sources(claims),
        withheld=tuple(stopped),
        decisions=tuple(_decided(known, ledger)),
        digest=ledger.digest(),
        program=f"Thucydides {thucydides.__version__}",
        covered=next((dossier.covered for dossier in held.values()), {}),
        anchor=next((estimate.anchor for estimate in estimates.result.estimates), ""),
        date=wanted.date,
        author=wanted.author,
    )


def _named(rows: tuple[Row, ...]) -> set[str]:
    return {claim for row in rows for cell in row.cells.values() for claim in cell.claims}


def _stopped(claims: Mapping[str, LinkedClaim], ledger: Ledger) -> list[str]:
    """A sentence for each document whose claims may not be passed on."""
    documents = sorted({linked.claim.document for linked in claims.values()})
    kept = [ledger.kept(document) for document in documents]
    return [f"{document.name}: {why}" for document in kept if (why := reason_against(document.licence))]


def _decided(known: Mapping[str, LinkedClaim], ledger: Ledger) -> Iterator[Decision]:
    """The decisions that stand about claims of these events; rejected claims are in none of the dossiers."""
    events = {linked.event.id for linked in known.values()}
    for identity, decision in standing(ledger.decisions()).items():
        linked = known.get(identity) or ledger.linked.claim(identity)
        if linked is not None and linked.event.id in events:
            yield decision


def _sources(claims: Mapping[str, LinkedClaim]) -> tuple[Source, ...]:
    return tuple(sorted({linked.source for linked in claims.values()}, key=lambda source: source.id))
