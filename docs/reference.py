"""Which attributes, concepts and codes are there? Writes docs/vocabulary.md from the program's own lists."""

from collections.abc import Iterator
from pathlib import Path

from thucydides.vocabulary import ATTRIBUTES, CODES, CONCEPTS

PAGE = Path(__file__).with_name("vocabulary.md")


def page() -> Iterator[str]:
    """The lines of the page."""
    yield "# Vocabulary\n"
    yield "Made by `make docs` from `src/thucydides/vocabulary/*.toml`; a new row there is a new line here.\n"
    yield "## Attributes: what can be said of an event\n"
    yield "| code | label | definition | target |\n|---|---|---|---|"
    for attribute in ATTRIBUTES.values():
        yield f"| `{attribute.code}` | {attribute.label} | {attribute.definition} | {attribute.target} |"
    yield "\n## Concepts: what is counted in a strength or a loss\n"
    yield "Mixes are joined by `+` in this order.\n"
    yield "| code | label | definition | measure |\n|---|---|---|---|"
    for concept in CONCEPTS.values():
        yield f"| `{concept.code}` | {concept.label} | {concept.definition} | {concept.measure} |"
    for name, codes in CODES.items():
        yield f"\n## Codes of `{name}`\n"
        yield "| code | definition |\n|---|---|"
        yield from (f"| `{code}` | {definition} |" for code, definition in codes.items())


if __name__ == "__main__":
    PAGE.write_text("\n".join(page()) + "\n", encoding="utf-8")
