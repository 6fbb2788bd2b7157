"""Does a box of hostile mark-up end in claims and findings, in a time linear in its length?"""

from collections.abc import Callable
from functools import partial

import pytest

from tests.timing import least_seconds
from thucydides import authorities
from thucydides.extracting import Extraction, extract
from thucydides.reading import read
from thucydides.vocabulary import Document

COUNTRIES = authorities.load()
BOX = "Words. {{Infobox military conflict|conflict=X|combatant1=France|combatant2=Spain|casualties1="
FEW, MANY = 100, 600  # how often the mark-up is repeated; the greater is six times the smaller
MOST = 20  # how many times as long that may take: linear is 6, quadratic 36
HOSTILE: dict[str, Callable[[int], str]] = {
    "nested templates": lambda n: BOX + "{{small|" * n + "300 killed" + "}}" * n + "}}",
    "unclosed templates": lambda n: BOX + "300 killed {{small|" * n + "\n| casualties2 = 12 killed\n}}",
    "unclosed rows": lambda n: (
        BOX + "\n| casualties1 = {{small|300 killed\n| casualties2 = {{small|40 killed" * n + "\n}}"
    ),
    "unclosed links": lambda n: BOX + "[[a|300 killed " * n + "}}",
    "unclosed boxes": lambda n: BOX * n + "300 killed",
    "boxes within boxes": lambda n: BOX * n + "300 killed" + "}}" * n,
    "boxes beside boxes": lambda n: (BOX + "300 killed}}\n") * n,
    "boxes that hold themselves": lambda n: (
        BOX
        + "{{Infobox military conflict|casualties1={{{1|300}}} killed}}" * n + "}}"
    ),
    "conditions within conditions": lambda n: BOX + "{{#if:x|" * n + "300 killed" + "}}" * n + "}}",
    "a choice among many": lambda n: BOX + "{{#switch:z|" + "".join(f"a{k}=300|" for k in range(n)) + "9 killed}}}}",
    "an endless sum": lambda n: BOX + "{{#expr:" + "1+" * n + "1}} killed}}",
    "brackets": lambda n: BOX + "300 killed (1 May 1939) (Soviet claim) " * n + "}}",
    "headings": lambda n: BOX + "<br>Phase 2:<br>Per Orlo:" * n + "<br>300 killed}}",
    "notes": lambda n: BOX + "300 killed{{efn|Orlo gives 450 killed.}}<br>" * n + "}}",
    "a note cited often": lambda n: (
        BOX
        + "300 killed<ref name=a/><br>" * n + "}}<ref name=a>Orlo 1901, p. 12, gives 450</ref>"
    ),
    "belligerents": lambda n: (
        BOX + "3 killed|combatant1=" + "Foo (until 1940)<br>" * n
        + "|casualties2=" + "Foo: 3<br>" * n + "}}"
    ),
    "parameters": lambda n: BOX + "3 killed" + "".join(f"|x{k}=300" for k in range(n)) + "}}",
    "rows of a table": lambda n: "{|\n" + "|-\n| a || 300 killed\n" * n + "|}",
    "control characters": lambda n: BOX + "\u202e300 killed\u2066 " * n + "}}",
    "marks of notes": lambda n: BOX + "300[a] killed[b] " * n + "}}",
}  # fmt: skip


def _heard(page: str) -> Extraction:
    document = Document("page.wikitext", page.encode(), media_type="text/x-wiki")
    return extract(read(document), document_name=document.name, gazetteer=COUNTRIES)


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_time_for_hostile_mark_up_is_linear_in_its_length(kind: str) -> None:
    few, many = (least_seconds(partial(_heard, HOSTILE[kind](count))) for count in (FEW, MANY))
    assert many <= MOST * max(few, 0.005)


@pytest.mark.parametrize(
    "kind", ["unclosed templates", "unclosed rows", "unclosed links", "unclosed boxes", "control characters"]
)
def test_what_is_broken_or_hidden_ends_in_a_finding(kind: str) -> None:
    messages = [finding.message for finding in _heard(HOSTILE[kind](20)).findings]
    assert any("never closed" in message or "U+20" in message for message in messages)


@pytest.mark.parametrize("kind", ["nested templates", "boxes within boxes", "conditions within conditions"])
def test_ten_thousand_levels_are_read_to_their_words(kind: str) -> None:
    document = Document("page.wikitext", HOSTILE[kind](10_000).encode(), media_type="text/x-wiki")
    assert "300 killed" in read(document).content


def test_a_table_of_a_hundred_thousand_rows_is_read_to_its_end() -> None:
    document = Document("page.wikitext", HOSTILE["rows of a table"](100_000).encode(), media_type="text/x-wiki")
    assert read(document).content.count("300 killed") == 100_000
