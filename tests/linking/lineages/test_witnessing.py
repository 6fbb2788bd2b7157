"""Does each work, each claimant and each page with its copies count as one witness, and nothing more?"""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.linking.lineages.test_tracing import decided
from thucydides.linking.lineages import Dependence, PageCopy
from thucydides.vocabulary import (
    THE_DOCUMENT,
    Answer,
    Attestation,
    Attribution,
    Claim,
    Copy,
    CopySort,
    Count,
    Counted,
    Document,
    Event,
    EventKind,
    EventMention,
    HistoricalDate,
    Lineage,
    LinkedClaim,
    Passage,
    PassageKind,
    Role,
    Source,
    Text,
    Value,
)

FORDS = Event("event:fords", "War of the Fords", EventKind.WAR)
FIRST, LATER, LOST = "The war began on 3 May 1911.", "The war began on 5 May 1911.", "Norland lost 1,234 killed."
ON_3, ON_5 = (HistoricalDate.from_edtf(f"1911-05-0{day}", as_written=f"{day} May 1911") for day in (3, 5))
KILLED = Counted("killed", measure="person")
BROWN = Source("source:brown", "A History of the Fords", "Brown", "1921", "work")


def said(
    document: str, words: str, *, of: Source | None = None, claimant: str = "", repeats: LinkedClaim | None = None
) -> LinkedClaim:
    """What a document says in a sentence; `of`: the work that it cites for it."""
    content = f"{document}. {FIRST} {LATER} {LOST} So say Norland, Sudland and Brown."
    kept = Document(f"{document}.txt", content.encode())
    text = Text(kept.id, content, (Passage(PassageKind.PARAGRAPH, 0, len(content)),), reader="test/1")
    attribute, value, quote = _heard(words)
    named = [(Role.CLAIMANT, claimant)] if claimant else []
    named += [(Role.CITES, of.author)] if of else []
    cites = Attribution(claimant, cites=of.author if of else "") if named else THE_DOCUMENT
    claim = Claim.stated(
        text, _at(content, quote), event=EventMention(FORDS.label, None, FORDS.kind), attribute=attribute, value=value,
        counted=KILLED if attribute == "loss" else Counted(), reader="test/1", attribution=cites,
        evidence=[(role, _at(content, proof)) for role, proof in named],
        relation="repeats" if repeats else "", relates_to=repeats.claim.id if repeats else "",
    )  # fmt: skip
    source = of or Source(f"document:{kept.id[:12]}", kept.name, kind="document")
    return LinkedClaim(claim, FORDS, (), source, kept.name, claimant=claimant)


def _heard(words: str) -> tuple[str, Value, str]:
    if words == LOST:
        return "loss", Count.exactly(1_234, as_written="1,234"), "1,234 killed"
    date = ON_3 if words == FIRST else ON_5
    return "start_date", date, date.as_written


def _at(content: str, words: str) -> tuple[int, int]:
    start = content.rindex(words)
    return start, start + len(words)


def copied(one: LinkedClaim, other: LinkedClaim) -> PageCopy:
    return PageCopy(one.claim.document, other.claim.document, 0.9)


def repeated(one: LinkedClaim, other: LinkedClaim) -> Lineage:
    """The lineage of two figures, the first a copy of the second."""
    copy = Copy(one.claim.id, (other.claim.id,), CopySort.COINCIDENCE, "they hardly agree by chance")
    return Lineage("lineage:1", other.claim.id, (one.claim.id, other.claim.id), (copy,))


def told(dependence: Dependence, *claims: LinkedClaim) -> str:
    return str(Attestation.of(dependence.witnesses(claims).values()))


def test_a_page_and_its_copy_are_one_witness_also_where_the_copy_has_another_day() -> None:
    page, mirror, revision, other = (said(*each) for each in (
        ("Page", FIRST), ("Mirror", FIRST), ("Revision", LATER), ("Other", FIRST),
    ))  # fmt: skip
    known = Dependence(page_copies=[copied(mirror, page), copied(revision, page)])
    assert told(known, page, mirror, revision) == "1 witness"
    assert told(known, page, mirror, revision, other) == "2 witnesses, none known to copy another"
    assert "share 90% of the words" in known.witnesses([page, mirror])[mirror.claim.id].reason
    assert told(Dependence(), page, mirror) == "2 witnesses, none known to copy another"


def test_all_that_cite_one_work_are_one_witness_for_it() -> None:
    citing = [said("Page", FIRST, of=BROWN), said("Almanac", LATER, of=BROWN)]
    assert told(Dependence(), *citing) == "1 witness"
    assert told(Dependence(), *citing, said("Almanac", FIRST)) == "2 witnesses, none known to copy another"


def test_all_that_name_one_claimant_are_one_witness_for_him() -> None:
    quoting = [said("Page", FIRST, claimant="Norland"), said("Almanac", LATER, claimant="Norland")]
    assert told(Dependence(), *quoting) == "1 witness"
    assert told(Dependence(), *quoting, said("List", FIRST, claimant="Sudland")).startswith("2 witnesses")
    assert told(Dependence(), *quoting, said("Page", LATER)).startswith("2 witnesses")


def test_a_document_that_is_the_work_which_others_cite_is_one_witness_with_them() -> None:
    book = said("Book", FIRST)
    read = LinkedClaim(book.claim, FORDS, (), BROWN, book.document_name)
    assert told(Dependence(), read, said("Page", LATER, of=BROWN)) == "1 witness"
    mirror = said("Mirror", FIRST)
    known = Dependence(page_copies=[copied(mirror, book)])
    assert told(known, read, mirror, said("Page", LATER, of=BROWN)) == "1 witness"


def test_a_mirror_that_lost_the_note_repeats_the_work_that_the_page_cites() -> None:
    page, mirror = said("Page", FIRST, of=BROWN), said("Mirror", FIRST)
    assert told(Dependence(page_copies=[copied(mirror, page)]), page, mirror) == "1 witness"
    later = said("Mirror", LATER)
    assert told(Dependence(page_copies=[copied(later, page)]), page, later).startswith("2 witnesses")


def test_who_copied_a_figure_may_have_a_date_of_his_own() -> None:
    lost, copy = said("Page", LOST), said("List", LOST)
    dates = said("Page", FIRST), said("List", FIRST)
    known = Dependence(lineages=[repeated(copy, lost)])
    assert told(known, lost, copy) == "1 witness"
    assert told(known, *dates) == "2 witnesses, none known to copy another"
    assert told(Dependence(), lost, copy) == "2 witnesses, none known to copy another"


def test_independent_are_only_witnesses_whose_figures_were_traced_and_stayed_apart() -> None:
    one, other = said("Page", LOST), said("List", LOST)
    apart = Dependence(lineages=[Lineage(one.claim.id, one.claim.id, (one.claim.id,)),
                                 Lineage(other.claim.id, other.claim.id, (other.claim.id,))])  # fmt: skip
    assert told(apart, one, other) == "2 independent witnesses"
    assert told(apart, one, other, said("Almanac", FIRST)) == "3 witnesses, none known to copy another"
    unheard = Attestation.of(apart.witnesses([one, other]).values(), compared=False)
    assert str(unheard) == "2 witnesses, too many to look for copies among them"


def test_a_claim_that_says_it_repeats_another_is_no_second_witness() -> None:
    page = said("Page", FIRST)
    assert told(Dependence(), page, said("List", FIRST, repeats=page)) == "1 witness"


def test_a_person_may_join_and_part_the_witnesses_of_a_date() -> None:
    page, mirror, other = said("Page", FIRST), said("Mirror", FIRST), said("Other", FIRST)
    pages = [copied(mirror, page)]
    split = decided(Answer.SPLIT, mirror.claim.id, page.claim.id)
    join = decided(Answer.JOIN, other.claim.id, page.claim.id)
    assert told(Dependence(page_copies=pages, decisions=[split]), page, mirror).startswith("2 witnesses")
    known = Dependence(page_copies=pages, decisions=[join])
    assert told(known, page, mirror, other) == "1 witness"
    assert "the preface says so" in known.witnesses([page, other])[other.claim.id].reason


SOME = [
    said("Page", FIRST), said("Mirror", FIRST), said("Mirror", LATER), said("Page", LATER, of=BROWN),
    said("Book", LATER, of=BROWN), said("Almanac", LOST, claimant="Norland"), said("List", LOST, claimant="Norland"),
    said("List", FIRST, claimant="Sudland"), said("Page", LOST), said("Book", LOST),
]  # fmt: skip


@given(st.randoms())
def test_the_order_of_the_claims_does_not_matter(chance: Random) -> None:
    known = Dependence(
        lineages=[repeated(SOME[9], SOME[8])],
        page_copies=[copied(SOME[1], SOME[0]), copied(SOME[4], SOME[1])],
        decisions=[decided(Answer.JOIN, SOME[7].claim.id, SOME[3].claim.id)],
    )
    assert known.witnesses(chance.sample(SOME, len(SOME))) == known.witnesses(SOME)
