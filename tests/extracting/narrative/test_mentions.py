import pytest

from tests.extracting.narrative.pages import gazetteer
from thucydides.extracting.narrative.mentions import event_titled, events_in
from thucydides.vocabulary import EventKind, read_dates


def _labels(words: str) -> list[str]:
    return [named.label for named in events_in(words, dates=read_dates(words), gazetteer=gazetteer())]


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("In 1781 the Battle of Guilford Court House was fought.", ["Battle of Guilford Court House"]),
        ("The Second Siege of Zaragoza began.", ["Second Siege of Zaragoza"]),
        ("After the siege of Malta he left.", ["siege of Malta"]),
        ("The Dogger Bank incident followed.", ["Dogger Bank incident"]),
        ("The Russo–Turkish War (1877) ended.", ["Russo–Turkish War (1877)"]),
        ("Operation Market Garden failed.", ["Operation Market Garden"]),
        ("World War II had begun.", ["World War II"]),
        ("The War of 1812 is remembered.", ["War of 1812"]),
        ("They signed the Pact of Steel and the Locarno Treaties.", ["Pact of Steel"]),
        ("The conflict in March 1969 was short.", ["conflict in March 1969"]),
        ("They agreed on a ceasefire.", ["ceasefire"]),
        ("The Soviet invasion was swift.", []),
        ("Earlier clashes had been small.", []),
        ("A war was feared.", []),
    ],
)
def test_events_are_told_by_a_proper_name_and_a_noun_of_events(words: str, labels: list[str]) -> None:
    assert _labels(words) == labels


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Battle of the Nile", EventKind.BATTLE),
        ("The spring offensive", EventKind.CAMPAIGN),
        ("Small battles", None),
        ("Background", None),
        ("Aftermath of the war", None),
    ],
)
def test_a_heading_names_an_event_or_it_does_not(heading: str, kind: EventKind | None) -> None:
    titled = event_titled(heading, gazetteer())
    assert (titled.kind if titled else None) == kind
