"""Which event does a person mean by this name?"""

import unicodedata
from collections.abc import Mapping

from thucydides.desk.answers import Ambiguous, NotFound
from thucydides.vocabulary import Event


def event_meant(reference: str, events: Mapping[str, Event]) -> Event:
    """The event with this id (or the beginning of it), label or alias, in that order. Raises NotFound or Ambiguous."""
    if reference in events:
        return events[reference]
    wanted = _folded(reference)
    for tier in (
        [
            event
            for event in events.values()
            if len(wanted) >= 4 and wanted in (event.id[: len(wanted)], _tail(event, wanted))
        ],
        [event for event in events.values() if _folded(event.label) == wanted],
        [event for event in events.values() if wanted in map(_folded, event.aliases)],
    ):
        if len(tier) == 1:
            return tier[0]
        if tier:
            candidates = tuple(f"{event.id}  {event.label} ({event.kind})" for event in tier)
            raise Ambiguous(f"{reference!r} may be {len(tier)} events; name one by its id", candidates)
    raise NotFound(f"no event goes by {reference!r}; `thucydides show` lists those there are")


def _tail(event: Event, wanted: str) -> str:
    return event.id.partition(":")[2][: len(wanted)]


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).casefold().replace("–", "-").replace("—", "-")
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
