"""Has the precision that was judged by hand fallen?"""

import pytest

from tests.extracting.boxes.judging import BOXES, claims_of, drawn, judgements, key

pytestmark = pytest.mark.skipif(not BOXES.is_dir(), reason="the info-boxes for measuring are not beside the project")
LEAST = 0.95
MOST_UNJUDGED = 0.15


def test_of_the_claims_that_were_judged_by_hand_as_many_are_right_as_ever() -> None:
    judged = judgements()
    made = {(path.stem, key(claim)) for path in drawn(4) for claim in claims_of(path)}
    known = [judged[each] for each in made if each in judged]
    assert known.count("right") >= LEAST * len(known)
    assert len(made) - len(known) <= MOST_UNJUDGED * len(made), "too many claims are new: judge them, then add them"
