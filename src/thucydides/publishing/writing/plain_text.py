"""How does a record stand as plain text?"""

from thucydides.publishing.writing.accounts import Account
from thucydides.publishing.writing.records import record_of


def record_text(account: Account) -> str:
    """Paragraphs, numbered notes, one line of works, one line for each fact, and the labelled rows."""
    record = record_of(account)
    lines = [" ".join(told.words for told in paragraph) for paragraph in record.narrative]
    lines += [f"[{number}] {note.words}" for number, note in enumerate(record.notes, 1)]
    lines += ["; ".join(work.words for work in record.works) + "."] if record.works else []
    lines += [fact.words + "".join(f"[{number}]" for number in fact.notes) for fact in record.facts]
    lines += ["", *(f"{row.label}: {'; '.join(told.words for told in row.items)}" for row in record.rows)]
    return "\n".join([*lines, ""]).strip("\n") + "\n"
