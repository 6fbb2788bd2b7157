"""Who is named here, and which state was that at the time?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides import authorities
from thucydides.vocabulary import CannotRead, Day, FormSort, HistoricalDate

KNOWN = authorities.load()


def in_year(year: int) -> HistoricalDate:
    return HistoricalDate(str(year), Day(year, 1, 1), Day(year, 12, 31), str(year))


def test_franks_are_those_of_francia_and_later_crusaders() -> None:
    said = {year: KNOWN.proposals("Franks", in_year(year))[0] for year in (732, 1187)}
    assert [(found.actor.name, found.sure) for found in said.values()] == [("Francia", True), ("Crusaders", True)]


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("the Soviet–Japanese talks", ["soviet-union", "japan"]),
        ("a Mongolia-Manchukuo border", ["mongolia", "manchukuo"]),
        ("the Sino-Vietnamese War and the Anglo–Zulu War", ["china", "vietnam", "united-kingdom", "zulu"]),
        ("US: 23, CS: 65", ["united-states", "confederate-states"]),
        ("they left us in cs form", []),
        ("soviet union and united irishmen", ["soviet-union", "united-irishmen"]),
        ("the Holy Roman Empire", ["holy-roman-empire"]),
        ("日本とСССР", ["japan", "soviet-union"]),
        ("Polishing, Indiana, Germanium", []),
        ("Côte d’Ivoire and Türkiye", ["ivory-coast", "turkey"]),
        ("the Irish Sea, New Mexico, Spanish Fort and Lake Huron", []),
        ("anti-Soviet and non-German forces", []),
        ("the European Union", ["european-union"]),
        ("Union troops", ["united-states"]),
        ("the Bolshevist cavalry and the Peloponnesian ships", ["soviet-union", "sparta"]),
        ("creeks and delaware in East Prussia", []),
        ("the Creeks met the Ming army and the Tokugawa forces", ["creek", "ming", "tokugawa"]),
    ],
)
def test_actors_are_found_in_running_words(words: str, actors: list[str]) -> None:
    assert [mention.actor for mention in KNOWN.actors_in(words)] == actors


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Mongolian People's Republic", "Mongolia"),
        ("the Soviets", "Soviet Union"),
        ("U.S.S.R.", "Soviet Union"),
        ("MNG", "Mongolia"),
        ("Imperial Russia", "Russia"),
        ("Japanese troops", "Japan"),
        ("Federal forces", "United States"),
        ("Corinth", "Corinth"),
        ("County of Nassau", "Nassau"),
        ("Republic of Venice (until 1797)", "Venice"),
        ("Soviet-Mongolian army", ""),
        ("Ministry of Silly Walks", ""),
        ("", ""),
    ],
)
def test_a_whole_string_names_one_actor_or_none(words: str, name: str) -> None:
    assert KNOWN.short_name(KNOWN.actor_named(words)) == name


@pytest.mark.parametrize(
    ("actor", "year", "name", "identity"),
    [
        ("russia", 1939, "Soviet Union", "gw:365"),
        ("russia", 1854, "Russia", "gw:365"),
        ("soviet-union", 2022, "Russia", "gw:365"),
        ("china", 1937, "China", "gw:710"),
        ("china", 1200, "Song China", "actor:song"),
        ("germany", 1916, "Germany", "gw:255"),
        ("germany", 1970, "West Germany", "gw:260"),
        ("austria", 1914, "Austria-Hungary", "gw:300"),
        ("united-kingdom", 1588, "England", "actor:england"),
        ("japan", 1939, "Japan", "gw:740"),
    ],
)
def test_a_name_means_the_state_of_its_time(actor: str, year: int, name: str, identity: str) -> None:
    meant = KNOWN.actor_on(actor, in_year(year))
    assert (meant.name, meant.id) == (name, identity)


def test_an_armys_name_is_told_from_an_adjective() -> None:
    army, adjective = KNOWN.actors_in("the Kwantung Army met Mongolian horsemen")
    assert (army.sort, adjective.sort) == (FormSort.ARMY, FormSort.ADJECTIVE)


def test_every_row_says_where_it_comes_from_and_under_which_licence() -> None:
    assert len(KNOWN.rows) > 800
    assert all(row.actor.origin and row.licence for row in KNOWN.rows)
    assert len({row.key for row in KNOWN.rows}) == len(KNOWN.rows)


def test_no_row_ends_before_it_begins() -> None:
    assert all(row.begin <= row.end for row in KNOWN.rows if row.begin and row.end)


def test_every_name_finds_its_own_actor_again_among_those_that_share_it() -> None:
    strays = [
        form.words
        for row in KNOWN.rows
        for form in row.forms
        if not form.words.endswith("-") and row.actor not in {held.actor for held in KNOWN.proposals(form.words, None)}
    ]
    assert not strays


def test_a_name_that_several_actors_share_goes_to_the_one_of_its_time() -> None:
    (first, *_), (later, *_) = (KNOWN.proposals("Royalists", in_year(year)) for year in (1645, 1793))
    assert (first.actor.name, first.sure) == ("English Royalists", True)
    assert (later.actor.name, later.sure) == ("French Royalists", True)


@pytest.mark.parametrize(
    ("words", "year", "reason"),
    [
        ("Manchukuo", 1920, "Manchukuo is listed from 1932-03-01 to 1945-08-18, not in 1920"),
        ("Algeria", 1900, "Algeria is listed from 1962, not in 1900: then colony of France"),
        ("Korea", 1950, "Korea is listed from 1897 to 1910, not in 1950"),
    ],
)
def test_a_state_that_was_not_there_is_never_taken_in_silence(words: str, year: int, reason: str) -> None:
    key = KNOWN.actor_named(words)
    assert KNOWN.absence(key, in_year(year)) == reason
    (first, *_) = KNOWN.proposals(words, in_year(year))
    assert not first.sure
    assert first.reason == reason


def test_a_state_that_was_there_is_not_absent() -> None:
    assert KNOWN.absence("manchukuo", in_year(1939)) == ""
    assert KNOWN.absence("manchukuo", None) == ""


@pytest.mark.parametrize("number", ["cow:345", "gw:340", "wikidata:Q241748"])
def test_an_actor_is_found_by_its_number_in_a_list(number: str) -> None:
    meant = KNOWN.actor_on(KNOWN.actor_named(number), in_year(1912))
    assert (meant.name, meant.id) == ("Serbia", "gw:340")
    assert "cow:345" in meant.identifiers


def test_the_clients_of_empires_are_known_by_date() -> None:
    manchukuo = KNOWN.actor_on("manchukuo", in_year(1939))
    (tie,) = KNOWN.ties_of(manchukuo, in_year(1939))
    assert (tie.relation, tie.other.name, tie.kind) == ("client_of", "Japan", "puppet state")
    assert KNOWN.ties_of(KNOWN.actor_on("algeria", in_year(1970)), in_year(1970)) == ()


def test_a_successor_is_known_from_its_first_day() -> None:
    russia = KNOWN.actor_on("russia", in_year(1995))
    told = {(tie.relation, tie.other.name) for tie in KNOWN.ties_of(russia, in_year(1995))}
    assert ("successor_of", "Soviet Union") in told


@pytest.mark.parametrize(
    ("written", "name", "sure"),
    [("Switzerlnd", "Switzerland", True), ("Austrlia", "Australia", False), ("Ottomon Empire", "Ottoman Empire", True)],
)
def test_a_slip_of_the_pen_is_proposed_and_taken_only_where_nothing_else_is_near(
    written: str, name: str, sure: bool
) -> None:
    (first, *_) = KNOWN.proposals(written, None)
    assert (first.actor.name, first.sure) == (name, sure)
    assert first.score < 1


@given(st.text(max_size=200))
def test_mentions_quote_the_words_and_never_overlap(words: str) -> None:
    last = 0
    for mention in KNOWN.actors_in(words):
        assert words[mention.start : mention.end] == mention.words
        assert mention.start >= last
        last = mention.end


@given(st.lists(st.sampled_from(["Straße ", "İ", "é ", "Japan ", "e\u0301", "ﬁ ", "日本", "USSR, "]), max_size=12))
def test_offsets_hold_where_folding_changes_the_length(parts: list[str]) -> None:
    words = "".join(parts)
    assert all(words[mention.start : mention.end] == mention.words for mention in KNOWN.actors_in(words))


def test_a_users_own_table_adds_and_replaces(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("key,name,adjective,begin\noz,Oz,Ozian|=Emerald,1900\njapan,Japan!,,\n", encoding="utf-8")
    known = authorities.load(table)
    assert known.actor_on(known.actor_named("Ozian"), None).id == "actor:oz"
    assert known.actor_on("oz", None).origin == "mine.csv"
    assert known.short_name("japan") == "Japan!"


def test_a_users_own_names_are_found(tmp_path: Path) -> None:
    table = tmp_path / "names.csv"
    table.write_text("key,language,name\njapan,cy,Siapan\nnobody,cy,Neb\n", encoding="utf-8")
    assert authorities.load(table).actor_named("siapan") == "japan"


def test_a_users_own_numbers_ties_and_places_are_told_by_their_columns(tmp_path: Path) -> None:
    tables = {
        "actors.csv": "key,name,begin\noz,Oz,1900\n",
        "numbers.csv": "key,identifier\noz,cow:999\n",
        "clients.csv": "actor,relation,other,begin,end\noz,client_of,japan,1900,1910\n",
        "places.csv": "name,latitude,longitude,kind\nEmerald City,10.5,-20.25,town\n",
    }
    for name, content in tables.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    known = authorities.load(*(tmp_path / name for name in tables))
    oz = known.actor_on(known.actor_named("cow:999"), in_year(1905))
    assert oz.id == "cow:999"
    assert [tie.other.name for tie in known.ties_of(oz, in_year(1905))] == ["Japan"]
    assert [(place.latitude, place.origin) for place in known.places_named("Emerald City")] == [(10.5, "places.csv")]


def test_a_place_without_degrees_is_refused_when_the_file_is_given(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text("name,latitude,longitude\nNowhere,north,20\n", encoding="utf-8")
    with pytest.raises(CannotRead, match=r"places\.csv"):
        authorities.load(table)


@pytest.mark.parametrize("content", [b"", b"one,two\n1,2\n", b"\xff\xfe\x00broken"])
def test_a_file_that_is_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    table = tmp_path / "bad.csv"
    table.write_bytes(content)
    with pytest.raises(CannotRead, match=r"bad\.csv"):
        authorities.load(table)
