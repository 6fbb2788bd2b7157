"""Which value does a figure in a note answer: whom is it about, and does it dispute or repeat the value?

A value carries the mark of the note within its words or directly behind them. What the note leaves unsaid, whom it
counts and of what, is what the value with its mark says.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from thucydides.extracting.scene import Scene
from thucydides.vocabulary import THE_EVENT, Claim, Count, Inference, Passage, PassageKind, Target, Text

READER = "citations/1"
MARK = re.compile(r"\[((?:(?:note|nb|n|fn)\s)?[^\s\[\]]{1,9})\]")
# A bare figure of a note is taken for a loss until the value that carries the note's mark tells.
UNSAID = Inference("attribute", "mark-of-the-note")
_BEHIND = re.compile(r"[^\S\n]?(?:[,;.)]?\[(?:(?:note|nb|n|fn)\s)?\w{1,3}\]){1,5}")
_NOTES = (PassageKind.FOOTNOTE, PassageKind.REFERENCE)
_DEATHS = frozenset({"dead", "killed", "battle_deaths"})


class Answers:
    """The claims that carry the mark of a note, for the claims of the notes, which come last."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._marked: dict[str, list[Claim]] = {}
        self._noted = any(True for _ in scene.text.passages_of(*_NOTES))

    def answering(self, claim: Claim) -> Claim | None:
        """A note's claim with the claim that it answers, and whether it disputes or repeats it; any other as it is.

        None for a bare figure that answers nothing.
        """
        if claim.reader == READER:
            claim = _answering(claim, self._marked, self._scene)
        if self._noted and isinstance(claim.value, Count):
            for mark in _marks_of(claim, self._scene.text):
                self._marked.setdefault(mark, []).append(claim)
        return None if _is_unsaid(claim) and not claim.relates_to else claim


def _is_unsaid(claim: Claim) -> bool:
    """Does a note count something without a word of what became of it? Only the value that it answers tells that."""
    return claim.reader == READER and UNSAID in claim.inferred


def _answering(claim: Claim, marked: Mapping[str, Sequence[Claim]], scene: Scene) -> Claim:
    if not isinstance(claim.value, Count):
        return claim
    passage = scene.text.passage_at(claim.span.start)
    cited = marked.get(mark_of(passage, scene.text), ()) if passage and passage.kind in _NOTES else ()
    said = next((other for other in reversed(cited) if _on_the_same(claim, other, scene)), None)
    if said is None:
        return _about_whom(claim, cited)
    same = isinstance(said.value, Count) and (said.value.low, said.value.high) == (claim.value.low, claim.value.high)
    return replace(_completed(claim, said), relates_to=said.id, relation="repeats" if same else "disputes")


def _about_whom(claim: Claim, cited: Sequence[Claim]) -> Claim:
    """A note's figure of something else than the values with its mark count is of their people, if it names none."""
    marked = {(other.target, other.side) for other in cited if isinstance(other.value, Count)}
    if claim.target != THE_EVENT or len(marked) != 1 or _is_unsaid(claim):
        return claim
    return _about(claim, *marked.pop())


def _about(claim: Claim, target: Target, side: int) -> Claim:
    """The claim with those whom the value with its mark counts."""
    inferred = (*claim.inferred, *([] if target == THE_EVENT else [Inference("target", "mark-of-the-note")]))
    return replace(claim, target=target, side=side, inferred=inferred)


def _on_the_same(claim: Claim, said: Claim, scene: Scene) -> bool:
    """Does a note count the same, of the same side? What it leaves unsaid is what the words with its mark mean."""
    if (said.attribute != claim.attribute and not _is_unsaid(claim)) or not isinstance(said.value, Count):
        return False
    concept, counted = claim.counted.concept, said.counted.concept
    if concept and concept != counted and not {concept, counted} <= _DEATHS:
        return False
    actors, others = (
        {scene.gazetteer.actor_named(name) or name for name in each.target.names} for each in (claim, said)
    )
    return not actors or said.target.everyone or bool(actors & others)


def _completed(claim: Claim, said: Claim) -> Claim:
    """A note that gives a bare figure means what the value counts that carries its mark, and whom it is about."""
    if claim.target == THE_EVENT and said.target != THE_EVENT:
        claim = _about(claim, said.target, said.side)
    if _is_unsaid(claim):
        fate = claim.counted.fate if said.attribute == "loss" else ""
        claim = replace(claim, attribute=said.attribute, counted=replace(claim.counted, fate=fate))
    if not claim.counted.concept:
        inferred = (*claim.inferred, Inference("concept", "mark-of-the-note"))
        claim = replace(claim, counted=said.counted, inferred=inferred)
    return claim


def _marks_of(claim: Claim, text: Text) -> list[str]:
    """The marks of notes within a claim's words and directly behind them."""
    if claim.reader == READER:
        return []
    behind = _BEHIND.match(text.content, claim.span.end, claim.span.end + 60)
    return MARK.findall(claim.quote + (behind[0] if behind else ""))


def mark_of(passage: Passage | None, text: Text) -> str:
    """The mark of a note, as the page keeps it or as it is printed before its words; empty if it has none."""
    if passage is None:
        return ""
    printed = re.match(r"\s*\[?(\w{1,3})[\].)]", text.words(passage))
    return passage.mark.strip("[]") or (printed[1] if printed else "")
