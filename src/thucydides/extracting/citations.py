"""Which works does the document cite, and what do its notes say otherwise?

A note may give another figure than the value that carries its mark: that is a claim of the one whom the note names. A
work that is cited may be said to give one: `Orlo 1901, p. 12, gives 450`. Its year, page and title count nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thucydides.extracting.alternatives import one_of
from thucydides.extracting.answering import MARK, READER, UNSAID, mark_of
from thucydides.extracting.counting import LOSSES, figures_of
from thucydides.extracting.figures import figures_in
from thucydides.extracting.naming import event_kind
from thucydides.extracting.phrases import rows_of
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import (
    Attribution,
    Claim,
    Counted,
    EventKind,
    EventMention,
    Finding,
    Identifier,
    Passage,
    PassageKind,
    Role,
    Target,
    Text,
    Wording,
    read_numbers,
)

_OPENING = re.compile(r"\s*(?:\[?\w{1,3}[\].)]\s+)?(?:\^\s*)?(?:(?:[a-z]\s+){1,8}(?=[A-Z\"“]))?")
_SAYS = re.compile(
    r"(?:According to |Per )?(?P<who>[A-Z][^,;:()\d]{0,80}?)(?:\s\([^()]{0,40}\))?(?:,|\s+(?:also\s+|himself\s+)?"
    r"(?:reports?|reported|gives?|gave|puts?|estimates?|estimated|claims?|claimed|states?|stated|says?|said|lists?|listed|"
    r"cites?|counts?|counted|records?|recorded|suggests?|believes?|has|have|argues?|notes?|sets?)\s)"
)
_NOBODY = re.compile(
    r"(?:an)?others?\b|some\b|one\b|most\b|many\b|several\b|various\b|an?\b|th(?:e|is|at|ese|ose)\b(?!\s[A-Z])|it\b|they\b|s?he\b"
    r"|(?:at|in|on|by|after|before|during|from|as|for|with|of|since|until|till|under|near|over|when|while|then)\b"
    r"|there\b|figures?\b|estimates?\b|sources?\b|accounts?\b|including\b|excluding\b|excludes\b|includes\b|losses\b|casualties\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"(?P<who>[A-Z][^;:()\d]{1,80}?)(?P<cite>(?:,?\s\(?\d{4}[a-z]?\)?)?(?:,?\s(?:vols?|pp?|chs?|nos?)\.?\s?\d[\d–,-]{0,20})*)"
    r"(?:\s?:\s|,?\s(?:also\s|himself\s|instead\s|only\s)?(?:gives?|gave|reports?|reported|puts?|estimates?|estimated|claims?|claimed|states?|"
    r"stated|says?|said|lists?|listed|counts?|counted|records?|recorded|suggests?|has|have|sets?|writes?|cites?|quotes?|mentions?)\s)"
)
_GIVING = frozenset(rows_of("citing")["gives"])
_DATED = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_SOON = 4  # words before a figure behind a colon
_AT_ONCE = 12  # letters before a figure at the head of a note
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_NEXT_PART = re.compile(r"(?<=[\w\"”’)]{2}\.)\s+(?=[\w\"“])|(?<=[.!?][\"”])\s+")
_LEFT_OUT = re.compile(r"(?:retrieved|archived|accessed|isbn|doi|issn|oclc|https?:|www\.)", re.IGNORECASE)
_LONGEST_TITLE = 45  # words
_PROSE = 15  # words: a longer part after the title is what the work says, not what it is called
_QUOTED = re.compile(r"[\"“][^\"”]{3,300}[\"”]")
_LONGEST_WORK = 4_000
_ADDRESS = re.compile(r"https?://|www\.")
_QUOTATION = re.compile(r"[\"“](?P<words>[^\"”]{20,3500})[\"”]")
# A page, a volume, a year that stands as in a citation, a number in a list of books, a place in an ancient work.
_CITED = re.compile(
    r"\bpp?\.?\s?\d|\bpages?\s\d|\bvols?\b|\bvolume\s|\bISBN|\bDOI\b|\bibid|\bop\. ?cit|\bch(?:ap|apter)?\.?\s\d"
    r"|[\s,(](?:1[5-9]|20)\d\d[a-z]?\)?[.,:;]?\s*\Z|\((?:1[5-9]|20)\d\d[a-z]?\)|\d\.\d{1,3}(?:\.\d|\b)|[\"“][^\"”]{3,200}[\"”]",
    re.IGNORECASE,
)
_TELLS = re.compile(rf"\b{one_of(rows_of('citing')['tells'])}\b", re.IGNORECASE)
_BEHIND_PAGE = re.compile(
    r"(?P<page>\b(?:pp?|pg|pages?)\.?\s?\d[\d–-]{0,12})(?P<behind>,?\.?\s(?P<quote>[\"“])?(?:[^\W\d_][\w’'-]*\s){3})",
    re.IGNORECASE,
)
_AND_SAYS = re.compile(
    r"\s(?:claims?|gives?|says|states|reports|writes|puts|estimates|mentions|counts|lists|notes)\s", re.IGNORECASE
)
_SCHEMES = tuple((row["name"], re.compile(row["pattern"])) for row in rows_of("schemes")["scheme"])


class Citations:
    """Reads footnotes, bibliographies and lists of references."""

    name = READER

    def claims(self, scene: Scene) -> Iterator[Claim | Finding]:
        """Rival figures of the notes, a source for each work cited, and numbers in others' lists."""
        sections = _Sections.of(scene.text)
        for passage in scene.text.passages_of(PassageKind.FOOTNOTE, PassageKind.REFERENCE):
            piece = _opened(Piece.of(scene.text, passage))
            if passage.kind is PassageKind.FOOTNOTE:
                yield from _note(scene, piece)
            else:
                mark = mark_of(passage, scene.text) if passage.mark else ""
                yield from _works(scene, piece, _cited_for(scene, sections.citing(mark)))
                if passage.mark:
                    yield from _given_in(scene, piece)


