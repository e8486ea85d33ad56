import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct HelpTests {
  @Test func overviewListsTheVerbs() {
    #expect(watchroom("--help").output == overview)
    #expect(watchroom("-h").output == overview)
    #expect(watchroom("help").output == overview)
    #expect(watchroom("help", "--help").output == overview)
    #expect(watchroom("help", "-h").output == overview)
    #expect(watchroom("--help").status == .done)
  }

  @Test(
    arguments: [
      ("run", run), ("compare", compare), ("size", size), ("merge", merge), ("replay", replay), ("report", report),
      ("export", export),
      ("check", check), ("validate", validate), ("new", new), ("erlang", erlang),
      ("fit", fit), ("calibrate", calibrate), ("forecast", forecast), ("schema", schema),
    ])
  func everyVerbExplainsItself(verb: String, text: String) {
    #expect(watchroom(verb, "--help").output == text)
    #expect(watchroom(verb, "-h").output == text)
    #expect(watchroom("help", verb).output == text)
    #expect(watchroom("help", verb, "--help").output == text)
    #expect(watchroom(verb, "--help").status == .done)
    #expect(watchroom(verb, "--help").errors == "")
  }

  @Test func noLineIsWiderThanAPage() {
    for text in [
      overview, run, compare, size, merge, replay, report, export, check, validate, new, erlang, fit, calibrate,
      forecast,
      schema,
    ] {
      #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
    }
  }

  /// Every key of every object is there, and no line is wider than a page.
  @Test func everythingAScenarioCanSayIsSaid() {
    let text = watchroom("help", "scenario").output
    #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
    for section in ScenarioGuide.sections {
      #expect(text.contains("\n\(section.name): "), "\(section.name)")
      for key in section.keys { #expect(text.contains("\n  \(key.name) "), "\(section.name).\(key.name)") }
    }
    #expect(text.contains("(moment) The first instant measured."))
    #expect(watchroom("help", "scenarios").status == .commandLineWrong)
  }

  /// Every event with its number, and whatever exports say of it.
  @Test func everythingAnEventSaysIsSaid() {
    let text = watchroom("help", "events").output
    #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
    for section in EventGuide.events + EventGuide.exports {
      #expect(text.contains("\n\n\(section.name): "), "\(section.name)")
      for entry in section.entries { #expect(text.contains("\n  \(entry.name)  "), "\(section.name).\(entry.name)") }
    }
    #expect(text.contains("\n\nhandler late (33): a handler absent whose detail is 1: will come, but late.\n"))
    #expect(text.contains("\n  latitude "))
    #expect(watchroom("help", "event").status == .commandLineWrong)
  }

  /// One that runs any command may put it into all.
  @Test func everyVerbCanBeQuiet() {
    for verb in Verb.all { #expect(verb.options.contains { $0.name == "quiet" && $0.letter == "q" }, "\(verb.name)") }
    #expect(watchroom("schema", "--quiet").output == watchroom("schema").output)
    let question = ["erlang", "--calls", "100/h", "--handling", "3m", "--handlers", "7"]
    #expect(watchroom(question + ["-q"]).output == watchroom(question).output)
    #expect(watchroom(question + ["-q"]).status == .done)
  }

  @Test func versionIsWrittenInOnePlace() {
    #expect(watchroom("--version").output == "watchroom \(Engine.version)\n")
    #expect(Engine.version.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
  }
}

private let overview = """
  watchroom simulates a police contact centre: who calls, who answers, how long
  people wait.

  Usage: watchroom VERB [ARGUMENTS]

  Verbs:
    run          simulate a scenario and print its service levels
    compare      run plans with the same callers and print how they differ
    size         find the cheapest headcount it can that meets the targets
    merge        join the shards of an experiment into its result
    replay       look into a recorded run, verify it, or fork it
    report       print the result of a run again, from its ledger alone
    export       write a recorded run for other tools: CSV, NDJSON, OCEL 2.0
    check        judge what scenarios expect of their figures; for CI
    validate     look for errors in scenarios without running them
    new          write a scenario to begin with, every line explained
    erlang       how many handlers or lines, by formula, without a scenario
    fit          learn a scenario from call records
    calibrate    move what is not known until published figures come out
    forecast     forecast the coming weeks' volumes, with intervals
    schema       print the JSON Schema of a scenario, for editors
    help [VERB]  print this, or the help of a verb; help scenario: all that one
                 can say; help events: what ledgers and exports say

  Options:
    -h, --help  print this
    --version   print the version, 0.1.0

  “watchroom VERB --help” says more about a verb.

  Interrupted (Ctrl-C, SIGTERM, SIGHUP), run and compare finish the replications
  under way if one is done (of compare, two), print what is done and end with 130,
  143 or 129; run --ledger keeps what has happened. Shards, all else, and they too
  when interrupted once more a second or more later, end with nothing. No file is
  ever left in part under its name.

  A file that is there already is replaced only if it is empty or of the kind that
  takes its place, such as a page by a page; where there is --force, only with it.

  Where a file is named, - is standard input if it is read, and standard output if
  it is left behind; not for what is written and read again, such as a ledger that
  is kept. A file that is called so is ./-.

  """

private let run = """
  watchroom run: simulate a scenario and print its service levels

  Usage: watchroom run SCENARIO [OPTIONS]

    SCENARIO  a scenario file, in JSON5; with --resume, a ledger that was cut
              short

  Options:
    --seed N            what all randomness follows from; the same seed gives the
                        same result; of one above 2^53, jq and JavaScript show
                        other digits (default: 1)
    --replications N    how many independent runs to average (default: 1)
    --replication K     run only the K-th of the seed's replications, to look at
                        it or to keep it (default: the first of them on)
    --shard K/N         run only the K-th of N shares of the replications, and
                        leave a partial result for “watchroom merge” (default: all
                        of them)
    --output FILE       where to leave the partial result of --shard (default:
                        standard output; replaces only a partial result)
    --precision X       run 10 replications, or --replications if more, and go on
                        until no figure with a target has a half-width above X,
                        such as 0.01 for a point (default: as many as
                        --replications says)
    --most N            the most replications that --precision may run (default:
                        1000, or --replications if more)
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --start ISO         when to begin measuring, local time, such as
                        2022-07-22T07:00 (default: as the scenario says)
    --days N            how many days to measure (default: as the scenario says)
    --jobs N            how many runs to simulate at a time; changes no figure
                        (default: one a core)
    --memory SIZE       refuse at once what needs more memory than this, such as
                        4GB; queues that grow without end, and replications added
                        to those asked for, are not foreseen (default: what there
                        is)
    --ledger FILE       keep every event of the run in a file, to be reported,
                        replayed and forked later (replaces only a ledger)
    --resume            go on with a run that was cut short: instead of a
                        scenario, name its ledger
    --report FILE.html  write a page with charts as well, one file that any
                        browser opens (replaces only a Watchroom page)
    --csv DIR           leave the result as tables for a spreadsheet as well, in
                        this folder (replaces only a table of figures)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom run night.json5 --replications 20 --set attendance=0.9
    averages 20 runs of a scenario in which one handler in ten is away

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let compare = """
  watchroom compare: run plans with the same callers and print how they differ

  Usage: watchroom compare BASE VARIANT... [OPTIONS]

    BASE VARIANT...  a scenario file, and files to compare it with: one that
                     extends a file, or has a calendar, channels and teams of its
                     own, is a scenario by itself; any other is merged onto the
                     base, after --with and before --set; each is called by its
                     file's name

  Options:
    --seed N            what all randomness follows from; the same seed gives the
                        same result; of one above 2^53, jq and JavaScript show
                        other digits (default: 1)
    --replications N    how many independent runs of each plan to average; one
                        alone tells nothing of chance (default: 20)
    --shard K/N         run only the K-th of N shares of the replications, and
                        leave a partial result for “watchroom merge” (default: all
                        of them)
    --output FILE       where to leave the partial result of --shard (default:
                        standard output; replaces only a partial result)
    --precision X       run 10 replications, or --replications if more, and go on
                        until no figure with a target has a half-width above X,
                        such as 0.01 for a point (default: as many as
                        --replications says)
    --most N            the most replications that --precision may run (default:
                        1000, or --replications if more)
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --start ISO         when to begin measuring, local time, such as
                        2022-07-22T07:00 (default: as the scenario says)
    --days N            how many days to measure (default: as the scenario says)
    --jobs N            how many runs to simulate at a time; changes no figure
                        (default: one a core)
    --memory SIZE       refuse at once what needs more memory than this, such as
                        4GB; queues that grow without end, and replications added
                        to those asked for, are not foreseen (default: what there
                        is)
    --report FILE.html  write a page with charts as well, one file that any
                        browser opens (replaces only a Watchroom page)
    --csv DIR           leave the result as tables for a spreadsheet as well, in
                        this folder (replaces only a table of figures)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom compare night.json5 two-more-lates.json5
    tells what two more handlers on lates do to the service levels, and cost

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let validate = """
  watchroom validate: look for errors in scenarios without running them

  Usage: watchroom validate SCENARIO... [OPTIONS]

    SCENARIO...  a scenario file, in JSON5

  Options:
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --start ISO         when to begin measuring, local time, such as
                        2022-07-22T07:00 (default: as the scenario says)
    --days N            how many days to measure (default: as the scenario says)
    --format text|json  who reads what is found, people or programs; for these all
                        of it is on standard output (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom validate Scenarios/*.json5
    lists what is wrong with any of the scenarios, or says of each that it is ok

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let schema = """
  watchroom schema: print the JSON Schema of a scenario, for editors

  Usage: watchroom schema [OPTIONS]

  Options:
    -q, --quiet  nothing but results and errors: no progress, no warnings
    -h, --help   print this help and do nothing else

  Example:
    watchroom schema > scenario.schema.json
    saves the schema where an editor can find it

  Exit status:
    0   done
    64  the command line is wrong
    74  reading or writing failed

  """

private let erlang = """
  watchroom erlang: how many handlers or lines, by formula, without a scenario

  Usage: watchroom erlang [OPTIONS]

  Options:
    --calls N/TIME       how many calls arrive, such as 100/h or 50/30m
    --per TIME           in what time they arrive, where --calls is a number
                         alone; with --volumes, how long an interval is, where the
                         table does not tell
    --handling TIME      how long a handler is busy with a call on average, such
                         as 3m53s or 0:03:53; with --volumes, where the table does
                         not tell
    --patience TIME      how long a caller waits on average before giving up
                         (Erlang A) (default: nobody gives up, Erlang C)
    --handlers N         how many answer
    --share SHARE        find the fewest handlers with whom at least this share of
                         the calls, such as 0.9 or 90%, is answered in time
    --within TIME        what in time means (default: 10s)
    --abandonment SHARE  find the fewest with whom at most this share of the
                         callers gives up; needs --patience
    --occupancy SHARE    find the fewest who are busy for at most this share of
                         their time
    --lines N            instead of a queue, so many lines; who finds all taken is
                         lost (Erlang B)
    --blocking SHARE     find the fewest lines that lose at most this share of the
                         calls
    --volumes FILE.csv   instead of one load, a table of intervals, as forecast
                         reads and writes them: start,count or
                         start,channel,count, or a column for each channel or time
                         of day; perhaps with the columns handling and minutes; or
                         one average week, time,mon,tue,wed,thu,fri,sat,sun
    --channel NAME       which channel of the table (default: the only one there
                         is)
    --time-zone ZONE     whose clocks the moments are by (default: Europe/London)
    --shrinkage SHARE    with --volumes, how many to roster if this share of
                         rostered time, such as 0.28 or 28%, is not at work:
                         required / (1 - SHARE)
    --csv FILE.csv       with --volumes, leave all intervals for a spreadsheet as
                         well (replaces only a table of requirements)
    --roster FILE.csv    with --volumes, leave the heads of each interval of a
                         week, after --shrinkage, as a roster that staff: { csv }
                         of a team reads (default: nowhere)
    --force              replace the file of --roster if it is there already
    --format text|json   who reads the results, people or programs (default: text)
    -q, --quiet          nothing but results and errors: no progress, no warnings
    -h, --help           print this help and do nothing else

  Example:
    watchroom erlang --calls 100/h --handling 3m --patience 10m --share 0.9
    finds the fewest handlers who answer 90% of 100 calls an hour within 10 s

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let check = """
  watchroom check: judge what scenarios expect of their figures; for CI

  Usage: watchroom check PATH... [OPTIONS]

    PATH...  a scenario file, or a folder with scenarios (*.json5) at any depth,
             links followed

  Options:
    --junit FILE        where to leave the verdicts as JUnit XML (default:
                        nowhere; replaces only a JUnit report of “watchroom
                        check”)
    --baseline FILE     fail as well if a figure is worse than this file of
                        --record says, beyond what chance explains (default: only
                        what is expected counts)
    --record FILE       where to leave the figures for --baseline; it names
                        scenarios from its own folder (default: nowhere; replaces
                        only a baseline)
    --seed N            what all randomness follows from; the same seed gives the
                        same result; of one above 2^53, jq and JavaScript show
                        other digits (default: 1)
    --replications N    how many independent runs to begin with; one alone is
                        judged by its figures as they are, chance and all
                        (default: 20)
    --most N            double the runs while a verdict is uncertain, but not
                        beyond this (default: 256, or --replications if more)
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --start ISO         when to begin measuring, local time, such as
                        2022-07-22T07:00 (default: as the scenario says)
    --days N            how many days to measure (default: as the scenario says)
    --jobs N            how many runs to simulate at a time; changes no figure
                        (default: one a core)
    --memory SIZE       refuse at once what needs more memory than this, such as
                        4GB; queues that grow without end, and replications added
                        to those asked for, are not foreseen (default: what there
                        is)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom check Scenarios --junit verdicts.xml
    says of every scenario whether all it expects came true, and why not, and
    leaves the same for CI

  Exit status:
    0   done
    1   an expectation or verification failed, or is uncertain
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let new = """
  watchroom new: write a scenario to begin with, every line explained

  Usage: watchroom new FILE [OPTIONS]

    FILE  the name of a file that is not there yet

  Options:
    -q, --quiet  nothing but results and errors: no progress, no warnings
    -h, --help   print this help and do nothing else

  Example:
    watchroom new my-force.json5
    writes a small force with 999 and 101, to be edited until it is yours

  Exit status:
    0   done
    64  the command line is wrong
    74  reading or writing failed

  """

private let fit = """
  watchroom fit: learn a scenario from call records

  Usage: watchroom fit CONTACTS [OPTIONS]

    CONTACTS  a CSV file with the columns arrival, channel, wait, outcome
              (answered or abandoned) and, as far as known, handling, wrapUp,
              agent, priority (the highest number goes first); times are seconds,
              3m53s or 0:03:53

  Options:
    --output SCENARIO   where to leave the scenario; rosters go beside it
                        (default: nowhere: only the report is printed)
    --time-zone ZONE    whose clocks the moments are by (default: Europe/London)
    --holidays FILE     bank holidays, in rows date,name (default: those of
                        England and Wales, by rule)
    --force             replace files that are there already
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom fit calls-2025.csv --output our-force.json5
    writes a scenario that behaves as the calls did, and prints how well it fits
    them

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let calibrate = """
  watchroom calibrate: move what is not known until published figures come out

  Usage: watchroom calibrate SCENARIO [OPTIONS]

    SCENARIO  a scenario file that names under “calibrate” what may be moved, and
              how far

  Options:
    --targets FILE      the published figures, in JSON5; must be given
    --output OVERLAY    where to leave what was found as changes to the scenario,
                        for --with (default: nowhere: only the report)
    --evidence FILE     where to leave the report as a page of Markdown (default:
                        nowhere)
    --force             replace files that are there already
    --resume FILE       a file of what was simulated so far: goes on from it, or
                        begins it if there is none (default: none)
    --seed N            what all randomness follows from; the same seed gives the
                        same result; of one above 2^53, jq and JavaScript show
                        other digits (default: 1)
    --replications N    how many independent runs to average (default: 1)
    --evaluations N     the most sets of values to simulate (default: 12 for each
                        parameter and 64)
    --confirm N         how many runs, with seeds not searched with, judge what
                        was found (default: 5)
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --start ISO         when to begin measuring, local time, such as
                        2022-07-22T07:00 (default: as the scenario says)
    --days N            how many days to measure (default: as the scenario says)
    --jobs N            how many runs to simulate at a time; changes no figure
                        (default: one a core)
    --memory SIZE       refuse at once what needs more memory than this, such as
                        4GB; queues that grow without end, and replications added
                        to those asked for, are not foreseen (default: what there
                        is)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom calibrate year.json5 --targets published.json5 --output found.json5
    finds the rosters and patience that bring about a published year, and how sure
    they are

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let forecast = """
  watchroom forecast: forecast the coming weeks' volumes, with intervals

  Usage: watchroom forecast HISTORY [OPTIONS]

    HISTORY  a CSV file with the columns date,channel,count or
             start,channel,count, or a column for each channel or time of day;
             times are by the local clock, or have an offset

  Options:
    --days N                how many days to forecast (default: 28)
    --from DATE             the first of them, such as 2022-08-01 (default: the
                            day after the history's last)
    --time-zone ZONE        whose clocks the moments are by (default:
                            Europe/London)
    --output OVERLAY        where to leave the forecast as changes to a scenario,
                            for --with (default: nowhere)
    --force                 replace files that are there already
    --holidays FILE         bank holidays, in rows date,name (default: those of
                            England and Wales, by rule)
    --special-days FILE     other days out of the ordinary, past and to come, in
                            rows date,name; those of one name are alike (default:
                            none)
    --backtest WEEKS        instead, say how well the last weeks would have been
                            forecast from those before
    --format text|csv|json  who reads the results, people, spreadsheets (rows of
                            intervals, or of days where the history has no shorter
                            ones) or programs (default: text)
    -q, --quiet             nothing but results and errors: no progress, no
                            warnings
    -h, --help              print this help and do nothing else

  Example:
    watchroom forecast calls-by-half-hour.csv --days 14 --output next.json5
    prints what to expect of the two weeks to come, and leaves it for run --with
    next.json5

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let export = """
  watchroom export: write a recorded run for other tools: CSV, NDJSON, OCEL 2.0

  Usage: watchroom export LEDGER [OPTIONS]

    LEDGER  a file that “watchroom run --ledger” wrote

  Options:
    --to FORMAT    csv, three tables; ndjson, an object for each event; ocel-json
                   or ocel-xml, an object-centric event log (OCEL 2.0) (default:
                   none, it must be given)
    --output PATH  where to write it: a file, or for csv a folder; replaces only
                   an export of that format (default: standard output, for csv a
                   folder beside the ledger)
    -q, --quiet    nothing but results and errors: no progress, no warnings
    -h, --help     print this help and do nothing else

  Example:
    watchroom export night.ledger --to csv
    writes the events, the contacts and the incidents of a night as tables into
    the folder night-csv

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let report = """
  watchroom report: print the result of a run again, from its ledger alone

  Usage: watchroom report LEDGER [OPTIONS]

    LEDGER  a file that “watchroom run --ledger” wrote

  Options:
    --report FILE.html  write a page with charts as well, one file that any
                        browser opens (replaces only a Watchroom page)
    --beside LEDGER     with --report, play another recorded night back beside
                        this one
    --csv DIR           leave the result as tables for a spreadsheet as well, in
                        this folder (replaces only a table of figures)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom report night.ledger --format json
    prints what the run that wrote the ledger printed, figure for figure

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let size = """
  watchroom size: find the cheapest headcount it can that meets the targets

  Usage: watchroom size SCENARIO [OPTIONS]

    SCENARIO  a scenario file, in JSON5; what may change and must be reached is
              said under its key “size”, and by --set size.…

  Options:
    --output OVERLAY    where to leave the plan as an overlay for --with (default:
                        nowhere)
    --roster FILE.csv   where to leave the plan as a roster, which a spreadsheet
                        opens and staff: { csv } reads (default: nowhere)
    --force             replace files of these two options that are there already
    --value-map         instead print what one more handler is worth in every hour
                        of the week, and one more unit on every tour
    --csv FILE.csv      with --value-map, leave the map for a spreadsheet as well
                        (replaces only a table of figures)
    --report FILE.html  with --value-map, write a page of the map as well, one
                        file that any browser opens (replaces only a Watchroom
                        page)
    --seed N            what all randomness follows from; the same seed gives the
                        same result; of one above 2^53, jq and JavaScript show
                        other digits (default: 1)
    --replications N    how many independent runs the evidence is of (default:
                        200; 60 with --value-map)
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --start ISO         when to begin measuring, local time, such as
                        2022-07-22T07:00 (default: as the scenario says)
    --days N            how many days to measure (default: as the scenario says)
    --jobs N            how many runs to simulate at a time; changes no figure
                        (default: one a core)
    --memory SIZE       refuse at once what needs more memory than this, such as
                        4GB; queues that grow without end, and replications added
                        to those asked for, are not foreseen (default: what there
                        is)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom size night.json5 --output plan.json5 --roster plan.csv
    finds how few can start each shift with every target met, and shows what one
    fewer would do

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let merge = """
  watchroom merge: join the shards of an experiment into its result

  Usage: watchroom merge PARTIAL... [OPTIONS]

    PARTIAL...  a file that run or compare left with --shard; all shards of one
                experiment, in any order. What is printed, and left as a page or
                as tables, is what one run would have, to the byte

  Options:
    --report FILE.html  write a page with charts as well, one file that any
                        browser opens (replaces only a Watchroom page)
    --csv DIR           leave the result as tables for a spreadsheet as well, in
                        this folder (replaces only a table of figures)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom merge shard-1.partial shard-2.partial
    prints what “watchroom run” would have printed without --shard 1/2 and --shard
    2/2

  Exit status:
    0   done
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let replay = """
  watchroom replay: look into a recorded run, verify it, or fork it

  Usage: watchroom replay LEDGER [OPTIONS]

    LEDGER  a file that “watchroom run --ledger” wrote

  Options:
    --at TIME           print who waits, who works on what and where units are at
                        a time, such as 21:14, 2022-07-22T21:14 or, where the
                        clocks go back, 2022-10-30T01:30+00:00
    --verify            simulate the run again and compare it event for event
    --from TIME         fork the run: let another plan, given by --with and --set,
                        take over at a time
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --ledger FILE       with --from, keep every event of the fork in a file
                        (replaces only a ledger)
    --memory SIZE       with --from, refuse at once what needs more memory than
                        this, such as 4GB; queues that grow without end, and
                        replications added to those asked for, are not foreseen
                        (default: what there is)
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom replay night.ledger --from 19:00 --with ten-more.json5
    tells what ten more handlers would have changed from 19:00 on, caller for
    caller

  Exit status:
    0   done
    1   an expectation or verification failed, or is uncertain
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """
