"""Is what was kept there, once, whole, and in any order the same?"""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.witnesses import Meanwhile, claims_of, document, text_of, unread
from thucydides.ledger import Ledger, Understood, derived
from thucydides.ledger.derived import make_set
from thucydides.vocabulary import (
    Anchor,
    Answer,
    Decision,
    Document,
    Event,
    EventEntry,
    EventKind,
    Finding,
    LedgerProblem,
    Link,
    LinkedClaim,
    LinkRole,
    Passage,
    PassageKind,
    QuoteNotInText,
    Segment,
    Severity,
    Source,
    Stance,
    Subject,
    Text,
)

DOCUMENTS = (
    document("Ruritania fought Strelsau", name="a.txt"),
    document("Zenda fell", name="folder/b.txt"),
    document("Nothing was lost", name="c.txt"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "war.db")


def keep(ledger: Ledger, found: Document, *, reader: str = "test/1") -> bool:
    text = text_of(found)
    return ledger.keep(found, text, claims_of(text, reader=reader, label=found.name), [unread(text)])


def test_what_was_kept_comes_back(ledger: Ledger) -> None:
    found = DOCUMENTS[0]
    assert keep(ledger, found)
    assert ledger.holds(found.id)
    assert not ledger.holds(DOCUMENTS[1].id)
    assert ledger.document("a.txt") == found
    assert ledger.text(found.id) == text_of(found)
    assert set(ledger.claims()) == set(claims_of(text_of(found), label="a.txt"))
    assert ledger.findings.unread() == (unread(text_of(found)),)


def test_a_text_comes_back_with_passages_segments_and_broken_characters(ledger: Ledger) -> None:
    found = document("x")
    text = Text(found.id, "a\ud800\n中", (Passage(PassageKind.CELL, 0, 2, label="Losses", row=3),), (Segment(0, 5, 2),))
    ledger.keep(found, text, ())
    assert ledger.text(found.id) == text


def test_a_file_name_that_is_no_utf_8_is_kept(ledger: Ledger) -> None:
    found = document("x", name="caf\udce9.txt")
    ledger.keep(found, text_of(found), ())
    assert ledger.document("caf\udce9.txt") == found
    assert ledger.digest()


def test_reading_twice_adds_nothing(ledger: Ledger) -> None:
    keep(ledger, DOCUMENTS[0])
    before = ledger.digest()
    assert not keep(ledger, DOCUMENTS[0])
    assert ledger.digest() == before
    assert len(list(ledger.claims(attribute="name"))) == 1


def test_any_order_of_reading_gives_the_same_digest(tmp_path: Path) -> None:
    digests = set()
    for turn, order in enumerate(permutations(DOCUMENTS)):
        with Ledger.open(tmp_path / f"{turn}.db") as ledger:
            for found in order:
                keep(ledger, found)
            digests.add((ledger.digest(), ledger.claims_fingerprint()))
    assert len(digests) == 1


@settings(deadline=None, max_examples=10)
@given(st.permutations([("a.txt", "text/plain"), ("b.txt", "text/plain"), ("c.html", "text/html")]))
def test_the_same_bytes_under_other_names_are_one_document_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, order: list[tuple[str, str]]
) -> None:
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "war.db") as ledger:
        for name, media_type in order:
            found = Document(name, b"Ruritania fought", media_type)
            text = text_of(found, reader=f"{media_type}/1")
            ledger.keep(found, text, claims_of(text, label=name))
        (kept,) = ledger.documents()
        assert kept.name == "a.txt"
        assert kept.names == ("a.txt", "b.txt", "c.html")
        assert {claim.event.label for claim in ledger.claims()} == {"a.txt"}
        assert ledger.document("c.html").media_type == "text/plain"


def test_a_better_reader_supersedes_and_deletes_nothing(ledger: Ledger) -> None:
    found = DOCUMENTS[0]
    keep(ledger, found)
    text = text_of(found)
    better = claims_of(text, reader="test/2", label="a.txt")[:1]
    assert ledger.keep(found, text, better)
    assert tuple(ledger.claims()) == better
    assert ledger.findings.unread() == ()
    with ledger._store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM claim").scalar() == 6


def test_claims_come_in_the_order_of_the_text_and_can_be_chosen(ledger: Ledger) -> None:
    for found in DOCUMENTS:
        keep(ledger, found)
    claims = tuple(ledger.claims())
    assert claims == tuple(sorted(claims, key=lambda c: (c.document, c.span.start, c.span.end, c.attribute)))
    assert {claim.document for claim in ledger.claims(document=DOCUMENTS[1].id)} == {DOCUMENTS[1].id}
    assert {claim.attribute for claim in ledger.claims(attribute="belligerent")} == {"belligerent"}


