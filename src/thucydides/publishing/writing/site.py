"""How do the events of a ledger become a site of plain pages, with an index by period, region, type and actor?"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from thucydides.publishing.writing.accounts import Account
from thucydides.publishing.writing.html import claims_html, infobox_html, page_html, record_html
from thucydides.vocabulary import Estimate, Support

STYLE = "style.css"


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event as the site shows it: as a record and as an info-box, each in the wordings that are heard again.

    `began`: EDTF, empty if not known. `parties`: names of the belligerents. `estimates`: each with the party's name.
    `record`, `infobox`: the same as plain text and as wikitext.
    """

    id: str
    label: str
    began: str
    parties: tuple[str, ...]
    as_record: Account
    as_box: Account
    record: str
    infobox: str
    estimates: tuple[tuple[str, Estimate], ...] = ()

    @property
    def path(self) -> str:
        """The name of its files, without their ending."""
        return re.sub(r"[^\w.-]+", "-", self.id).strip("-.")


def site_files(title: str, events: Sequence[EventPage]) -> Iterator[tuple[str, str]]:
    """Every file of the site, by its path in the folder: the same events give the same bytes."""
    yield STYLE, files(__package__).joinpath("site.css").read_text(encoding="utf-8")
    yield "index.html", page_html(title, *_index(title, events), style=STYLE)
    for event in events:
        yield f"events/{event.path}.html", page_html(event.label, *_event(event), style=f"../{STYLE}")
        yield f"events/{event.path}.txt", event.record
        yield f"events/{event.path}.wikitext", event.infobox


def _event(event: EventPage) -> Iterator[str]:
    yield f'<nav><a href="../index.html">All events</a></nav>\n<h1>{escape(event.label)}</h1>\n'
    yield (
        f'<p class="meta"><a href="{event.path}.txt">Record as text</a>, '
        f'<a href="{event.path}.wikitext">info-box as wikitext</a></p>\n'
    )
    yield f"<h2>Record</h2>\n{record_html(event.as_record)}<h2>Info-box</h2>\n{infobox_html(event.as_box)}"
    yield from _estimates(event.estimates)
    yield claims_html(event.as_box)


def _estimates(held: Sequence[tuple[str, Estimate]]) -> Iterator[str]:
    """The estimates beside the claims, with the assumption they rest on; what is insufficient says so."""
    if not held:
        return
    yield '<section class="estimates">\n<h2>Estimates</h2>\n'
    for assumption in dict.fromkeys(estimate.anchor for _, estimate in held if estimate.anchor):
        yield f"<p>These are no claims. They rest on an assumption: {escape(assumption)}</p>\n"
    yield "<table>\n<tr><th>Party</th><th>Counted</th><th>Middle</th><th>80 % interval</th><th>Status</th></tr>\n"
    for party, estimate in held:
        figures = f"<td>{estimate.median:,.0f}</td><td>{estimate.low:,.0f} to {estimate.high:,.0f}</td>"
        if estimate.status is Support.INSUFFICIENT:
            figures = '<td colspan="2">insufficient evidence</td>'
        counted = estimate.category.replace("_", " ")
        yield f"<tr><th>{escape(party)}</th><td>{counted}</td>{figures}<td>{estimate.status}</td></tr>\n"
    yield "</table>\n</section>\n"


def _index(title: str, events: Sequence[EventPage]) -> Iterator[str]:
    yield f'<h1>{escape(title)}</h1>\n<p class="meta">{len(events)} events.</p>\n<nav><p>'
    yield " · ".join(f'<a href="#{name}">By {name}</a>' for name in _INDEXES) + "</p></nav>\n"
    for name, groups_of in _INDEXES.items():
        yield f'<h2 id="{name}">By {name}</h2>\n'
        grouped: dict[str, list[EventPage]] = {}
        for event in events:
            for group in dict.fromkeys(groups_of(event)):
                grouped.setdefault(group, []).append(event)
        for group in sorted(grouped, key=lambda group: (group == _UNSAID, group)):
            yield f'<h3>{escape(group)}</h3>\n<ul class="events">\n'
            yield from (_entry(event) for event in sorted(grouped[group], key=lambda event: (event.began, event.label)))
            yield "</ul>\n"


def _entry(event: EventPage) -> str:
    when = f" ({escape(event.began)})" if event.began else ""
    return f'<li><a href="events/{event.path}.html">{escape(event.label)}</a>{when}</li>\n'


_UNSAID = "not said"


def _period(event: EventPage) -> Iterable[str]:
    """The century in which it began."""
    year = re.match(r"\d{4}", event.began)
    return (f"{int(year[0]) // 100:02}00–{int(year[0]) // 100:02}99",) if year else (_UNSAID,)


def _said(attribute: str) -> Callable[[EventPage], Iterable[str]]:
    def groups(event: EventPage) -> Iterable[str]:
        return [str(entry.claim.value) for entry in event.as_record.of(attribute)] or (_UNSAID,)

    return groups


_INDEXES: Mapping[str, Callable[[EventPage], Iterable[str]]] = {
    "period": _period,
    "region": _said("region"),
    "type": _said("conflict_type"),
    "actor": lambda event: event.parties or (_UNSAID,),
}