def _opened(piece: Piece) -> Piece:
    """A note or reference without its mark and its arrow back."""
    opening = _OPENING.match(piece.words)
    return piece.part(opening.end() if opening else 0, len(piece.words))


def _note(scene: Scene, note: Piece) -> Iterator[Claim | Finding]:
    """The figures of a note, sentence by sentence, as the one says who is named before them."""
    said: list[Claim | Finding] = []
    for sentence in note.split(SENTENCE_END):
        said += figures_said(scene, sentence, READER)
    yield from said
    if not said:
        yield from (source_of(scene, work, scene.event) for work in _cited(note))


def _given_in(scene: Scene, piece: Piece) -> Iterator[Claim | Finding]:
    """The figures that a cited work is said to give; what only stands in its title or name is none."""
    for sentence in piece.split(SENTENCE_END):
        for part in sentence.parts(";"):
            if gives := _giving(part.words):
                yield from figures_said(scene, part.part(gives.end(), len(part.words)), READER, _who(part, gives))
            elif len(part.words) == len(piece.words) and _opens_with_figure(scene, part):
                yield from figures_said(scene, part, READER)


def _giving(words: str) -> re.Match[str] | None:
    """What a work is said to give: looked for only where a word or a colon can say so."""
    said = ":" in words or not _GIVING.isdisjoint(words.split())
    return _GIVES.match(words) if said else None


def _opens_with_figure(scene: Scene, note: Piece) -> bool:
    """Is the note nothing but a figure and what it counts, without a year that would make it a title?"""
    figures = figures_of(scene, note, LOSSES)
    return bool(figures and figures[0].start <= _AT_ONCE and figures[0].concept and not _DATED.search(note.words))


def _who(part: Piece, speaker: re.Match[str]) -> Piece | None:
    """Who speaks; nobody where words like `other sources` name none."""
    return None if _NOBODY.match(speaker["who"]) else part.part(*speaker.span("who")).trimmed(",")


def figures_said(scene: Scene, sentence: Piece, reader: str, who: Piece | None = None) -> Iterator[Claim | Finding]:
    """The figures of a sentence, as the one says who is named before them, in it or (`who`) elsewhere."""
    speaker = _SAYS.match(sentence.words) if who is None else None
    who = _who(sentence, speaker) if speaker else who
    figures = figures_of(scene, sentence, LOSSES)
    whole = sentence.trimmed(".")
    lost = [figure for figure in figures_in(sentence.words, scene.gazetteer) if figure.attribute == LOSSES.attribute]
    for figure in figures:
        named = [(actor.words, actor.start, actor.end) for actor in figure.actors]
        evidence = [(Role.TARGET, sentence.part(start, end).at) for _, start, end in named]
        yield scene.stated(
            whole.at if len(figures) == 1 else sentence.part(figure.start, figure.end).at,
            figure.attribute or "loss", figure.count, reader,
            target=Target(tuple(dict.fromkeys(words for words, _, _ in named))),
            counted=Counted(figure.concept, figure.fate, figure.population, figure.measure),
            concept_words=figure.concept_words,
            attribution=Attribution(who.words) if who else Attribution(),
            evidence=evidence + ([(Role.CLAIMANT, who.at)] if who else []),
            inferred=[] if any(loss.start < figure.end and figure.start < loss.end for loss in lost) else [UNSAID],
        )  # fmt: skip


def _works(scene: Scene, piece: Piece, event: EventMention) -> Iterator[Claim | Finding]:
    for work in piece.parts(";"):
        gives = _giving(work.words)
        named = _named(work.part(0, gives.end("cite")) if gives and _has_figure(work, gives) else work)
        if named:
            yield source_of(scene, named, event)
            yield from numbers_in(scene, named, event)