def test_claims_can_be_asked_while_others_are_kept(ledger: Ledger) -> None:
    keep(ledger, DOCUMENTS[0])
    stream = ledger.claims()
    next(stream)
    keep(ledger, DOCUMENTS[1])
    assert len(list(stream)) == 4


def test_a_claim_whose_words_are_not_in_the_text_is_refused_with_its_document(ledger: Ledger) -> None:
    found = DOCUMENTS[0]
    claims = claims_of(text_of(found))
    other = Text(found.id, "quite other words, as long", ())
    with pytest.raises(QuoteNotInText):
        ledger.keep(found, other, claims)
    assert not ledger.holds(found.id)


def test_the_text_of_another_document_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerProblem, match="was read from"):
        ledger.keep(DOCUMENTS[0], text_of(DOCUMENTS[1]), ())


@pytest.mark.parametrize("reference", ["folder/b.txt", "b.txt", DOCUMENTS[1].id, DOCUMENTS[1].id[:6]])
def test_a_document_is_known_by_name_id_or_their_parts(ledger: Ledger, reference: str) -> None:
    for found in DOCUMENTS:
        keep(ledger, found)
    assert ledger.document(reference) == DOCUMENTS[1]


def test_an_unknown_or_ambiguous_document_lists_the_candidates(ledger: Ledger) -> None:
    with pytest.raises(LedgerProblem, match="the ledger is empty"):
        ledger.document("a.txt")
    keep(ledger, DOCUMENTS[0])
    changed = document("Ruritania fled", name="a.txt")
    keep(ledger, changed)
    with pytest.raises(LedgerProblem, match=changed.id[:12]):
        ledger.document("a.txt")
    with pytest.raises(LedgerProblem, match=r"there are a\.txt"):
        ledger.document("z.txt")
    with pytest.raises(LedgerProblem, match="was read"):
        ledger.text("0" * 64)


def test_an_understanding_is_replaced_as_a_whole_and_knows_its_generation(ledger: Ledger) -> None:
    keep(ledger, DOCUMENTS[0])
    assert ledger.understood_generation() == -1
    claims = tuple(ledger.claims())
    event = Event("event:1", "the border war", EventKind.WAR, aliases=("the war",))
    source = Source("source:1", "A History")
    linked = tuple(LinkedClaim(claim, event, (), source, "a.txt", stance=Stance.ENEMY) for claim in claims)
    entry = EventEntry(event, "1911", "", (), len(claims), 1, 1, 0)
    link = Link(claims[0].id, LinkRole.EVENT, "event:1", "it has the same name")
    finding = Finding("date-order", Severity.CONTRADICTION, "It ends before it begins.", claims=(claims[0].id,))
    known = Understood((event,), (entry,), (link,), (source,), linked, (finding,), ledger.generation())
    for _ in range(2):
        ledger.replace_understood(known)
    assert (ledger.events.all(), ledger.linked.links(), ledger.linked.sources()) == ((event,), (link,), (source,))
    assert ledger.findings.all() == (unread(text_of(DOCUMENTS[0])), finding)
    assert ledger.findings.on("event:1") == (finding,)
    assert tuple(ledger.linked.claims(event="event:1")) == linked
    assert ledger.linked.claim(claims[0].id) == linked[0]
    assert ledger.linked.links_of(claims[0].id) == (link,)
    assert ledger.index.entries() == (entry,)
    assert ledger.understood_generation() == ledger.generation()
    keep(ledger, DOCUMENTS[1])
    assert ledger.understood_generation() != ledger.generation()


def test_events_are_found_by_label_alias_and_parts_of_names_in_any_script(ledger: Ledger) -> None:
    events = (
        Event("event:one", "Battle of Chōkohō", EventKind.BATTLE, aliases=("張鼓峰事件", "Changkufeng–Incident")),
        Event("event:two", "Siege of Zenda", EventKind.BATTLE, aliases=("Zenda",)),
    )
    entries = tuple(EventEntry(event, "", "", (), 0, 0, 0, 0) for event in events)
    ledger.replace_understood(Understood(events, entries, (), (), (), (), ledger.generation()))
    assert ledger.events.called("BATTLE of Chokoho", aliases=False) == events[:1]
    assert ledger.events.called("changkufeng-incident", aliases=True) == events[:1]
    assert ledger.events.called("Zenda", aliases=False) == ()
    assert ledger.events.beginning("two") == ledger.events.beginning("event:t") == events[1:]
    for words in ("鼓峰事", "張鼓", "koho", "CHANGKU"):
        assert ledger.index.found(words, most=5) == entries[:1], words
    assert ledger.index.found('"zenda', most=5) == ()
    assert set(ledger.index.found("of", most=1)) <= set(entries)


