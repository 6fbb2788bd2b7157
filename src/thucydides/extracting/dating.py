"""When was it, as a line of a record or an info-box says?"""

import re
from collections.abc import Iterator

from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import Claim, DateForm, DatePhrase, Duration, Finding, HistoricalDate

_BETWEEN = re.compile(r"between\b", re.IGNORECASE)


def dates(scene: Scene, piece: Piece, reader: str) -> Iterator[Claim | Finding]:
    """Each date of a line: an extent begins and ends the event, a point is its date, a length its duration.

    A date without a year that no other words fill up is reported.
    """
    phrases = scene.dates_in(piece.words)
    for phrase, inferred in phrases:
        at = piece.start + phrase.start, piece.start + phrase.end
        said = tuple(said_by(phrase))
        for attribute, value in said:
            yield scene.stated(at, attribute, value, reader, inferred=inferred)
        if not said:
            yield scene.unread(at, f"a date that cannot be placed: {piece.words[phrase.start : phrase.end]!r}")
    if not phrases and any(character.isdigit() for character in piece.words):
        yield scene.unread(piece.at, f"no date was understood in {piece.words[:80]!r}")


def said_by(phrase: DatePhrase) -> Iterator[tuple[str, HistoricalDate | Duration]]:
    """What a date that stands for itself, in a row or a bracket, says of its event: attribute and value."""
    if phrase.form is DateForm.DURATION and phrase.duration:
        yield "duration", phrase.duration
    elif (phrase.form is DateForm.EXTENT or are_both(phrase)) and phrase.begin and phrase.finish:
        yield "start_date", phrase.begin
        yield "end_date", phrase.finish
    elif phrase.date and phrase.form is not DateForm.RELATIVE and not phrase.lacks_year:
        yield "date", phrase.date


def are_both(phrase: DatePhrase) -> bool:
    """`7 and 8 May`, in a row of dates, are both its days; `between 7 and 8 May` is a day that is not known."""
    if phrase.form is DateForm.POINT and phrase.begin:
        return True
    if phrase.form is not DateForm.BETWEEN or phrase.date is None:
        return False
    return not _BETWEEN.match(phrase.date.as_written)
