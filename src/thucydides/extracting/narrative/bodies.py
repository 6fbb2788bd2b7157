"""Whose are `the garrison`, `the 29th Division` and `the Company`, once the text has said it?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from thucydides.extracting.narrative.hearing import Hearing
from thucydides.extracting.narrative.lexicon import any_of, marks, phrases
from thucydides.vocabulary import ActorMention, FormSort

_NOUN = any_of("bodies")
_NUMBERED = rf"(?:\d{{1,3}}(?:st|nd|rd|th|d)|{any_of('ordinals')})\s(?:[A-Z]\w+\s){{0,2}}?[A-Z]\w+"
_OWN = re.compile(rf"\s(?:[a-z]\w*\s){{0,2}}?(?:(?P<unit>{_NUMBERED})|(?P<noun>{_NOUN}))(?![\w-])")
_ITSELF = re.compile(rf"{_NOUN}$")
_DID = (
    r"(?=\s(?:had\s|has\s|then\s|also\s|soon\s|\w+ly\s|itself\s)?(?:lost|suffered|surrendered|numbered|counted|mustered"
    r"|consisted|capitulated|withdrew|retreated|attacked|had|charged|took|captured)\b|['’]s\s(?:own\s)?(?:loss|losses|casualties|dead)\b"
    r"|,\swhich\s(?:had\s)?(?:lost|suffered|numbered|counted)\b)"
)
_THE_BODY = re.compile(rf"(?<![\w-])[Tt]he\s(?P<noun>{_NOUN}){_DID}")
_UNIT = re.compile(rf"(?<![\w-])(?P<unit>{_NUMBERED}){_DID}")
_SHORT = re.compile(rf"(?<![\w-])[Tt]he\s(?P<kind>{any_of('leagues')})(?=['’]|\s[a-z]|[,.;])(?!\sof\b)")
_RULER_OF = re.compile(rf"(?<![\w-])(?P<title>{any_of('titles')})\sof\s(?:the\s)?$")
_THEIRS = r"(?:army|forces|troops|men|fleet|cavalry|infantry|garrison|loss|losses|casualties|dead|\d)"
_THE_RULER = re.compile(rf"(?<![\w-])[Tt]he\s(?P<title>{any_of('titles')})['’]s?\s{_THEIRS}")


_CALLED = (
    ("bodies", _THE_BODY, "noun"), ("bodies", _UNIT, "unit"), ("leagues", _SHORT, "kind"),
    ("titles", _THE_RULER, "title"),
)  # fmt: skip


@dataclass
class Bodies:
    """The bodies of men, units, leagues and rulers of a document by what they are called for short, with their sides.

    None where two sides have one of the same short name: then it tells nothing.
    """

    sides: dict[str, ActorMention | None] = field(default_factory=dict)

    def learn(self, hearing: Hearing) -> None:
        """Remember the bodies that stand with their side in the sentence."""
        short = not hearing.spoken.isdisjoint(marks("bodies", "formations", "leagues", "titles"))
        for actor in hearing.actors if short else ():
            if actor.start < 0 or actor.actor.startswith("said:"):
                continue
            for name in _names(hearing, actor):
                self._remember(name, actor.moved(hearing.sentence.start))

    def _remember(self, name: str, actor: ActorMention) -> None:
        known = self.sides.setdefault(name, actor)
        if known is not None and known.actor != actor.actor:
            self.sides[name] = None

    def among(self, hearing: Hearing) -> Hearing:
        """The sentence with the bodies among its actors that it only calls by their short names."""
        if not self.sides or hearing.spoken.isdisjoint(marks("bodies", "leagues", "titles")):
            return hearing
        met = [one for one in self._met(hearing) if _is_apart(one, hearing.actors)]
        actors = sorted((*hearing.actors, *met), key=lambda actor: actor.start)
        return replace(hearing, actors=tuple(actors)) if met else hearing

    def _met(self, hearing: Hearing) -> Iterator[ActorMention]:
        spoken = hearing.spoken
        for name, said, group in _CALLED:
            for hit in said.finditer(hearing.flat) if not spoken.isdisjoint(marks(name)) else ():
                side = self.sides.get(hit[group])
                if side is not None:
                    yield replace(side, start=hit.start(group), end=hit.end(group), sort=FormSort.ARMY)


def _names(hearing: Hearing, actor: ActorMention) -> Iterator[str]:
    """What a body of this side will be called for short."""
    if own := _OWN.match(hearing.flat, actor.end):
        yield own["unit"] or own["noun"]
        if own["unit"] and (last := own["unit"].split()[-1].lower()) in phrases("bodies"):
            yield last
    if actor.sort is FormSort.ARMY and (noun := _ITSELF.search(actor.words.casefold())):
        yield noun.group()
    kind = actor.words.split()[-1]
    if kind in phrases("leagues") and " " in actor.words:
        yield kind
    if (first := actor.words.split()[0]) in phrases("titles") and " of " in actor.words:
        yield first
    if ruler := _RULER_OF.search(hearing.flat, max(0, actor.start - 24), actor.start):
        yield ruler["title"]


def _is_apart(one: ActorMention, actors: tuple[ActorMention, ...]) -> bool:
    """Does no actor overlap it or stand right before it?"""
    return all(one.end <= actor.start or actor.end + 1 < one.start for actor in actors)
