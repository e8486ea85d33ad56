"""Compares `watchroom forecast` with the statistical models of statsforecast, on the same days of the same histories.

Usage: compare.py WATCHROOM FOLDER

Every history in FOLDER (CSV: start,channel,count, hourly) loses its last twelve weeks. They are forecast four weeks at a
time, each time from all that came before, by days. The error is the sum of absolute errors over the sum of counts (WAPE).
The package is represented by whichever of its models turns out best, history by history, which only hindsight knows.
Exits with 1 unless Watchroom beats the seasonal naive forecast on every history and the package's best model, by 2 % of
its error or nearer, on half of them.
"""

import csv
import datetime
import json
import pathlib
import subprocess
import sys
import warnings

import numpy as np
from statsforecast.models import MSTL, AutoARIMA, AutoETS

WEEKS, STEP = 12, 4
LEVEL = 1.02

warnings.filterwarnings("ignore")


def daily(path):
    """The daily counts of a history."""
    sums = {}
    for row in csv.DictReader(path.open()):
        day = datetime.date.fromisoformat(row["start"][:10])
        sums[day] = sums.get(day, 0) + int(row["count"])
    return np.array([sums[day] for day in sorted(sums)], dtype=float)


def models(length):
    seasons = [7, 365] if length >= 2 * 365 + 14 else [7]
    return {
        "AutoETS": AutoETS(season_length=7),
        "AutoARIMA": AutoARIMA(season_length=7, approximation=True),
        "MSTL": MSTL(season_length=seasons, trend_forecaster=AutoETS(model="ZZN")),
    }


def package_errors(counts):
    """The WAPE of each of the package's models."""
    missed, total = {}, 0.0
    for left in range(WEEKS, 0, -STEP):
        past = counts[: len(counts) - left * 7]
        truth = counts[len(past) : len(past) + STEP * 7]
        total += truth.sum()
        for name, model in models(len(past)).items():
            forecast = np.maximum(model.forecast(y=past, h=STEP * 7)["mean"], 0)
            missed[name] = missed.get(name, 0.0) + np.abs(truth - forecast).sum()
    return {name: error / total for name, error in missed.items()}


def watchroom_score(program, path):
    """What `watchroom forecast --backtest` says of a history's only channel."""
    command = [program, "forecast", str(path), "--backtest", str(WEEKS), "--format", "json", "--quiet"]
    document = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return next(iter(document["channels"].values()))


def main(program, folder):
    print(f"WAPE in % of the last {WEEKS} weeks, {STEP} at a time\n")
    print(f"  {'history':14}{'watchroom':>10}{'naive':>8}{'ETS':>8}{'ARIMA':>8}{'MSTL':>8}{'in 80%':>9}{'in 95%':>8}")
    beaten = level = count = 0
    for path in sorted(pathlib.Path(folder).glob("*.csv")):
        score = watchroom_score(program, path)
        errors = package_errors(daily(path))
        best = min(errors.values())
        count += 1
        beaten += score["wape"] < score["seasonalNaive"]
        level += score["wape"] <= LEVEL * best
        numbers = [score["wape"], score["seasonalNaive"], errors["AutoETS"], errors["AutoARIMA"], errors["MSTL"]]
        print(
            f"  {path.stem:14}{numbers[0] * 100:10.2f}"
            + "".join(f"{number * 100:8.2f}" for number in numbers[1:])
            + f"{score['inside80'] * 100:9.1f}{score['inside95'] * 100:8.1f}"
            + ("  level or ahead" if score["wape"] <= LEVEL * best else ""),
            flush=True,
        )
    print(f"\nAhead of the seasonal naive forecast on {beaten} of {count}, which must be all.")
    print(f"Level with or ahead of the package's best model on {level} of {count}, which must be half.")
    return 0 if beaten == count and 2 * level >= count else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
