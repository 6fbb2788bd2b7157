"""Which Cyrillic or East Asian code page are these bytes in, where the document does not say?

An answer is given only where one code page gives plausible words and no other does: its letters are those that the
language uses most, and capitals begin words. Everything else stays refused.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

FEWEST_LETTERS = 40
SAMPLE = 20_000
# Windows and the web widened these; documents keep the old name.
WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
}

_COMMON_CYRILLIC = frozenset("оеаинтсрвлкі")
_COMMON_CHINESE = frozenset(
    "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出"
    "道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡后後小么於于军軍战戰日月"
)
_CAPITAL_INSIDE = re.compile(r"[а-яё][А-ЯЁ]")


@dataclass(frozen=True, slots=True)
class _CodePage:
    encoding: str
    plausible: Callable[[str], bool]


def _cyrillic(words: str) -> bool:
    """Most letters are among the ten or so that Slavic languages use most; hardly a capital stands inside a word."""
    letters = [letter for letter in words if letter > "\x7f" and letter.isalpha()]
    if len(letters) < FEWEST_LETTERS or not all("Ѐ" <= letter <= "ԯ" for letter in letters):
        return False
    common = sum(letter in _COMMON_CYRILLIC for letter in letters)
    return common > 0.5 * len(letters) and len(_CAPITAL_INSIDE.findall(words)) < 0.02 * len(letters)


def _japanese(words: str) -> bool:
    """A good part of the letters is kana of full width, the rest are Han characters."""
    letters = [letter for letter in words if letter > "\x7f" and letter.isalpha()]
    kana = sum("ぁ" <= letter <= "ヿ" for letter in letters)
    han = sum("一" <= letter <= "鿿" for letter in letters)
    enough = len(letters) >= FEWEST_LETTERS // 2 and kana > 0.25 * len(letters)
    return enough and han > 0 and kana + han > 0.97 * len(letters)


def _chinese(words: str) -> bool:
    """All letters are Han characters, and the commonest of them are common."""
    letters = [letter for letter in words if letter > "\x7f" and letter.isalpha()]
    han = sum("一" <= letter <= "鿿" for letter in letters)
    common = sum(letter in _COMMON_CHINESE for letter in letters)
    return len(letters) >= FEWEST_LETTERS and han > 0.99 * len(letters) and common > 0.1 * len(letters)


def _korean(words: str) -> bool:
    """Nearly all letters are Korean syllables, and particles end the words."""
    letters = [letter for letter in words if letter > "\x7f" and letter.isalpha()]
    syllables = sum("가" <= letter <= "힣" for letter in letters)
    particles = sum(letter in "은는이가을를의에다로고" for letter in letters)
    return len(letters) >= FEWEST_LETTERS and syllables > 0.9 * len(letters) and particles > 0.1 * len(letters)


_CODE_PAGES = (
    _CodePage("cp1251", _cyrillic),
    _CodePage("koi8-r", _cyrillic),
    _CodePage("cp866", _cyrillic),
    _CodePage("iso8859-5", _cyrillic),
    _CodePage("cp932", _japanese),
    _CodePage("euc_jp", _japanese),
    _CodePage("gb18030", _chinese),
    _CodePage("big5hkscs", _chinese),
    _CodePage("cp949", _korean),
)


def undeclared(content: bytes) -> str:
    """The characters, if exactly one code page gives plausible words; else nothing."""
    found = [
        words for page in _CODE_PAGES if (words := _decoded(content, page.encoding)) and page.plausible(_shown(words))
    ]
    return found[0] if len(found) == 1 else ""


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _shown(words: str) -> str:
    """The words at the beginning without tags."""
    return re.sub(r"<[^<>]{0,2000}>", " ", words[: 4 * SAMPLE])[:SAMPLE]
