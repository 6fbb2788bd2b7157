"""What is given away of a ledger: claims in a format of the family, datasets, pages?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from thucydides.desk.estimating import Estimates
from thucydides.desk.looking_up import event_meant
from thucydides.desk.reading_back import Written
from thucydides.desk.releasing import Wanted, release_of
from thucydides.desk.reviewing import statuses_in
from thucydides.desk.saving import whole_or_not_at_all, written_whole
from thucydides.desk.writing import form_named, site, written
from thucydides.ledger import Ledger
from thucydides.publishing import PassingOn, Withheld, exporter_named, package, reason_against, zipped
from thucydides.vocabulary import Registry, Release, ThucydidesError


@dataclass(frozen=True, slots=True)
class Publisher:
    """The exports, releases and pages of one ledger, understood as it stands. `estimates`: as the desk has them."""

    ledger: Ledger
    registry: Registry
    estimates: Callable[[], Estimates]

    def export(self, stream: TextIO, *, form: str) -> int:
        """Write the claims in a format of the family, and say how many there were. Raises ThucydidesError."""
        return exporter_named(form).write(self.ledger.linked.claims(), stream, statuses=statuses_in(self.ledger))

    def export_to(self, path: Path, *, form: str) -> int:
        """Write the claims to a file, whole or not at all. Raises ThucydidesError where it cannot be written."""
        try:
            with whole_or_not_at_all(path) as stream:
                return self.export(stream, form=form)
        except OSError as problem:
            raise ThucydidesError(f"{path} cannot be written: {problem.strerror}") from problem

    def export_public(self, stream: TextIO, *, form: str) -> tuple[Withheld, ...]:
        """Write the claims that may be passed on, and say which may not and why. Raises ThucydidesError."""
        passing = PassingOn(self.ledger.linked.claims(), self._licences())
        exporter_named(form).write(passing, stream, statuses=statuses_in(self.ledger))
        return passing.withheld

    def export_public_to(self, path: Path, *, form: str) -> tuple[Withheld, ...]:
        """Write the claims that may be passed on to a file, whole or not at all. Raises ThucydidesError."""
        try:
            with whole_or_not_at_all(path) as stream:
                return self.export_public(stream, form=form)
        except OSError as problem:
            raise ThucydidesError(f"{path} cannot be written: {problem.strerror}") from problem

    def restricted(self) -> tuple[Withheld, ...]:
        """What a public export would hold back."""
        counts, kept = self.ledger.linked.counted(), self.ledger.documents()
        return tuple(
            Withheld(document.name, document.licence, counts.get(document.id, 0), why)
            for document in kept
            if (why := reason_against(document.licence))
        )

    def _licences(self) -> Mapping[str, str]:
        return {document.id: document.licence for document in self.ledger.documents()}

    def release(self, wanted: Wanted) -> Release:
        """A dataset by a unit of analysis and inclusion rules. Raises ThucydidesError where it may not or cannot be."""
        return release_of(wanted, self.ledger, self.estimates())

    def release_to(self, path: Path, wanted: Wanted) -> Release:
        """Write a release as one zip file, whole or not at all."""
        made = self.release(wanted)
        written_whole(path, zipped(package(made)))
        return made

    def write(self, reference: str, *, writer: str, form: str = "") -> Written:
        """An event as a `record` or `infobox`. Raises NotFound, Ambiguous, or ThucydidesError for an unknown form."""
        return written(event_meant(reference, self.ledger), form_named(writer, form), self.ledger, self.registry)

    def site_to(self, folder: Path, *, title: str = "Wars", restricted: bool = False) -> int:
        """Write every event as pages into a folder, and say how many files. Raises MayNotBePassedOn."""
        made = site(title, self.ledger, self.registry, self.estimates(), restricted=restricted)
        count = 0
        for name, words in made:
            path = folder / name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as problem:
                raise ThucydidesError(f"{path.parent} cannot be made: {problem.strerror}") from problem
            written_whole(path, words.encode("utf-8", "replace"))
            count += 1
        return count

    def keep_page(self, path: Path, made: Written) -> None:
        """Put what was written into a file, whole or not at all."""
        written_whole(path, made.words.encode("utf-8", "replace"))
