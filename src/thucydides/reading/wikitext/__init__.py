"""How is the source of an encyclopedia page read, with its info-boxes, notes and tables?"""

from thucydides.reading.wikitext.glancing import glance
from thucydides.reading.wikitext.reader import MEDIA_TYPE, Wikitext

__all__ = ["MEDIA_TYPE", "Wikitext", "glance"]
