#!/usr/bin/env python3
"""Shows that pm4py takes what `watchroom export` writes as OCEL 2.0.

Of each ledger it asks both documents, has pm4py validate them against the standard's schemas, reads them with pm4py,
has pm4py write them again and reads that, and compares the numbers of events, objects by type, relations between events and
objects, relations between objects, and changes of attributes with those counted in the JSON without pm4py. Exits with 1 if
any differ, or if an event has to do with no object: pm4py leaves such out of what it makes of a log.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import warnings

import pm4py
from pm4py.objects.ocel.validation import jsonocel, xmlocel

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# The baseline's first day, and a town where everything happens.
SCENARIOS = [
    (os.path.join(ROOT, "Scenarios", "wmp-2021-22.json5"), ["--set", "calendar.warmUp=0", "--days", "1"]),
    (os.path.join(HERE, "town.json5"), []),
]


def counted(path):
    """What is in a document, by its text alone."""
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    changes = 0
    for thing in document["objects"]:
        names = [attribute["name"] for attribute in thing["attributes"]]
        changes += len(names) - len(set(names))
    return {
        "events": len(document["events"]),
        "objects": dict(collections.Counter(thing["type"] for thing in document["objects"])),
        "event to object": sum(len(event["relationships"]) for event in document["events"]),
        "object to object": sum(len(thing["relationships"]) for thing in document["objects"]),
        "changes": changes,
    }


def lonely(path):
    """How many events of each type have to do with no object."""
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    return collections.Counter(event["type"] for event in document["events"] if not event["relationships"])


def seen(log):
    """What pm4py found."""
    return {
        "events": len(log.events),
        "objects": {str(name): int(count) for name, count in log.objects.groupby("ocel:type").size().items()},
        "event to object": len(log.relations),
        "object to object": len(log.o2o),
        "changes": len(log.object_changes),
    }


def read(reader, path):
    """A log as pm4py reads it; anything it complains about is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", category=UserWarning)
        return reader(path)


def check(watchroom, ledger, folder):
    """What is wrong with the documents of a ledger."""
    wrong = []
    expected = None
    for format, suffix, validator, schema, spoiling, reader, writer in (
        (
            "ocel-json", ".json", jsonocel, "schema.json", ('"qualifier":"', '"qualified":"'),
            pm4py.read_ocel2_json, pm4py.write_ocel2_json,
        ),
        (
            "ocel-xml", ".xml", xmlocel, "schema.xsd", ('object-id="', 'object-id="no:'),
            pm4py.read_ocel2_xml, pm4py.write_ocel2_xml,
        ),
    ):
        path = os.path.join(folder, "log" + suffix)
        subprocess.run([watchroom, "export", ledger, "--to", format, "--output", path], check=True)
        if expected is None:
            expected = counted(path)
            wrong += [f"{kind}: {count} events without an object" for kind, count in lonely(path).items()]
            print(f"  {'counted':18} {describe(expected)}")
        if not validator.apply(path, os.path.join(HERE, schema)):
            wrong.append(f"{format} is not valid")
        # A validator that takes anything proves nothing.
        spoiled = os.path.join(folder, "spoiled" + suffix)
        with open(path, encoding="utf-8") as whole, open(spoiled, "w", encoding="utf-8") as copy:
            copy.write(whole.read().replace(*spoiling, 1))
        if validator.apply(spoiled, os.path.join(HERE, schema)):
            wrong.append(f"{format} is valid even when it is not")
        log = read(reader, path)
        again = os.path.join(folder, "again" + suffix)
        writer(log, again)
        for name, found in ((format, seen(log)), (format + " again", seen(read(reader, again)))):
            print(f"  {name:18} {describe(found)}")
            wrong += [f"{name}: {found[key]} {key}, not {value}" for key, value in expected.items() if found[key] != value]
    return wrong


def describe(counts):
    objects = ", ".join(f"{count} {name}" for name, count in sorted(counts["objects"].items()))
    return (
        f"{counts['events']} events; {objects}; {counts['event to object']} and {counts['object to object']} relations; "
        f"{counts['changes']} changes"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledgers", nargs="*", metavar="LEDGER", help="ledgers to try instead of two short ones")
    parser.add_argument("--watchroom", required=True, metavar="PROGRAM", help="the command that writes the documents")
    arguments = parser.parse_args()
    print(f"pm4py {pm4py.__version__}")
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        ledgers = arguments.ledgers
        if not ledgers:
            for number, (scenario, options) in enumerate(SCENARIOS):
                ledger = os.path.join(folder, f"{number}.ledger")
                command = [arguments.watchroom, "run", scenario, *options, "--quiet", "--ledger", ledger]
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
                ledgers.append(ledger)
        for ledger in ledgers:
            print(ledger)
            wrong += [f"{ledger}: {what}" for what in check(arguments.watchroom, ledger, folder)]
    for what in wrong:
        print(f"check.py: {what}", file=sys.stderr)
    print("pm4py takes all of it" if not wrong else "pm4py does not take all of it")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
