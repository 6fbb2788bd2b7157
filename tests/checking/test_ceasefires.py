"""Is an end on another day than the ceasefire noted, and another ceasefire left alone?"""

from tests.checking.pages import WAR, Page, inside
from thucydides.checking import check
from thucydides.vocabulary import Event, EventKind, Severity

CEASEFIRE = inside(WAR, "ceasefire", EventKind.AGREEMENT)


def test_15_against_16_september_is_a_note() -> None:
    page = Page().dated("1939-09-15", event=CEASEFIRE).ended("1939-09-16")
    (finding,) = check(page.claims())
    assert finding.rule == "end-against-ceasefire"
    assert finding.severity is Severity.NOTE
    assert "16 September 1939" in finding.message
    assert "15 September 1939" in finding.message
    assert "1 day earlier" in finding.message


def test_weeks_between_them_are_a_doubt() -> None:
    (finding,) = check(Page().dated("1939-08-15", event=CEASEFIRE).ended("1939-09-16").claims())
    assert finding.severity is Severity.DOUBT


def test_a_ceasefire_that_nobody_places_belongs_to_the_one_event_that_ended_then() -> None:
    unplaced = Event("event:truce", "truce", EventKind.AGREEMENT)
    page = Page().dated("1939-09-15", event=unplaced).ended("1939-09-16")
    assert [finding.event for finding in check(page.claims())] == [WAR.id]
    campaign = Event("event:campaign", "the autumn campaign", EventKind.CAMPAIGN)
    assert not check(page.ended("1939-09-18", event=campaign).claims())


def test_the_same_day_a_ceasefire_of_another_year_and_one_of_another_war_are_let_be() -> None:
    other = Event("event:other", "armistice", EventKind.AGREEMENT, part_of="event:elsewhere")
    assert not check(Page().dated("1939-09-16", event=CEASEFIRE).ended("1939-09-16").claims())
    assert not check(Page().dated("1937-09-15", event=CEASEFIRE).ended("1939-09-16").claims())
    assert not check(Page().dated("1939-09-15", event=other).ended("1939-09-16").claims())


def test_an_agreement_that_is_no_ceasefire_is_let_be() -> None:
    pact = inside(WAR, "trade pact", EventKind.AGREEMENT)
    assert not check(Page().dated("1939-09-15", event=pact).ended("1939-09-16").claims())
