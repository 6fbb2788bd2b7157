"""By which name is one revision of a page of an encyclopedia known, and what is that page called?

The name is the permanent link of the revision where its site is known: whoever finds it in a table can open it.
"""

import re
from urllib.parse import unquote

# Whatever would end a title in an address, or part it, is written as its number. Letters of any script stand.
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\"#%/<>?\[\\\]^`{|}\ud800-\udfff]")
_REVISION = re.compile(r"(?:.*/)?(?P<title>[^/?#]+)\?oldid=\d*\Z", re.DOTALL)


def revision_name(place: str, title: str, number: str) -> str:
    """The name of a revision of a page. `place`: what stands before the titles of a site, or in a file.

    >>> revision_name("https://wiki.example/", "Siege of St. Orlo", "17")
    'https://wiki.example/Siege_of_St._Orlo?oldid=17'
    """
    written = _NOT_IN_ADDRESS.sub(lambda found: _by_number(found[0]), title.replace(" ", "_"))
    return f"{place}{written}?oldid={number}"


def _by_number(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))


def page_title(name: str) -> str:
    """The title of the page in the name of one of its revisions; empty for a document of another name.

    >>> page_title("https://wiki.example/Siege_of_St._Orlo?oldid=17")
    'Siege of St. Orlo'
    """
    found = _REVISION.match(name)
    return unquote(found["title"]).replace("_", " ") if found else ""
