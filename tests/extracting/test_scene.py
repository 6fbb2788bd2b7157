from hypothesis import given
from hypothesis import strategies as st

from tests.extracting.fakes import COUNTRIES, text_of
from thucydides.extracting import scene_of
from thucydides.vocabulary import EventKind, PassageKind

PARAGRAPH, TITLE, BOX, FACT = PassageKind.PARAGRAPH, PassageKind.TITLE, PassageKind.BOX_LINE, PassageKind.FACT_LINE


def test_the_title_names_what_a_page_is_about() -> None:
    text = text_of((TITLE, "Siege of Klow"), (BOX, "Second Siege of Klow", "title"))
    scene = scene_of(text, "page.txt", COUNTRIES)
    assert (scene.event.label, scene.event.kind) == ("Siege of Klow", EventKind.BATTLE)
    assert scene.event.span is not None and text.quote(scene.event.span) == "Siege of Klow"


def test_a_record_without_a_title_is_about_the_event_its_prose_names_most() -> None:
    prose = (
        "The Klow Valley border dispute began with a well. Klow Valley changed hands twice. The World Fair came after."
    )
    scene = scene_of(text_of((PARAGRAPH, prose), (FACT, "Inter-State War")), "record.txt", COUNTRIES)
    assert (scene.event.label, scene.event.kind) == ("Klow Valley border dispute", EventKind.WAR)


def test_a_war_mentioned_by_the_way_does_not_name_the_record() -> None:
    scene = scene_of(
        text_of((PARAGRAPH, "Nobody recalled the Long War any more.")), "folder/frontier-1911.txt", COUNTRIES
    )
    assert (scene.event.label, scene.event.span) == ("frontier-1911", None)


def test_conflicts_are_a_series_and_the_noun_before_of_counts() -> None:
    kinds = {
        "Ruritanian–Bordurian border conflicts": EventKind.SERIES,
        "Bordurian invasion of Syldavia": EventKind.WAR,
        "Battle of the Long War Memorial": EventKind.BATTLE,
        "Klow": EventKind.UNKNOWN,
    }
    assert {name: scene_of(text_of((TITLE, name)), "x", COUNTRIES).event.kind for name in kinds} == kinds


def test_years_keep_their_places_and_the_nearest_earlier_one_is_found() -> None:
    text = text_of((PARAGRAPH, "In 1911 it began. On May 3 it went on. By 1913 all was over, with 1,914 dead."))
    scene = scene_of(text, "x", COUNTRIES)
    assert [year.number for year in scene.years] == [1911, 1913]
    near = scene.year_before(text.content.index("May"))
    assert near is not None and near.number == 1911


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_words_make_a_scene(words: str, name: str) -> None:
    text = text_of((TITLE, words or " "), (PARAGRAPH, words))
    assert scene_of(text, name, COUNTRIES).event.label or not name
