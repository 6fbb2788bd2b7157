"""What a person is asked, and what they answered.

Duty: order what is asked, tell apart who answered what, write the log down and attach it to the claims of today.
In: claims, findings, decisions. Out: questions, answers by reader, decisions on today's claims, lines of text.

>>> tuple(read_log([]))
()
"""

from thucydides.reviewing.asking import questions
from thucydides.reviewing.attaching import AgendaItem, Attached, anchored, attached, context_of
from thucydides.reviewing.log import log_line, read_log
from thucydides.reviewing.readers import Answers, Pass, answers_of, is_open, open_to, pairs
from thucydides.reviewing.taking_up import PERSON, Marked, claim_marked, marked_from, written

__all__ = [
    "PERSON",
    "AgendaItem",
    "Answers",
    "Attached",
    "Marked",
    "Pass",
    "anchored",
    "answers_of",
    "attached",
    "claim_marked",
    "context_of",
    "is_open",
    "log_line",
    "marked_from",
    "open_to",
    "pairs",
    "questions",
    "read_log",
    "written",
]  # fmt: skip
