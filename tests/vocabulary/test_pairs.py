"""Which two mentions did a person join or part?"""

from dataclasses import replace

from thucydides.vocabulary import LinkDecision, Mention, Pairing, standing_pairs

ONE, OTHER = Mention("a", "Battle of Narva"), Mention("b", "Narva, 1700")
JOINED = LinkDecision(ONE, OTHER, Pairing.SAME, "Ann", "2026-01-01T10:00:00Z", "same day and sides")
PARTED = LinkDecision(OTHER, ONE, Pairing.DIFFERENT, "Ben", "2026-01-02T10:00:00Z", "1704, not 1700")


def test_the_last_decision_on_a_pair_stands_whichever_way_round_the_pair_was_named() -> None:
    assert standing_pairs([JOINED, PARTED]) == {frozenset((ONE, OTHER)): PARTED}


def test_a_decision_that_is_taken_back_leaves_the_one_before_it() -> None:
    back = replace(PARTED, undoes=PARTED.id, when="2026-01-03T10:00:00Z")
    assert standing_pairs([JOINED, PARTED, back]) == {frozenset((ONE, OTHER)): JOINED}


def test_an_id_says_everything_but_the_order_of_the_pair() -> None:
    assert JOINED.id == replace(JOINED, one=OTHER, other=ONE).id
    assert len({JOINED.id, PARTED.id, replace(JOINED, why="").id, replace(JOINED, undoes=PARTED.id).id}) == 4
