"""What is estimated from a list of bare claims, without a ledger?"""

import json
from pathlib import Path
from typing import TextIO

from thucydides.linking import lineages
from thucydides.reconciling import Reconciliation, reconcile
from thucydides.vocabulary import Report, ReportRefused, read_reports


def bare_claims(path: Path, *, stdin: TextIO) -> tuple[Report, ...]:
    """The claims of a JSON file; `-` is standard input. Raises ReportRefused."""
    try:
        return read_reports(json.loads(stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")))
    except OSError as problem:
        raise ReportRefused(f"{path} cannot be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise ReportRefused(f"{path} is not UTF-8 at byte {problem.start}; save it as UTF-8") from problem
    except json.JSONDecodeError as problem:
        where = f"{path}, line {problem.lineno}, column {problem.colno}"
        raise ReportRefused(f"{where}: this is not JSON ({problem.msg}); expected a list of claims") from problem
    except RecursionError as problem:
        raise ReportRefused(f"{path} is nested too deeply; expected a list of claims") from problem


def reconcile_bare(reports: tuple[Report, ...]) -> Reconciliation:
    """Estimates from bare claims, copies counted once."""
    return reconcile(reports, lineages(reports))
