#!/usr/bin/env python3
"""Opens pages of Watchroom in headless Chromium and checks what a reader relies on; exits with 1 if anything is wrong.

  drawn      no error on the console, nothing asked of the network, and every chart drawn, with as many numbers below
  counts     the player at given minutes, forwards and backwards, shows the counts of `watchroom replay --at`, and at the
             end the service levels of the report; so far, whose time is not up counts neither way
  key        the map's key has a swatch, drawn, for everything there is on it
  hostile    names that try to be markup, script or formula are shown as text and leave no trace
  access     axe-core finds nothing serious, light and dark, on a desktop and on a phone; nothing is wider than a phone
  keys       the player works by keyboard alone, and leaves the browser's keys alone; Enter on a button tells a story, and
             the focus stays in it; a clock that runs is not read out
  csv        what a chart saves is its table, and names in it are guarded as the command guards them
  pace       frames a second while a night plays
  size       pages of a night and of a year, and the processor time that of a year takes beyond the run
  pictures   of every page at desktop, phone and print sizes, into the folder given, to be looked at
"""

import argparse
import collections
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import browser
import hostile
import axe_playwright_python

ROOT = pathlib.Path(__file__).resolve().parents[2]
MINUTES = ["15:00", "15:01", "16:30", "19:00", "19:39", "22:57", "23:00", "02:13", "06:59", "07:00", "12:00", "15:00"]


class Checks:
    def __init__(self):
        self.failures = 0

    def check(self, what, is_right, more=""):
        print(f"{'ok  ' if is_right else 'FAIL'} {what}{': ' + str(more) if more and not is_right else ''}", flush=True)
        self.failures += not is_right


def watchroom(program, *arguments):
    result = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"watchroom {' '.join(map(str, arguments))} failed: {result.stderr}")
    return result.stdout


def processor_time(program, *arguments):
    """How many seconds of a processor a command takes: the clock on the wall tells of other people's work too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    watchroom(program, *arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# States of contacts as `replay --at` calls them, and their numbers in the player.
CONTACT_STATES = {"front": [1], "handled": [3], "introducing": [7], "briefing": [8], "left": [9, 10], "wrap-up": [4],
                  "redialling": [5]}


def replayed(program, ledger, moment):
    """The counts of a world as `replay --at` tells them, in the shape of the player's."""
    world = json.loads(watchroom(program, "replay", ledger, "--at", moment, "--format", "json", "--quiet"))
    contacts = collections.Counter(contact["state"] for contact in world["otherContacts"])
    return {
        "waiting": {name: len(queue["waiting"]) for name, queue in world["queues"].items()},
        "contacts": {state: contacts[state] for state in CONTACT_STATES},
        "handlers": dict(collections.Counter((item["team"], item["state"]) for item in world["handlers"])),
        "incidents": dict(collections.Counter((item["grade"], item["attended"]) for item in world["incidents"])),
        "units": dict(collections.Counter((item["hub"], item["state"]) for item in world["units"])),
    }


def played(driver, night):
    """The same counts of a night as the player has them at its present moment."""
    data, counts = driver.execute_script(
        """const night = Watchroom.player.nights[arguments[0]];
        return [{channels: night.data.channels.map((item) => item.name), teams: night.data.teams,
          grades: (night.data.response?.grades ?? []).map((item) => item.name),
          hubs: (night.data.response?.hubs ?? []).map((item) => item.name)}, night.counts()];""",
        night,
    )
    handler_states = [None, "ready", "busy", "finishing up", "on a break"]
    unit_states = ["at hub", "returning", "assigned", "mobilising", "mobile", "at scene", "in custody", "at paperwork", "on a break"]
    handlers, incidents, units = {}, {}, {}
    for team, row in zip(data["teams"], counts["handlers"]):
        handlers |= {(team, handler_states[state]): count for state, count in enumerate(row) if count}
    for grade, row in zip(data["grades"], counts.get("incidents", [])):
        waiting = row[1] + row[2] + row[4]
        incidents |= {(grade, is_attended): count for is_attended, count in ((False, waiting), (True, row[3])) if count}
    for hub, row in zip(data["hubs"], counts.get("units", [])):
        units |= {(hub, unit_states[state]): count for state, count in enumerate(row) if count}
    return {
        "waiting": dict(zip(data["channels"], counts["waiting"])),
        "contacts": {state: sum(counts["contacts"][number] for number in numbers)
                     for state, numbers in CONTACT_STATES.items()},
        "handlers": handlers,
        "incidents": incidents,
        "units": units,
    }


