"""How are words looked for in the names of events, in any script?"""

SHORTEST_RUN = 3
"""Characters that the search by runs needs; shorter words are looked for by their beginning."""
LAST = "\U0010ffff"
"""A character beyond which no name goes: the end of a range of names with one beginning."""


def phrases(said: str) -> str:
    """Every word of the question that is long enough, as a phrase of its own; else all of it as one."""
    long = [word for word in said.split() if len(word) >= SHORTEST_RUN]
    return " ".join('"{}"'.format(phrase.replace('"', '""')) for phrase in long or [said])
