"""Wars whose losses are known because they were made up, and the reports that people would have written about them."""

from benchmarks.simulation.scoring import Score, claims_mean, coverage_table, score
from benchmarks.simulation.worlds import SCENARIOS, Scenario, World, make

__all__ = ["SCENARIOS", "Scenario", "Score", "World", "claims_mean", "coverage_table", "make", "score"]