def check_drawn(checks, driver, what):
    checks.check(f"{what}: no error on the console", not browser.complaints(driver))
    drawn = driver.execute_script(
        """return [...document.querySelectorAll("figure")].map((figure) => {
          const box = figure.querySelector("svg.drawing").getBoundingClientRect();
          const marks = figure.querySelectorAll("svg.drawing path, svg.drawing rect, svg.drawing circle").length;
          return {title: figure.querySelector("h3").textContent, width: box.width, height: box.height, marks,
            rows: figure.querySelectorAll("tbody tr").length};
        });"""
    )
    checks.check(f"{what}: there are charts", len(drawn) > 2)
    for chart in drawn:
        is_drawn = chart["width"] > 200 and chart["height"] > 40 and chart["marks"] > 0 and chart["rows"] > 0
        if not is_drawn:
            checks.check(f"{what}: chart “{chart['title']}” is drawn", False, chart)
    asked = driver.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    checks.check(f"{what}: nothing is asked of the network", asked == [], asked)
    nan = driver.execute_script(
        "return [...document.querySelectorAll('svg *')].filter((item) => /NaN|undefined|inf/.test("
        "['d','x','y','cx','cy','width','height'].map((name) => item.getAttribute(name) ?? '').join(' '))).length"
    )
    checks.check(f"{what}: every mark has a place", nan == 0, nan)


def check_counts(checks, program, driver, ledgers):
    moments = driver.execute_script(
        """const player = Watchroom.player, night = player.nights[0];
        return arguments[0].map((clock, index) => {
          let time = player.first;
          while (time < player.last && (night.clock(time, false) !== clock || (index === arguments[0].length - 1 && time === player.first))) time += 60000;
          return [time, new Date(night.data.origin + time + night.offset(time)).toISOString().slice(0, 16)];
        });""",
        MINUTES,
    )
    for time_, local in moments + moments[::-3]:
        driver.execute_script("Watchroom.player.slider.value = arguments[0]; Watchroom.player.slider.oninput?.();"
                              "Watchroom.player.slider.dispatchEvent(new Event('input'));", time_)
        for night, ledger in enumerate(ledgers):
            expected, shown = replayed(program, ledger, local), played(driver, night)
            checks.check(
                f"counts at {local} of {pathlib.Path(ledger).name}", expected == shown,
                {name: (expected[name], shown[name]) for name in expected if expected[name] != shown[name]},
            )


def check_levels(checks, program, driver, ledger):
    result = json.loads(watchroom(program, "report", ledger, "--format", "json", "--quiet"))
    levels = driver.execute_script(
        """const player = Watchroom.player, night = player.nights[0];
        player.seek(player.last);
        const undecided = night.undecided();
        return Object.fromEntries(night.data.channels.map((item, index) =>
          [item.name, [night.level(index, undecided[index]), night.tallies[index], undecided[index]]]));"""
    )
    for name, channel in result["channels"].items():
        level, tally, undecided = levels[name]
        for figure in ("offered", "contained", "diverted", "answered", "abandoned"):
            wanted = channel[figure]["mean"]
            checks.check(f"{name}: {figure} at the end", tally[figure] == wanted, (tally[figure], wanted))
        if "serviceLevel" in channel:
            wanted = channel["serviceLevel"]["ofOffered"]["mean"]
            whole = tally["offered"] - tally["contained"] - tally["diverted"]
            # The figure takes those whose time is not up when the run ends for late; the player leaves them out.
            checks.check(f"{name}: service level at the end", abs(tally["inTime"] / whole - wanted) < 1e-12, (tally, wanted))
            checks.check(f"{name}: so far, of those decided", abs(level - tally["inTime"] / (whole - undecided)) < 1e-12, level)


def check_so_far(checks, driver):
    """Three hours into a night no time of a day is up, so that nothing can be late yet."""
    early = driver.execute_script(
        """const player = Watchroom.player, night = player.nights[0];
        player.seek(player.first + 3 * 3600000);
        const undecided = night.undecided();
        return night.data.channels.map((item, index) => [item.name, item.deferred && item.within >= 86400000,
          night.level(index, undecided[index]), undecided[index], player.stages[0].heads[index].textContent]);"""
    )
    checks.check("so far: there is a channel with a day's time", any(is_long for _, is_long, *_ in early), early)
    for name, is_long, level, undecided, words in early:
        if is_long:
            # Not a number comes as nothing.
            checks.check(f"so far: nothing of {name} is late", level in (None, 1) and undecided > 0, (level, undecided))
            checks.check(f"so far: of {name} it is said", "due" in words and "0.0%" not in words.replace("100.0%", ""), words)


