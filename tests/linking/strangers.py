"""A registry that knows nobody."""

from thucydides.vocabulary import Actor, ActorMention, HistoricalDate


class Nobody:
    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        return ()

    def actor_named(self, words: str) -> str:
        return ""

    def short_name(self, actor: str) -> str:
        return ""

    def actor_on(self, actor: str, when: HistoricalDate | None) -> Actor:
        raise KeyError(actor)

    def forms_of(self, actor: str) -> tuple[str, ...]:
        return ()


NOBODY = Nobody()
