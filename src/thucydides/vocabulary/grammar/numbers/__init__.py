"""Which words give a number, and is it a count at all?

Duty: find numbers in words, read bounds and ranges as said, tell counts from years, pages, calibres and names.
In: a string, and the document's habit of grouping digits where it is known. Out: phrases with offsets, or a refusal.

>>> [(phrase.sort.value, str(phrase.count)) for phrase in read_numbers("300+ dead and 12 tanks near Hill 73")]
[('count', '300'), ('count', '12'), ('code', 'None')]
"""

from thucydides.vocabulary.grammar.numbers.digits import NumberHabit
from thucydides.vocabulary.grammar.numbers.phrases import NumberPhrase, NumberSort
from thucydides.vocabulary.grammar.numbers.reading import could_mean_count, read_numbers

__all__ = ["NumberHabit", "NumberPhrase", "NumberSort", "could_mean_count", "read_numbers"]
