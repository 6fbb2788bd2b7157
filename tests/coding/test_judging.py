"""Does a war near the threshold belong in part, and does each condition say why?"""

from pathlib import Path

import pytest

from tests.coding.dossiers import NORLAND, REBELS, SUDLAND, date, dossier, told
from thucydides.coding import belonging, rule_set
from thucydides.coding.judging import UnknownTest
from thucydides.vocabulary import CannotRead


def test_a_war_near_the_threshold_belongs_in_part() -> None:
    near = dossier(draws={NORLAND: [300, 500, 700, 900], SUDLAND: [400, 450, 500, 600]})
    judged = belonging(near, rule_set("cow"))
    assert judged.probability == pytest.approx(0.5)
    assert "probability 0.50, by 2 estimates" in judged.reasons[0]


def test_the_sum_is_made_draw_by_draw() -> None:
    together = dossier(draws={NORLAND: [100, 900], SUDLAND: [900, 100]})
    assert belonging(together, rule_set("cow")).probability == 1


def test_without_an_estimate_the_question_is_open() -> None:
    judged = belonging(dossier(), rule_set("cow"))
    assert judged.probability == 0.5
    assert "open" in judged.reasons[0]


def test_rebels_alone_make_no_inter_state_war() -> None:
    held = dossier(parties={NORLAND: 1, REBELS: 2}, draws={NORLAND: [5_000.0]})
    assert belonging(held, rule_set("cow")).probability == 0
    assert belonging(held, rule_set("ucdp")).probability == 1


def test_deaths_in_a_year_are_spread_over_the_years_of_the_war() -> None:
    words = "from 3 May 1911 to 4 June 1914"
    claims = told(
        words,
        ("start_date", "3 May 1911", date("1911-05-03", "3 May 1911"), None, ""),
        ("end_date", "4 June 1914", date("1914-06-04", "4 June 1914"), None, ""),
    )
    held = dossier(claims, draws={NORLAND: [60.0, 120.0]})
    assert belonging(held, rule_set("ucdp")).probability == 0.5


def test_a_rule_set_of_ones_own_is_a_file(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        'name = "mine"\nlabel = "Mine"\ndefinition = "Large wars."\nsource = "me"\n'
        '[[condition]]\ntest = "deaths"\nsays = "at least 500"\nat_least = 500\n'
    )
    held = dossier(draws={NORLAND: [400.0, 600.0]})
    assert belonging(held, rule_set(str(own))).probability == 0.5


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("name = 3", "'name' is missing or no text|needs at least one"),
        ("name = ", "is not TOML"),
        ('name = "x"\nlabel = "x"\ndefinition = "x"\nsource = "x"', "needs at least one"),
    ],
)
def test_a_bad_rule_set_is_refused_with_a_sentence(tmp_path: Path, words: str, problem: str) -> None:
    (tmp_path / "bad.toml").write_text(words)
    with pytest.raises(CannotRead, match=problem):
        rule_set(str(tmp_path / "bad.toml"))
    with pytest.raises(CannotRead, match="there are cow, onwar, ucdp"):
        rule_set("nobody")


def test_an_unknown_test_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        'name = "mine"\nlabel = "x"\ndefinition = "x"\nsource = "x"\n[[condition]]\ntest = "luck"\nsays = "lucky"\n'
    )
    with pytest.raises(UnknownTest, match="there is no test 'luck'"):
        belonging(dossier(), rule_set(str(own)))
