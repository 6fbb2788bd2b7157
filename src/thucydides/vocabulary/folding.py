"""When are two names the same to a reader, however they are written?"""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
# Only the marks of alphabets: in other scripts a mark is part of the letter (kana, Devanagari).
_MARKS = re.compile("[\u0300-\u036f]")


def folded(words: str) -> str:
    """Without case, marks on letters, kinds of dash and width, with single spaces: `Chōkohō  Jiken` as `chokoho jiken`.

    >>> folded("Soviet–Japanese  WAR"), folded("ガンダム"), folded("Chōkohō")
    ('soviet-japanese war', 'ガンダム', 'chokoho')
    """
    plain = unicodedata.normalize("NFKD", words).casefold().translate(_DASHES)
    return " ".join(unicodedata.normalize("NFC", _MARKS.sub("", plain)).split())
