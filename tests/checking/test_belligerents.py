"""Is a belligerent of one list only noted, and prose not taken for a list?"""

from tests.checking.pages import WAR, Page, inside
from thucydides.checking import check
from thucydides.vocabulary import Event, EventKind, Finding, Said, Severity

SERIES = Event("event:series", "the border wars", EventKind.SERIES)
BORDER_WAR = Event(WAR.id, WAR.label, WAR.kind, part_of=SERIES.id)


def found(*pages: Page) -> tuple[Finding, ...]:
    return check([linked for page in pages for linked in page.claims()])


def test_an_actor_in_the_article_only_is_noted_with_what_the_record_calls_it() -> None:
    record = Page("record.txt", event=BORDER_WAR).fought("Ruritania", "Graustark", "Syldavia")
    record.client("Hentzau", "Ruritania")
    article = Page("article.txt", event=SERIES).fought("Syldavia", "Graustark", "Ruritania", "Hentzau")
    (finding,) = found(record, article)
    assert finding.rule == "belligerents-against-belligerents"
    assert finding.severity is Severity.NOTE
    assert finding.message.startswith("Hentzau is a belligerent of the border wars in article.txt only")
    assert "calls Hentzau a client state of Ruritania" in finding.message


def test_the_same_lists_in_another_order_agree() -> None:
    assert not found(Page("a.txt").fought("Ruritania", "Graustark"), Page("b.txt").fought("Graustark", "Ruritania"))


def test_prose_that_does_not_mention_an_actor_says_nothing() -> None:
    prose = Page("b.txt")
    for name in ("Ruritania", "Graustark"):
        prose.says(f"three gunboats of {name} crossed", "belligerent", Said(), target=(name,))
    assert not found(Page("a.txt").fought("Ruritania", "Graustark", "Syldavia"), prose)


def test_a_great_war_has_more_belligerents_than_one_of_its_battles() -> None:
    many = [f"Land{place}" for place in range(12)]
    great = Event("event:great", "the Great War", EventKind.WAR)
    battle = inside(great, "the Battle of Zenda")
    assert not found(
        Page("a.txt", event=great).fought("Ruritania", "Graustark", *many),
        Page("b.txt", event=battle).fought("Ruritania", "Graustark"),
    )


def test_within_one_document_a_smaller_list_is_let_be() -> None:
    battle = inside(WAR, "the Battle of Zenda")
    page = Page().fought("Ruritania", "Graustark", "Syldavia")
    assert not found(page.fought("Ruritania", "Graustark", event=battle))
