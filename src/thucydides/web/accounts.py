"""Who speaks, and by which letter is he cited?

Each account of a record has a siglum, as manuscripts have: each document, and each claimant whom a document names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from string import ascii_uppercase
from types import MappingProxyType

from thucydides.vocabulary import LinkedClaim, page_title
from thucydides.web.verdicts import Verdict

_Key = tuple[str, str]
NO_VERDICTS: Mapping[str, Verdict] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Account:
    """A document speaking for itself, or a claimant whom it names. `cites`: the work, as the document cites it."""

    siglum: str
    document: str
    document_name: str
    claimant: str
    claims: int
    cites: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The claimant, or the document where it speaks for itself."""
        return self.claimant or self.document_name

    @property
    def short(self) -> str:
        """The title of a page, another name without folder and suffix: for a narrow column."""
        name = self.document_name
        return self.claimant or page_title(name) or PurePosixPath(name).stem or name


@dataclass(frozen=True, slots=True)
class Voice:
    """One account saying one thing: the way to the very words, and to their citation. `verdict`: what a person said."""

    account: Account
    href: str
    words: str
    cite: str
    verdict: Verdict | None = None


class Accounts:
    """The accounts behind the claims, documents first, each with its letter."""

    def __init__(self, claims: Iterable[LinkedClaim], verdicts: Mapping[str, Verdict] = NO_VERDICTS) -> None:
        self._verdicts = verdicts
        held: dict[_Key, list[LinkedClaim]] = {}
        for linked in claims:
            held.setdefault((linked.claim.document, ""), [])
            held.setdefault(_key(linked), []).append(linked)
        ordered = sorted(held, key=lambda key: bool(key[1]))
        names = {linked.claim.document: linked.document_name for group in held.values() for linked in group}
        sigla = _sigla([key[1] or names[key[0]] for key in ordered])
        self._accounts: Mapping[_Key, Account] = {
            key: Account(siglum, key[0], names[key[0]], key[1], len(held[key]), _cited(held[key]))
            for key, siglum in zip(ordered, sigla, strict=True)
        }

        self._by_siglum = {account.siglum: account for account in self._accounts.values()}

    def of(self, linked: LinkedClaim) -> Account:
        """The account that makes the claim."""
        return self._accounts[_key(linked)]

    def by_siglum(self, siglum: str) -> Account:
        """The account of a letter. KeyError if there is none."""
        return self._by_siglum[siglum]

    def voice(self, linked: LinkedClaim) -> Voice:
        """The claim as a voice: its account, and the way to its words."""
        identity = linked.claim.id
        verdict = self._verdicts.get(identity)
        return Voice(self.of(linked), claim_address(linked), linked.claim.quote, f"/claims/{identity}", verdict)

    def documents(self) -> tuple[tuple[Account, tuple[Account, ...]], ...]:
        """Each document with the claimants whom it names."""
        own = [account for account in self._accounts.values() if not account.claimant]
        return tuple(
            (root, tuple(a for a in self._accounts.values() if a.claimant and a.document == root.document))
            for root in own
        )


def claim_address(linked: LinkedClaim) -> str:
    """The address of the claim's words in their document."""
    return f"/documents/{linked.claim.document}?claim={linked.claim.id}#t-{linked.claim.id}"


def _key(linked: LinkedClaim) -> _Key:
    return linked.claim.document, linked.claimant or linked.claim.attribution.claimant


def _cited(claims: Iterable[LinkedClaim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (linked.claim.attribution.cites for linked in claims))))


def _sigla(names: Iterable[str]) -> list[str]:
    """The first letter of each name that is still free, else the next of the alphabet, else a numbered one."""
    given: dict[str, None] = {}
    for place, name in enumerate(names):
        wanted = [letter for letter in name.upper() if letter in ascii_uppercase]
        free = (letter for letter in (*wanted, *ascii_uppercase) if letter not in given)
        given[next(free, f"{ascii_uppercase[place % 26]}{place // 26}")] = None
    return list(given)
