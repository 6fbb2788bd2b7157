"""Is what is shown made from all that is kept, and who sees to it?"""

from pathlib import Path
from threading import RLock

from thucydides.authorities import listed_events
from thucydides.desk.answers import Following
from thucydides.desk.following import Follower
from thucydides.desk.understanding import Understanding, is_current, understand, whole_understanding
from thucydides.ledger import Ledger
from thucydides.vocabulary import Registry


class Upkeep:
    """Brings one ledger up to date: at once, or behind, in another process.

    `turn`: who holds it works with what is understood, and nobody of this process makes it anew meanwhile.
    """

    def __init__(self, ledger: Ledger, registry: Registry, authorities: tuple[Path, ...]) -> None:
        self.turn = RLock()
        self.follower: Follower | None = None
        self._ledger, self._registry, self._authorities = ledger, registry, authorities
        self._known: Understanding | None = None

    def refresh(self) -> None:
        """Link and check all claims, or have it done behind, if the ledger has moved on. Raises LedgerProblem."""
        if is_current(self._ledger):
            return
        if self.follower is not None:
            self.follower.follow()
            return
        with self.turn:
            if not is_current(self._ledger):
                self.understand_anew()

    def understand_anew(self) -> None:
        """Link and check all claims, even if none has changed. Raises LedgerProblem."""
        if not self._ledger.writable:
            self._ledger.move_to_copy()  # what may only be read is understood in a copy
        understand(self._ledger, self._registry, listed_events(*self._authorities))

    def follow_behind(self) -> None:
        """From now on let another process do it, and answer at once from what was last understood."""
        self.refresh()
        if self._ledger.writable and self.follower is None:
            self.follower = Follower(self._ledger.path, self._authorities)

    def following(self) -> Following:
        """Is the ledger up to date, and if not, is it being worked on?"""
        return Following(
            current=is_current(self._ledger),
            busy=self.follower is not None and self.follower.busy,
            problem=self.follower.problem if self.follower else "",
        )

    def whole(self) -> Understanding:
        """All that was understood at once; read once for each generation."""
        self.refresh()
        if self._known is None or self._known.generation != self._ledger.understood_generation():
            self._known = whole_understanding(self._ledger)
        return self._known

    def close(self) -> None:
        """Let the other process go, if there is one."""
        if self.follower is not None:
            self.follower.close()
