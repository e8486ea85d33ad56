"""night-1 (Scenarios/night-1.json5) for the peers: its numbers, its callers, what is counted, and how a peer is run.

Times are seconds since the first midnight.
"""

import math
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

HOUR, DAY = 3600.0, 86400.0
DRAIN = 6 * HOUR  # after the last midnight nobody new calls, but everybody still there is dealt with


@dataclass(slots=True)
class Tally:
    """What became of the callers of one channel. Waits are exact, in seconds, and of those who were answered."""

    within: float
    offered: int = 0
    answered: int = 0
    in_time: int = 0
    abandoned: int = 0
    waited: float = 0.0

    def answer(self, wait: float) -> None:
        self.answered += 1
        self.waited += wait
        if wait <= self.within:
            self.in_time += 1


@dataclass(frozen=True)
class Channel:
    """Callers of one kind. The one with the lower rank is answered first, but interrupts nobody."""

    name: str
    rank: int
    per_day: float
    weights: tuple[float, ...]  # relative volume by hour of the day
    handling_mean: float
    handling_cv: float
    patience: float  # mean of an exponential distribution
    within: float  # the target

    rates: tuple[float, ...] = field(init=False)  # callers a second, by hour of the day
    mu: float = field(init=False)  # handling is exp(N(mu, sigma))
    sigma: float = field(init=False)

    def __post_init__(self) -> None:
        variance = math.log1p(self.handling_cv**2)
        object.__setattr__(self, "rates", tuple(self.per_day * w / sum(self.weights) / HOUR for w in self.weights))
        object.__setattr__(self, "mu", math.log(self.handling_mean) - variance / 2)
        object.__setattr__(self, "sigma", math.sqrt(variance))

    def arrivals(self, days: int, draw: random.Random) -> Iterator[float]:
        """When callers come: a Poisson process whose rate is constant within each hour."""
        exponential = draw.expovariate
        for hour in range(24 * days):
            now, end, rate = hour * HOUR, (hour + 1) * HOUR, self.rates[hour % 24]
            # What is left of a gap at the end of an hour need not be kept: the exponential distribution has no memory.
            while (now := now + exponential(rate)) < end:
                yield now


CHANNELS = (
    Channel(
        name="999", rank=0, per_day=885490 / 365,
        weights=(
            4.166667, 3.445627, 2.795168, 2.278960, 1.947535, 1.833333, 1.891835, 2.064406, 2.342393, 2.711857,
            3.154271, 3.647451, 4.166667, 4.685882, 5.179062, 5.621476, 5.990940, 6.268927, 6.441498, 6.500000,
            6.385799, 6.054373, 5.538166, 4.887706,
        ),
        handling_mean=233, handling_cv=0.8, patience=180, within=10,
    ),
    Channel(
        name="101", rank=1, per_day=685105 / 365,
        weights=(
            0.30, 0.25, 0.22, 0.20, 0.20, 0.25, 0.45, 0.80, 1.30, 1.75, 2.10, 2.20,
            2.20, 2.15, 2.10, 2.05, 1.75, 1.50, 1.25, 1.05, 0.90, 0.75, 0.55, 0.40,
        ),
        handling_mean=420, handling_cv=1.0, patience=900, within=180,
    ),
)  # fmt: skip

# Whoever is on a call when a shift ends finishes it, while the next shift starts in full.
NIGHTS = 20
SHIFTS = ((7 * HOUR, 32), (15 * HOUR, 34), (23 * HOUR, NIGHTS))  # when each starts, and how many it has


def shifts(days: int) -> Iterator[tuple[float, int]]:
    """Every shift after the night shift that is on duty at the first midnight: when it starts, and its heads."""
    for day in range(days + 1):
        for start, heads in SHIFTS:
            yield day * DAY + start, heads


def main(package: str, simulate: Callable[[int, int], list[Tally]], warm_up: Callable[[], object] | None = None) -> None:
    """Runs a peer as `PEER.py DAYS SEED` and prints what it took and what it came to, one name=value a line.

    `simulate` takes the days and a seed and returns a tally for each of `CHANNELS`. `seconds` is the processor time of
    nothing else: importing, and what `warm_up` does (compiling), come before.
    """
    days, seed = int(sys.argv[1]), int(sys.argv[2])
    if warm_up is not None:
        warm_up()
    ready = time.process_time()
    tallies = simulate(days, seed)
    seconds = time.process_time() - ready
    print(f"version={version(package)}")
    print(f"contacts={sum(tally.offered for tally in tallies)}")
    print(f"ready={ready:.3f}")
    print(f"seconds={seconds:.6f}")
    for channel, tally in zip(CHANNELS, tallies):
        print(f"{channel.name}.inTime={tally.in_time / tally.offered:.9f}")
        print(f"{channel.name}.abandoned={tally.abandoned / tally.offered:.9f}")
        print(f"{channel.name}.wait={tally.waited / tally.answered:.9f}")
