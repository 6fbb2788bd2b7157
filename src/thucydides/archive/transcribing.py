"""How does a transcription from a printed work or an archive become a document?

Its bytes are a small form: where it is from, an empty line, the words as they stand. The words are the document's text.
"""

from thucydides.vocabulary import CannotRead, Document, sha256

TRANSCRIPTION = "text/x-transcription"


def transcription(source: str, page: str = "", words: str = "") -> Document:
    """The document of words copied from a work. The same words from another work are another document."""
    provenance = {"Source": _one_line(source), "Page": _one_line(page)}
    if not provenance["Source"]:
        raise CannotRead("A transcription needs its source: name the work or the archive it was copied from.")
    form = "".join(f"{field}: {said}\n" for field, said in provenance.items() if said) + "\n" + words
    place = ", ".join(said for said in provenance.values() if said)
    content = _written(form, place)
    name = f"{place} ({sha256(content)[:8]})"
    return Document(name, content, media_type=TRANSCRIPTION, origin=f"transcribed from {place}")


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _written(form: str, place: str) -> bytes:
    try:
        return form.encode("utf-8")
    except UnicodeEncodeError as problem:
        seen = form[problem.start].encode("ascii", "backslashreplace").decode("ascii")
        raise CannotRead(
            f"The transcription from {place!r} holds {seen}, which is no character; type it anew."
        ) from None
