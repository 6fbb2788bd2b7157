"""What does a whole page of an encyclopedia cost, read with its claims, against parsers that only take it apart?

wikitextparser is under the GPL and in none of our extras; it is measured where somebody has installed it. wtf_wikipedia
is installed by npm into build/ by the lock file in peers/.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.articles import Article, article
from benchmarks.timing import in_turn
from thucydides.authorities import load
from thucydides.extracting import EXTRACTORS, Extraction, extract, scene_of
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, Text

PEERS = Path(__file__).parent / "peers"
BUILT = Path(__file__).parents[1] / "build" / "bench-peers"
LENGTH = 42_000
LENGTHS = (42_000, 168_000, 672_000)
ROUNDS = 9
_WORDS = re.compile(r"\d+(?:,\d+)*")


def encyclopedia_pages() -> list[str]:
    """an article of 42 kB: read with and without its claims, against parsing alone; how many figures each keeps"""
    page, registry = article(LENGTH), load()
    document = _document(page)

    def whole() -> Extraction:
        return extract(read(document), document_name=document.name, gazetteer=registry)

    def boxes() -> tuple[object, ...]:
        text = read(document)
        scene = scene_of(text, document.name, registry)
        return tuple(
            heard for extractor in EXTRACTORS if extractor.name != "narrative/1" for heard in extractor.claims(scene)
        )

    peers = {name: parse for name, parse in _PEERS.items() if find_spec(name.split(".")[0])}
    runs: list[Callable[[], object]] = [lambda: read(document), boxes, whole]
    runs += [lambda parse=parse: parse(page.source) for parse in peers.values()]
    times = dict(zip(["read", "boxes", "whole", *peers], in_turn(*runs, rounds=ROUNDS), strict=True))
    kept = {"read": _in_words(read(document), page), "boxes": _claimed(whole(), page), "whole": _claimed(whole(), page)}
    kept |= {name: _kept(_SHOWN[name](page.source), page) for name in peers}
    lines = [f"{len(page.source):,} characters, {len(page.true)} figures in the cells of the box"]
    node = _node(page)
    if isinstance(node, str):
        lines.append(node)
    else:
        times["wtf_wikipedia"], kept["wtf_wikipedia"] = node
    base = times.get("mwparserfromhell")
    for name, seconds in times.items():
        ratio = f", {base / seconds:.2f} times the speed of mwparserfromhell" if base else ""
        lines.append(
            f"{_LABELS.get(name, name)}: {seconds * 1000:.1f} ms{ratio}; {kept[name]} of {len(page.true)} figures kept"
        )
    return [*lines, *_missing(), *_by_length(registry)]


_LABELS = {
    "read": "read into words with their places",
    "boxes": "read, with all claims of box, notes and works",
    "whole": "read, with these claims and those of the prose",
    "mwparserfromhell": "mwparserfromhell, parsing alone",
    "wikitextparser": "wikitextparser, parsing alone",
    "pywikibot": "pywikibot, its templates and parameters alone",
    "wtf_wikipedia": "wtf_wikipedia in node, parsing alone",
}


def _document(page: Article) -> Document:
    return Document("page.wikitext", page.source.encode(), media_type="text/x-wiki")


def _mwparserfromhell(source: str) -> Any:
    import mwparserfromhell

    return mwparserfromhell.parse(source)


def _wikitextparser(source: str) -> Any:
    import wikitextparser

    parsed = wikitextparser.parse(source)
    return [parsed, parsed.templates, parsed.wikilinks, parsed.get_tags(), parsed.tables]


def _pywikibot(source: str) -> Any:
    import os

    os.environ.setdefault("PYWIKIBOT_NO_USER_CONFIG", "2")
    from pywikibot import textlib

    return textlib.extract_templates_and_params(source)


def _raw_box(source: str) -> str:
    """The cells as raw mark-up; only what stands in no further template is there as words."""
    box = next(given for name, given in _pywikibot(source) if name.casefold().startswith("infobox"))
    return re.sub(r"\{\{.*?\}\}", "", "\n".join(box.values()), flags=re.DOTALL)


_PEERS: dict[str, Callable[[str], Any]] = {
    "mwparserfromhell": _mwparserfromhell, "wikitextparser": _wikitextparser, "pywikibot": _pywikibot,
}  # fmt: skip
_SHOWN: dict[str, Callable[[str], str]] = {
    "mwparserfromhell": lambda source: str(_mwparserfromhell(source).strip_code()),
    "wikitextparser": lambda source: str(_wikitextparser(source)[0].plain_text()),
    "pywikibot": _raw_box,
}


def _kept(words: str, page: Article) -> int:
    """How many of the figures of the box stand in words as a tool shows them."""
    shown = set(_WORDS.findall(words))
    return sum(figure in shown for figure in page.true)


def _in_words(text: Text, page: Article) -> int:
    return _kept(text.content, page)


def _claimed(heard: Extraction, page: Article) -> int:
    """How many of the figures are claims of a loss or a strength, in digits as the page writes them."""
    claims = [claim for claim in heard.claims if isinstance(claim, Claim) and isinstance(claim.value, Count)]
    return _kept("\n".join(claim.quote for claim in claims if claim.attribute in ("loss", "strength")), page)


def _node(page: Article) -> tuple[float, int] | str:
    """Seconds and figures of wtf_wikipedia; why not, where it cannot be run."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not (npm and node):
        return "wtf_wikipedia is not measured: node and npm were not found."
    BUILT.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "parse.cjs"):
        shutil.copyfile(PEERS / name, BUILT / name)
    if not (BUILT / "node_modules" / "wtf_wikipedia").exists():
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=BUILT, capture_output=True, text=True, timeout=300)
        if done.returncode:
            return f"wtf_wikipedia is not measured: npm ci failed: {done.stderr.strip()[-200:]}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.wikitext"
        path.write_text(page.source, encoding="utf-8")
        ran = subprocess.run(
            [node, "parse.cjs", str(path), str(ROUNDS)], cwd=BUILT, capture_output=True, text=True, check=True
        )
    answer = json.loads(ran.stdout)
    return median(answer["times"]), _kept(answer["words"], page)


def _missing() -> list[str]:
    absent = [name for name in _PEERS if not find_spec(name)]
    return [f"not installed and not measured: {', '.join(absent)}"] if absent else []


def _by_length(registry: Any) -> list[str]:
    pages = [_document(article(length)) for length in LENGTHS]

    def run(document: Document) -> Extraction:
        return extract(read(document), document_name=document.name, gazetteer=registry)

    times = in_turn(*((lambda page=page: run(page)) for page in pages), rounds=3)
    each = [time / len(page.content) * 1e6 for time, page in zip(times, pages, strict=True)]
    return [
        f"{len(page.content):,} bytes: {cost:.2f} µs a byte, {cost / each[0]:.2f} times the first"
        for page, cost in zip(pages, each, strict=True)
    ]
