"""What is seen of a page without reading it?"""

import pytest

from thucydides.reading import glance


@pytest.mark.parametrize(
    "words",
    [
        "{{Infobox military conflict\n| conflict = Siege of Orlo\n}}",
        "Before it. {{ infobox_military_conflict |conflict=Siege of Orlo}}",
        "{{戦闘|名称=a}}",
        "{{Infobox Military Conflict}}",
    ],
)
def test_an_info_box_about_a_conflict_is_seen(words: str) -> None:
    assert glance(words).has_conflict_box


@pytest.mark.parametrize("words", ["", "{{Infobox person|name=War}}", "[[Infobox war]]", "{{{war}}}", "{{"])
def test_another_template_or_a_link_is_none(words: str) -> None:
    assert not glance(words).has_conflict_box


def test_categories_are_seen_in_the_words_of_several_languages() -> None:
    words = "[[Category:Sieges of  Borduria]] [[category: Orlo War | Orlo]] [[Kategorie:Schlacht]] [[:Category:Not in]]"
    assert glance(words).categories == ("Sieges of Borduria", "Orlo War", "Schlacht")


def test_a_page_of_open_braces_is_passed_in_the_time_of_its_length() -> None:
    assert not glance("{{ a" * 250_000 + "[[Category:" * 100_000).has_conflict_box
