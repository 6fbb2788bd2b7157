"""How are dates, lengths of time and numbers written?

Duty: find and read them in words, with offsets, without guessing.
In: a string. Out: phrases with their place and reading.
"""
