"""A gazetteer of three invented countries, and texts made of passages: all that the extractors' tests need."""

import re

from thucydides.vocabulary import ActorMention, FormSort, Passage, PassageKind, Text

FORMS = {
    "Ruritania": "ruritania", "Kingdom of Ruritania": "ruritania", "Ruritanian": "ruritania",
    "Borduria": "borduria", "Bordurian": "borduria",
    "Syldavia": "syldavia", "Syldavian": "syldavia", "Grand Fenwick": "fenwick",
}  # fmt: skip
_PATTERN = re.compile("|".join(rf"\b{form}\b" for form in sorted(FORMS, key=len, reverse=True)))


class Countries:
    """Knows a few invented countries and nothing else."""

    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        return tuple(
            ActorMention(hit.start(), hit.end(), hit.group(), FORMS[hit.group()], FormSort.NAME)
            for hit in _PATTERN.finditer(words)
        )

    def actor_named(self, words: str) -> str:
        return FORMS.get(words, "")

    def short_name(self, actor: str) -> str:
        return actor.title()


COUNTRIES = Countries()


def text_of(*lines: tuple[PassageKind, str] | tuple[PassageKind, str, str]) -> Text:
    """A text with a passage for each line: kind, words, and perhaps the label of a row (`strength`, `strength2`)."""
    content, passages = "", []
    for kind, words, *label in lines:
        start = len(content)
        name = label[0] if label else ""
        side = int(name[-1]) if name[-1:].isdigit() and kind is PassageKind.BOX_LINE else 0
        passages.append(Passage(kind, start, start + len(words), label=name.rstrip("12345"), side=side))
        content += words + "\n"
    return Text("0" * 64, content, tuple(passages))
