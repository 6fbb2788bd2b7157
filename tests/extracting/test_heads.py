"""Is a page about armed conflict known by its title or its categories, and a page about anything else not?"""

import pytest

from thucydides.extracting import heads_armed_conflict


@pytest.mark.parametrize(
    "name",
    [
        "Battle of Orlo",
        "Orlo War",
        "Orlo War II",
        "Second Battle of Orlo (1811)",
        "Orlo (siege)",
        "Naval battles involving Syldavia",
        "Sieges of the Middle Ages",
        "Rebellions in Borduria",
        "Mutinies",
        "Conflicts in 1809",
        "20th-century conflicts",
        "2008 border clashes",
        "Military operations of the Orlo War",
        "Campaigns of the Syldavian Wars",
        "Treaties of the Orlo War",
        "Peace treaties of Borduria",
    ],
)
def test_the_noun_at_its_head_speaks_of_arms(name: str) -> None:
    assert heads_armed_conflict(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Orlo",
        "1809 in Europe",
        "Films about the Orlo War",
        "Orlo War films",
        "The Orlo War (film)",
        "People of the Orlo War",
        "Prisoners of war",
        "Presidential campaigns in Syldavia",
        "Treaty of Belmere",
        "Railway conferences in Syldavia",
        "Moon landing",
        "Financial crisis of 1809",
    ],
)
def test_it_does_not_where_war_is_only_what_something_else_is_about(name: str) -> None:
    assert not heads_armed_conflict(name)
