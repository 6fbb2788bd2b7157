"""Does the info-box of an event stand as an editor would write it?"""

from tests.publishing.writing.events import account_in, box
from thucydides.publishing import infobox_html, infobox_wikitext
from thucydides.publishing.writing import box_of

PAGE = box("""{{Infobox military conflict
| conflict = Battle of the Fords
| date = 11 May 1939 – September 1939
| result = Japanese victory
| combatant1 = {{flagicon|Soviet Union}} Soviet Union<br>{{flagicon|Mongolia}} Mongolia (until 1940)<br>
Supported by:<br>{{flagicon|China}} China
| combatant2 = {{flagicon|Japan}} Japan
| commander1 = {{flagicon|Mongolia}} Orlo Bat<br>Ivan Petrov
| commander2 = Kenji Arai
| strength1 = about 5,000 men
| casualties1 = 300+ dead<br>'''Soviet archival figures:'''<br>412 dead or missing
| casualties2 = heavy<br>'''Soviet estimate:'''<br>900–1,000 killed{{efn|Weiss reports 640 Japanese killed.}}
}}
""")


def test_figures_stand_in_the_column_of_their_side_under_the_heading_of_who_gives_them() -> None:
    written = infobox_wikitext(account_in(PAGE))
    assert "| casualties1 = 300+ dead<br>'''Soviet archival figures:'''<br>412 dead or missing" in written
    assert "'''Soviet estimate:'''<br>900–1,000 killed" in written


def test_what_a_note_says_otherwise_stands_in_a_note() -> None:
    assert "{{efn|Weiss reports 640 Japanese killed.}}" in infobox_wikitext(account_in(PAGE))


def test_a_commander_of_one_belligerent_has_its_flag_and_one_of_all_has_none() -> None:
    written = infobox_wikitext(account_in(PAGE))
    assert "{{flagicon|Mongolia}} Orlo Bat<br>Ivan Petrov" in written


def test_who_only_supported_a_side_stands_under_that_heading() -> None:
    written = infobox_wikitext(account_in(PAGE))
    assert "'''Supported by:'''<br>China" in written
    assert "Mongolia (until 1940)" in written


def test_every_value_names_the_work_it_comes_from() -> None:
    written = infobox_wikitext(account_in(PAGE, work="Orlo, Rivers, 1971"))
    assert '<ref name="w1">Orlo, Rivers, 1971</ref>' in written
    rows = [line for line in written.splitlines() if line.startswith("| ") and not line.startswith("| conflict")]
    assert all('<ref name="w1"' in row for row in rows)


def test_what_is_vague_stays_as_vague() -> None:
    written = infobox_wikitext(account_in(PAGE))
    assert "about 5,000 men" in written
    assert "| casualties2 = heavy" in written


def test_signs_of_mark_up_in_a_name_are_shown_and_not_obeyed() -> None:
    page = box(PAGE.content.decode().replace("Kenji Arai", "Kenji <nowiki>{{Arai}}</nowiki>"))
    written = infobox_wikitext(account_in(page))
    assert "{{Arai" not in written


def test_as_html_each_value_leads_to_its_claim_and_shows_its_words() -> None:
    account = account_in(PAGE)
    written = infobox_html(account)
    loss = next(entry for entry in account.of("loss") if entry.claim.quote == "412 dead or missing")
    assert f'<a href="#claim-{loss.claim.id}" title="412 dead or missing (page.txt)">412 dead or missing</a>' in written
    assert '<table class="infobox vevent">' in written


def test_an_event_of_which_nothing_is_said_has_an_empty_box() -> None:
    assert box_of(account_in(PAGE)).rows
    assert infobox_wikitext(type(account_in(PAGE))("Nothing", ())).startswith("{{Infobox military conflict\n}}")
