"""The prose of a document, sentence by sentence.

Duty: hear which events a text tells of, and what it says of each. In: a scene. Out: claims, and findings for the rest.

>>> from thucydides.extracting.narrative import Narrative
>>> Narrative().name
'narrative/1'
"""

from thucydides.extracting.narrative.extractor import HEARERS, Narrative

__all__ = ["HEARERS", "Narrative"]
