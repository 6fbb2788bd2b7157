"""What does an export say of each revision of its pages, as a parser passes through it?"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from thucydides.vocabulary import CannotRead

LARGEST_PAGE = 16 * 1024 * 1024
"""Characters of a revision; a wiki lets nobody save more than two million bytes."""
DEEPEST = 32
"""Elements within each other; an export has six."""
_URI = "http://www.mediawiki.org/xml/"
_TEXT, _REDIRECT, _NAMESPACE = "page/revision/text", "page/redirect", "siteinfo/namespaces/namespace"
_OF_REVISION = {"page/revision/id": 20, "page/revision/timestamp": 40, "page/revision/model": 80, _TEXT: LARGEST_PAGE}
_OF_PAGE = {"page/title": 1_000, "page/ns": 20}
_OF_SITE = {"siteinfo/sitename": 400, "siteinfo/base": 1_000, _NAMESPACE: 200}
_WANTED = _OF_REVISION | _OF_PAGE | _OF_SITE
"""The elements whose words are kept, by their way from the root, and how many characters of them at most."""


@dataclass(frozen=True, slots=True)
class Site:
    """The wiki of an export: what it is called, the address of its main page, its namespaces by name in small letters.

    All are as the export says, which nothing proves.
    """

    name: str = ""
    base: str = ""
    namespaces: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a page. `words`: None where the export has none. `length`: of the words, also of too many to hold.

    `namespace`: its number, empty where the export tells none; `redirect`: is the page now one that leads to another?
    """

    site: Site
    title: str
    number: str
    moment: str
    namespace: str
    redirect: bool
    model: str
    words: str | None
    length: int


class Passing:
    """Where in an export a parser is, and the revisions that it has passed and that nobody has taken yet."""

    def __init__(self) -> None:
        self.seen = 0
        self.encoding: str | None = None
        self._uri = ""
        self._path: list[str] = []
        self._site = Site()
        self._namespaces: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self._silent = True  # has the revision no words in this export?
        self._held: list[str] | None = None
        self._length = 0
        self._passed: deque[Revision] = deque()

    @property
    def title(self) -> str:
        """Of the page in which the parser is; empty between pages."""
        return self._said.get("page/title", "")

    def passed(self) -> Iterator[Revision]:
        """The revisions that ended since this was last asked."""
        while self._passed:
            yield self._passed.popleft()

    def parser(self, encoding: str | None = None) -> expat.XMLParserType:
        """A parser that begins here. It fetches nothing, and knows no entity but those of XML itself."""
        parser = expat.ParserCreate(encoding, " ")
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.XmlDeclHandler = self._declares
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._begins
        parser.EndElementHandler = self._ends
        parser.CharacterDataHandler = self._says
        return parser

    def leave(self) -> bytes:
        """Forget where the parser is; gives the opening of an export of the same kind, for another parser."""
        self._path.clear()
        self._leave_page()
        return f'<mediawiki xmlns="{self._uri}">'.encode() if self._uri else b"<mediawiki>"

    def _declares(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = encoding

    def _refuse(self, *declared: object) -> None:
        raise CannotRead("it declares a document type, by which words can be blown up without end; no export has one")

    def _begins(self, name: str, given: dict[str, str]) -> None:
        uri, _, local = name.rpartition(" ")
        if not self._path:
            self._enter(uri, local)
            return
        if len(self._path) >= DEEPEST:
            raise CannotRead(f"{DEEPEST} elements lie within each other")
        above = self._path[-1]
        path = f"{above}/{local}".lstrip("/") if uri == self._uri else f"{above}/?"
        self._path.append(path)
        self._held, self._length = ([] if path in _WANTED else None), 0
        if path == "page":
            self._leave_page()
            self.seen += 1
        elif path == "page/revision":
            self._leave_revision()
        elif path == _REDIRECT:
            self._said[path] = "yes"
        elif path == _TEXT:
            self._silent = "deleted" in given or given.get("bytes", "0") != "0"
        elif path == _NAMESPACE:
            self._said[path] = given.get("key", "")

    def _enter(self, uri: str, local: str) -> None:
        if local != "mediawiki" or not (uri == "" or uri.startswith(_URI)):
            raise CannotRead(f"its first element is {local[:60]!r} and not that of an export of MediaWiki")
        self._uri = uri
        self._path.append("")

    def _says(self, words: str) -> None:
        if self._held is None:
            return
        self._length += len(words)
        if self._length <= _WANTED[self._path[-1]]:
            self._held.append(words)
        else:
            self._held.clear()

    def _ends(self, name: str) -> None:
        path = self._path.pop()
        if self._held is not None:
            self._keep(path, "".join(self._held))
            self._held = None
        if path == "page/revision":
            self._passed.append(self._revision())
        elif path == "page":
            self._leave_page()
        elif path == "siteinfo":
            said = self._said
            self._site = Site(said.get("siteinfo/sitename", ""), said.get("siteinfo/base", ""), self._namespaces)

    def _keep(self, path: str, words: str) -> None:
        if path == _NAMESPACE:
            self._namespaces[words.casefold()] = self._said[path]
        elif path == _TEXT:
            self._silent = self._silent and not self._length
            self._said[path] = words
            self._said["length"] = str(self._length)
        else:
            self._said[path] = " ".join(words.split())

    def _revision(self) -> Revision:
        said = self._said.get
        return Revision(
            self._site,
            title=self.title,
            number=said("page/revision/id", ""),
            moment=said("page/revision/timestamp", ""),
            namespace=said("page/ns", ""),
            redirect=_REDIRECT in self._said,
            model=said("page/revision/model", "wikitext"),
            words=None if self._silent else said(_TEXT),
            length=int(said("length", "0")),
        )

    def _leave_revision(self) -> None:
        self._silent = True
        for path in (*_OF_REVISION, "length"):
            self._said.pop(path, None)

    def _leave_page(self) -> None:
        self._leave_revision()
        self._held = None
        for path in (*_OF_PAGE, _REDIRECT):
            self._said.pop(path, None)
