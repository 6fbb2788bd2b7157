"""The command line: parse, ask the desk, show.

Duty: three lines a command. In: words typed. Out: tables, JSON and exit codes (0 done, 1 partly refused, 2 wrong use).

>>> from thucydides.cli import app
>>> app.info.name
'thucydides'
"""

from thucydides.cli import analysing, comparing, releasing, reviewing, writing
from thucydides.cli.commands import app, main

__all__ = ["analysing", "app", "comparing", "main", "releasing", "reviewing", "writing"]
