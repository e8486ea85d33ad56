"""Half-widths of the difference that one more handler makes, with the same callers and with other callers."""

import json
import pathlib
import subprocess
import sys
import tempfile

watchroom, scenario, replications = sys.argv[1:]
FIGURES = [
    ("channels.999.serviceLevel.ofOffered", "999 answered in 10 s"),
    ("channels.999.abandonmentRate", "999 abandoned"),
    ("channels.999.speedOfAnswer.mean", "999 mean wait, s"),
    ("channels.101.serviceLevel.ofOffered", "101 answered in 3 min"),
    ("channels.101.abandonmentRate", "101 abandoned"),
    ("channels.101.speedOfAnswer.mean", "101 mean wait, s"),
]
# A team of its own, so that it need not be said how many there are.
CHANGE = '{ teams: { "one more": { answers: ["999"], staff: { lates: 1 }, costPerHour: 18 } } }\n'


def run(*arguments):
    result = subprocess.run(
        [watchroom, *arguments, "--quiet", "--format", "json", "--replications", replications,
         "--set", "response=null"],
        check=True, capture_output=True, text=True)
    return json.loads(result.stdout)


def figure(tree, path):
    for part in path.split("."):
        tree = tree[part]
    return tree


with tempfile.TemporaryDirectory() as folder:
    overlay = pathlib.Path(folder) / "one-more.json5"
    overlay.write_text(CHANGE)
    paired = run("compare", scenario, str(overlay))["variants"]["one-more"]
    base = run("run", scenario, "--seed", "1")
    other = run("run", scenario, "--seed", "2", "--with", str(overlay))

print(f"One more handler on emergency lates of the baseline, {replications} replications of each plan")
print(f"{'figure':24}{'difference':>12}{'paired ±':>12}{'other callers ±':>18}{'times':>8}")
worst = float("inf")
for path, name in FIGURES:
    difference = figure(paired, path)
    apart = (figure(base, path)["halfWidth"] ** 2 + figure(other, path)["halfWidth"] ** 2) ** 0.5
    times = apart / difference["halfWidth"]
    worst = min(worst, times)
    scale = 1 if "mean" in path else 100
    print(f"{name:24}{difference['difference'] * scale:12.3f}{difference['halfWidth'] * scale:12.3f}"
          f"{apart * scale:18.3f}{times:8.1f}")
print(f"narrowest gain: {worst:.1f} times; asked for: 5")
sys.exit(0 if worst >= 5 else 1)
