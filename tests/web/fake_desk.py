"""A desk of two small documents about an invented war, with hand-made claims: the web's own witness."""

from collections.abc import Iterable

from thucydides.desk import Ambiguous, DocumentEntry, DocumentPage, EventEntry, Explained, NotFound, Record
from thucydides.desk.estimating import Estimates, explained
from thucydides.desk.reports import reports_of
from thucydides.linking import Dependence
from thucydides.reconciling import reconcile
from thucydides.vocabulary import (
    EVERYONE,
    THE_DOCUMENT,
    THE_EVENT,
    Actor,
    Answer,
    Attribution,
    Basis,
    Claim,
    Code,
    Count,
    Counted,
    Decision,
    Document,
    Duration,
    Event,
    EventKind,
    EventMention,
    Finding,
    HistoricalDate,
    Inference,
    LinkedClaim,
    Name,
    Party,
    Passage,
    PassageKind,
    Place,
    Precision,
    Role,
    Said,
    Severity,
    Sifted,
    Source,
    Spot,
    Stance,
    Target,
    Text,
    Value,
    Wish,
    Wording,
    folded,
)

CHRONICLE = """The War of the Two Fords
Result Orland victory
25x15px Orland
25x15px Tessen
Casualties
Orland archives:
1,240 dead or missing
300+ dead
Orland estimate:
9,000 dead, wounded and captured

The War of the Two Fords (in Tessen 二つの渡しの戦い) was fought from 3 May 1911 to 20 August 1911 along the Lower Ford.
It began when <script>alert("ford")</script> riders crossed; slight losses were reported.
The name \u202egnikcatta\u202c was struck out by a censor."""
GAZETTE = """Inter-State War
Orland, Tessen
May 3, 1911
August 12, 1911
(101 days)
Compromise
Tessen: 4,000[1]
[1] Verrin reports 2,610 Tessen dead."""

ORLAND = Actor("gw:9001", "Orland", identifiers=("gw:9001", "cow:9001"))
TESSEN = Actor("actor:tessen", "Tessen")
WAR = Event(
    "event:fords", "War of the Two Fords", EventKind.WAR, aliases=("Fords War",), identifiers=("cow-war:999",),
    reasons=("'War of the Two Fords' and 'Fords War' share most of their names (weight +5.0)",),
)  # fmt: skip
FORD = Place("place:ford", "The Lower Ford", 47.7, 118.6, precision=Precision.DISTRICT)
RAID = Event("event:raid", "Raid on the mill", EventKind.INCIDENT, part_of="event:fords")
BOX = {1, 2, 3, 5, 6, 7, 8, 9}


def read(name: str, content: str, boxed: set[int]) -> tuple[Document, Text]:
    document = Document(name, content.encode())
    passages, start = [], 0
    for place, line in enumerate(content.split("\n")):
        kind = PassageKind.BOX_LINE if place in boxed else PassageKind.PARAGRAPH
        kind = PassageKind.TITLE if place == 0 and boxed and "War of" in line else kind
        if line:
            side = 2 if place in (3, 7, 9) else 1
            passages.append(Passage(kind, start, start + len(line), side=side if place in boxed else 0, row=place))
        start += len(line) + 1
    return document, Text(document.id, content, tuple(passages))


CHRONICLE_DOCUMENT, CHRONICLE_TEXT = read("fords/chronicle.txt", CHRONICLE, BOX)
GAZETTE_DOCUMENT, GAZETTE_TEXT = read("fords/gazette.txt", GAZETTE, set())
NAMES = {CHRONICLE_DOCUMENT.id: CHRONICLE_DOCUMENT.name, GAZETTE_DOCUMENT.id: GAZETTE_DOCUMENT.name}


def at(text: Text, words: str, within: str = "") -> tuple[int, int]:
    start = text.content.index(words, text.content.index(within) if within else 0)
    return start, start + len(words)


def heard(
    text: Text,
    attribute: str,
    words: str,
    value: Value,
    *,
    within: str = "",
    about: tuple[Actor, ...] = (),
    claimant: tuple[str, Actor | None] = ("", None),
    stance: Stance = Stance.THIRD,
    basis: Basis = Basis.UNKNOWN,
    counted: Counted | None = None,
    also: Iterable[tuple[Role, str]] = (),
    inferred: Iterable[Inference] = (),
    side: int = 0,
    sponsor: Actor | None = None,
    everyone: bool = False,
) -> LinkedClaim:
    label = "War of the Two Fords"
    mention = EventMention(label, text.span(*at(text, label)) if label in text.content else None, EventKind.WAR)
    target = EVERYONE if everyone else Target(tuple(actor.name for actor in about)) if about else THE_EVENT
    claim = Claim.stated(
        text, at(text, words, within), event=mention, attribute=attribute, value=value, reader="fake/1", target=target,
        side=side, counted=counted or Counted(), inferred=inferred,
        attribution=Attribution(claimant[0], basis) if claimant[0] else THE_DOCUMENT,
        evidence=[(role, at(text, proof)) for role, proof in also],
    )  # fmt: skip
    return LinkedClaim(
        claim, WAR, about, Source(text.document, NAMES[text.document]), NAMES[text.document],
        claimant=claimant[0], claimant_actor=claimant[1], stance=stance, sponsor=sponsor,
    )  # fmt: skip


