"""How do a record and an info-box stand as HTML?

Plain pages: no script, and everything shown can be read without a style sheet. Each value is a link to the claims
behind it, which `claims_html` lists with their ids, quotes and documents.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from thucydides.publishing.writing.accounts import Account, Behind, Entry, Told
from thucydides.publishing.writing.boxes import BoxRow, Line, box_of
from thucydides.publishing.writing.records import record_of
from thucydides.publishing.writing.rows import Row
from thucydides.publishing.writing.wikitext import language_of

_LABELS: Mapping[str, str] = {
    "partof": "Part of", "date": "Date", "place": "Location", "territory": "Territorial changes", "result": "Result",
    "casus": "Cause", "combatant": "Belligerents", "commander": "Commanders and leaders", "units": "Units involved",
    "strength": "Strength", "casualties": "Casualties and losses",
}  # fmt: skip


def record_html(account: Account) -> str:
    """The record of an event: paragraphs, notes, works and facts."""
    record = record_of(account)
    lines = ['<article class="record">']
    lines += [f"<p>{' '.join(_followed(told) for told in paragraph)}</p>" for paragraph in record.narrative]
    lines += [f"<p>[{number}] {_followed(note)}</p>" for number, note in enumerate(record.notes, 1)]
    lines += [f"<p>{'; '.join(_followed(work) for work in record.works)}.</p>"] if record.works else []
    lines += [f"<p>{'<br>'.join(_followed(fact) + _marks(fact) for fact in record.facts)}</p>"] if record.facts else []
    lines += [f"<p>{'<br>'.join(_row(row) for row in record.rows)}</p>"] if record.rows else []
    return "\n".join([*lines, "</article>", ""])


def _row(row: Row) -> str:
    return f"<b>{escape(row.label)}:</b> {'; '.join(_followed(told) for told in row.items)}"


def _marks(told: Told) -> str:
    return "".join(f"[{number}]" for number in told.notes)


def _followed(told: Told) -> str:
    """Words that show the quotes behind them, and the link after them; a paragraph that is all links is no prose."""
    behind = _behind(told.entries)
    if not behind:
        return escape(told.words)
    link = f'<a class="behind" href="#claim-{behind[0].claim}" aria-label="the claims behind this"></a>'
    return f'<span title="{escape(_quotes(behind))}">{escape(told.words)}</span>{link}'


def _quotes(behind: Sequence[Behind]) -> str:
    return "; ".join(f"{each.quote} ({each.document})" if each.document else each.quote for each in behind)


def _linked(told: Told | Line) -> str:
    """Words that lead to the first claim behind them, and show its quote."""
    behind = _behind(told.entries)
    if not behind:
        return escape(told.words)
    return f'<a href="#claim-{behind[0].claim}" title="{escape(_quotes(behind))}">{escape(told.words)}</a>'


def _behind(entries: Sequence[Entry]) -> list[Behind]:
    return list({behind.claim: behind for entry in entries for behind in entry.behind}.values())


def infobox_html(account: Account) -> str:
    """The info-box of an event as a table, and a sentence that gives its other names."""
    box = box_of(account)
    columns = max((len(row.columns) - 1 for row in box.rows if row.sided), default=2)
    works: dict[str, int] = {}
    lines = ['<table class="infobox vevent">', "<tbody>"]
    if box.title:
        lines.append(f'<tr><th class="summary" colspan="{columns}">{escape(box.title)}</th></tr>')
    for row in box.rows:
        lines += _sided(row, columns, works) if row.sided else _single(row, columns, works)
    lines += ["</tbody>", "</table>"]
    lines += list(_opening(account))
    lines += [f"<p>[n{number}] {_linked(note)}</p>" for number, note in enumerate(box.notes, 1)]
    for work in box.works:
        works.setdefault(work.words, len(works) + 1)
    return "\n".join([*lines, *_references(works), ""])


def _single(row: BoxRow, columns: int, works: dict[str, int]) -> Iterator[str]:
    joined = "; " if row.name == "result" else "<br>"
    words = joined.join(_line(line, works) for line in row.columns[0])
    yield f'<tr><th scope="row">{_LABELS[row.name]}</th><td colspan="{columns - 1}">{words}</td></tr>'


def _sided(row: BoxRow, columns: int, works: dict[str, int]) -> Iterator[str]:
    yield f'<tr><th colspan="{columns}">{_LABELS[row.name]}</th></tr>'
    *sides, together = row.columns
    if any(sides):
        yield "<tr>" + "".join(f"<td>{_column(side, works)}</td>" for side in sides) + "</tr>"
    if together:
        yield f'<tr><td colspan="{columns}">{_column(together, works)}</td></tr>'


def _column(lines: Sequence[Line], works: dict[str, int]) -> str:
    shown: list[str] = []
    above: tuple[str, ...] = ()
    for line in lines:
        for depth, heading in enumerate(line.headings):
            if line.headings[: depth + 1] != above[: depth + 1]:
                shown.append(f"<b>{escape(heading)}:</b>")
        above = line.headings
        shown.append(_line(line, works))
    return "<br>".join(shown)


def _line(line: Line, works: dict[str, int]) -> str:
    flag = f'<span class="flagicon"><img alt="{escape(line.flag)}" src=""></span> ' if line.flag else ""
    cited = dict.fromkeys(work for entry in line.entries for work in entry.works)
    marks = "".join(_mark(works.setdefault(work, len(works) + 1)) for work in cited)
    return f"{flag}{_linked(line)}{marks}"


def _mark(number: int) -> str:
    return f'<sup class="reference"><a href="#cite_note-{number}">[{number}]</a></sup>'


def _opening(account: Account) -> Iterator[str]:
    """The further names in their scripts, and the formations that stand in no column."""
    box = box_of(account)
    inside = ", ".join(
        f'<span lang="{language}">{_linked(line)}</span>' for line in box.names if (language := language_of(line.words))
    )
    also = " or the ".join(f"<b>{_linked(line)}</b>" for line in box.names if not language_of(line.words))
    said: list[str] = []
    if box.names:
        said.append(
            f"The <b>{escape(box.title)}</b>" + (f" ({inside})" if inside else "")
            + (f", also known as the {also}," if also else "") + " was fought."
        )  # fmt: skip
    if box.formations:
        said.append(f"It names the {' and the '.join(_linked(line) for line in box.formations)}.")
    if said:
        yield f"<p>{' '.join(said)}</p>"


def _references(works: Mapping[str, int]) -> Iterator[str]:
    if works:
        yield '<ol class="references">'
        yield from (f'<li id="cite_note-{number}">{escape(work)}</li>' for work, number in works.items())
        yield "</ol>"


def claims_html(account: Account) -> str:
    """Every claim behind a page: what it says, in which words, and where; and how many witnesses say the same."""
    lines = ['<section class="claims">', "<h2>Claims</h2>", "<dl>"]
    for entry in account.entries:
        claim = entry.claim
        said = " ".join(filter(None, (claim.attribute.replace("_", " "), str(claim.target), str(claim.value))))
        for behind in entry.behind:
            where = f", {escape(behind.document)}" if behind.document else ""
            lines.append(f'<dt id="claim-{behind.claim}"><code>{behind.claim}</code> {escape(said)}</dt>')
            lines.append(f"<dd><q>{escape(behind.quote)}</q>{where}</dd>")
        if entry.attestation and len(entry.behind) > 1:
            together = f"these {len(entry.behind)} claims: {entry.attestation}"
            lines.append(f'<dd class="witnesses">{escape(together)}</dd>')
    return "\n".join([*lines, "</dl>", "</section>", ""])


def page_html(title: str, *parts: str, style: str = "") -> str:
    """A whole page. `style`: the address of a style sheet, none if empty."""
    sheet = f'<link rel="stylesheet" href="{escape(style)}">\n' if style else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n{sheet}</head>\n<body>\n{''.join(parts)}</body>\n</html>\n"
    )
