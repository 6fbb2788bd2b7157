from tests.extracting.fakes import COUNTRIES, text_of
from thucydides.extracting import scene_of
from thucydides.extracting.boxes.layout import boxes_of
from thucydides.extracting.boxes.sides import Sides, sides_of
from thucydides.vocabulary import PassageKind

BOX, TITLE = PassageKind.BOX_LINE, PassageKind.TITLE


def _sides(title: str, *lines: tuple[str, str]) -> Sides:
    text = text_of((TITLE, title), *((BOX, words, label) for label, words in lines))
    return sides_of(scene_of(text, "x", COUNTRIES), next(boxes_of(text)))


def _by_side(sides: Sides) -> list[list[str]]:
    return [[member.name.words for member in sides.of(side)] for side in sides.numbers]


def test_two_belligerents_are_two_sides() -> None:
    sides = _sides("War", ("combatants", "Ruritania"), ("combatants", "Borduria"))
    assert _by_side(sides) == [["Ruritania"], ["Borduria"]]


def test_the_name_of_the_war_shows_who_begins_the_second_column() -> None:
    names = [("combatants", name) for name in ("Ruritania", "Grand Fenwick", "Borduria", "Syldavia", "Aurelia")]
    sides = _sides("Ruritanian–Bordurian War", *names)
    assert _by_side(sides) == [["Ruritania", "Grand Fenwick"], ["Borduria", "Syldavia", "Aurelia"]]
    assert sides.rule == "columns-by-opposed-in-the-name"


def test_victors_stand_together() -> None:
    names = [("combatants", name) for name in ("Ruritania", "Syldavia", "Borduria")]
    sides = _sides("War of the Wells", ("result", "Ruritanian and Syldavian victory"), *names)
    assert _by_side(sides) == [["Ruritania", "Syldavia"], ["Borduria"]]


def test_where_nothing_tells_nobody_is_given_a_side() -> None:
    sides = _sides("War of the Wells", *(("combatants", name) for name in ("Ruritania", "Syldavia", "Borduria")))
    assert sides.numbers == () and len(sides.members) == 3


def test_columns_that_the_page_shows_are_not_inferred() -> None:
    sides = _sides("War", ("combatants1", "Ruritania"), ("combatants2", "Borduria"), ("combatants2", "Syldavia"))
    assert _by_side(sides) == [["Ruritania"], ["Borduria", "Syldavia"]]
    assert sides.rule == ""


def test_supporters_are_no_belligerents() -> None:
    rows = [
        ("combatants1", "Ruritania"),
        ("combatants1", "Supported by:"),
        ("combatants1", "Syldavia"),
        ("combatants2", "Borduria"),
    ]
    sides = _sides("War", *rows)
    assert _by_side(sides) == [["Ruritania"], ["Borduria"]]
    assert [member.name.words for member in sides.supporters] == ["Syldavia"]
    assert [piece.words for piece in sides.unread] == ["Supported by:"]
