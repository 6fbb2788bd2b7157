"""What could not be had, and why not?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be had, by the name it would have had, and the reason as a sentence."""

    name: str
    reason: str
