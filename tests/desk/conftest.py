"""What do several tests of the desk begin from?"""

from pathlib import Path

import pytest

from thucydides.desk import Desk, demo_documents


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger that holds the documents of the demonstration, understood."""
    path = tmp_path / "war.db"
    with Desk.at(path) as desk:
        assert all(not taken.refused for taken in desk.read(demo_documents()))
        desk.refresh()
    return path
