"""Does a chart hold every event, and can it be read without a program?"""

from xml.etree import ElementTree

from thucydides.publishing import tail_chart

SIZES = (120.0, 5_000.0, 7_061.0, 28_000.0, 910_000.0, 16_634_907.0)
SPACE = "{http://www.w3.org/2000/svg}"


def chart(title: str = "Battle deaths") -> ElementTree.Element:
    drawn = tail_chart(SIZES, lambda size: (size / 7_061) ** -0.52, xmin=7_061, title=title, across="battle deaths")
    return ElementTree.fromstring(drawn)


def test_every_event_is_a_ring_further_right_and_lower_the_larger_it_was() -> None:
    rings = chart().findall(f".//{SPACE}circle")
    places = [(float(ring.attrib["cx"]), float(ring.attrib["cy"])) for ring in rings]
    assert len(places) == len(SIZES)
    assert places == sorted(places)
    assert [y for _, y in places] == sorted(y for _, y in places)


def test_the_axes_name_their_decades_and_the_chart_its_title() -> None:
    words = [text.text for text in chart().iter(f"{SPACE}text")]
    assert {"100", "1,000,000", "0.1", "battle deaths", "Battle deaths"} <= set(words)


def test_a_title_of_a_stranger_stays_a_title() -> None:
    drawn = chart('<script>alert("war")</script> & "dead"')
    assert not drawn.findall(f".//{SPACE}script")
    assert drawn.attrib["aria-label"] == '<script>alert("war")</script> & "dead"'
