"""What can a person ask for?

Duty: the use cases, in order of work; the only room that knows the others. In: requests of a door. Out: answers.

>>> from thucydides.desk import Desk
>>> [name for name in ("read", "record", "page") if hasattr(Desk, name)]
['read', 'record', 'page']
"""

from thucydides.analysing import Ratio
from thucydides.desk.analyses import AgreementOn, NothingToAnalyse, SeverityOf
from thucydides.desk.answers import (
    Ambiguous,
    DocumentEntry,
    DocumentPage,
    Following,
    KindEntry,
    NotFound,
    Record,
    Taken,
    TreeEntry,
)
from thucydides.desk.asking import Agenda
from thucydides.desk.bare_claims import bare_claims, reconcile_bare
from thucydides.desk.comparing_releases import Disputed, ThresholdStudy, WalkedBack, walked_back
from thucydides.desk.demonstration import demo_documents
from thucydides.desk.desk import Desk
from thucydides.desk.dumps import Pages
from thucydides.desk.estimating import Estimates, Explained, Pull, Why, concept_of
from thucydides.desk.exchanging import Exchange, ExchangeIn, Side
from thucydides.desk.importing import kinds
from thucydides.desk.releasing import MayNotBePassedOn, Wanted, release_tables
from thucydides.desk.reviewing import Review, Ruling, WrongDecision
from thucydides.evaluating import Evaluation
from thucydides.ledger import Merged
from thucydides.linking import PageCopy
from thucydides.publishing import Change, Withheld, changes, claim_object, claim_row, published
from thucydides.reconciling import HoldOut, Reconciliation
from thucydides.reviewing import AgendaItem, Answers, Marked, Pass, log_line
from thucydides.vocabulary import EventEntry

__all__ = [
    "Agenda",
    "AgendaItem",
    "AgreementOn",
    "Ambiguous",
    "Answers",
    "Change",
    "Desk",
    "Disputed",
    "DocumentEntry",
    "DocumentPage",
    "Estimates",
    "Evaluation",
    "EventEntry",
    "Exchange",
    "ExchangeIn",
    "Explained",
    "Following",
    "HoldOut",
    "KindEntry",
    "Marked",
    "MayNotBePassedOn",
    "Merged",
    "NotFound",
    "NothingToAnalyse",
    "PageCopy",
    "Pages",
    "Pass",
    "Pull",
    "Ratio",
    "Reconciliation",
    "Record",
    "Review",
    "Ruling",
    "SeverityOf",
    "Side",
    "Taken",
    "ThresholdStudy",
    "TreeEntry",
    "WalkedBack",
    "Wanted",
    "Why",
    "Withheld",
    "WrongDecision",
    "bare_claims",
    "changes",
    "claim_object",
    "claim_row",
    "concept_of",
    "demo_documents",
    "kinds",
    "log_line",
    "published",
    "reconcile_bare",
    "release_tables",
    "walked_back",
]
