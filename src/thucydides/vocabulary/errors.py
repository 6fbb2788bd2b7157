"""What can be wrong with a claim, and whose fault is it?

ThucydidesError
├── ClaimRefused            the reader's fault: the words do not carry what is claimed
│   ├── EmptyQuote
│   ├── SpanOutsideText
│   ├── QuoteNotInText
│   ├── WrongNumber         a figure that its own words do not give
│   ├── InventedWords       a name or text that stands in none of the evidence
│   └── UnknownCode         an attribute, concept or code that the vocabulary does not list
├── ReportRefused           the list's fault: a bare claim that lacks something or says what cannot be read
├── CannotRead              the document's fault: missing, empty, binary, not decodable
└── LedgerProblem           the ledger's fault: read-only, of a newer version, no such record
"""


class ThucydidesError(Exception):
    """Anything this program can explain in a sentence: where, what was expected, what was seen, what to do."""


class ClaimRefused(ThucydidesError):
    """The words do not carry what is claimed."""


class EmptyQuote(ClaimRefused):
    """A claim without a quote."""


class SpanOutsideText(ClaimRefused):
    """A span that begins after it ends, or ends after the text does."""


class QuoteNotInText(ClaimRefused):
    """The quote is not what the text has at the span."""


class WrongNumber(ClaimRefused):
    """A figure or a date that its evidence, re-read by the same grammar, does not give."""


class InventedWords(ClaimRefused):
    """A name or a text with words that stand in none of the evidence."""


class UnknownCode(ClaimRefused):
    """An attribute, concept, role or code that the vocabulary does not list."""


class ReportRefused(ThucydidesError):
    """A bare claim that lacks something, or says it in a way that cannot be read."""


class CannotRead(ThucydidesError):
    """A document that could not be taken in."""


class LedgerProblem(ThucydidesError):
    """A ledger that cannot be opened, written or asked."""
