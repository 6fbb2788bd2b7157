"""Which small documents do the tests of the ledger keep?"""

from collections.abc import Callable, Iterator
from typing import Any

from thucydides.vocabulary import (
    Attribution,
    Claim,
    Document,
    EventMention,
    Finding,
    Inference,
    Name,
    Passage,
    PassageKind,
    Role,
    Said,
    Severity,
    Target,
    Text,
    Wording,
)


def document(words: str, *, name: str = "page.txt") -> Document:
    return Document(name, words.encode())


def text_of(found: Document, *, reader: str = "text/1") -> Text:
    words = found.content.decode()
    return Text(found.id, words, (Passage(PassageKind.PARAGRAPH, 0, len(words)),), reader=reader)


def claims_of(text: Text, *, reader: str = "test/1", label: str = "the border war") -> tuple[Claim, ...]:
    """One claim for each word; the first word is also a belligerent that somebody names."""
    event = EventMention(label, None)
    first = text.content.split()[0]
    names = []
    at = 0
    for word in text.content.split():
        at = text.content.index(word, at)
        names.append(
            Claim.stated(text, (at, at + len(word)), event=event, attribute="place", value=Wording(word), reader=reader)
        )
        at += len(word)
    belligerent = Claim.stated(
        text, (0, len(first)), event=event, attribute="belligerent", value=Said(), reader=reader,
        target=Target((first,)), attribution=Attribution(claimant=first), evidence=[(Role.TARGET, (0, len(first)))],
        inferred=[Inference("event", "document-name")],
    )  # fmt: skip
    named = Claim.stated(text, (0, len(first)), event=event, attribute="name", value=Name(first, "en"), reader=reader)
    return (*names, belligerent, named)


def unread(text: Text) -> Finding:
    return Finding("not-understood", Severity.UNREAD, "one word was not understood", document=text.document, end=3)


class Meanwhile(tuple[Any, ...]):
    """Nouns; when they have been written, something else happens first."""

    happens: Callable[[], None]

    def __iter__(self) -> Iterator[Any]:
        yield from super().__iter__()
        self.happens()
