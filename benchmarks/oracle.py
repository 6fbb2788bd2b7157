"""Does full Markov-chain sampling of the same model give the same estimates, and how long does it take?

The whole posterior of the model is sampled with NumPyro's NUTS: the components of every cell, what sides and lineages
have wrong, the habits of sources, the biases, the means and every variance. Both have the same observations, and take
no figure to count another category than it says. Needs the extra `oracle`.
"""

import time
from dataclasses import replace
from typing import Any

import numpy as np

from benchmarks.simulation import SCENARIOS, make
from thucydides.linking import lineages
from thucydides.reconciling import reconcile, snapshot
from thucydides.vocabulary import CATEGORIES, Standpoint, read_reports

STANDPOINTS = tuple(Standpoint)
_SIZE = 5


def oracle(events: int = 30, seeds: int = 1) -> list[str]:
    """30 made-up events, their plain figures only: NUTS of NumPyro, 2 chains of 500 + 500, against the program."""
    constants = replace(snapshot(), confusion=1e-9)
    logs, widths, times = [], [], []
    for seed in range(seeds):
        world = make(replace(SCENARIOS["base"], events=events), seed)
        reports = read_reports([claim for claim in world.claims if claim["kind"] == "exact"])
        traced = lineages(reports)
        reconcile(reports, traced, constants=constants)  # the first call loads what later ones have
        begun = time.perf_counter()
        result = reconcile(reports, traced, constants=constants)
        ours = time.perf_counter() - begun
        begun = time.perf_counter()
        sampled = _sampled(result.heard.groups)
        theirs = time.perf_counter() - begun
        times.append(theirs / ours)
        for estimate in result.estimates:
            if not estimate.direct:
                continue
            draws = sampled[estimate.event, estimate.party] @ np.array(CATEGORIES[estimate.category], dtype=float)
            low, middle, high = np.quantile(draws, (0.1, 0.5, 0.9))
            logs.append(abs(np.log10(estimate.median / middle)))
            widths.append(np.log(estimate.high / estimate.low) / np.log(high / low))
    near = float(np.mean(np.array(logs) <= 0.05))
    return [
        f"{len(logs)} direct estimates: medians within .05 log10 for {near:.0%}, root mean square "
        f"{np.sqrt(np.mean(np.square(logs))):.3f}; 80 % widths {np.median(widths):.3f} of those of NUTS "
        f"(5 to 95 %: {np.quantile(widths, 0.05):.2f} to {np.quantile(widths, 0.95):.2f})",
        f"{np.median(times):,.0f} times as fast in the same run (NUTS with its compilation)",
    ]


def _sampled(groups: Any) -> dict[tuple[str, str], Any]:
    """Draws of the components of each party of one, by NUTS."""
    import jax
    import jax.numpy as jnp
    import numpyro
    import numpyro.distributions as dist
    from numpyro.infer import MCMC, NUTS

    jax.config.update("jax_enable_x64", True)
    constants = snapshot()
    groups = [group for group in groups if len(group.parties) == 1]
    said = [(cell, each) for cell, group in enumerate(groups) for each in group.observations]
    cell = np.array([number for number, _ in said])
    members = np.array([CATEGORIES[each.category] for _, each in said], dtype=float)
    logs = np.array([each.log for _, each in said])
    extra = np.array([each.variance for _, each in said])
    stand = np.array([each.standpoint for _, each in said])
    wide = np.array([constants.widening(groups[n].year, np.array(each.standpoint)) for n, each in said])
    source = _numbered([each.source for _, each in said])
    home = np.array([stand[source == number][0] for number in range(source.max() + 1)])
    lineage = _numbered([(n, each.lineage) for n, each in said])
    side = _numbered([(n, each.standpoint) for n, each in said])
    of_lineage = np.array([stand[lineage == number][0] for number in range(lineage.max() + 1)])
    of_side = np.array([stand[side == number][0] for number in range(side.max() + 1)])
    first = constants.variances

    def variance(name: str, middle: Any, strength: float) -> Any:
        """Inverse gamma with the program's prior mode at `middle`, weighing so many observations."""
        middle = jnp.asarray(middle)
        return numpyro.sample(name, dist.InverseGamma(strength / 2, strength * middle / 2).to_event(middle.ndim))

    def model() -> None:
        size = numpyro.sample("size", dist.Normal(constants.size, constants.size_sd))
        ratio = numpyro.sample("ratio", dist.Normal(constants.ratio, constants.ratio_sd).to_event(1))
        bias = numpyro.sample("bias", dist.Normal(constants.bias, constants.bias_sd).to_event(1))
        noise = variance("noise", first.noise, constants.pseudo)
        sides = variance("side", first.side, constants.pseudo)
        lines = variance("lineage", first.lineage, constants.pseudo)
        habits = variance("source", first.source, 10.0)
        spread = variance("spread", np.concatenate([[first.size], first.ratios]), constants.pseudo)
        unit = numpyro.sample("unit", dist.Normal(0, 1).expand([len(groups), _SIZE]).to_event(2))
        own = size + jnp.sqrt(spread[0]) * unit[:, :1]
        rest = own + ratio + jnp.sqrt(spread[1:]) * unit[:, 1:]
        components = numpyro.deterministic("components", jnp.concatenate([own, rest], axis=1))
        shared = [
            jnp.sqrt(held[whose]) * numpyro.sample(name, dist.Normal(0, 1).expand([len(whose)]).to_event(1))
            for name, held, whose in (
                ("u", habits, home),
                ("s", sides, of_side),
                ("l", lines, of_lineage),
            )
        ]
        middle = jnp.log((jnp.exp(components)[cell] * members).sum(axis=1)) + bias[stand] + shared[0][source]
        middle = middle + jnp.sqrt(wide) * (shared[1][side] + shared[2][lineage])
        sound = noise[stand] * wide + extra
        wrong = constants.gross * constants.share[stand]
        parts = jnp.stack(
            [
                jnp.log(1 - wrong) + dist.Normal(middle, jnp.sqrt(sound)).log_prob(logs),
                jnp.log(wrong) + dist.Normal(middle, jnp.sqrt(sound + constants.gross_sd**2)).log_prob(logs),
            ]
        )
        numpyro.factor("figures", jax.scipy.special.logsumexp(parts, axis=0).sum())

    run = MCMC(NUTS(model, target_accept_prob=0.9), num_warmup=500, num_samples=500, num_chains=2,
               chain_method="sequential", progress_bar=False)  # fmt: skip
    run.run(jax.random.PRNGKey(0))
    draws = np.exp(np.asarray(run.get_samples()["components"]))
    return {(group.event, group.parties[0]): draws[:, number] for number, group in enumerate(groups)}


def _numbered(names: list[Any]) -> Any:
    known: dict[Any, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names])
