"""Is a file written whole or not at all, and a device straight?"""

import os
import stat
from pathlib import Path

import pytest

from thucydides.desk.saving import whole_or_not_at_all


def test_what_is_broken_off_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    old = tmp_path / "claims.csv"
    old.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), whole_or_not_at_all(old) as stream:
        stream.write("half")
        raise KeyboardInterrupt
    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    with whole_or_not_at_all(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with whole_or_not_at_all(pipe) as stream:
            stream.write("through")
        assert os.read(reading, 100) == b"through"
    finally:
        os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
