"""Who stood with whom, and who led them?

Sides of different documents are joined where they share an actor; what no document puts on a side stays beside them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from thucydides.desk import Record
from thucydides.vocabulary import Attestation, LinkedClaim, LinkRole
from thucydides.web.accounts import Accounts, Voice
from thucydides.web.margin import Margin
from thucydides.web.wording import actors, inferences

_TAKING_PART = ("belligerent", "party")
_LED_BY = {"commander": "Commanders", "formation": "Formations"}


@dataclass(slots=True)
class Member:
    """An actor with those who name it, its sponsor where it is called a client, and its number elsewhere."""

    name: str
    code: str
    claims: list[LinkedClaim] = field(default_factory=list)
    client_of: str = ""
    client_claims: list[LinkedClaim] = field(default_factory=list)


@dataclass(slots=True)
class Camp:
    """A side: its members by name, and the sides of documents that it was made of."""

    sides: set[tuple[str, int]] = field(default_factory=set)
    members: dict[str, Member] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """A commander or formation. `inferred`: rules by which it was put on this side."""

    name: str
    voices: tuple[Voice, ...]
    attestation: Attestation
    notes: tuple[str, ...]
    inferred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyLine:
    """An actor as a line of its side; a client stands under its sponsor.

    `also`: its numbers in other lists; `reason`: why the words of the document mean it.
    """

    name: str
    code: str
    also: tuple[str, ...]
    reason: str
    client_of: str
    words: str
    voices: tuple[Voice, ...]
    attestation: Attestation
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A side of the page. `stated`: a document says who stood together."""

    stated: bool
    parties: tuple[PartyLine, ...]
    led_by: tuple[tuple[str, tuple[Person, ...]], ...]


def sides_of(claims: Sequence[LinkedClaim], record: Record, accounts: Accounts, margin: Margin) -> tuple[Side, ...]:
    """The sides with their parties and leaders; those without a side come last, together."""
    shown = _Shown(record, accounts, margin)
    camps = _camps([linked for linked in claims if linked.claim.attribute in _TAKING_PART])
    _join_clients(camps, [linked for linked in claims if linked.claim.attribute == "client_of"])
    leaders = [linked for linked in claims if linked.claim.attribute in _LED_BY]
    homes = [_home(linked, camps) for linked in leaders]
    sides = [
        _side(camp, [linked for linked, home in zip(leaders, homes, strict=True) if home is camp], shown)
        for camp in camps
    ]
    homeless = [linked for linked, home in zip(leaders, homes, strict=True) if home is None]
    if homeless:
        sides.append(_side(Camp(), homeless, shown))
    return tuple(sides)


def _camps(claims: Iterable[LinkedClaim]) -> list[Camp]:
    camps: list[Camp] = []
    undecided: list[tuple[str, str, LinkedClaim]] = []
    for linked in claims:
        for name, code in _named(linked):
            if linked.claim.side:
                _enter(_camp_of((linked.claim.document, linked.claim.side), name, camps), name, code, linked)
            else:
                undecided.append((name, code, linked))
    beside = Camp()
    for name, code, linked in undecided:
        _enter(next((camp for camp in camps if name in camp.members), beside), name, code, linked)
    return [*camps, beside] if beside.members else camps


def _camp_of(side: tuple[str, int], name: str, camps: list[Camp]) -> Camp:
    camp = next((held for held in camps if side in held.sides), None)
    camp = camp or next((held for held in camps if name in held.members and not _has(held, side[0])), None)
    if camp is None:
        camp = Camp()
        camps.append(camp)
    camp.sides.add(side)
    return camp


def _has(camp: Camp, document: str) -> bool:
    return any(held == document for held, _ in camp.sides)


def _enter(camp: Camp, name: str, code: str, linked: LinkedClaim) -> None:
    camp.members.setdefault(name, Member(name, code)).claims.append(linked)


