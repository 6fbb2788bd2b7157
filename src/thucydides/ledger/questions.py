"""What is a person asked, and at which place does each question stand?"""

from collections.abc import Collection, Iterable

from sqlalchemy import delete, select

from thucydides.ledger.derived import derived, number_of_set
from thucydides.ledger.packing import unpacked
from thucydides.ledger.readings import insert_all
from thucydides.ledger.store import Store
from thucydides.ledger.understood import question_rows
from thucydides.vocabulary import Question


class Questions:
    """The questions of the understanding that stands, the weightiest first; their places have no gaps.

    Every method raises LedgerProblem where the file cannot serve.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def part(self, *, first: int = 0, most: int = -1) -> tuple[tuple[int, Question], ...]:
        """So many questions from a place on, each with its place; all where `most` is below 0."""
        with self._store.asking() as standing:
            asked = standing.tables.question
            wanted = select(asked.c.place, asked.c.packed).where(asked.c.place >= first).order_by(asked.c.place)
            rows = standing.connection.execute(wanted.limit(most))
            return tuple((row.place, unpacked(Question, row.packed)) for row in rows)

    def at(self, places: Collection[int]) -> tuple[Question, ...]:
        """The questions at some places, in their order."""
        with self._store.asking() as standing:
            asked = standing.tables.question
            wanted = select(asked.c.packed).where(asked.c.place.in_(places))
            return standing.nouns(Question, wanted.order_by(asked.c.place))

    def held(self) -> int:
        """How many there are."""
        with self._store.asking() as standing:
            return standing.held(standing.tables.question)

    def about(self, claim: str) -> Question | None:
        """The question about a claim."""
        with self._store.asking() as standing:
            asked = standing.tables.question
            return standing.one(Question, select(asked.c.packed).where(asked.c.claim == claim))

    def places_of(self, claims: Collection[str]) -> dict[str, int]:
        """At which places the questions about some claims stand."""
        with self._store.asking() as standing:
            asked = standing.tables.question
            return standing.places(asked, asked.c.claim, claims)

    def rank(self, questions: Iterable[Question], *, of: int) -> None:
        """Put the questions into a new order, if `of` is the set that still stands."""
        rows = list(question_rows(questions))
        with self._store.writing() as connection:
            if number_of_set(connection) == of:
                into = derived(of).question
                connection.execute(delete(into))
                insert_all(connection, into, rows)
