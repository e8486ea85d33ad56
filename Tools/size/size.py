"""Watchroom's cheapest headcount beside what formulas and pyworkforce recommend, all simulated with the same fresh callers."""

import json
import math
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version

import json5
from pyworkforce.queuing import ErlangC
from pyworkforce.scheduling import MinRequiredResources

watchroom, scenario_path, table_path = sys.argv[1:]
FRESH_SEED, REPLICATIONS = "1000003", "200"
scenario = json5.loads(pathlib.Path(scenario_path).read_text())
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def seconds(duration):
    """Of a duration as scenarios write it: 1h30m."""
    total, number = 0.0, ""
    for character in str(duration):
        if character in SECONDS:
            total, number = total + float(number) * SECONDS[character], ""
        else:
            number += character
    return total + float(number or 0)


def call(*arguments):
    begin = time.monotonic()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(
        [watchroom, *arguments, "--quiet", "--format", "json", "--set", "response=null"],
        check=True, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return json.loads(result.stdout), time.monotonic() - begin, processor


class Target:
    """A target of a search, and what a planner with formulas knows of its channel."""

    def __init__(self, found):
        self.metric, self.share = found["metric"], found["atLeast"]
        self.channel = self.metric.split(".")[1]
        self.within = seconds(scenario["channels"][self.channel]["target"]["within"])
        # Staffed by itself by the team that answers fewest others, as `watchroom size` has Erlang C do.
        answering = {name: team for name, team in scenario["teams"].items() if self.channel in team["answers"]}
        self.team = min(answering, key=lambda name: len(answering[name]["answers"]))
        team = answering[self.team]
        self.held = team.get("concurrency", 1) if scenario["channels"][self.channel].get("kind") == "chat" else 1
        self.slowdown = team.get("slowdown", [1] * self.held)[self.held - 1]

    def level(self, result):
        return result["channels"][self.channel]["serviceLevel"]["ofOffered"]


def simulate(plan, folder, *options):
    path = folder / "plan.json"
    path.write_text(json.dumps({"teams": {team: {"staff": heads} for team, heads in plan.items()}}))
    result, _, _ = call("run", scenario_path, "--with", str(path), *options)
    return result


def plan_of(heads, levers):
    plan = {}
    for lever, count in zip(levers, heads):
        plan.setdefault(lever["team"], {})[lever["shift"]] = count
    return plan


def words(fewest, most):
    return most if fewest == most else f"{fewest}–{most}"


def pyworkforce_plan(targets, shifts, folder):
    """Erlang C for every channel and hour of the day, then its scheduler for the shifts of each team."""
    # What a forecaster would know: contacts and handling in every hour of a day, were nobody made to wait.
    everybody = {team: {shift: 200 for shift in shifts} for team in scenario["teams"]}
    calm = simulate(everybody, folder, "--replications", "40")
    days = scenario["calendar"]["days"]
    required = {}
    for target in targets:
        channel = calm["channels"][target.channel]
        handling = channel["handleTime"]["mean"]["mean"] * target.slowdown
        needs = required.setdefault(target.team, [0] * 24)
        for hour in channel["byHour"]:
            shift = next(s for s in shifts.values() if hour["hour"] in s["hours"])
            # The package knows the shrinkage; of its positions the rostered ones are meant.
            queue = ErlangC(
                transactions=max(hour["offered"]["mean"] / days, 0.01), aht=handling / 60, asa=target.within / 60,
                interval=60, shrinkage=1 - scenario["attendance"] * shift["working"])
            positions = queue.required_positions(service_level=target.share)["positions"]
            needs[hour["hour"]] += math.ceil(positions / target.held)
    plan = {}
    for team, needs in required.items():
        coverage = {name: [int(hour in shift["hours"]) for hour in range(24)] for name, shift in shifts.items()}
        scheduler = MinRequiredResources(
            num_days=1, periods=24, shifts_coverage=coverage, required_resources=[needs], max_period_concurrency=500,
            max_shift_concurrency=500)
        heads = scheduler.solve()["resources_shifts"]
        plan[team] = {name: 0 for name in shifts} | {shift["shift"]: int(shift["resources"]) for shift in heads}
    return plan


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    found, clock, processor = call("size", scenario_path)
    levers, targets = found["levers"], [Target(target) for target in found["targets"]]
    shifts = {}
    for lever in levers:
        shift = scenario["shifts"][lever["shift"]]
        start, length = int(shift["start"][:2]), seconds(shift["length"])
        pauses = sum(seconds(pause["length"]) for pause in shift.get("breaks", []))
        hours = {(start + hour) % 24 for hour in range(round(length / 3600))}
        shifts[lever["shift"]] = {"hours": hours, "working": 1 - pauses / length}
    plans = [("watchroom size", plan_of(found["plan"]["heads"], levers))]
    present = plan_of([words(lever["nowLeast"], lever["now"]) for lever in levers], levers)
    plans += [
        (rival, present if rival == "as it is" else plan_of(score["heads"], levers))
        for rival, score in found["rivals"].items()]
    plans.append((f"pyworkforce {version('pyworkforce')}", pyworkforce_plan(targets, shifts, folder)))
    rows = []
    for title, plan in plans:
        # What the scenario has differs from day to day: it is left alone.
        result = simulate({} if title == "as it is" else plan, folder, "--seed", FRESH_SEED, "--replications", REPLICATIONS)
        levels = [target.level(result) for target in targets]
        misses = [level["mean"] < target.share for level, target in zip(levels, targets)]
        rows.append((title, plan, levels, not any(misses), result["cost"]["total"]["mean"]))

days = scenario["calendar"]["days"]
names = [f"{target.channel} ≥ {target.share * 100:g}" for target in targets]
lines = [
    "# The baseline's contact side, sized",
    "",
    f"Made by `Tools/size/run`. Of {days} days, with callers that no plan was made with (seed {FRESH_SEED}, {REPLICATIONS} "
    "replications): what share of each channel's contacts is answered within its target, in per cent; heads that start "
    f"{', '.join(shifts)}; what they cost.",
    "",
    "| plan | " + " | ".join(list(scenario["teams"]) + names) + " | meets all | cost |",
    "|---" * (len(scenario["teams"]) + len(names) + 3) + "|",
]
for title, plan, levels, meets, cost in rows:
    heads = [" / ".join(str(plan[team].get(shift, 0)) for shift in shifts) for team in scenario["teams"]]
    shares = [f"{level['mean'] * 100:.2f} ± {level['halfWidth'] * 100:.2f}" for level in levels]
    lines.append(f"| {title} | " + " | ".join(heads + shares) + f" | {'yes' if meets else 'no'} | {cost:,.0f} |")
lines += [
    "",
    f"With one head fewer than `watchroom size` says (its own evidence, of {found['replications']} other replications; a "
    "plan passes if the whole 95 % interval does):",
    "",
    "| team | shift | heads | hardest target | then | verdict |",
    "|---|---|---|---|---|---|",
]
for place, (lever, fewer) in enumerate(zip(levers, found["oneFewer"])):
    if fewer is None:
        continue
    margins = [value["mean"] - value["halfWidth"] - target.share for value, target in zip(fewer["targets"], targets)]
    worst = margins.index(min(margins))
    value = fewer["targets"][worst]
    lines.append(
        f"| {lever['team']} | {lever['shift']} | {fewer['heads'][place]} | {targets[worst].channel} | "
        f"{value['mean'] * 100:.2f} ± {value['halfWidth'] * 100:.2f} | {value['verdict']} |")
lines += [
    "",
    f"`watchroom size` simulated {found['plansTried']} plans in its search and took {processor:.0f} s of processor time in "
    f"all, {clock:.0f} s by the clock.",
]
text = "\n".join(lines) + "\n"
pathlib.Path(table_path).write_text(text)
print(text, end="")
_, _, _, meets, ours = rows[0]
sys.exit(0 if meets and all(cost > ours for _, _, _, theirs, cost in rows[1:] if theirs) else 1)
