"""What do the numbers in these words count?

Duty: bind each count to its concept, fate, population and names. In: a string and a gazetteer, perhaps its heading.
Out: `Figure`s with offsets in that string, and the numbers that were not understood.

>>> from thucydides.extracting.figures import figures_in
>>> class Nobody:
...     def actors_in(self, words): return ()
>>> [(str(figure.count), figure.concept) for figure in figures_in("342 killed or missing, 12 tanks lost", Nobody())]
[('342', 'killed+missing'), ('12', 'tanks')]
"""

from thucydides.extracting.figures.figure import Assertion, Bearing, Figure
from thucydides.extracting.figures.reading import figures_in, unread_numbers

__all__ = ["Assertion", "Bearing", "Figure", "figures_in", "unread_numbers"]