def _named(linked: LinkedClaim) -> Iterator[tuple[str, str]]:
    if not linked.targets:
        yield actors(linked), ""
    for actor in linked.targets:
        yield actor.name, actor.id


def _join_clients(camps: Sequence[Camp], claims: Iterable[LinkedClaim]) -> None:
    for linked in claims:
        sponsor = linked.sponsor.name if linked.sponsor else str(linked.claim.value)
        camp = next((held for held in camps if sponsor in held.members), None)
        for name, code in _named(linked):
            home = next((held for held in camps if name in held.members), camp)
            if home is not None:
                member = home.members.setdefault(name, Member(name, code))
                member.client_of = sponsor
                member.client_claims.append(linked)


def _home(linked: LinkedClaim, camps: Sequence[Camp]) -> Camp | None:
    place = (linked.claim.document, linked.claim.side)
    names = {name for name, _ in _named(linked)}
    stated = (camp for camp in camps if linked.claim.side and place in camp.sides)
    return next(stated, None) or next((camp for camp in camps if names & set(camp.members)), None)


@dataclass(frozen=True, slots=True)
class _Shown:
    """How claims are shown: who makes them, how many witnesses that are, which findings concern them."""

    record: Record
    accounts: Accounts
    margin: Margin

    def voices(self, claims: Iterable[LinkedClaim]) -> tuple[Voice, ...]:
        """Each account that makes one of the claims, once."""
        first: dict[str, Voice] = {}
        for linked in claims:
            first.setdefault(self.accounts.of(linked).siglum, self.accounts.voice(linked))
        return tuple(first.values())


def _side(camp: Camp, leaders: Sequence[LinkedClaim], shown: _Shown) -> Side:
    led_by = ((title, _persons(leaders, code, shown)) for code, title in _LED_BY.items())
    return Side(
        stated=bool(camp.sides),
        parties=tuple(_line(member, shown, nested=_nested(member, camp)) for member in _clients_last(camp)),
        led_by=tuple((title, persons) for title, persons in led_by if persons),
    )


def _nested(member: Member, camp: Camp) -> bool:
    return member.client_of in camp.members and member.client_of != member.name


def _clients_last(camp: Camp) -> Iterator[Member]:
    for member in camp.members.values():
        if not _nested(member, camp):
            yield member
            yield from (held for held in camp.members.values() if held.client_of == member.name and held is not member)


def _line(member: Member, shown: _Shown, *, nested: bool) -> PartyLine:
    claims = [*member.claims, *member.client_claims]
    words = member.client_claims[0].claim.quote if member.client_claims else ""
    return PartyLine(
        name=member.name,
        code=member.code,
        also=_other_numbers(member),
        reason=_why(member),
        client_of=member.client_of if nested else "",
        words=words,
        voices=shown.voices(claims),
        attestation=shown.record.attestation(claims),
        notes=shown.margin.keys(claims),
    )


def _other_numbers(member: Member) -> tuple[str, ...]:
    """The numbers of the actor beside its id, as the first claim that names it has them."""
    named = (actor for linked in member.claims for actor in linked.targets if actor.name == member.name)
    return tuple(number for actor in islice(named, 1) for number in actor.identifiers if number != member.code)


def _why(member: Member) -> str:
    for linked in member.claims:
        for place, actor in enumerate(linked.targets):
            if actor.name == member.name:
                return linked.why(LinkRole.TARGET, place)
    return ""


def _persons(leaders: Sequence[LinkedClaim], attribute: str, shown: _Shown) -> tuple[Person, ...]:
    held: dict[str, list[LinkedClaim]] = {}
    for linked in leaders:
        if linked.claim.attribute == attribute:
            held.setdefault(str(linked.claim.value), []).append(linked)
    return tuple(
        Person(name, shown.voices(group), shown.record.attestation(group), shown.margin.keys(group), inferences(group))
        for name, group in held.items()
    )
