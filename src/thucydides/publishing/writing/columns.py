"""Who stands in which column or on which side of what is written about an event?"""

from collections.abc import Mapping
from dataclasses import dataclass

from thucydides.publishing.writing.accounts import Account, Entry

FEWEST_SIDES, MOST_SIDES = 2, 5
MOST_TOLD = 9  # sides that a record has a row for
ALL = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """The belligerents of each side by what is meant (an id, else the name), with the name that is written."""

    account: Account
    members: tuple[Mapping[str, str], ...]

    @classmethod
    def of(cls, account: Account) -> "Sides":
        """The belligerents of each side; who is on none has a column of his own, as far as a box has columns."""
        told = sorted(account.of("belligerent"), key=lambda entry: entry.side == 0)
        sides: list[dict[str, str]] = [{} for _ in range(max([0, *(entry.side for entry in told)]))]
        for entry in told:
            for actor, name in zip(entry.meant, entry.names, strict=True):
                if any(actor in side for side in (sides[entry.side - 1 : entry.side] if entry.side else sides)):
                    continue
                if not entry.side and len(sides) < MOST_SIDES:
                    sides.append({})
                sides[entry.side - 1][actor] = name
        return cls(account, (*sides, *({} for _ in range(FEWEST_SIDES - len(sides)))))

    @classmethod
    def as_told(cls, account: Account) -> "Sides":
        """The belligerents whom somebody places on a side."""
        placed = [entry for entry in account.of("belligerent") if 0 < entry.side <= MOST_TOLD]
        sides: list[dict[str, str]] = [{} for _ in range(max([0, *(entry.side for entry in placed)]))]
        for entry in placed:
            for actor, name in zip(entry.meant, entry.names, strict=True):
                sides[entry.side - 1].setdefault(actor, name)
        return cls(account, tuple(sides))

    def side_of(self, entry: Entry) -> int:
        """The column in which a claim belongs; that of all where it is about several sides or none."""
        if entry.claim.target.everyone:
            return ALL
        there = self.members[entry.side - 1] if 0 < entry.side <= len(self.members) else {}
        if entry.meant and set(entry.meant) <= set(there):
            return entry.side
        on = {number for number, side in enumerate(self.members, 1) if set(entry.meant) & set(side)}
        if len(on) == 1:
            return on.pop()
        return entry.side if entry.side <= len(self.members) and not on else ALL

    def is_whole(self, entry: Entry) -> bool:
        """Is a claim about all belligerents of its column?"""
        side = self.side_of(entry)
        if side == ALL:
            return entry.claim.target.everyone or not entry.names
        return set(entry.meant) == set(self.members[side - 1])

    def flag_of(self, entry: Entry) -> str:
        """The flag that stands for those of a column whom a claim is about; empty where they are none of it.

        Several belligerents share the flag of one whom no list of states has, so that it stands for none alone.
        """
        side = self.side_of(entry)
        there = self.members[side - 1] if side else {}
        if len(entry.meant) == 1 and entry.meant[0] not in there:
            return self._stood_by().get(entry.meant[0], "")
        meant = [actor for actor in entry.meant if actor in there]
        if not meant or len(meant) < len(entry.meant):
            return ""
        if len(meant) == 1:
            return there[meant[0]]
        return next((there[actor] for actor in meant if actor == there[actor]), there[meant[0]])

    def _stood_by(self) -> Mapping[str, str]:
        """Those who supported a side, by what is meant."""
        return {
            actor: name
            for entry in self.account.of("supporter")
            for actor, name in zip(entry.meant, entry.names, strict=True)
        }

    def shared(self) -> Mapping[str, str]:
        """The flag of each belligerent that shares one, by what is meant."""
        flags: dict[str, str] = {}
        for entry in self.account.of("commander", "formation", "strength", "loss"):
            if len(entry.meant) > 1 and not self.is_whole(entry) and (flag := self.flag_of(entry)):
                flags.update(dict.fromkeys(entry.meant, flag))
        return flags
