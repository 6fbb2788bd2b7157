"""Does full sampling of the same model give the same estimates?"""

import importlib.util
import re

import pytest
from benchmarks.oracle import oracle


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("numpyro") is None, reason="needs the extra `oracle` (NumPyro)")
def test_sampling_the_whole_posterior_gives_the_same_medians_and_widths() -> None:
    first, second = oracle()
    near = re.search(r"for ([0-9]+)%", first)
    widths = re.search(r"widths ([0-9.]+) of", first)
    faster = re.search(r"^([0-9,]+) times", second)
    assert near and int(near[1]) >= 95
    assert widths and 0.8 <= float(widths[1]) <= 1.2
    assert faster and int(faster[1].replace(",", "")) >= 100
