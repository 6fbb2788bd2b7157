"""Which formats is a release written in?"""

from collections.abc import Callable
from dataclasses import dataclass

from thucydides.publishing.releases.codebook import codebook_html, codebook_markdown
from thucydides.publishing.releases.places import geojson
from thucydides.publishing.releases.provenance import json_ld, shapes
from thucydides.publishing.releases.statistics import parquet, stata
from thucydides.publishing.releases.tables import cells_csv, claims_csv, decisions_csv, rows_csv
from thucydides.publishing.releases.works import bibtex, citation
from thucydides.vocabulary import Release, ThucydidesError


class NeedsMore(ThucydidesError):
    """A format needs a library that is not installed."""


@dataclass(frozen=True, slots=True)
class ReleaseFormat:
    """One file of a release: its name, what it is for, and how it is written."""

    file: str
    says: str
    write: Callable[[Release], bytes]

    def written(self, release: Release) -> bytes:
        """The file's bytes. Raises NeedsMore where a library is missing."""
        try:
            return self.write(release)
        except ModuleNotFoundError as problem:
            raise NeedsMore(
                f"{self.file} needs {problem.name}; `pip install 'thucydides[release]'` brings it"
            ) from problem


FORMATS: tuple[ReleaseFormat, ...] = (
    ReleaseFormat("rows.csv", "The table.", rows_csv),
    ReleaseFormat("rows.dta", "The table for Stata (format 118).", stata),
    ReleaseFormat("rows.parquet", "The table for data frames.", parquet),
    ReleaseFormat("cells.csv", "Each cell with its claims, witnesses and rule.", cells_csv),
    ReleaseFormat("claims.csv", "The claims that the cells rest on, with their words.", claims_csv),
    ReleaseFormat("decisions.csv", "What people decided about the claims.", decisions_csv),
    ReleaseFormat("events.geojson", "Where the events were.", geojson),
    ReleaseFormat("sources.bib", "The works that the claims come from.", bibtex),
    ReleaseFormat("provenance.jsonld", "Claims as Web Annotations, cells as PROV entities.", json_ld),
    ReleaseFormat("shapes.ttl", "SHACL shapes that the provenance keeps to.", shapes),
    ReleaseFormat("codebook.md", "What each variable means, as text.", codebook_markdown),
    ReleaseFormat("codebook.html", "What each variable means, as a page.", codebook_html),
    ReleaseFormat("CITATION.cff", "How the release is cited.", citation),
)
"""Every file of a release but the two that describe the others."""
