"""Do the laws of spans hold in any page that an encyclopedia may serve?"""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.extracting import NOBODY, extract
from thucydides.reading import read
from thucydides.vocabulary import Document, Text

# In any order: boxes with reaching cells, notes, pictures, coordinates, what is hidden and what is folded up.
PARTS = [
    "<table class='infobox vevent'>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "<td rowspan=2>",
    "<td colspan=3>",
    "<th colspan=2>\nBelligerents</th>",
    "<th>Strength",
    "<th scope=row>Casualties and losses</th>",
    "<caption>",
    "<br/>",
    "<hr>",
    "<sup class=reference><a\nhref='#n1'>[a]</a></sup>",
    "<a href='#n2'><sup>1</sup></a>",
    "<sup>2</sup>",
    "<li id=n1>",
    "<p id=n2>",
    "<ol class=references>",
    "</ol>",
    "<img\nalt='Ruritania' src='/23px-Flag.svg.png'>",
    "<span data-alt='Borduria'>",
    "</span>",
    "<span class=geo-dms>50&deg;N 4&deg;E</span>",
    "\n<span style='display:none'>",
    "<div class=plainlist><ul><li>",
    "</ul></div>",
    "<noscript>",
    "</noscript>",
    "&nbsp;",
    "&ndash;",
    "300 killed",
    "\n~1,200",
    "Ruritania",
    "(until 1939)",
    "<section hidden='until-found'>",
    "</section>",
    "<nav>",
    "</nav>",
    "<div class='navbox'>",
    "</div>",
    "<b>",
    "</b>",
    "\nノモンハン",
]
parts = st.lists(st.sampled_from(PARTS), max_size=50)


def _read(page: str) -> Text:
    return read(Document("page.html", page.encode(), media_type="text/html"))


@given(page=parts, data=st.data())
def test_in_a_page_of_an_encyclopedia_every_span_leads_back_to_its_words(page: list[str], data: st.DataObject) -> None:
    source = "begun " + " ".join(page)
    text = _read(source)
    start = data.draw(st.integers(0, len(text.content) - 1))
    span = text.span(start, data.draw(st.integers(start + 1, len(text.content))))
    places = [place for place in range(span.start, span.end) if text.raw_range(text.span(place, place + 1))]
    assert text.content[span.start : span.end] == text.quote(span)
    if places:
        first, last = text.raw_range(span) or (0, 0)
        opening, closing = (text.raw_range(text.span(place, place + 1)) for place in (places[0], places[-1]))
        assert (first, last) == ((opening or (0, 0))[0], (closing or (0, 0))[1])
        for place in places:
            begin, end = text.raw_range(text.span(place, place + 1)) or (0, 0)
            assert first <= begin < end <= last
            assert html.unescape(source[begin:end]) == text.content[place]


@settings(max_examples=60, deadline=None)
@given(page=parts)
def test_whatever_a_page_of_an_encyclopedia_holds_each_of_its_claims_quotes_its_words(page: list[str]) -> None:
    text = _read("<h1>Battle of the Fords</h1>" + "".join(page))
    for claim in extract(text, document_name="page.html", gazetteer=NOBODY).claims:
        claim.verify(text)
