"""Was a document read in the very same way before, so that reading it again would say nothing new?

A recipe names everything that an outcome depends on beside the bytes and the name of the document. It holds only as
long as the reading stands that stood when it was noted.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as insert_or_replace

from thucydides.ledger.readings import standing_reading
from thucydides.ledger.schema import META
from thucydides.vocabulary import Document, sha256


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many claims a reading gave, and how many findings."""

    claims: int
    findings: int


def note_outcome(connection: Connection, document: Document, recipe: str, outcome: Outcome) -> None:
    """Note what a recipe gave, beside the reading that stands now."""
    standing = standing_reading(connection, document.id)
    if standing is not None:
        said = f"{recipe} {standing.fingerprint} {outcome.claims} {outcome.findings}"
        noted = insert_or_replace(META).values(key=_key(document), value=said)
        connection.execute(noted.on_conflict_do_update(index_elements=["key"], set_={"value": said}))


def known_outcome(connection: Connection, document: Document, recipe: str) -> Outcome | None:
    """What the recipe gave the last time; None where it, the name or the reading that stands is another."""
    noted = connection.scalar(select(META.c.value).where(META.c.key == _key(document)))
    standing = standing_reading(connection, document.id)
    if noted is None or standing is None:
        return None
    last, fingerprint, claims, findings = noted.split()
    same = (last, fingerprint) == (recipe, standing.fingerprint)
    return Outcome(int(claims), int(findings)) if same else None


def _key(document: Document) -> str:
    """By hashes alone: a forgotten document leaves no word of its name."""
    name = sha256(document.name.encode("utf-8", "surrogatepass"))
    return f"recipe:{document.id}:{name[:16]}"