def _date(edtf: str, words: str) -> HistoricalDate:
    return HistoricalDate.from_edtf(edtf, as_written=words)


def _loss(concept: str) -> Counted:
    return Counted(concept, measure="person")


LOST_FLAG = (Inference("target", "lost-flag"),)
RECORDS = ("Orland archives", ORLAND)
ESTIMATE = ("Orland", ORLAND)
IN_CHRONICLE = (
    heard(CHRONICLE_TEXT, "name", "War of the Two Fords", Name("War of the Two Fords", "en")),
    heard(CHRONICLE_TEXT, "name", "二つの渡しの戦い", Name("二つの渡しの戦い", "ja")),
    heard(CHRONICLE_TEXT, "outcome", "Orland victory", Code(("victory",))),
    heard(CHRONICLE_TEXT, "winner", "Orland victory", Said(), about=(ORLAND,)),
    heard(CHRONICLE_TEXT, "belligerent", "Orland", Said(), within="25x15px Orland", about=(ORLAND,), side=1),
    heard(CHRONICLE_TEXT, "belligerent", "Tessen", Said(), within="25x15px Tessen", about=(TESSEN,), side=2),
    heard(CHRONICLE_TEXT, "loss", "1,240 dead or missing", Count.exactly(1240, as_written="1,240"), about=(ORLAND,),
          claimant=RECORDS, stance=Stance.OWN, basis=Basis.ARCHIVAL, counted=_loss("dead+missing"),
          also=[(Role.CLAIMANT, "Orland archives:")], inferred=LOST_FLAG),
    heard(CHRONICLE_TEXT, "loss", "300+ dead", Count.at_least(300, as_written="300+"), about=(TESSEN,),
          claimant=RECORDS, stance=Stance.ENEMY, basis=Basis.ARCHIVAL, counted=_loss("dead"),
          also=[(Role.CLAIMANT, "Orland archives:")], inferred=LOST_FLAG),
    heard(CHRONICLE_TEXT, "loss", "9,000 dead, wounded and captured", Count.exactly(9000, as_written="9,000"),
          about=(TESSEN,), claimant=ESTIMATE, stance=Stance.ENEMY, counted=_loss("dead+wounded+captured"),
          also=[(Role.CLAIMANT, "Orland estimate:")], inferred=LOST_FLAG),
    heard(CHRONICLE_TEXT, "loss", "slight losses", Count.vague(as_written="slight"), everyone=True,
          counted=_loss("casualties"), inferred=LOST_FLAG),
    heard(CHRONICLE_TEXT, "start_date", "3 May 1911 to 20 August 1911", _date("1911-05-03", "3 May 1911")),
    heard(CHRONICLE_TEXT, "end_date", "3 May 1911 to 20 August 1911", _date("1911-08-20", "20 August 1911")),
    heard(CHRONICLE_TEXT, "place", "along the Lower Ford", Wording("along the Lower Ford")),
    heard(CHRONICLE_TEXT, "cause", 'when <script>alert("ford")</script> riders crossed',
          Wording('<script>alert("ford")</script> riders crossed')),
    heard(CHRONICLE_TEXT, "name", "\u202egnikcatta\u202c", Name("\u202egnikcatta\u202c")),
)  # fmt: skip
IN_GAZETTE = (
    heard(GAZETTE_TEXT, "conflict_type", "Inter-State War", Code(("inter-state",))),
    heard(GAZETTE_TEXT, "belligerent", "Orland", Said(), about=(ORLAND,)),
    heard(GAZETTE_TEXT, "belligerent", "Tessen", Said(), about=(TESSEN,)),
    heard(GAZETTE_TEXT, "client_of", "Orland, Tessen", Party("Orland"), about=(TESSEN,), sponsor=ORLAND),
    heard(GAZETTE_TEXT, "start_date", "May 3, 1911", _date("1911-05-03", "May 3, 1911")),
    heard(GAZETTE_TEXT, "end_date", "August 12, 1911", _date("1911-08-12", "August 12, 1911")),
    heard(GAZETTE_TEXT, "duration", "101 days", Duration("P101D", "101 days", 101)),
    heard(GAZETTE_TEXT, "outcome", "Compromise", Code(("unsettled",))),
    heard(GAZETTE_TEXT, "loss", "4,000", Count.exactly(4000, as_written="4,000"), about=(TESSEN,),
          counted=_loss("dead"), also=[(Role.TARGET, "Tessen: 4,000")]),
    heard(GAZETTE_TEXT, "loss", "2,610 Tessen dead", Count.exactly(2610, as_written="2,610"), about=(TESSEN,),
          counted=_loss("dead"), claimant=("Verrin", None), also=[(Role.CLAIMANT, "Verrin")]),
)  # fmt: skip
CLAIMS = (*IN_CHRONICLE, *IN_GAZETTE)
ENDS = tuple(linked.claim.id for linked in CLAIMS if linked.claim.attribute == "end_date")
FLAG = CHRONICLE.index("25x15px Tessen")
FINDINGS = (
    Finding("end-against-end", Severity.CONTRADICTION, "The two ends lie 8 days apart.", ENDS, event=WAR.id),
    Finding("flattened", Severity.UNREAD, "A picture that named a state is lost.", document=CHRONICLE_DOCUMENT.id,
            start=FLAG, end=FLAG + 7),
    Finding("dead-end", Severity.DOUBT, "<b>A bold doubt.</b>", (CLAIMS[8].claim.id,), ("read it as a total",),
            event=WAR.id),
)  # fmt: skip


