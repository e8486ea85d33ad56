import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct HelpTests {
  @Test func overviewListsTheVerbs() {
    #expect(watchroom("--help").output == overview)
    #expect(watchroom("-h").output == overview)
    #expect(watchroom("help").output == overview)
    #expect(watchroom("--help").status == .done)
  }

  @Test(arguments: [("run", run), ("check", check), ("validate", validate), ("new", new), ("schema", schema)])
  func everyVerbExplainsItself(verb: String, text: String) {
    #expect(watchroom(verb, "--help").output == text)
    #expect(watchroom(verb, "-h").output == text)
    #expect(watchroom("help", verb).output == text)
    #expect(watchroom(verb, "--help").status == .done)
    #expect(watchroom(verb, "--help").errors == "")
  }

  @Test func noLineIsWiderThanAPage() {
    for text in [overview, run, check, validate, new, schema] {
      #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
    }
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
    check        judge what scenarios expect of their figures; for CI
    validate     look for errors in scenarios without running them
    new          write a scenario to begin with, every line explained
    schema       print the JSON Schema of a scenario, for editors
    help [VERB]  print this, or the help of a verb

  Options:
    -h, --help  print this
    --version   print the version, 0.1.0

  “watchroom VERB --help” says more about a verb.

  """

private let run = """
  watchroom run: simulate a scenario and print its service levels

  Usage: watchroom run SCENARIO [OPTIONS]

    SCENARIO  a scenario file, in JSON5

  Options:
    --seed N            what all randomness follows from; the same seed gives the
                        same result (default: 1)
    --replications N    how many independent runs to average (default: 1)
    --with OVERLAY      a file of changes to merge onto the scenario (repeatable,
                        applied left to right)
    --set PATH=VALUE    a single value to change after that, such as
                        attendance=0.9 (repeatable, applied left to right)
    --start ISO         when to begin measuring, local time, such as
                        2022-07-22T07:00 (default: as the scenario says)
    --days N            how many days to measure (default: as the scenario says)
    --jobs N            how many runs to simulate at a time; changes no figure
                        (default: one a core)
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

private let check = """
  watchroom check: judge what scenarios expect of their figures; for CI

  Usage: watchroom check PATH... [OPTIONS]

    PATH...  a scenario file, or a folder with scenarios (*.json5) at any depth

  Options:
    --junit FILE        where to leave the verdicts as JUnit XML (default:
                        nowhere)
    --seed N            what all randomness follows from; the same seed gives the
                        same result (default: 1)
    --replications N    how many independent runs to begin with (default: 20)
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
    --format text|json  who reads the results, people or programs (default: text)
    -q, --quiet         nothing but results and errors: no progress, no warnings
    -h, --help          print this help and do nothing else

  Example:
    watchroom check Scenarios --junit verdicts.xml
    says of every scenario whether all it expects came true, and why not, and
    leaves the same for CI

  Exit status:
    0   done
    1   an expectation failed or is uncertain
    64  the command line is wrong
    65  an input file is wrong
    74  reading or writing failed

  """

private let validate = """
  watchroom validate: look for errors in scenarios without running them

  Usage: watchroom validate SCENARIO... [OPTIONS]

    SCENARIO...  a scenario file, in JSON5

  Options:
    --with OVERLAY    a file of changes to merge onto the scenario (repeatable,
                      applied left to right)
    --set PATH=VALUE  a single value to change after that, such as attendance=0.9
                      (repeatable, applied left to right)
    --start ISO       when to begin measuring, local time, such as
                      2022-07-22T07:00 (default: as the scenario says)
    --days N          how many days to measure (default: as the scenario says)
    -q, --quiet       nothing but results and errors: no progress, no warnings
    -h, --help        print this help and do nothing else

  Example:
    watchroom validate Scenarios/*.json5
    lists what is wrong with any of the scenarios, or says of each that it is ok

  Exit status:
    0   done
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

private let schema = """
  watchroom schema: print the JSON Schema of a scenario, for editors

  Usage: watchroom schema

  Options:
    -h, --help  print this help and do nothing else

  Example:
    watchroom schema > scenario.schema.json
    saves the schema where an editor can find it

  Exit status:
    0   done
    64  the command line is wrong
    74  reading or writing failed

  """
