"""Compares ways of finding what is not known of a scenario: compare.py WATCHROOM TRIAL [BUDGET [TRIALS]]

TRIALS times (6) the truth is drawn at random in the ranges of the trial's parameters, targets are what a run with another
seed gives there, and every method gets BUDGET evaluations (200), beginning at the scenario as it is. What counts is the cost
of the best point so far: the sum of squared misses in tolerances (beyond three tolerances, about their size), as in
`watchroom calibrate`. Exits with 1 if another method is ahead of it in the median after 100 or all evaluations.
"""
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile

import cma
import numpy
from scipy.optimize import minimize

WATCHROOM, TRIAL = sys.argv[1:3]
BUDGET = int(sys.argv[3]) if len(sys.argv) > 3 else 200
TRIALS = int(sys.argv[4]) if len(sys.argv) > 4 else 6
MARKS = [mark for mark in (50, 100) if mark < BUDGET] + [BUDGET]
FIGURES = {
    "channels.999.serviceLevel.ofOffered": 0.01, "channels.999.abandonmentRate": 0.004,
    "channels.999.speedOfAnswer.mean": 2, "channels.999.speedOfAnswer.median": 1, "channels.999.waitBands.over60": 0.02,
    "channels.999.offered": 150, "channels.999.handleTime.mean": 3,
    "channels.101.serviceLevel.ofOffered": 0.01, "channels.101.abandonmentRate": 0.01,
    "channels.101.abandonedAfterThreshold": 0.01, "channels.101.speedOfAnswer.mean": 20, "channels.101.offered": 150,
    "channels.101.handleTime.mean": 5,
}
# As the trial has them: where, from, to, whether by logarithm, and where it starts.
PARAMETERS = [
    (["channels.999.arrivals.perYear"], 100000, 200000, False, 150000),
    (["channels.101.arrivals.perYear"], 100000, 200000, False, 150000),
    (["channels.999.patience.exponential.mean"], 120, 720, True, 300),
    (["channels.101.patience.exponential.mean"], 480, 3000, True, 1200),
    (["channels.999.handling.lognormal.mean"], 120, 300, True, 180),
    (["channels.101.handling.lognormal.mean"], 240, 540, True, 360),
    (["channels.101.wrapUp.exponential.mean"], 20, 120, True, 60),
    (["channels.999.arrivals.busyness.interval"], 0.02, 0.4, False, 0.15),
    (["channels.999.redial.probability"], 0.1, 0.9, False, 0.5),
    (None, 0.7, 1.4, False, 1.0),  # contact handlers
]
STAFF = [
    (f"teams.contact.staff.{shift}.{day}", heads)
    for shift, heads in (("earlies", 5), ("lates", 4), ("nights", 2))
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
]


def settings(point):
    words = []
    for (paths, low, high, logarithmic, _), share in zip(PARAMETERS, point):
        share = min(max(share, 0), 1)
        value = low * (high / low) ** share if logarithmic else low + share * (high - low)
        if paths:
            words += ["--set", f"{paths[0]}={value:.6g}"]
            continue
        left = 0.0
        for path, heads in STAFF:
            exact = heads * value + left
            whole = math.floor(exact + 0.5)
            left = exact - whole
            words += ["--set", f"{path}={whole}"]
    return words


def figures(point, seed):
    command = [WATCHROOM, "run", TRIAL, "--format", "json", "--quiet", "--seed", str(seed)] + settings(point)
    result = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    found = []
    for path in FIGURES:
        value = result
        for step in path.split("."):
            value = value[step]
        found.append(value["mean"] if isinstance(value, dict) else value)
    return found


def cost(found, truth):
    total = 0
    for value, wanted, tolerance in zip(found, truth, FIGURES.values()):
        total += 18 * (math.sqrt(1 + ((value - wanted) / tolerance / 3) ** 2) - 1)
    return total


class Spent(Exception):
    pass


