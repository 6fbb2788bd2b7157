"""The field's lists, dated: states and other actors, their codes, names, peoples and armies.

Duty: say who is named, and which state that was at the time. In: tables, also the user's own. Out: `Authorities`.

>>> from thucydides import authorities
>>> [mention.actor for mention in authorities.load().actors_in("the Soviet–Japanese talks")]
['soviet-union', 'japan']
"""

from thucydides.authorities.listed_events import listed_events
from thucydides.authorities.loading import load
from thucydides.authorities.registry import Authorities
from thucydides.authorities.rows import ActorRow, Form

__all__ = ["ActorRow", "Authorities", "Form", "listed_events", "load"]
