"""What becomes of each revision in a dump: a document, something passed over, or a refusal?

A dump is the export of a wiki, packed or not. It is never held: its pages come one after the other. Only articles in
wikitext become documents, under the permanent link of the revision where the dump names its site.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import chain
from urllib.parse import urlsplit

from thucydides.archive.dumps.export import SNIFFED, Gap, is_export, revisions
from thucydides.archive.dumps.pages import LARGEST_PAGE, Revision
from thucydides.archive.dumps.unpacking import opening, unpacked
from thucydides.archive.refusing import Refusal
from thucydides.vocabulary import CannotRead, Document, revision_name

WIKITEXT = "text/x-wiki"
_AGAIN = "Fetch the file anew and read it again; what was read is not read twice."
# A page that leads to another begins so; the word is the wiki's own where its export marks the page as one.
_REDIRECT = re.compile(r"\s*#\s*redirect\b", re.IGNORECASE)
_MARKED_REDIRECT = re.compile(r"\s*#[^\[\n]{1,60}\[\[")


class PassedOver(StrEnum):
    """Why a revision is no document, as a count of such is told."""

    REDIRECT = "that only lead to another page"
    NO_ARTICLE = "of pages that are no articles"
    NO_WIKITEXT = "that are not in wikitext"
    NO_WORDS = "without words"


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump that was found. `chunks`: its bytes as they are, from the beginning; of standard input only once."""

    name: str
    origin: str
    chunks: Callable[[], Iterator[bytes]]

    def pages(self) -> Iterator[Document | PassedOver | Refusal]:
        """What each revision is, in the order of the dump; what cannot be read is a refusal, and the rest goes on."""
        try:
            for found in revisions(self._unpacked()):
                if isinstance(found, Gap):
                    yield Refusal(self.name, f"{self.name}: {found.reason}. The page was left out. {_AGAIN}")
                else:
                    yield self._page(found)
        except CannotRead as problem:
            yield Refusal(self.name, f"{self.name}: {problem}. What stands before was read. {_AGAIN}")
        except OSError as problem:
            why = problem.strerror or str(problem)
            yield Refusal(self.name, f"{self.name} cannot be read further: {why}. {_AGAIN}")

    def _unpacked(self) -> Iterator[bytes]:
        chunks = self.chunks()
        first = next(chunks, b"")
        return unpacked(first, chain([first], chunks))

    def _page(self, revision: Revision) -> Document | PassedOver | Refusal:
        if revision.namespace != "0" and _namespace(revision) != "0":
            return PassedOver.NO_ARTICLE
        if revision.model != "wikitext":
            return PassedOver.NO_WIKITEXT
        if revision.length > LARGEST_PAGE:
            return Refusal(self.name, self._too_long(revision))
        if not revision.words or revision.words.isspace():
            return PassedOver.NO_WORDS
        if _REDIRECT.match(revision.words) or (revision.redirect and _MARKED_REDIRECT.match(revision.words)):
            return PassedOver.REDIRECT
        if not revision.title:
            return Refusal(self.name, f"{self.name}: a page has no title and was left out; look it up in the wiki.")
        return self._document(revision, revision.words)

    def _document(self, revision: Revision, words: str) -> Document:
        place = _place(revision.site.base)
        name = revision_name(place or f"{self.name}/", revision.title, revision.number)
        said = ", ".join(filter(None, (self.origin, revision.site.name, revision.moment)))
        return Document(name, words.encode(), WIKITEXT, origin=said, licence=_licence(place))

    def _too_long(self, revision: Revision) -> str:
        return (
            f"{self.name}: the page {revision.title!r}, revision {revision.number}, has {revision.length:,} "
            f"characters, but a page may have {LARGEST_PAGE:,}; save its parts as files of their own."
        )


def dump_in(name: str, head: bytes, chunks: Callable[[], Iterator[bytes]], *, origin: str) -> Dump | None:
    """The dump in a file that begins with these bytes; None if it is another kind of file."""
    return Dump(name, origin, chunks) if is_export(opening(head, SNIFFED)) else None


def _namespace(revision: Revision) -> str:
    """The number of a page's namespace; where the export tells none, by what stands before the colon of its title."""
    if revision.namespace:
        return revision.namespace
    before, colon, _ = revision.title.partition(":")
    return revision.site.namespaces.get(before.strip().casefold(), "0") if colon else "0"


def _place(base: str) -> str:
    """What stands before the titles of a site, by the address of its main page; empty if that is none to build on."""
    try:
        parts = urlsplit(base)
        host = parts.hostname
    except ValueError:
        return ""
    plain = parts.scheme in ("http", "https") and host and not parts.query and not parts.fragment
    return f"{base.rpartition('/')[0]}/" if plain and parts.path.count("/") and not re.search(r"\s", base) else ""


def _licence(place: str) -> str:
    """The licence of the site's articles, if it is known; empty otherwise."""
    host = urlsplit(place).hostname or ""
    parts = host.split(".")
    endings = (".".join(parts[first:]) for first in range(len(parts)))
    return next((licence for end in endings if (licence := _licences().get(end))), "")


@cache
def _licences() -> dict[str, str]:
    rows: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("sites.toml").read_text(encoding="utf-8"))
    return {site: licence for licence, sites in rows.items() for site in sites}
