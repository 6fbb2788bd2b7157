"""A registry that knows nobody."""

from thucydides.vocabulary import Actor, ActorMention, HistoricalDate, Place, Proposal, Tie


class Nobody:
    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        return ()

    def actor_named(self, words: str) -> str:
        return ""

    def short_name(self, actor: str) -> str:
        return ""

    def actor_on(self, actor: str, when: HistoricalDate | None) -> Actor:
        raise KeyError(actor)

    def absence(self, actor: str, when: HistoricalDate | None) -> str:
        raise KeyError(actor)

    def proposals(self, words: str, when: HistoricalDate | None) -> tuple[Proposal, ...]:
        return ()

    def ties_of(self, actor: Actor, when: HistoricalDate | None) -> tuple[Tie, ...]:
        return ()

    def places_named(self, words: str) -> tuple[Place, ...]:
        return ()

    def forms_of(self, actor: str) -> tuple[str, ...]:
        return ()


NOBODY = Nobody()