class FakeDesk:
    """The port of the desk that the pages ask."""

    def statuses(self, documents: object) -> dict[str, str]:
        return {}

    def decided(self, documents: object) -> dict[str, Decision]:
        """One loss was rejected, another accepted."""
        losses = [linked.claim for linked in CLAIMS if linked.claim.attribute == "loss"]
        answers = (Answer.REJECT, Answer.ACCEPT)
        return {
            claim.id: Decision(
                claim.id, answer, "Anna <b>", "2026-05-03T10:00:00Z", "misread", claim.document, claim.quote
            )
            for claim, answer in zip(losses, answers, strict=False)
        }

    def __init__(self, findings: tuple[Finding, ...] = FINDINGS) -> None:
        self._findings = findings

    def index(self, *, most: int = -1) -> tuple[EventEntry, ...]:
        return (
            EventEntry(WAR, "1911-05-03", "1911-08-20", ("Orland", "Tessen"), len(CLAIMS), 2, len(self._findings), 0),
            EventEntry(RAID, "1911-06", "", (), 1, 1, 0, 1),
            EventEntry(Event("event:pact", "Pact of the mill", EventKind.AGREEMENT), "", "", (), 1, 1, 0, 0),
        )

    def explored(self, wish: Wish) -> tuple[EventEntry, ...]:
        return tuple(entry for entry in self.index() if folded(wish.words) in folded(entry.event.label))

    def explore(self, wish: Wish, *, first: int = 0, most: int = 100) -> Sifted:
        entries = self.explored(wish)
        spots = tuple(Spot(e.event.id, e.event.label, FORD) for e in entries if e.event is WAR)
        facets = {"kind": (("war", 1), ("incident", 1)), "actor": (("Orland", 1),)}
        return Sifted(len(entries), entries[first : first + most], facets, ((1911, 2), (1930, 1)), spots, len(spots))

    def documents(self) -> tuple[DocumentEntry, ...]:
        return (
            DocumentEntry(CHRONICLE_DOCUMENT.id, CHRONICLE_DOCUMENT.name, "text/plain", len(CHRONICLE), 15),
            DocumentEntry(GAZETTE_DOCUMENT.id, GAZETTE_DOCUMENT.name, "text/plain", len(GAZETTE), 10),
        )

    def record(self, event_ref: str) -> Record:
        if event_ref == "mill":
            raise Ambiguous("'mill' may be 2 events", ("event:raid  Raid on the mill", "event:pact  Pact of the mill"))
        if event_ref == RAID.id:
            return Record(RAID, (WAR,), (), (), (), ())
        if event_ref not in (WAR.id, "Fords War"):
            raise NotFound(f"no event goes by {event_ref!r}")
        witnesses = Dependence().witnesses(CLAIMS)
        return Record(WAR, (), (RAID,), CLAIMS, self._findings, self.documents(), witnesses=witnesses)

    def explained(self, event_ref: str) -> tuple[Explained, ...]:
        told = reports_of((linked for linked in CLAIMS if linked.claim.attribute == "loss"), (), ())
        return tuple(explained(event_ref, Estimates(reconcile(told.reports, ()), told, ())))

    def page(self, document_ref: str) -> DocumentPage:
        for entry, text, claims in zip(
            self.documents(), (CHRONICLE_TEXT, GAZETTE_TEXT), (IN_CHRONICLE, IN_GAZETTE), strict=True
        ):
            if document_ref in (entry.id, entry.name):
                ids = {linked.claim.id for linked in claims}
                findings = tuple(f for f in self._findings if f.document == entry.id or ids & set(f.claims))
                return DocumentPage(entry, text, claims, findings)
        raise NotFound(f"no document goes by {document_ref!r}")
