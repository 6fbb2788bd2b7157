"""Does every view of the events have an address, and does a file hold exactly its list?"""

import csv
import io
import json
from pathlib import Path

import pytest
from fake_desk import RAID, WAR, FakeDesk
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import TRAITS, ThucydidesError, Wish
from thucydides.web import create_app
from thucydides.web.explorepage import query_of, wish_of

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
YEARS = st.none() | st.integers(-9999, 9999)
VALUES = st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20), max_size=3, unique=True)
BORDERS = {"type": "FeatureCollection", "features": []}


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(FakeDesk()), base_url="http://127.0.0.1")  # type: ignore[arg-type]


@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
    YEARS,
    YEARS,
    st.dictionaries(st.sampled_from(TRAITS), VALUES),
)
def test_a_wish_is_read_back_from_the_address_that_it_makes(
    words: str, since: int | None, until: int | None, traits: dict[str, list[str]]
) -> None:
    from urllib.parse import parse_qs

    wish = Wish(words.strip(), since, until, {name: tuple(v) for name, v in traits.items() if v})
    asked = parse_qs(query_of(wish).removeprefix("?"), keep_blank_values=True)
    again = wish_of(asked)
    assert (again.words, again.since, again.until, dict(again.traits)) == (wish.words, since, until, dict(wish.traits))


def test_what_a_query_cannot_mean_is_left_out(client: TestClient) -> None:
    assert wish_of({"since": ["yesterday"], "until": ["99999"], "nobody": ["x"]}) == Wish()
    assert client.get("/explore?since=yesterday").status_code == 200
    assert client.get("/explore?page=0").status_code == 422


def test_the_files_hold_exactly_the_list_that_is_shown(client: TestClient) -> None:
    for query in ("", "?q=mill", "?q=nothing-is-called-so"):
        page = client.get(f"/explore{query}").text
        rows = list(csv.DictReader(io.StringIO(client.get(f"/explore.csv{query}").text)))
        objects = json.loads(client.get(f"/explore.json{query}").text)
        assert [row["id"] for row in rows] == [one["id"] for one in objects]
        assert page.count('<tr role="row" class="d') == len(rows)
        assert [row["label"] in page for row in rows] == [True] * len(rows)


def test_words_that_a_spreadsheet_would_calculate_stay_words() -> None:
    from dataclasses import replace

    from thucydides.desk import EventEntry
    from thucydides.web.exploring import as_csv

    entry = EventEntry(replace(WAR, label='=HYPERLINK("x")'), "", "", ("+1",), 0, 0, 0, 0)
    row = next(csv.DictReader(io.StringIO(as_csv([entry]))))
    assert (row["label"], row["parties"]) == ('\'=HYPERLINK("x")', "'+1")


def test_an_event_hangs_under_its_whole_only_where_that_is_shown(client: TestClient) -> None:
    row = f'class="d1"><th role="rowheader" scope="row"><a href="/events/{RAID.id.replace(":", "%3A")}"'
    assert row in client.get("/explore").text
    assert 'class="d1"' not in client.get("/explore?q=raid").text


def test_the_map_has_its_points_and_a_list_of_them(client: TestClient) -> None:
    page = client.get("/explore").text
    assert '<svg class="map"' in page
    assert "The same places as a list" in page
    points = client.get("/explore/spots.json").json()["features"]
    assert [point["properties"]["label"] for point in points] == [WAR.label]
    assert points[0]["geometry"]["coordinates"] == [118.6, 47.7]


def test_the_users_own_borders_are_handed_to_the_map_and_refused_where_they_are_none(tmp_path: Path) -> None:
    place = tmp_path / "borders.json"
    place.write_text(json.dumps(BORDERS))
    client = TestClient(create_app(FakeDesk(), borders=place), base_url="http://127.0.0.1")  # type: ignore[arg-type]
    assert 'data-borders="/explore/borders.json"' in client.get("/explore").text
    assert client.get("/explore/borders.json").json() == BORDERS
    place.write_text("<svg/>")
    with pytest.raises(ThucydidesError, match="GeoJSON"):
        create_app(FakeDesk(), borders=place)  # type: ignore[arg-type]
