"""Does a page say the same when a browser has printed it into a PDF?"""

from pathlib import Path
from typing import Any

import pytest

from thucydides.authorities import load
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind

PASSAGES = Path(__file__).parents[1] / "passages"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<body style="font: 11pt serif; text-align: justify; {style}"><h1>{title}</h1>{paragraphs}</body></html>"""
STYLES = {"one column": "", "two columns": "columns: 2", "large": "font-size: 19pt"}


def _said(document: Document) -> set[tuple[str, str, str, str]]:
    claims = extract(read(document), document_name="page", gazetteer=load()).claims
    return {(claim.attribute, str(claim.target), str(claim.value), claim.quote) for claim in claims}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["article-adwa", "article-gallipoli", "reference-winter-war"])
def test_a_page_that_a_browser_printed_says_what_it_says_on_the_screen(chromium: Any, name: str, style: str) -> None:
    title, *paragraphs = (PASSAGES / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    html = PAGE.format(title=title, style=STYLES[style], paragraphs="".join(f"<p>{words}</p>" for words in paragraphs))
    tab = chromium.new_page()
    tab.set_content(html)
    printed = tab.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "2cm"))
    tab.close()
    document = Document("page", printed, media_type="application/pdf")
    assert read(document).words(next(read(document).passages_of(PassageKind.TITLE))) == title
    assert _said(document) == _said(Document("page", html.encode(), media_type="text/html"))
