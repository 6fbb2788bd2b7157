"""What a person is asked, and what they answered.

Duty: write the review log down, and attach its decisions to the claims of today. In: decisions, claims. Out: the same
decisions on today's claims, an agenda of those that no claim answers to, and lines of text.

>>> tuple(read_log([]))
()
"""

from thucydides.reviewing.attaching import AgendaItem, Attached, anchored, attached, context_of
from thucydides.reviewing.log import log_line, read_log

__all__ = ["AgendaItem", "Attached", "anchored", "attached", "context_of", "log_line", "read_log"]