def _has_figure(work: Piece, gives: re.Match[str]) -> bool:
    """Does a work give a figure? Behind a mere colon it follows soon: a subtitle may have a year in it, or a page."""
    behind = work.words[gives.end() :]
    figures = read_numbers(behind)
    soon = bool(figures) and len(behind[: figures[0].start].split()) <= _SOON
    return bool(figures) and (soon or not work.words[: gives.end()].rstrip().endswith(":"))


def _cited(note: Piece) -> Iterator[Piece]:
    """The works of a note that gives no figures, where it cites: a page, or a title in quotation marks."""
    if re.search(r"\bpp?\.\s?\d|,\s?\d{1,4}(?:[–-]\d{1,4})?\.?$", note.words[-200:]) or _QUOTED.match(note.words):
        for work in note.parts(";"):
            if named := _named(work):
                yield named


def source_of(scene: Scene, work: Piece, event: EventMention) -> Claim | Finding:
    """A work that the document rests on."""
    return scene.stated(work.at, "source", Wording(work.words), READER, event=event)


def numbers_in(scene: Scene, work: Piece, event: EventMention) -> Iterator[Claim | Finding]:
    """The numbers that a work has in the lists of others: `COW999`."""
    for scheme, pattern in _SCHEMES:
        for hit in pattern.finditer(work.words):
            number = Identifier(scheme, hit["number"])
            yield scene.stated(work.part(*hit.span()).at, "external_id", number, READER, event=event)


def _named(whole: Piece) -> Piece:
    """Author, title and publisher; addresses, dates of retrieval and what the work says are left out.

    Empty for words that name no work but say something themselves.
    """
    work = _behind_quotation(whole)
    tells = _TELLS.search(work.words) is not None
    if tells and not _CITED.search(work.words[-_LONGEST_WORK:]):
        return work.part(0, 0)
    if told := _AND_SAYS.search(work.words) or _told_behind_page(work):
        work = work.part(0, told.start())
    kept = work.start
    parts = list(Piece(work.start, work.words[:_LONGEST_WORK]).split(_NEXT_PART))
    # A part can tell something only where the whole does: most works tell nothing.
    names_work = [not (tells and _only_tells(part)) for part in parts]
    begin = names_work.index(True) if any(names_work) else 0
    for place, part in enumerate(parts[begin:]):
        if _LEFT_OUT.match(part.words) or (
            place and not (names_work[begin + place] and len(part.words.split()) <= _LONGEST_TITLE)
        ):
            break
        kept = part.end
    start = parts[begin].start - work.start if parts else 0
    address = _ADDRESS.search(work.words, start, kept - work.start)
    return work.part(start, address.start() if address else kept - work.start).trimmed(".,;")


def _told_behind_page(work: Piece) -> re.Match[str] | None:
    """Where a work that is cited with its page goes on with what it says."""
    told = _BEHIND_PAGE.search(work.words[:_LONGEST_WORK])
    if told is None or not (told["quote"] or _TELLS.search(work.words, told.end("page"))):
        return None
    return re.compile(r"(?s).*").match(work.words, told.end("page"))


def _only_tells(part: Piece) -> bool:
    """Does a sentence say something, and name no work?"""
    return bool(_TELLS.search(part.words)) and not _CITED.search(part.words)


def _behind_quotation(work: Piece) -> Piece:
    """The work that follows a quotation of whole sentences; a title in quotation marks is part of the work."""
    quoted = _QUOTATION.match(work.words[:_LONGEST_WORK])
    if quoted is None or len(quoted["words"].split()) <= _PROSE:
        return work
    return work.part(quoted.end(), len(work.words)).trimmed(" ,.;–—-")


@dataclass(frozen=True, slots=True)
class _Sections:
    """The headings of a text below its title, and where each mark of a note first stands."""

    heads: tuple[Passage, ...]
    first: Mapping[str, int]

    @classmethod
    def of(cls, text: Text) -> "_Sections":
        heads = tuple(head for head in text.passages_of(PassageKind.HEADING) if head.level > 1)
        # The last to be written stays: from the end to the front, that is the first.
        marks = [(found[1], found.start()) for found in MARK.finditer(text.content)]
        return cls(heads, dict(reversed(marks)))

    def citing(self, mark: str) -> Passage | None:
        """The heading of the section that cites a note first."""
        above = bisect_right(self.heads, self.first.get(mark, -1), key=lambda head: head.end)
        return self.heads[above - 1] if above else None


def _cited_for(scene: Scene, head: Passage | None) -> EventMention:
    """The event whose section cites a note: that of its heading, where it names an event; else the main event."""
    if head is None:
        return scene.event
    heading = Piece.of(scene.text, head)
    proper = any(word[:1].isupper() and event_kind(word) is EventKind.UNKNOWN for word in heading.words.split()[1:])
    if event_kind(heading.words) is EventKind.UNKNOWN or not proper:
        return scene.event
    return EventMention(heading.words, scene.text.span(*heading.at), event_kind(heading.words), scene.event.label)
