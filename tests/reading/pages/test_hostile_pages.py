"""Does a page that is meant to do harm cost more than its length?"""

import contextlib

import pytest

from tests.timing import least_seconds
from thucydides.reading import read
from thucydides.vocabulary import CannotRead, Document, Text

SIDES = "<tr><th colspan=3>Belligerents<tr><td>North<td>South<td>East<tr><th colspan=3>Strength"


def _read(page: str) -> Text:
    return read(Document("page.html", page.encode(), media_type="text/html"))


# Hostile in each a different way; every unit is a whole that a page may hold any number of times.
HOSTILE = {
    "rows of a box": "<tr><td>300<td>400",
    "cells that reach down": "<tr><td rowspan=9999>3<td rowspan=9999>4<td>5",
    "cells that reach across": "<tr><td colspan=100000>300",
    "tables in the cells of a box": "<tr><td>3<td><table><tr><td>4</table>",
    "tables never closed": "<table class=infobox><tr><th>Strength<td>",
    "headings of boxes": "<table><tr><th>Strength<tr><th>Belligerents",
    "marks of notes": '<sup><a href="#n1">[1]</a></sup>',
    "raised words never lowered": "<sup>1",
    "notes": '<li id="n1">',
    "pictures": '<img alt="a" src="b/c.d.e.png">',
    "coordinates": '<span class="geo-dms">5<span class=geo>',
    "entities": "&amp;&lt;&#x202e;&#0;&#1114112;&CounterClockwiseContourIntegral;",
    "both directions": "\u202e\u2066a\u2069",
    "scripts": "<script>'<p>'</script><style><b></style>",
    "sections folded up": '<section hidden="until-found"><div hidden>',
    "attributes": '<p class="a b c" id=\'d\' style="display : none" x=y>',
    "labels in bold": "\n<b>Date:</b> May\n<b>Place:</b>",
}


def _read_or_refused(page: str) -> None:
    with contextlib.suppress(CannotRead):
        _read(page)


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_time_for_a_hostile_page_grows_with_its_length(unit: str) -> None:
    box = f"<title>x</title><table class=infobox>{SIDES}<p>begun"
    times = 16_000 // len(unit)
    shorter, longer = (least_seconds(lambda page=box + unit * times * more: _read_or_refused(page)) for more in (1, 6))
    assert longer <= 4 * 6 * max(shorter, 0.02)


def test_a_character_that_no_text_holds_does_not_come_in_through_an_entity() -> None:
    assert "\0" not in _read("<p>300&#0; killed").content
