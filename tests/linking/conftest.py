"""One registry for all tests of the room: the shipped lists."""

import pytest

from thucydides import authorities
from thucydides.vocabulary import Registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return authorities.load()