def test_a_decision_on_a_pair_moves_the_ledger_on_and_one_on_a_claim_stands_beside_it(ledger: Ledger) -> None:
    before = ledger.generation()
    ledger.decide(decision(Answer.REJECT))
    assert ledger.generation() == before
    ledger.decide(replace(decision(Answer.JOIN), about=Subject.EVENT, other=Anchor("c2", "d1", "Strelsau")))
    assert ledger.generation() > before


def nothing(generation: int) -> Understood:
    return Understood((), (), (), (), (), (), generation)


def sets_kept(ledger: Ledger) -> list[str]:
    with ledger._store.reading() as connection:
        named = "SELECT name FROM sqlite_master WHERE name GLOB 'linked_[0-9]*' AND type = 'table'"
        return list(connection.exec_driver_sql(named).scalars())


def test_an_understanding_that_comes_too_late_does_not_take_the_place_of_a_newer_one(ledger: Ledger) -> None:
    ledger.replace_understood(nothing(7))
    ledger.replace_understood(nothing(5))
    assert ledger.understood_generation() == 7
    assert len(sets_kept(ledger)) == 1


def test_what_served_is_taken_away_by_and_by_until_nothing_is_left(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "TAKEN_AT_ONCE", 2)
    events = tuple(Event(f"event:{place}", f"Siege {place}", EventKind.BATTLE) for place in range(7))
    for turn in range(3):
        ledger.replace_understood(Understood(events[turn:], (), (), (), (), (), turn))
        assert ledger.events.all() == events[turn:]
        with ledger._store.reading() as connection:
            named = "SELECT name FROM sqlite_master WHERE name GLOB '*_[0-9]*' AND name NOT GLOB 'sqlite_*'"
            sets = {name.split("_")[-1] for name in connection.exec_driver_sql(named).scalars() if name[-1].isdigit()}
        assert len(sets) == 1


def test_what_an_interrupted_understanding_left_is_taken_away_by_the_next(ledger: Ledger) -> None:
    for _ in range(3):
        with ledger._store.writing() as connection:
            make_set(connection)
    ledger.replace_understood(nothing(ledger.generation()))
    assert len(sets_kept(ledger)) == 1


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize(("ours", "theirs"), [(7, 7), (7, 5), (5, 7)])
def test_of_two_that_write_at_once_the_one_begun_first_stands_only_if_it_is_newer_and_whole(
    ledger: Ledger, ours: int, theirs: int, last: bool
) -> None:
    left = [nothing(theirs)]

    def quicker() -> None:
        with Ledger.open(ledger.path) as another:
            while left:
                another.replace_understood(left.pop())

    written = Meanwhile(() if last else (Event("event:one", "Siege of Zenda", EventKind.BATTLE),))
    written.happens = quicker
    known = nothing(ours)
    ledger.replace_understood(replace(known, traits=written) if last else replace(known, events=written))
    assert ledger.understood_generation() == 7
    assert len(ledger.events.all()) == int(ours > theirs and not last)
    assert len(sets_kept(ledger)) == 1


def decision(answer: Answer, *, when: str = "2024-01-01T00:00:00Z", undoes: str = "") -> Decision:
    return Decision("c1", answer, "a reader", when, "the page is torn", "d1", "Zenda", undoes=undoes)


def test_decisions_are_kept_in_order_and_an_undoing_is_a_decision(ledger: Ledger) -> None:
    first = decision(Answer.REJECT)
    second = decision(Answer.ACCEPT, undoes=first.id)
    for taken in (first, second, first):
        ledger.decide(taken)
    assert ledger.decisions() == (first, second)


def test_the_digest_knows_the_decisions_that_stand_but_no_times(tmp_path: Path) -> None:
    digests = []
    for place, when in enumerate(("2024-01-01T00:00:00Z", "2025-02-02T00:00:00Z")):
        with Ledger.open(tmp_path / f"{place}.db") as ledger:
            empty = ledger.digest()
            first = decision(Answer.REJECT, when=when)
            ledger.decide(first)
            digests.append(ledger.digest())
            ledger.decide(decision(Answer.ACCEPT, when=when, undoes=first.id))
            assert ledger.digest() == empty != digests[0]
    assert digests[0] == digests[1]


def test_claims_of_an_attribute_are_counted_no_further_than_is_asked(ledger: Ledger) -> None:
    for found in DOCUMENTS:
        keep(ledger, found)
    held = len(list(ledger.claims(attribute="name")))
    assert held >= 2
    assert ledger.claims_up_to(100, attribute="name") == held
    assert ledger.claims_up_to(held - 1, attribute="name") == held - 1
    assert ledger.claims_up_to(100, attribute="magnitude") == 0
