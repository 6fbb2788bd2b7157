"""The archive: bytes as they were found, with where they were found.

Duty: collect documents, those in dumps one by one, and say what could not be had. In: paths, standard input, words.
Out: Document, Dump, Refusal.

>>> from thucydides.archive import transcription
>>> transcription(source="Staff diary, vol. 2", page="p. 14", words="The crossing was forced at dawn.").origin
'transcribed from Staff diary, vol. 2, p. 14'
"""

from thucydides.archive.collecting import LARGEST, STANDARD_INPUT, Found, collect, uploaded
from thucydides.archive.dumps import Dump, PassedOver
from thucydides.archive.media_types import media_type
from thucydides.archive.refusing import Refusal
from thucydides.archive.transcribing import transcription

__all__ = [
    "LARGEST",
    "STANDARD_INPUT",
    "Dump",
    "Found",
    "PassedOver",
    "Refusal",
    "collect",
    "media_type",
    "transcription",
    "uploaded",
]
