"""How do the decisions of persons bear on what is linked?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thucydides.vocabulary import Decision, Link, LinkRole, Subject

_ROLES = {Subject.TARGET: LinkRole.TARGET, Subject.SOURCE: LinkRole.SOURCE}


def on_links(decisions: Iterable[Decision], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links with the actors and sources that a person put in the place of those that were found."""
    ruled = {(one.claim, _ROLES[one.about]): one for one in decisions if one.about in _ROLES and one.correction}
    if not ruled:
        return tuple(links)
    return tuple(_ruled(link, ruled.get((link.subject, link.role))) for link in links)


def _ruled(link: Link, decision: Decision | None) -> Link:
    if decision is None or link.place:
        return link
    return replace(link, object=decision.correction, reason=f"{decision.who} decided so: {decision.why}")
