"""Are all findings told, once, in the same order, whatever the order of the claims?"""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.checking.pages import ALL, WAR, Page, inside
from thucydides.checking import CHECKS, check
from thucydides.vocabulary import EventKind, LinkedClaim, Severity


def everything() -> list[LinkedClaim]:
    ceasefire = inside(WAR, "ceasefire", EventKind.AGREEMENT)
    record = Page("record.txt").fought("Ruritania", "Graustark").began("1939-05-11").ended("1939-09-16")
    record.dated("1939-09-15", event=ceasefire).lasted("118 days", "P118D").ended_as("Unsettled Dispute", "unsettled")
    record.lost(29_000, ALL).lost(20_000, "Ruritania").lost(8_000, "Graustark").scaled("4.9")
    record.lost(8_440, "Ruritania", claimant="A chronicler", relation="disputes")
    article = Page("article.txt").fought("Ruritania", "Graustark", "Hentzau").began("1939-05-12")
    article.ended_as("Decisive victory", "victory").had(1_000, "Graustark").lost(2_000, "Graustark")
    return [*record.claims(), *article.claims()]


CLAIMS = everything()


def test_no_claims_no_findings() -> None:
    assert check(()) == ()


def test_each_finding_is_told_once_with_its_claims_and_event() -> None:
    findings = check(CLAIMS)
    ids = {linked.claim.id for linked in CLAIMS}
    assert len({finding.rule for finding in findings}) >= 8
    assert len({finding.id for finding in findings}) == len(findings)
    for finding in findings:
        assert finding.message.endswith(".")
        assert finding.claims
        assert set(finding.claims) <= ids
        assert finding.event
        assert finding.severity is not Severity.UNREAD


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(chance: random.Random) -> None:
    shuffled = list(CLAIMS)
    chance.shuffle(shuffled)
    assert check(shuffled) == check(CLAIMS)


def test_claims_are_never_changed() -> None:
    before = list(CLAIMS)
    check(CLAIMS)
    assert before == CLAIMS


def test_the_family_is_a_tuple_of_checks_with_names() -> None:
    assert len({compare.__name__ for compare in CHECKS}) == len(CHECKS)
    assert all(compare.__doc__ for compare in CHECKS)
