"""Which findings stand beside which part of the page, and under which letter?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from thucydides.vocabulary import Finding, LinkedClaim
from thucydides.web.accounts import Voice
from thucydides.web.wording import SEVERITIES


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as an entry of an apparatus: its letter, the words it is about, what is the matter, readings."""

    key: str
    severity: str
    lemma: str
    message: str
    suggestions: tuple[str, ...]
    voices: tuple[Voice, ...]
    elsewhere: int


class Margin:
    """The notes of a page, in the order of its sections; letters run through the page."""

    def __init__(
        self,
        findings: Iterable[Finding],
        claims: Iterable[LinkedClaim],
        *,
        sections: Sequence[str],
        section_of: Callable[[LinkedClaim], str],
        voice: Callable[[LinkedClaim], Voice],
    ) -> None:
        known = {linked.claim.id: linked for linked in claims}
        placed = [(_section(finding, known, section_of, sections[0]), finding) for finding in findings]
        placed.sort(key=lambda pair: sections.index(pair[0]))
        self._notes: dict[str, list[Note]] = {section: [] for section in sections}
        self._keys: dict[str, tuple[str, ...]] = {}
        for place, (section, finding) in enumerate(placed):
            note = _note(finding, letter(place), known, voice)
            self._notes[section].append(note)
            for claim in finding.claims:
                self._keys[claim] = (*self._keys.get(claim, ()), note.key)

    def beside(self, section: str) -> tuple[Note, ...]:
        """The notes of a section."""
        return tuple(self._notes[section])

    def keys(self, claims: Iterable[LinkedClaim]) -> tuple[str, ...]:
        """The letters of the notes on these claims."""
        return tuple(dict.fromkeys(key for linked in claims for key in self._keys.get(linked.claim.id, ())))

    def __len__(self) -> int:
        return sum(map(len, self._notes.values()))


def letter(place: int) -> str:
    """a to z, then aa, ab and on."""
    above, within = divmod(place, 26)
    return (letter(above - 1) if above else "") + "abcdefghijklmnopqrstuvwxyz"[within]


def _section(
    finding: Finding, known: Mapping[str, LinkedClaim], section_of: Callable[[LinkedClaim], str], otherwise: str
) -> str:
    return next((section_of(known[claim]) for claim in finding.claims if claim in known), otherwise)


def _note(finding: Finding, key: str, known: Mapping[str, LinkedClaim], voice: Callable[[LinkedClaim], Voice]) -> Note:
    voices = tuple(voice(known[claim]) for claim in finding.claims if claim in known)
    return Note(
        key=key,
        severity=SEVERITIES[finding.severity],
        lemma=voices[0].words if voices else "",
        message=finding.message,
        suggestions=finding.suggestions,
        voices=voices,
        elsewhere=len(finding.claims) - len(voices),
    )