class Counter:
    """Evaluates, and remembers the best cost after each evaluation."""

    def __init__(self, truth):
        self.truth, self.best = truth, []

    def __call__(self, point):
        if len(self.best) >= BUDGET:
            raise Spent
        # What lies outside of the ranges is as good as their edge, and a little worse the farther it is.
        outside = sum(max(0, -x) + max(0, x - 1) for x in point)
        value = cost(figures(point, 1), self.truth) + 10 * outside
        self.best.append(min(value, self.best[-1] if self.best else value))
        return value


def nelder_mead(counter, start):
    simplex = numpy.vstack([start] + [start + 0.15 * unit for unit in numpy.eye(len(start))])
    minimize(counter, start, method="Nelder-Mead", options={"initial_simplex": simplex, "adaptive": True, "maxfev": 10**6})


def cma_es(counter, start):
    cma.fmin2(counter, start, 0.2, {"verbose": -9, "seed": 1, "maxfevals": BUDGET})


def spsa(counter, start):
    """Simultaneous perturbation, J. C. Spall 1992, with his advice on gains."""
    chance, point = random.Random(1), numpy.array(start)
    gain, step = 0.02, 0.05
    slope0 = None
    for k in range(10**6):
        signs = numpy.array([chance.choice((-1, 1)) for _ in point])
        c = step / (k + 1) ** 0.101
        slope = (counter(point + c * signs) - counter(point - c * signs)) / (2 * c) * signs
        slope0 = slope0 or float(numpy.abs(slope).mean()) or 1
        point = numpy.clip(point - gain / slope0 / (k + 1 + 10) ** 0.602 * 11**0.602 * slope, 0, 1)


def calibrate(truth, folder):
    targets = [
        {"name": path, "metric": path, "value": value, "tolerance": tolerance}
        for (path, tolerance), value in zip(FIGURES.items(), truth)
    ]
    names = [os.path.join(folder, name) for name in ("targets.json5", "journal")]
    with open(names[0], "w") as file:
        json.dump({"targets": targets}, file)
    if os.path.exists(names[1]):
        os.remove(names[1])
    subprocess.run(
        [WATCHROOM, "calibrate", TRIAL, "--targets", names[0], "--resume", names[1], "--evaluations", str(BUDGET),
         "--jobs", "1", "--confirm", "1", "--quiet"], check=True, capture_output=True)
    best = []
    for line in open(names[1]).read().splitlines()[1:]:
        value = cost(json.loads(line)["figures"], truth)
        best.append(min(value, best[-1] if best else value))
    return best


def main():
    start = numpy.array([
        math.log(at / low) / math.log(high / low) if logarithmic else (at - low) / (high - low)
        for _, low, high, logarithmic, at in PARAMETERS
    ])
    methods = {"Nelder–Mead": nelder_mead, "CMA-ES": cma_es, "SPSA": spsa}
    curves = {name: [] for name in ["calibrate", *methods]}
    with tempfile.TemporaryDirectory() as folder:
        for trial in range(TRIALS):
            chance = random.Random(trial)
            truth = figures([chance.uniform(0.1, 0.9) for _ in PARAMETERS], 1000 + trial)
            curves["calibrate"].append(calibrate(truth, folder))
            for name, method in methods.items():
                counter = Counter(truth)
                try:
                    method(counter, start)
                except Spent:
                    pass
                curves[name].append(counter.best)
            print(f"{trial + 1} of {TRIALS}", file=sys.stderr)
    print("Median cost of the best point after so many evaluations (0: every target hit; 13: each a tolerance off)\n")
    print("| method | " + " | ".join(map(str, MARKS)) + " |\n|--|" + "--:|" * len(MARKS))
    table = {}
    for name, found in curves.items():
        table[name] = [statistics.median(curve[min(mark, len(curve)) - 1] for curve in found) for mark in MARKS]
        print(f"| {name} | " + " | ".join(f"{value:.1f}" for value in table[name]) + " |")
    judged = [i for i, mark in enumerate(MARKS) if mark >= 100 or mark == BUDGET]
    ahead = all(table["calibrate"][i] <= min(row[i] for row in table.values()) for i in judged)
    sys.exit(0 if ahead else 1)


main()
