"""Is a packed file unpacked a little at a time, whole, and never further than a dump would go?"""

import bz2
import gzip
import lzma
import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.dumps.making import PACKED
from thucydides.archive.dumps import unpacking
from thucydides.archive.dumps.unpacking import AT_ONCE, unpacked
from thucydides.vocabulary import CannotRead

PACKINGS = list(PACKED.values())
MEGABYTE = random.Random(3).randbytes(500_000) + b"the same " * 60_000


def in_pieces(packed: bytes, size: int) -> Iterator[bytes]:
    yield from (packed[place : place + size] for place in range(0, len(packed), size))


@pytest.mark.parametrize("pack", PACKINGS)
@pytest.mark.parametrize("size", [4_096, AT_ONCE, 10**7])
def test_all_of_it_comes_and_never_much_at_once(pack: Callable[[bytes], bytes], size: int) -> None:
    packed = pack(MEGABYTE)
    pieces = list(unpacked(packed, in_pieces(packed, size)))
    assert b"".join(pieces) == MEGABYTE
    assert max(map(len, pieces)) <= max(AT_ONCE, size)


@given(
    pack=st.sampled_from([gzip.compress, bz2.compress, lzma.compress]),
    streams=st.lists(st.binary(max_size=300), min_size=1, max_size=4),
    size=st.integers(1, 40),
)
def test_several_streams_in_one_file_are_one(pack: Callable[[bytes], bytes], streams: list[bytes], size: int) -> None:
    packed = b"".join(map(pack, streams))
    assert b"".join(unpacked(packed, in_pieces(packed, size))) == b"".join(streams)


@pytest.mark.parametrize("pack", PACKINGS[1:])
def test_what_is_cut_off_gives_all_that_came_before_and_a_sentence(pack: Callable[[bytes], bytes]) -> None:
    packed = pack(MEGABYTE) + pack(b"the end")
    came = b""
    with pytest.raises(CannotRead, match="ends in the middle"):
        for piece in unpacked(packed, in_pieces(packed[:-20], 9_999)):
            came += piece
    assert came.startswith(MEGABYTE)


@pytest.mark.parametrize("pack", PACKINGS[1:])
def test_what_is_broken_is_said(pack: Callable[[bytes], bytes]) -> None:
    packed = bytearray(pack(MEGABYTE))
    packed[len(packed) // 2] ^= 0xFF
    with pytest.raises(CannotRead, match=r"is broken|ends in the middle"):
        list(unpacked(bytes(packed), in_pieces(bytes(packed), AT_ONCE)))


@pytest.mark.parametrize("pack", PACKINGS[1:])
def test_what_unpacks_to_far_too_much_is_left(pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "FREE", 100_000)
    packed = pack(b"0" * 20_000_000)
    with pytest.raises(CannotRead, match="500 times"):
        list(unpacked(packed, in_pieces(packed, AT_ONCE)))


def test_a_stream_that_asks_for_much_memory_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_DICTIONARY", 1 << 20)
    packed = lzma.compress(b"small")
    with pytest.raises(CannotRead, match="Memory usage limit"):
        list(unpacked(packed, iter([packed])))


def test_a_python_without_the_library_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(unpacking, "import_module", missing)
    with pytest.raises(CannotRead, match="without lzma"):
        list(unpacked(lzma.compress(b"x"), iter([b"x"])))