def check_key(checks, driver):
    """Everything the map draws has a drawn swatch and words in the key below it."""
    swatches = driver.execute_script(
        """return Watchroom.player.stages[0].mapKey.swatches.map(({canvas}) => {
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          return [canvas.parentElement.textContent, data.some((value) => value > 0)];
        });"""
    )
    words = [text for text, _ in swatches]
    for wanted in ("waits for a unit", "on its way", "appointment", "unit free", "sent", "at the scene", "in custody",
                   "at paperwork", "on a break", "hub", "custody suite", "area"):
        checks.check(f"key: “{wanted}”", any(wanted in text for text in words), words)
    checks.check("key: every swatch is drawn", all(is_drawn for _, is_drawn in swatches), swatches)


def check_access(checks, driver, what):
    # Only the script of that package is used; it drives another browser.
    driver.execute_script((pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    driver.set_script_timeout(600)
    results = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(done, (error) => done({error: String(error)}));")
    if "error" in results:
        sys.exit(results["error"])
    found = [item for item in results["violations"] if item["impact"] in ("serious", "critical", "moderate")]
    for item in found:
        print("     ", item["id"], item["impact"], item["help"], [node["target"] for node in item["nodes"]][:4])
        for node in item["nodes"][:3]:
            print("       ", node["failureSummary"].replace("\n", " ")[:260])
    checks.check(f"{what}: axe-core {results['testEngine']['version']} finds nothing", not found, len(found))


def check_keys(checks, driver):
    from selenium.webdriver.common.keys import Keys

    driver.execute_script("Watchroom.player.seek(Watchroom.player.first + 5 * 3600000); Watchroom.player.slider.focus();")
    slider = driver.switch_to.active_element
    before = driver.execute_script("return Watchroom.player.now")
    slider.send_keys(Keys.ARROW_RIGHT)
    slider.send_keys(Keys.SHIFT + Keys.ARROW_RIGHT)
    checks.check("keys: arrows go a minute, and a quarter of an hour",
                 driver.execute_script("return Watchroom.player.now") - before == 16 * 60000)
    slider.send_keys(Keys.SPACE)
    time.sleep(0.6)
    checks.check("keys: space plays", driver.execute_script("return Watchroom.player.now") > before + 16 * 60000)
    slider.send_keys(Keys.SPACE)
    stopped = driver.execute_script("return Watchroom.player.now")
    time.sleep(0.3)
    checks.check("keys: space stops", driver.execute_script("return Watchroom.player.now") == stopped)
    swallowed = driver.execute_script(
        """const now = Watchroom.player.now;
        return ["altKey", "ctrlKey", "metaKey"].filter((modifier) =>
          !document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
            { key: "ArrowLeft", bubbles: true, cancelable: true, [modifier]: true })) || Watchroom.player.now !== now);""")
    checks.check("keys: what the browser does with an arrow is left to it", not swallowed, swallowed)
    checks.check("keys: a clock that runs is not read out",
                 driver.find_element("css selector", "output.clock").get_attribute("aria-live") == "off")
    chip = driver.find_element("css selector", ".lists .chip")
    chip.send_keys(Keys.ENTER)
    lines = driver.find_elements("css selector", ".story li")
    checks.check("keys: a story is told", len(lines) > 1, len(lines))
    driver.execute_script(
        """const stage = Watchroom.player.stages[0];
        stage.tell(3, [...stage.night.incidents].find(([, incident]) => incident.contact >= 0)[0]);
        stage.panel.querySelector("p .link").focus();""")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    focused = driver.execute_script(
        "return [document.activeElement.textContent, Watchroom.player.stages[0].panel.contains(document.activeElement)]")
    checks.check("keys: a link in a story leaves the focus on the next one's heading",
                 focused[1] and focused[0].startswith("Contact "), focused)
    missing = driver.execute_script(
        """const stage = Watchroom.player.stages[0], { night, lists } = stage;
        document.activeElement.blur();
        Watchroom.player.seek(Watchroom.player.first + 3 * 3600000);
        const named = new Set([...lists.querySelectorAll("bdi")].map((item) => item.textContent));
        const waiting = night.data.channels.filter((channel, index) => night.queues[index].size).map((channel) => channel.name);
        return waiting.length > 1 ? waiting.filter((name) => !named.has(name)) : ["(nobody waits)"];""")
    checks.check("keys: who waits longest on every channel can be chosen", not missing, missing)


def check_csv(checks, driver):
    def saved(first=None):
        """The lines of the first table as it is saved, its first heading being `first`, if that is given."""
        text = driver.execute_script(
            """const made = []; const create = URL.createObjectURL;
            URL.createObjectURL = (blob) => { made.push(blob); return "#"; };
            const button = document.querySelector("figure button.save");
            const heading = button.parentElement.querySelector("th"), before = heading.textContent;
            heading.textContent = arguments[0] ?? before;
            button.click();
            heading.textContent = before;
            URL.createObjectURL = create;
            return made[0].text();""",
            first,
        )
        return text.lstrip("\ufeff").strip().split("\r\n")

    lines = saved()
    checks.check("csv: a heading and a row for each hour", len(lines) == 25 and lines[0].startswith("Hour,"), lines[:2])
    for name, cell in (("=x", "'=x"), ("'=x", "''=x"), ("'x", "'x"), ("-5%", "-5%"), ("'-5%", "'-5%")):
        found = saved(name)[0].split(",")[0]
        checks.check(f"csv: the name {name}", found == cell, found)


def check_pace(checks, driver):
    driver.execute_script(
        "const player = Watchroom.player; player.stop(); player.seek(player.first + 3 * 3600000); player.speed = 300;"
        "player.frames = 0; player.play();")
    start = time.time()
    time.sleep(5)
    frames = driver.execute_script("Watchroom.player.stop(); return Watchroom.player.frames")
    rate = frames / (time.time() - start)
    cost = driver.execute_script(
        """const player = Watchroom.player; const start = performance.now();
        for (let frame = 0; frame < 200; frame++) player.go(player.first + 4 * 3600000 + frame * 5000, false);
        return (performance.now() - start) / 200;"""
    )
    checks.check(f"pace: {rate:.0f} frames a second, {cost:.1f} ms of work each", rate >= 30, rate)


def check_names(checks, driver, what, names):
    check_drawn(checks, driver, what)
    checks.check(f"{what}: nothing was obeyed", driver.execute_script("return window.wasTaken") is None)
    checks.check(f"{what}: no element was made of a name",
                 driver.execute_script("return document.querySelectorAll('img, [onerror], [onload]').length") == 0)
    text = driver.execute_script("return document.body.innerText + document.title")
    for name in names:
        shown = " ".join(hostile.NAMES[name].split())
        checks.check(f"{what}: the name “{name}” is shown as it is", shown in " ".join(text.split()))
    checks.check(f"{what}: nothing turns the direction of the page", "\u202e" not in driver.page_source)
    width = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
    wide = driver.execute_script(
        "return [...document.querySelectorAll('main *')].filter((item) => item.getBoundingClientRect().right > innerWidth + 1"
        " && !item.closest('.scroll')).map((item) => item.tagName + '.' + item.className).slice(0, 5)")
    checks.check(f"{what}: a long name does not widen the page", width <= 0, (width, wide))
    csv = driver.execute_script(
        """const made = []; URL.createObjectURL = (blob) => { made.push(blob); return "#"; };
        for (const button of document.querySelectorAll("button.save")) button.click();
        return Promise.all(made.map((blob) => blob.text()));"""
    )
    bad = [line for text in csv for line in text.split("\r\n") if line.lstrip('\ufeff"').startswith(("=", "@"))]
    checks.check(f"{what}: no CSV cell is a formula", not bad, bad[:2])
    check_access(checks, driver, what)


def check_hostile(checks, program, folder):
    scenario, page, values = folder / "hostile.json5", folder / "hostile.html", folder / "hostile-map.html"
    scenario.write_text(hostile.scenario(), encoding="utf-8")
    watchroom(program, "run", scenario, "--report", page, "--quiet")
    watchroom(program, "size", scenario, "--value-map", "--days", 7, "--replications", 2, "--report", values, "--quiet")
    driver = browser.open_page(page)
    driver.execute_script("Watchroom.player.seek(Watchroom.player.first + 3 * 3600000);"
                          "Watchroom.player.stages[0].table.closest('details').open = true; Watchroom.player.show(true);"
                          "Watchroom.player.stages[0].tell(0, 5);")
    check_names(checks, driver, "hostile", ("script", "image", "quotes", "comment", "emoji", "formula"))
    driver.quit()
    driver = browser.open_page(values)
    check_names(checks, driver, "hostile map", ("script", "image", "quotes", "formula"))
    driver.quit()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--watchroom", required=True)
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for pictures and printed pages")
    parser.add_argument("--no-year", action="store_true", help="leave out the year, which a debug build takes minutes for")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.watchroom)
    checks = Checks()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        scenario = ROOT / "Scenarios" / "friday-night.json5"
        ledger, fork = folder / "night.ledger", folder / "fork.ledger"
        night, pair, comparison, values, year = (
            folder / f"{name}.html" for name in ("night", "pair", "comparison", "value-map", "year"))
        start = time.time()
        watchroom(program, "run", scenario, "--ledger", ledger, "--report", night, "--quiet")
        print(f"     a night, with ledger and page: {time.time() - start:.2f} s")
        watchroom(program, "replay", ledger, "--from", "2022-07-22T22:00", "--set", "teams.contact.staff.nights=30", "--ledger", fork)
        watchroom(program, "report", ledger, "--report", pair, "--beside", fork, "--quiet")
        overlay = folder / "more.json5"
        overlay.write_text("{ teams: { contact: { staff: { lates: 20 } } } }")
        watchroom(program, "compare", scenario, overlay, "--replications", 3, "--set", "calendar.warmUp=0s", "--report", comparison, "--quiet")
        watchroom(program, "size", scenario, "--value-map", "--days", 7, "--replications", 2, "--report", values, "--quiet")

        checks.check("size: a night is under 2 MB", night.stat().st_size < 2e6, night.stat().st_size)
        print(f"     a night {night.stat().st_size:,} bytes, two {pair.stat().st_size:,}, a comparison {comparison.stat().st_size:,}, "
              f"a value map {values.stat().st_size:,}")
        # A night may take 1.4 MB by itself; the rest grows with channels, teams and days.
        for name, most in (("six-hubs", 2.5e6), ("every-way-in", 3.5e6)):
            page = folder / f"{name}.html"
            watchroom(program, "run", ROOT / "Scenarios" / f"{name}.json5", "--report", page, "--quiet")
            checks.check(f"size: {name} is under {most / 1e6} MB", page.stat().st_size < most, page.stat().st_size)
        driver = browser.open_page(night)
        check_drawn(checks, driver, "night")
        check_counts(checks, program, driver, [ledger])
        check_levels(checks, program, driver, ledger)
        check_so_far(checks, driver)
        check_key(checks, driver)
        check_keys(checks, driver)
        check_csv(checks, driver)
        check_pace(checks, driver)
        driver.quit()
        driver = browser.open_page(pair)
        check_drawn(checks, driver, "pair")
        check_counts(checks, program, driver, [ledger, fork])
        driver.quit()
        driver = browser.open_page(values)
        check_drawn(checks, driver, "value map")
        driver.quit()
        for page in (night, pair, comparison, values):
            for width, dark in ((1280, False), (1280, True), (390, False), (390, True)):
                driver = browser.open_page(page, width, 900, dark)
                what = f"{page.stem}, {width} wide{', dark' if dark else ''}"
                if page in (night, pair):
                    driver.execute_script("Watchroom.player.seek(Watchroom.player.first + 5 * 3600000);"
                                          "for (const stage of Watchroom.player.stages) stage.tell(3, 59);")
                if not dark:
                    over = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
                    checks.check(f"{what}: not wider than its window", over <= 0, over)
                check_access(checks, driver, what)
                if arguments.pictures:
                    arguments.pictures.mkdir(parents=True, exist_ok=True)
                    name = f"{page.stem}-{width}{'-dark' if dark else ''}"
                    browser.screenshot(driver, arguments.pictures / f"{name}.png", width)
                    if width == 1280 and not dark:
                        browser.print_page(driver, arguments.pictures / f"{page.stem}.pdf")
                driver.quit()
        check_hostile(checks, program, folder)

        if not arguments.no_year:
            baseline = ROOT / "Scenarios" / "wmp-2021-22.json5"
            changes = ["--start", "2021-08-01T00:00", "--days", 365, "--quiet"]
            plain, whole = [], []
            for _ in range(3):
                plain.append(processor_time(program, "run", baseline, *changes))
                whole.append(processor_time(program, "run", baseline, *changes, "--report", year))
            print(f"     a year {year.stat().st_size:,} bytes; the run {min(plain):.2f} s of processor time, with its page "
                  f"{min(whole):.2f} s")
            checks.check("size: a year's page takes less than a second", min(whole) - min(plain) < 1, (plain, whole))
            checks.check("size: a year is under 2 MB", year.stat().st_size < 2e6, year.stat().st_size)
            driver = browser.open_page(year)
            check_drawn(checks, driver, "year")
            check_access(checks, driver, "year")
            if arguments.pictures:
                browser.screenshot(driver, arguments.pictures / "year-1280.png", 1280)
            driver.quit()
    print("all is well" if checks.failures == 0 else f"{checks.failures} checks failed")
    sys.exit(1 if checks.failures else 0)


if __name__ == "__main__":
    main()
