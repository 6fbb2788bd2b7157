"""Is an end before a beginning seen, and a part outside its whole, and nothing where there is nothing?"""

from tests.checking.pages import WAR, Page, inside
from thucydides.checking import check
from thucydides.vocabulary import EventKind, Finding, LinkedClaim

BATTLE = inside(WAR, "the Battle of Zenda")
TREATY = inside(WAR, "the Peace of Hentzau", EventKind.AGREEMENT)


def rules(*pages: Page) -> list[str]:
    return [finding.rule for finding in found(*pages)]


def found(*pages: Page) -> tuple[Finding, ...]:
    claims: list[LinkedClaim] = [linked for page in pages for linked in page.claims()]
    return check(claims)


def test_an_end_before_the_beginning_is_a_contradiction() -> None:
    (finding,) = found(Page().began("1939-09-16").ended("1939-05-11"))
    assert finding.rule == "date-order"
    assert "16 September 1939" in finding.message
    assert "11 May 1939" in finding.message


def test_an_end_in_the_month_of_the_beginning_is_none() -> None:
    assert not found(Page().began("1939-05-11").ended("1939-05"))
    assert not found(Page().began("1939-05-11").ended("1939-05-11"))


def test_a_battle_before_its_war_is_shown() -> None:
    (finding,) = found(Page().began("1939-05-11").ended("1939-09-16").dated("1939-04-02", event=BATTLE))
    assert finding.rule == "child-outside-parent"
    assert finding.event == BATTLE.id
    assert "2 April 1939" in finding.message


def test_a_battle_after_its_war_is_shown() -> None:
    assert rules(Page().began("1939-05-11").ended("1939-09-16").ended("1939-10", event=BATTLE)) == [
        "child-outside-parent"
    ]


def test_a_battle_within_its_war_and_a_treaty_after_it_are_let_be() -> None:
    page = Page().began("1939-05-11").ended("1939-09-16").dated("1939-08-20", event=BATTLE)
    assert not found(page.dated("1940-06", event=TREATY).dated("1939-09", event=BATTLE))


def test_a_part_is_let_be_where_one_document_gives_the_whole_room_for_it() -> None:
    narrow = Page("a.txt").began("1939-05-11").dated("1939-05-04", event=BATTLE)
    wide = Page("b.txt").began("1939-05")
    assert not found(narrow, wide)


def test_documents_that_begin_an_event_on_different_days_are_shown_once() -> None:
    (finding,) = found(
        Page("a.txt").began("1939-05-11"), Page("b.txt").began("1939-05-12"), Page("c.txt").began("1939-05-11")
    )
    assert finding.rule == "start-across-documents"
    assert "11 May 1939 in a.txt and c.txt; 12 May 1939 in b.txt" in finding.message
    assert len(finding.claims) == 3


def test_a_month_and_a_day_in_it_agree() -> None:
    assert not found(Page("a.txt").began("1939-05-11"), Page("b.txt").began("1939-05"))


def test_the_day_on_which_one_actor_joined_is_not_the_beginning() -> None:
    assert not found(Page("a.txt").began("1939-05-11"), Page("b.txt").began("1939-05-26", target=("Ruritania",)))
