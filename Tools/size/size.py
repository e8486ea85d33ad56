"""Watchroom's cheapest headcount beside what formulas and pyworkforce recommend, all simulated with the same fresh callers."""

import json
import math
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

from pyworkforce.queuing import ErlangC
from pyworkforce.scheduling import MinRequiredResources

watchroom, scenario, table_path = sys.argv[1:]
FRESH_SEED, REPLICATIONS = "1000003", "200"
SHIFTS = {"earlies": 7, "lates": 15, "nights": 23}  # eight hours each
ATTENDANCE, BREAKS = 0.891, 0.5 / 8
# By channel: the team that is staffed for it, share and seconds of the target, handling with wrap-up in minutes, and how
# many contacts a handler holds (each 1.2 times as slow).
CHANNELS = {
    "999": ("emergency", 0.90, 10, (233 + 45) / 60, 1),
    "101": ("contact", 0.90, 180, (420 + 60) / 60, 1),
    "live-chat": ("chat", 0.90, 300, (918 + 60) * 1.2 / 60, 2),
}


def call(*arguments):
    begin = time.monotonic()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(
        [watchroom, *arguments, "--quiet", "--format", "json", "--set", "response=null"],
        check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return json.loads(result.stdout), time.monotonic() - begin, processor


def overlay(plan):
    return json.dumps({"teams": {team: {"staff": shifts} for team, shifts in plan.items()}})


def simulate(plan, folder):
    path = folder / "plan.json"
    path.write_text(overlay(plan))
    result, _, _ = call("run", scenario, "--with", str(path), "--seed", FRESH_SEED, "--replications", REPLICATIONS)
    levels = {name: result["channels"][name]["serviceLevel"]["ofOffered"] for name in CHANNELS}
    return levels, result["cost"]["total"]["mean"]


def meets(levels):
    return all(levels[name]["mean"] >= CHANNELS[name][1] for name in CHANNELS)


def plan_of(heads, levers):
    plan = {}
    for lever, count in zip(levers, heads):
        plan.setdefault(lever["team"], {})[lever["shift"]] = count
    return plan


def pyworkforce_plan(offered):
    """Erlang C for every hour of the day, then its scheduler for the shifts."""
    plan = {}
    for channel, (team, share, seconds, handling, held) in CHANNELS.items():
        required = []
        for hour in range(24):
            # The package knows the shrinkage; of its positions the rostered ones are meant.
            queue = ErlangC(
                transactions=max(offered[channel][hour], 0.01), aht=handling, asa=seconds / 60, interval=60,
                shrinkage=1 - ATTENDANCE * (1 - BREAKS))
            required.append(math.ceil(queue.required_positions(service_level=share)["positions"] / held))
        coverage = {
            name: [1 if (hour - start) % 24 < 8 else 0 for hour in range(24)] for name, start in SHIFTS.items()
        }
        scheduler = MinRequiredResources(
            num_days=1, periods=24, shifts_coverage=coverage, required_resources=[required], max_period_concurrency=500,
            max_shift_concurrency=500)
        solution = scheduler.solve()
        plan[team] = {name: 0 for name in SHIFTS}
        for shift in solution["resources_shifts"]:
            plan[team][shift["shift"]] = int(shift["resources"])
    return plan


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    found, seconds, processor = call("size", scenario)
    levers = found["levers"]
    cheapest = plan_of(found["plan"]["heads"], levers)
    # What a forecaster would know: the mean contacts of every hour of a day, were nobody made to ring again.
    calm, _, _ = call(
        "run", scenario, "--replications", "40", *[w for t in ("emergency", "contact", "chat")
                                                    for w in ("--set", f"teams.{t}.staff={{byHour:{[200] * 24}}}")])
    offered = {
        name: [hour["offered"]["mean"] / 2 for hour in calm["channels"][name]["byHour"]] for name in CHANNELS
    }
    plans = [("watchroom size", cheapest)]
    plans += [(rival, plan_of(score["heads"], levers)) for rival, score in found["rivals"].items()]
    plans.append(("pyworkforce 0.5.1", pyworkforce_plan(offered)))
    rows = [(title, plan, *simulate(plan, folder)) for title, plan in plans]

    lines = [
        "# The baseline's contact side, sized",
        "",
        f"Made by `Tools/size/run`. Service levels over {REPLICATIONS} replications of seed {FRESH_SEED}, which no plan was "
        "made with; targets 90 % each (999 in 10 s, 101 in 3 min, Live Chat in 5 min); heads that start earlies, lates and "
        "nights; cost of the two measured days.",
        "",
        "| plan | emergency | contact | chat | 999 | 101 | Live Chat | meets all | cost |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for title, plan, levels, cost in rows:
        heads = [" / ".join(str(plan[team].get(shift, 0)) for shift in SHIFTS) for team in ("emergency", "contact", "chat")]
        shares = [f"{levels[c]['mean'] * 100:.2f} ± {levels[c]['halfWidth'] * 100:.2f}" for c in CHANNELS]
        lines.append(f"| {title} | " + " | ".join(heads + shares) +
                     f" | {'yes' if meets(levels) else 'no'} | {cost:,.0f} |")
    lines += [
        "",
        "With one head fewer than `watchroom size` says (its own evidence, of 200 other replications):",
        "",
        "| team | shift | heads | hardest target | then |",
        "|---|---|---|---|---|",
    ]
    for place, (lever, fewer) in enumerate(zip(levers, found["oneFewer"])):
        if fewer is None:
            continue
        margins = [value["mean"] - target["atLeast"] for value, target in zip(fewer["targets"], found["targets"])]
        worst = margins.index(min(margins))
        value = fewer["targets"][worst]
        lines.append(
            f"| {lever['team']} | {lever['shift']} | {fewer['heads'][place]} | {found['targets'][worst]['metric']} | "
            f"{value['mean'] * 100:.2f} ± {value['halfWidth'] * 100:.2f}: {value['verdict']} |")
    lines += [
        "",
        f"`watchroom size` simulated {found['plansTried']} plans in its search and took {processor:.0f} s of processor time "
        f"in all ({seconds:.0f} s by the clock of the machine it ran on, which was shared).",
    ]
    text = "\n".join(lines) + "\n"
    pathlib.Path(table_path).write_text(text)
    print(text, end="")
    ours = rows[0]
    dearer = all(cost > ours[3] for title, _, levels, cost in rows[1:] if meets(levels))
    sys.exit(0 if meets(ours[2]) and dearer else 1)
