"""Do the seeds come to the events that a careful person finds in them?"""

import csv
from pathlib import Path

import pytest

from thucydides.extracting import extract
from thucydides.linking import Linking, link
from thucydides.reading import read
from thucydides.vocabulary import Document, Event, Registry

SHARED = Path(__file__).parents[3] / "shared"
TREE = SHARED / "gold" / "events.csv"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))

pytestmark = pytest.mark.skipif(not TREE.exists() or not SEEDS, reason="the seeds are not beside the project")


@pytest.fixture(scope="module")
def linking(registry: Registry) -> Linking:
    documents = [Document(path.name, path.read_bytes()) for path in SEEDS]
    claims = [
        claim
        for document in documents
        for claim in extract(read(document), document_name=document.name, gazetteer=registry).claims
    ]
    return link(claims, document_names={document.id: document.name for document in documents}, registry=registry)


def events_of(linking: Linking, key: str) -> set[str]:
    """The events that go by a label of this row of the gold, by their own label or an alias, of its kind."""
    row = next(row for row in csv.DictReader(TREE.read_text(encoding="utf-8").splitlines()) if row["key"] == key)
    labels = set(row["labels"].split("|"))
    return {
        event.id for event in linking.events if event.kind == row["kind"] and labels & {event.label, *event.aliases}
    }


def one(linking: Linking, key: str) -> Event:
    (found,) = events_of(linking, key)
    return next(event for event in linking.events if event.id == found)


def test_the_record_and_the_article_meet_in_the_war(linking: Linking) -> None:
    assert len(one(linking, "khalkhin-gol-war").documents) == 2
    assert len(one(linking, "neutrality-pact").documents) == 2


@pytest.mark.parametrize(
    ("key", "parent"),
    [
        ("khalkhin-gol-war", "series"),
        ("khalkhin-gol-battle", "khalkhin-gol-war"),
        ("khasan", "series"),
        ("halhamiao", "series"),
        ("orahodoga", "series"),
        ("tauran", "series"),
        ("kanchazu", "series"),
    ],
)
def test_each_event_lies_in_the_one_that_the_gold_gives(linking: Linking, key: str, parent: str) -> None:
    assert one(linking, key).part_of == one(linking, parent).id


def test_the_series_stands_alone_and_in_one_document(linking: Linking) -> None:
    series = one(linking, "series")
    assert series.part_of == ""
    assert len(series.documents) == 1


def test_nothing_is_left_in_doubt(linking: Linking) -> None:
    assert linking.doubts == ()
