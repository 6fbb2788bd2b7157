"""Does what was written of an event say the same when it is read again?

Claims are held to be the same as they are when claims are held against a gold table: by attribute, target, what is
counted and how many; names and texts need not share every word. Where the first wording of a claim is not heard, the
writer is asked for the next one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thucydides.extracting import extract
from thucydides.publishing import Account, Entry, Told
from thucydides.reading import read
from thucydides.vocabulary import CannotRead, Claim, Code, Count, Document, Gazetteer, HistoricalDate, tokens

ROUNDS = 8
_LIKE = 0.6
_TARGETED = frozenset({
    "belligerent", "party", "commander", "loss", "strength", "ratio", "client_of", "initiator", "winner", "loser",
    "incident_count",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write an event: the writer, the attributes it carries, the ending and type of its files.

    `told`: the pieces of which what is written consists, where other words can be asked for each.
    """

    write: Callable[[Account], str]
    carries: frozenset[str]
    suffix: str
    media_type: str
    told: Callable[[Account], Iterable[Told]] = lambda _account: ()


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. `lost`: claims that are not heard in it; `added`: what is heard that no claim said."""

    words: str
    said: tuple[Claim, ...]
    lost: tuple[Claim, ...] = ()
    added: tuple[Claim, ...] = ()
    choices: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_same(self) -> bool:
        """Does it say the same when it is read again?"""
        return not self.lost and not self.added


def written_to_be_read(account: Account, form: Form, gazetteer: Gazetteer) -> Written:
    """The event in a form, in the wordings of which most is heard again."""
    entries = tuple(entry for entry in account.entries if entry.claim.attribute in form.carries)
    said = tuple(entry.claim for entry in entries)
    best: Written | None = None
    choices: Counter[str] = Counter(account.choices)
    for _ in range(ROUNDS):
        asked = replace(account, entries=entries, choices=dict(choices))
        words = form.write(asked)
        heard = _heard(words, account.label, form, gazetteer)
        lost = [entry for entry in entries if not any(_same(entry, claim, gazetteer) for claim in heard)]
        added = tuple(claim for claim in heard if not any(_same(entry, claim, gazetteer) for entry in entries))
        made = Written(words, said, tuple(entry.claim for entry in lost), added, dict(choices))
        if best is None or (len(made.lost), len(made.added)) < (len(best.lost), len(best.added)):
            best = made
        misheard = set(_behind(added, form.told(asked)))
        if not lost and not misheard:
            break
        choices.update({entry.claim.id for entry in lost} | misheard)
    assert best is not None
    return best


def _behind(added: Sequence[Claim], told: Iterable[Told]) -> Iterator[str]:
    """What other words are asked of: the pieces in which something was heard that no claim said."""
    pieces = tuple(told) if added else ()
    for quote in {" ".join(claim.quote.split()) for claim in added}:
        there = [piece for piece in pieces if quote in piece.words]
        ours = [piece for piece in there if piece.choice]  # a sentence of ours can be left out
        yield from (choice for piece in ours or there for choice in piece.choices)


def _heard(words: str, label: str, form: Form, gazetteer: Gazetteer) -> Sequence[Claim]:
    """What is claimed of the main event of a page."""
    name = f"{label.replace('/', '-')}{form.suffix}"
    document = Document(name, words.encode("utf-8", "replace"), media_type=form.media_type)
    try:
        found = extract(read(document), document_name=name, gazetteer=gazetteer).claims
    except CannotRead:
        return ()
    return main_claims(claim for claim in found if claim.attribute in form.carries)


def main_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims on the event of which a page says most."""
    held = tuple(claims)
    counted = Counter(claim.event.label for claim in held)
    main = counted.most_common(1)[0][0] if counted else ""
    return tuple(claim for claim in held if claim.event.label == main)


def _same(entry: Entry, claim: Claim, gazetteer: Gazetteer) -> bool:
    said = entry.claim
    if said.attribute != claim.attribute or not _alike(entry.claimant, claim.attribution.claimant):
        return False
    if said.attribute in _TARGETED and _meant(said, gazetteer) != _meant(claim, gazetteer):
        return False
    one, other = said.value, claim.value
    if isinstance(one, Count) and isinstance(other, Count):
        counted = (said.counted.concept, said.counted.fate), (claim.counted.concept, claim.counted.fate)
        return counted[0] == counted[1] and _bounds(one) == _bounds(other)
    if isinstance(one, HistoricalDate | Code):
        return str(one) == str(other)
    return _alike(str(one), str(other))


def _bounds(count: Count) -> tuple[str, float | None, float | None]:
    return count.qualifier.value, count.low, count.high


def _meant(claim: Claim, gazetteer: Gazetteer) -> frozenset[str]:
    if claim.target.everyone:
        return frozenset({"all"})
    return frozenset(gazetteer.actor_named(name) or name.casefold() for name in claim.target.names)


def _alike(one: str, other: str) -> bool:
    """Do both consist of nearly the same words?"""
    if one.casefold() == other.casefold():
        return True
    first, second = Counter(tokens(one)), Counter(tokens(other))
    shared = sum((first & second).values())
    return bool(shared) and 2 * shared / (sum(first.values()) + sum(second.values())) >= _LIKE
