"""Does the record of an event stand in the order of a reference work?"""

from pathlib import Path

from tests.publishing.writing.events import account_in
from thucydides.publishing import Account, claims_html, record_html, record_text
from thucydides.vocabulary import Document

WITNESS = Path(__file__).parents[2] / "witnesses" / "nomonhan-1939-record.txt"


def _account() -> Account:
    return account_in(Document(WITNESS.name, WITNESS.read_bytes()))


def test_narrative_is_followed_by_notes_works_and_facts() -> None:
    lines = record_text(_account()).splitlines()
    note = next(place for place, line in enumerate(lines) if line.startswith("["))
    works = next(place for place, line in enumerate(lines) if "COW136" in line)
    kind = lines.index("Inter-State War")
    assert 0 < note < works < kind


def test_facts_stand_in_the_order_of_the_work_and_the_figures_bear_the_marks_of_their_notes() -> None:
    lines = record_text(_account()).splitlines()
    facts = lines[lines.index("Inter-State War") :]
    assert facts[1] == "East Asia"
    assert facts[3] == "Territory"
    assert facts[4:6] == ["May 12, 1939", "September 16, 1939"]
    assert "(129 days)" in facts
    assert facts.index("Total: 28,000") < facts.index("Japan: 20,000[1]") < facts.index("4.4")


def test_a_claimant_who_gives_another_figure_is_named_in_a_numbered_note() -> None:
    assert "\n[1] Coox counts 8,629 Japanese killed.\n" in record_text(_account())


def test_as_html_each_statement_leads_to_its_claim_which_the_page_lists_with_quote_and_document() -> None:
    account = _account()
    written, listed = record_html(account), claims_html(account)
    for entry in account.entries:
        assert f'id="claim-{entry.claim.id}"' in listed
    assert written.count('class="behind"') >= 20
    assert "<q>Total: 28,000</q>, page.txt" in listed
