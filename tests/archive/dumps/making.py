"""Which dumps can be made of pages of one's own?"""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

SCHEMA = "http://www.mediawiki.org/xml/export-0.11/"
BASE = "https://wiki.example/pages/Main_Page"
SITE = (
    "<siteinfo><sitename>Wiki of Ruritania</sitename><dbname>ruwiki</dbname><base>{base}</base>"
    '<namespaces><namespace key="0" case="first-letter" /><namespace key="1" case="first-letter">Talk</namespace>'
    '<namespace key="10" case="first-letter">Template</namespace></namespaces></siteinfo>\n'
)
PACKED: Mapping[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


@dataclass(frozen=True)
class Page:
    """A page with the words of its revisions, the oldest first."""

    title: str
    revisions: tuple[str, ...]
    namespace: int | None = 0
    redirect: str = ""
    model: str = "wikitext"


def page(title: str, *revisions: str, namespace: int | None = 0, redirect: str = "", model: str = "wikitext") -> Page:
    return Page(title, revisions, namespace, redirect, model)


def export(pages: Iterable[Page], *, base: str = BASE, schema: str = SCHEMA, site: str = SITE) -> bytes:
    """The XML of an export, as MediaWiki writes it; revisions are numbered through."""
    opening = f'<mediawiki xmlns="{schema}" version="0.11" xml:lang="en">\n' if schema else "<mediawiki>\n"
    numbered = iter(range(1, 10**9))
    body = "".join(one_page(each, numbered) for each in pages)
    return f"{opening}{site.replace('{base}', base)}{body}</mediawiki>\n".encode()


def one_page(made: Page, numbers: Iterable[int]) -> str:
    numbered = iter(numbers)
    space = "" if made.namespace is None else f"<ns>{made.namespace}</ns>"
    redirect = f"<redirect title={quoteattr(made.redirect)} />" if made.redirect else ""
    revisions = "".join(_revision(words, next(numbered), made.model) for words in made.revisions)
    return f"  <page>\n<title>{escape(made.title)}</title>{space}<id>9</id>{redirect}\n{revisions}  </page>\n"


def _revision(words: str, number: int, model: str) -> str:
    return (
        f"<revision><id>{number}</id><parentid>9</parentid><timestamp>1911-05-03T10:00:00Z</timestamp>"
        f"<contributor><username>Orlo</username><id>77</id></contributor><comment>as &lt;page&gt; 7 &amp; 8</comment>"
        f"<origin>{number}</origin><model>{model}</model><format>text/x-wiki</format>"
        f'<text bytes="{len(words.encode())}" sha1="x" xml:space="preserve">{escape(words)}</text>'
        "<sha1>x</sha1></revision>"
    )
