"""Times night-1 in other simulators, in a C++ loop and in Watchroom, and prints a Markdown table.

Each program is one process on one thread. The programs take turns, so that whatever else the machine does strikes all of
them; each round has a seed of its own. What is timed is the processor time of simulating, the program's and the system's on
its behalf, as each program says: neither starting nor compiling.

Over all rounds, what each program says of night-1 must be within four standard errors of the known answers
(Tools/bench/measure). The standard error is that of the known answers, 3,650 days long, scaled to the days simulated.

Exits with 1 if a program does not agree, 69 if something it needs is missing.
"""

import argparse
import importlib.machinery
import importlib.util
import math
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from types import ModuleType

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- Tools/peers/run --write -->\n", "<!-- until here -->\n"
COMMAND = "Tools/peers/run"
KNOWN_DAYS = 10 * 365


def load_measure() -> ModuleType:
    """Tools/bench/measure, which knows how Watchroom and the loop are built, and what night-1's answers are."""
    loader = importlib.machinery.SourceFileLoader("measure", str(ROOT / "Tools" / "bench" / "measure"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("measure", loader))
    loader.exec_module(module)
    return module


measure = load_measure()


@dataclass
class Program:
    """A program that simulates night-1, and what it said so far."""

    name: str
    version: str
    days: int
    command: list[str]  # in which DAYS and SEED stand for their numbers
    runs: list[dict[str, str]] = field(default_factory=list)

    def run(self, seed: int) -> None:
        meant = {"DAYS": str(self.days), "SEED": str(seed)}
        self.runs.append(measure.values(measure.run([meant.get(part, part) for part in self.command]).stdout))

    def cost(self, index: int) -> float:
        """Processor seconds a contact, in a round."""
        return float(self.runs[index]["seconds"]) / int(self.runs[index]["contacts"])

    def answer(self, name: str) -> float:
        return statistics.mean(float(run[name]) for run in self.runs)

    def distance(self, name: str) -> float:
        """How far an answer is from the known one, in standard errors of their difference."""
        known, half_width = measure.KNOWN[name]
        error = half_width / measure.STUDENT_T_9 * math.sqrt(1 + KNOWN_DAYS / (self.days * len(self.runs)))
        return abs(self.answer(name) - known) / error


def programs(directory: str, bench: str | None, scale: float) -> list[Program]:
    """All of them, Watchroom first. The days are chosen so that each runs for about three seconds."""
    measure.note("building")
    loop, lean = measure.build_loops(directory)
    bench = bench or measure.build_bench()
    compiler = subprocess.run(["g++", "-dumpfullversion"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    scenario = str(ROOT / "Scenarios" / "night-1.json5")
    pinned = dict(re.findall(r"^(\w+)==(\S+)$", (HERE / "requirements.txt").read_text(), re.MULTILINE))

    def days(number: int) -> int:
        return max(1, round(number * scale))

    def python(name: str, package: str, number: int) -> Program:
        command = [sys.executable, str(HERE / f"{package}_night.py"), "DAYS", "SEED"]
        return Program(name, pinned[package], days(number), command)

    watchroom = [bench, "night-1", "--scenario", scenario, "--days", "DAYS", "--seed", "SEED"]
    return [
        Program("**Watchroom**, every event kept, every figure made", "this one", days(1800), watchroom),
        Program("C++ loop by hand, patience for those who wait", f"g++ {compiler}", days(3600), [lean, "DAYS", "SEED"]),
        Program("C++ loop by hand, patience for every caller", f"g++ {compiler}", days(2700), [loop, "DAYS", "SEED"]),
        python("[Cimba](https://pypi.org/project/cimba/)", "cimba", 900),
        python("[SimPy](https://simpy.readthedocs.io/)", "simpy", 30),
        python("[Ciw](https://ciw.readthedocs.io/)", "ciw", 12),
        python("[salabim](https://www.salabim.org/)", "salabim", 12),
    ]


def rounded(number: float) -> str:
    """To two digits, for more would not come out again."""
    digits = max(0, 1 - math.floor(math.log10(number)))
    return f"{float(f'{number:.2g}'):,.{digits}f}"


def table(all_programs: list[Program]) -> str:
    """Markdown, the fastest first, and how it was measured."""
    watchroom = all_programs[0]
    rounds = range(len(watchroom.runs))

    def ratio(program: Program) -> float:
        return statistics.median(program.cost(index) / watchroom.cost(index) for index in rounds)

    lines = [
        "| program | version | contacts a second | Watchroom's time × | 999 in time | 101 in time | 999, 101 abandoned |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for program in sorted(all_programs, key=ratio):
        times, speed = ratio(program), 1 / statistics.median(program.cost(index) for index in rounds)
        said = {name: f"{program.answer(name):.2%}" for name in measure.KNOWN if not name.endswith("wait")}
        cells = [
            program.name, program.version, rounded(speed), rounded(times), said["999.inTime"], said["101.inTime"],
            f"{said['999.abandoned']}, {said['101.abandoned']}",
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    python = ".".join(str(part) for part in sys.version_info[:3])
    lines += ["", f"(Python {python}; rounds: {len(rounds)}.)"]
    return "\n".join(lines) + "\n"


def agreement(all_programs: list[Program]) -> bool:
    """Says on the standard error how near each program is to the known answers; whether all are near enough."""
    fine = True
    for program in all_programs:
        distances = {name: program.distance(name) for name in measure.KNOWN}
        met = max(distances.values()) <= measure.MOST_STANDARD_ERRORS
        fine = fine and met
        said = "  ".join(f"{name} {program.answer(name):.5f} ({distance:.1f})" for name, distance in distances.items())
        print(f"{'agrees' if met else 'DISAGREES':10}{program.name}: {said}", file=sys.stderr)
    return fine


def write(text: str) -> None:
    """Puts the table between its markers in README.md."""
    before, begin, rest = README.read_text().partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        measure.fail(f"README.md has no place for the table, between “{BEGIN.strip()}” and “{END.strip()}”", 1)
    README.write_text(before + BEGIN + text + END + after)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog=COMMAND, description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each program runs (5)")
    parser.add_argument("--days-scale", type=float, default=1, help="times as many days in each run (1)")
    parser.add_argument("--write", action="store_true", help="put the table into README.md, if all agree")
    parser.add_argument("--bench", metavar="PATH", help="a watchroom-bench that is built already")
    arguments = parser.parse_args()
    if arguments.rounds < 1 or not 0 < arguments.days_scale < math.inf:
        parser.error("there must be a round, and days in it")

    with tempfile.TemporaryDirectory() as directory:
        everyone = programs(directory, arguments.bench, arguments.days_scale)
        for seed in range(1, arguments.rounds + 1):
            for program in everyone:
                measure.note(f"round {seed} of {arguments.rounds}: {program.name}")
                program.run(seed)
    text = table(everyone)
    print(text, end="", flush=True)
    if not agreement(everyone):
        sys.exit(1)
    if arguments.write:
        write(text)


if __name__ == "__main__":
    main()
