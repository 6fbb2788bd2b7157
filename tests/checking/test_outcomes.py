"""Is an open outcome beside a victory or a settlement seen, within a record and across documents?"""

from tests.checking.pages import WAR, Page, inside
from thucydides.checking import check
from thucydides.vocabulary import Event, EventKind, Finding, Said

SERIES = Event("event:series", "the Ruritanian border wars", EventKind.SERIES)
BORDER_WAR = Event(WAR.id, WAR.label, WAR.kind, part_of=SERIES.id)
SETTLEMENT = inside(WAR, "Settlement of the border dispute", EventKind.AGREEMENT)


def found(*pages: Page) -> tuple[Finding, ...]:
    return check([linked for page in pages for linked in page.claims()])


def test_an_unsettled_dispute_against_the_defeat_and_settlement_of_its_own_prose() -> None:
    page = Page().ended_as("Unsettled Dispute", "unsettled").ended_as("the defeat at Zenda", "victory")
    page.ended_as("was settled largely in favour of Graustark", "treaty", event=SETTLEMENT)
    (finding,) = found(page)
    assert finding.rule == "outcome-within-record"
    assert "Unsettled Dispute" in finding.message
    assert "the defeat at Zenda" in finding.message
    assert "largely in favour of Graustark" in finding.message


def test_an_unsettled_war_against_the_victory_in_another_document_about_the_whole_series() -> None:
    page = Page("record.txt", event=BORDER_WAR).ended_as("Unsettled Dispute", "unsettled")
    other = Page("article.txt", event=SERIES).ended_as("Decisive victory", "victory")
    other.says("Decisive victory", "winner", Said(), target=("Graustark",))
    (finding,) = found(page, other)
    assert finding.rule == "outcome-across-documents"
    assert finding.event == WAR.id
    assert "article.txt says “Decisive victory” (of the Ruritanian border wars)" in finding.message


def test_a_ceasefire_is_compatible_with_a_victory_and_with_an_unsettled_dispute() -> None:
    page = Page().ended_as("Victory of Graustark", "victory").ended_as("ceasefire", "ceasefire")
    assert not found(page)
    assert not found(Page().ended_as("Unsettled", "unsettled").ended_as("ceasefire", "ceasefire"))


def test_a_victory_in_an_unrelated_event_or_a_battle_of_the_same_document_is_let_be() -> None:
    battle = inside(WAR, "the Battle of Zenda")
    page = Page().ended_as("Unsettled Dispute", "unsettled").ended_as("a victory", "victory", event=battle)
    assert not found(page, Page("b.txt", event=SERIES).ended_as("Decisive victory", "victory"))


def test_a_pact_that_settles_nothing_is_no_settlement() -> None:
    pact = inside(WAR, "trade pact", EventKind.AGREEMENT)
    assert not found(Page().ended_as("Unsettled", "unsettled").dated("1940-06", event=pact))


def test_who_won_in_one_document_and_lost_in_another_is_shown() -> None:
    one = Page("a.txt").says("Ruritania won", "winner", Said(), target=("Ruritania",))
    other = Page("b.txt").says("Ruritania was beaten", "loser", Said(), target=("Ruritania",))
    (finding,) = found(one, other)
    assert finding.rule == "winner-against-winner"
    assert finding.message.startswith("Ruritania won")
    both = Page("d.txt").says("Ruritania won", "winner", Said(), target=("Ruritania",))
    assert not found(both.says("after Ruritania was beaten", "loser", Said(), target=("Ruritania",)))
    assert not found(one, Page("c.txt").says("Graustark was beaten", "loser", Said(), target=("Graustark",)))
