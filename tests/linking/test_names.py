"""Do two names of events say the same, whatever their spelling?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.linking.strangers import NOBODY
from thucydides.linking.names import key_of, kind_of
from thucydides.linking.spelling import slug
from thucydides.vocabulary import EventKind, Registry

SAME = [
    ("Battle of Gettysburg", "Gettysburg"),
    ("Siege of Przemyśl", "Przemysl siege"),
    ("Battle of Plevna", "Siege of Plevna (1877)"),
    ("Khalkhin Gol", "Battle of Halhin-Gol"),
    ("Second Battle of Bull Run", "2nd Bull Run"),
    ("Russo–Japanese War", "Japanese-Russian War"),
    ("Sino-French War", "Franco–Chinese War"),
    ("奉天会戦", "奉天"),
    ("Battle of Sarıkamış", "Sarikamis"),
    ("Port Arthur, siege of", "Siege of Port Arthur"),
    ("Schlacht bei Königgrätz", "bataille de Königgrätz"),
    ("Полтавская битва", "Slaget ved Poltava"),
    ("битва под Полтавой", "Battle of Poltava"),
    ("Bitwa pod Grunwaldem", "Grunwald"),
    ("第二次世界大戦", "Zweiter Weltkrieg"),
    ("Вторая мировая война", "Second World War"),
    ("World War II", "Seconde Guerre mondiale"),
    ("2. second battle of Ypres", "Ypres II"),
    ("Finnish Civil War", "the civil war in Finland"),
    ("ムルマンスクの戦い", "ムルマンスク"),
]
SOUND_ALIKE = [
    ("ポルタヴァの戦い", "Battle of Poltava"),
    ("معركة بولتافا", "Poltava"),
    ("폴타바 전투", "Полтава"),
    ("Μάχη της Πολτάβα", "Poltava"),
    ("Zhanggufeng", "Changkufeng"),
    ("張鼓峰", "张鼓峰事件"),
]
DIFFERENT = [
    ("First Battle of Bull Run", "Second Battle of Bull Run"),
    ("Battle of Mukden", "Battle of Liaoyang"),
    ("Afghan War", "Afghan Wars"),
    ("ceasefire", "ceasefire"),
    ("Russo-Japanese War", "Russo-Turkish War"),
    ("Battle of Narva", "Battle of Poltava"),
    ("Spanish Civil War", "Spanish War of Independence"),
    ("第一次世界大戦", "第二次世界大戦"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spelling_generic_words_and_word_order_do_not_part_one_name(one: str, other: str, registry: Registry) -> None:
    assert key_of(one, registry).equals(key_of(other, registry))


@pytest.mark.parametrize(("one", "other"), SOUND_ALIKE)
def test_names_in_different_scripts_are_held_together_by_their_sound(one: str, other: str, registry: Registry) -> None:
    assert key_of(one, registry).sounds_like(key_of(other, registry))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_numbers_plurals_and_other_words_part_names(one: str, other: str, registry: Registry) -> None:
    assert not key_of(one, registry).equals(key_of(other, registry))


def test_a_name_without_any_distinctive_word_tells_nothing(registry: Registry) -> None:
    assert not key_of("the Incident", registry).tells
    assert not key_of("August offensive", registry).tells


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Battle of Tarnow", EventKind.BATTLE),
        ("Border Wars", EventKind.SERIES),
        ("Treaty of Tarnow", EventKind.AGREEMENT),
        ("Tarnow", EventKind.UNKNOWN),
        ("Schlacht bei Tarnow", EventKind.BATTLE),
        ("битва под Тарнувом", EventKind.BATTLE),
        ("日清戦争", EventKind.WAR),
    ],
)
def test_the_noun_of_a_name_tells_the_scale(name: str, kind: EventKind) -> None:
    assert kind_of(name) is kind


@given(st.text(max_size=80))
def test_any_words_have_a_key_and_equal_themselves_if_they_tell_anything(words: str) -> None:
    key = key_of(words, NOBODY)
    assert key.equals(key) is key.tells
    assert slug(words) == slug(slug(words)) or not words.isascii()
