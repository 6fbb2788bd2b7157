"""Does every run of words lead back to the smallest stretch of the page that yields it, and is none lost?"""

import re

import pytest
from hypothesis import given, settings

from tests.reading.wikitext.pages import boxes
from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind, Text

_DIGITS = re.compile(r"\d+(?:,\d+)*")


def _read(page: str) -> Text:
    return read(Document("page.wikitext", page.encode(), media_type="text/x-wiki"))


@settings(deadline=None)
@given(boxes())
def test_the_words_of_every_cell_are_read_once_and_nothing_that_is_hidden(made: tuple[str, list[str]]) -> None:
    page, shown = made
    text = _read(page)
    lines = [text.words(line) for line in text.passages_of(PassageKind.BOX_LINE) if line.label != "title"]
    assert [re.sub(r"\s?\[\w+\]", "", line) for line in lines] == shown


@settings(deadline=None)
@given(boxes())
def test_the_raw_range_of_a_figure_is_the_smallest_that_yields_its_words(made: tuple[str, list[str]]) -> None:
    page, _ = made
    text = _read(page)
    for found in _DIGITS.finditer(text.content):
        place = text.raw_range(text.span(found.start(), found.end()))
        assert place is not None
        if page[slice(*place)] != found[0]:  # a mark of a note, a date: signs that stand for mark-up
            assert any(run.written for run in text.segments if run.start <= found.start() < run.start + run.length)


@settings(deadline=None)
@given(boxes())
def test_the_raw_range_of_a_line_begins_and_ends_with_its_words(made: tuple[str, list[str]]) -> None:
    page, _ = made
    text = _read(page)
    for line in text.passages_of(PassageKind.BOX_LINE):
        words = re.sub(r"(?:\s?\[\w+\])+\Z", "", text.words(line))
        place = text.raw_range(text.span(line.start, line.start + len(words)))
        assert place is not None
        raw = page[slice(*place)]
        assert raw.startswith(words[0]) and raw.endswith(words[-1])


@settings(deadline=None)
@given(boxes())
def test_no_figure_that_the_oracle_sees_in_a_box_is_missing(made: tuple[str, list[str]]) -> None:
    oracle = pytest.importorskip("mwparserfromhell", reason="the oracle is not installed")
    page, _ = made
    text = _read(page)
    apart = re.sub(r"<ref>.*?</ref>", "", page.replace("<br>", "\n"))  # it glues what a break parts
    box = oracle.parse(apart).filter_templates(recursive=False)[0]
    seen = {figure for parameter in box.params for figure in _DIGITS.findall(parameter.value.strip_code())}
    assert seen - {"9,999", "9999"} <= set(_DIGITS.findall(text.content))
