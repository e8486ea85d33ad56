import Testing

@testable import WatchroomCommand

/// Every way to get the command line wrong that we could think of, and what is said about it.
@Suite struct ArgumentErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }

    /// The words of `line`, and what the command should say after "watchroom: error: ".
    init(_ line: String, _ message: String) {
      arguments = line.split(separator: " ").map(String.init)
      self.message = message
    }

    init(_ arguments: [String], _ message: String) {
      self.arguments = arguments
      self.message = message
    }
  }

  /// All verbs, as messages list them.
  private static let verbs = Verb.all.map(\.name).joined(separator: ", ")

  static let cases: [Case] =
    [
      // Verbs.
      Case("", "no verb is given: the verbs are \(verbs) (see “watchroom --help”)"),
      Case("rnu", "there is no verb “rnu” — did you mean “run”? (see “watchroom --help”)"),
      Case("RUN", "there is no verb “RUN” — did you mean “run”? (see “watchroom --help”)"),
      Case("valdate x", "there is no verb “valdate” — did you mean “validate”? (see “watchroom --help”)"),
      Case("val", "there is no verb “val” — did you mean “validate”? (see “watchroom --help”)"),
      Case("schemas", "there is no verb “schemas” — did you mean “schema”? (see “watchroom --help”)"),
      Case("hlep", "there is no verb “hlep” — did you mean “help”? (see “watchroom --help”)"),
      Case(
        "simulate",
        "there is no verb “simulate” — the verbs are \(verbs) (see “watchroom --help”)"),
      Case("compere a b", "there is no verb “compere” — did you mean “compare”? (see “watchroom --help”)"),
      Case("sift a", "there is no verb “sift” — the verbs are \(verbs) (see “watchroom --help”)"),
      Case([""], "there is no verb “” — the verbs are \(verbs) (see “watchroom --help”)"),
      Case("--verison", "there is no option “--verison” — did you mean “--version”? (see “watchroom --help”)"),
      Case(
        "--seed 1 run",
        "there is no option “--seed” — the verbs are \(verbs) (see “watchroom --help”)"),
      Case("--version run", "“run” is too much: nothing may follow “--version” (see “watchroom --help”)"),
      Case("--help run", "“run” is too much: nothing may follow “--help” (see “watchroom --help”)"),
      Case("help rnu", "there is no verb “rnu” — did you mean “run”? (see “watchroom --help”)"),
      Case("help --help run -h twice", "“twice” is too much: nothing may follow “help VERB” (see “watchroom --help”)"),
      Case("run -q=1 a.json5", "-q is a switch and takes no value (see “watchroom run --help”)"),
      Case("run -= a.json5", "“run” has no option “-=” (see “watchroom run --help”)"),
      Case("help run twice", "“twice” is too much: nothing may follow “help VERB” (see “watchroom --help”)"),
      // Operands.
      Case("run", "“run” needs a scenario file, in JSON5: watchroom run SCENARIO"),
      Case("run --seed 1", "“run” needs a scenario file, in JSON5: watchroom run SCENARIO"),
      Case("run --", "“run” needs a scenario file, in JSON5: watchroom run SCENARIO"),
      Case("run --set night.json5", "--set: “night.json5” is not of the form path=value, such as attendance=0.9"),
      Case(
        "run a.json5 b.json5",
        "“b.json5” is too much: “run” takes one SCENARIO, and has “a.json5”; changes to it are given as --with OVERLAY"),
      Case(
        "run a.json5 -- --seed",
        "“--seed” is too much: “run” takes one SCENARIO, and has “a.json5”; changes to it are given as --with OVERLAY"),
      Case(["run", ""], "the name of a file is empty"),
      Case("validate", "“validate” needs a scenario file, in JSON5: watchroom validate SCENARIO..."),
      Case("validate -q", "“validate” needs a scenario file, in JSON5: watchroom validate SCENARIO..."),
      Case(
        "compare a.json5",
        "“compare” needs a scenario file, and files to compare it with: watchroom compare BASE VARIANT..."),
      Case(["compare", "a.json5", ""], "the name of a file is empty"),
      Case("schema x", "“x” is too much: “schema” takes options only"),
      // Unknown options.
      Case("run --sed 1 x", "“run” has no option “--sed” — did you mean “--seed”?"),
      Case("run --Seed 1 x", "“run” has no option “--Seed” — did you mean “--seed”?"),
      Case("run --rep 5 x", "“run” has no option “--rep” — did you mean “--replications”?"),
      Case("run --replicatoins=5 x", "“run” has no option “--replicatoins” — did you mean “--replications”?"),
      Case("run x --strat 2022-07-22", "“run” has no option “--strat” — did you mean “--start”?"),
      Case("run --xyzzy x", "“run” has no option “--xyzzy”"),
      Case("run --=1 x", "“run” has no option “--”"),
      Case("run -x x", "“run” has no option “-x”"),
      Case("run -qx x", "“run” has no option “-x”"),
      Case("run -5 x", "“run” has no option “-5”"),
      Case("run -seed 1 x", "“run” has no option “-s”"),
      Case("validate --seed 1 x", "“validate” has no option “--seed”"),
      Case("schema --format", "“schema” has no option “--format”"),
      // Values that are missing, or too many.
      Case("run x --seed", "--seed needs a value: --seed N"),
      Case("run --seed --quiet x", "--seed needs a value: --seed N"),
      Case("run --seed -q x", "--seed needs a value: --seed N"),
      Case("run --with -- x", "--with needs a value: --with OVERLAY"),
      Case("run --quiet=yes x", "--quiet is a switch and takes no value"),
      Case("run --quiet= x", "--quiet is a switch and takes no value"),
      Case("run --with= x", "--with: the name of a file is empty"),
      Case("run --start= x", "--start: the value is empty"),
      // Values that are wrong.
      Case("run --seed -1 x", "--seed: “-1” is not a whole number from 0 to 18446744073709551615"),
      Case("run --seed=+1 x", "--seed: “+1” is not a whole number from 0 to 18446744073709551615"),
      Case("run --seed= x", "--seed: “” is not a whole number from 0 to 18446744073709551615"),
      Case("run --seed 1.5 x", "--seed: “1.5” is not a whole number from 0 to 18446744073709551615"),
      Case("run --seed 0x10 x", "--seed: “0x10” is not a whole number from 0 to 18446744073709551615"),
      Case("run --seed ١٢ x", "--seed: “١٢” is not a whole number from 0 to 18446744073709551615"),
      Case(
        "run --seed 18446744073709551616 x",
        "--seed: “18446744073709551616” is not a whole number from 0 to 18446744073709551615"),
      Case("run --replications 0 x", "--replications: “0” is not a whole number from 1 to 1000000"),
      Case("run --replications=1000001 x", "--replications: “1000001” is not a whole number from 1 to 1000000"),
      Case("run --replications 1e3 x", "--replications: “1e3” is not a whole number from 1 to 1000000"),
      Case("run --replications 1,000 x", "--replications: “1,000” is not a whole number from 1 to 1000000"),
      Case("compare --replications 0 x y", "--replications: “0” is not a whole number from 1 to 1000000"),
      Case("run --jobs 0 x", "--jobs: “0” is not a whole number from 1 to 1024"),
      Case("run --jobs 1025 x", "--jobs: “1025” is not a whole number from 1 to 1024"),
      Case("run --jobs all x", "--jobs: “all” is not a whole number from 1 to 1024"),
      Case("run --days 0 x", "--days: “0” is not a whole number from 1 to 36600"),
      Case("run --days 36601 x", "--days: “36601” is not a whole number from 1 to 36600"),
      Case("run --days 1d x", "--days: “1d” is not a whole number from 1 to 36600"),
      Case("run --format jsn x", "--format: “jsn” is not “text” or “json” — did you mean “json”?"),
      Case("run --format xml x", "--format: “xml” is not “text” or “json”"),
      Case("run --set x x", "--set: “x” is not of the form path=value, such as attendance=0.9"),
      Case("run --set =1 x", "--set: “=1” is not of the form path=value, such as attendance=0.9"),
      // Formulas.
      Case("erlang x", "“x” is too much: “erlang” takes options only"),
      Case("erlang ", "say how many calls arrive: --calls 100/h"),
      Case("erlang --calls 100/h", "say how long a call takes on average: --handling 3m53s"),
      Case("erlang --handling 3m", "say how many calls arrive: --calls 100/h"),
      Case(
        "erlang --calls 100 --handling 3m --handlers 7",
        "--calls: say in what time they arrive: --calls 100/h, or --calls 100 --per 1h"),
      Case(
        "erlang --calls 100/h --per 1h --handling 3m --handlers 7",
        "--calls and --per both say in what time the calls arrive: leave one out"),
      Case(
        "erlang --calls 100/h --handling 3m",
        "say how many answer, --handlers 7, or what they must reach, --share 0.9 --within 10s; or ask for lines"),
      Case(
        "erlang --calls 100/h --handling 3m --within 10s",
        "say how many answer, --handlers 7, or what they must reach, --share 0.9 --within 10s; or ask for lines"),
      Case(
        "erlang --calls 100/h --handling 3m --handlers 5",
        "--handlers: with 5 the queue grows without end: it takes at least 6, or callers who give up: --patience 10m"),
      Case(
        "erlang --calls 100/h --handling 3m --handlers 7 --share 0.9",
        "--handlers says how many answer and --share asks: leave one out"),
      Case(
        "erlang --calls 100/h --handling 3m --handlers 7 --abandonment 0.1",
        "--handlers says how many answer and --abandonment asks: leave one out"),
      Case(
        "erlang --calls 100/h --handling 3m --abandonment 0.03",
        "--abandonment: nobody gives up unless you say how long callers wait on average: --patience 10m"),
      Case(
        "erlang --calls 100/h --handling 3m --lines 5 --blocking 0.1",
        "--lines says how many there are and --blocking asks: leave one out"),
      Case(
        "erlang --calls 100/h --handling 3m --lines 5 --patience 3m",
        "--lines is about calls lost because nobody can wait: --patience has no meaning there"),
      Case(
        "erlang --calls 100/h --handling 3m --blocking 0.1 --share 0.9",
        "--blocking is about calls lost because nobody can wait: --share has no meaning there"),
      Case(
        "erlang --calls 100/h --handling 3m --lines 5 --within 5s",
        "--lines is about calls lost because nobody can wait: --within has no meaning there"),
      Case(
        "erlang --calls 1000000/s --handling 2s --share 0.9",
        "--calls and --handling make a load of more than a million erlangs: is a unit of time wrong?"),
      Case("erlang --calls -1/h", "--calls: “-1/h” is no plain number of calls from 0.001 to 1000000000, as 100/h"),
      Case("erlang --calls 0/h", "--calls: “0/h” is no plain number of calls from 0.001 to 1000000000, as 100/h"),
      Case(
        "erlang --calls 100/x",
        "--calls: “100/x” does not say in what time the calls arrive, such as 100/h, 4.2/m or 50/30m"),
      Case(
        "erlang --calls 100/",
        "--calls: “100/” does not say in what time the calls arrive, such as 100/h, 4.2/m or 50/30m"),
      Case(
        "erlang --calls 100/2",
        "--calls: “100/2” does not say in what time the calls arrive, such as 100/h, 4.2/m or 50/30m"),
      Case("erlang --calls ten/h", "--calls: “ten/h” is no plain number of calls from 0.001 to 1000000000, as 100/h"),
      Case("erlang --calls 1e3/h", "--calls: “1e3/h” is no plain number of calls from 0.001 to 1000000000, as 100/h"),
      Case(
        "erlang --handling 3x",
        "--handling: “3x” is not a length of time, such as 3m53s, 8h or a number of seconds"),
      Case(
        "erlang --handling 3:53",
        "--handling: “3:53” may be minutes and seconds, or hours and minutes: write hours, minutes and seconds, such as "
          + "0:03:53"),
      Case("erlang --handling 0", "--handling: “0” is too short: a millisecond, 1ms, is the least"),
      Case(
        "erlang --handling -3m",
        "--handling: “-3m” is not a length of time, such as 3m53s, 8h or a number of seconds"),
      Case(
        "erlang --handling inf",
        "--handling: “inf” is not a length of time, such as 3m53s, 8h or a number of seconds"),
      Case("erlang --handling 40000d", "--handling: “40000d” is longer than a hundred years"),
      Case("erlang --patience 0s", "--patience: “0s” is too short: a millisecond, 1ms, is the least"),
      Case("erlang --within 1y", "--within: “1y” is not a length of time, such as 3m53s, 8h or a number of seconds"),
      Case(
        "erlang --shrinkage 28",
        "--shrinkage: “28” is not a share from 0.0001 to 0.9999; for per cent, write 0.28 or 28%"),
      Case(
        "erlang --share 1",
        "--share: “1” is not a share from 0.0001 to 0.9999; for per cent, write 0.01 or 1%"),
      Case(
        "erlang --share 100%", "--share: “100%” is not a share from 0.0001 to 0.9999, such as 0.9 or 90%"),
      Case("erlang --share 90%%", "--share: “90%%” is not a share from 0.0001 to 0.9999, such as 0.9 or 90%"),
      Case("erlang --share %", "--share: “%” is not a share from 0.0001 to 0.9999, such as 0.9 or 90%"),
      Case("erlang --share 0", "--share: “0” is not a share from 0.0001 to 0.9999, such as 0.9 or 90%"),
      Case("erlang --abandonment 0", "--abandonment: “0” is not a share from 0.0001 to 0.9999, such as 0.9 or 90%"),
      Case(
        "erlang --occupancy 1.2",
        "--occupancy: “1.2” is not a share from 0.0001 to 0.9999; for per cent, write 0.012 or 1.2%"),
      Case("erlang --blocking nan", "--blocking: “nan” is not a share from 0.0001 to 0.9999, such as 0.9 or 90%"),
      Case("erlang --handlers 0", "--handlers: “0” is not a whole number from 1 to 1000000"),
      Case("erlang --handlers 7.5", "--handlers: “7.5” is not a whole number from 1 to 1000000"),
      Case("erlang --handler 7", "“erlang” has no option “--handler” — did you mean “--handlers”?"),
      Case(
        "check",
        "“check” needs a scenario file, or a folder with scenarios (*.json5) at any depth, links followed: watchroom check PATH..."
      ),
      Case("check --replications 0 x", "--replications: “0” is not a whole number from 1 to 1000000"),
      Case("check --most 0 x", "--most: “0” is not a whole number from 1 to 1000000"),
      Case("check --replications 30 --most 29 x", "--most 29 is less than the 30 replications to begin with"),
      Case("check --most 19 x", "--most 19 is less than the 20 replications to begin with"),
      Case(
        "check --replications 1 --baseline b.json x",
        "one replication alone cannot be compared with a baseline: give --replications 2 or more"),
      Case(
        "check --replications 1 --record b.json x",
        "one replication alone cannot be compared with a baseline: give --replications 2 or more"),
      Case("check --junit= x", "--junit: the name of a file is empty"),
      Case("check --moot 5 x", "“check” has no option “--moot” — did you mean “--most”?"),
      Case("new", "“new” needs the name of a file that is not there yet: watchroom new FILE"),
      Case("new a b", "“b” is too much: “new” takes one FILE, and has “a”"),
      Case("new --force a", "“new” has no option “--force”"),
      // A dash is a standard stream.
      Case(
        "run --csv - a.json5",
        "--csv: “-” is standard output, which is no folder — name a folder; one that is called “-” is ./-"),
      Case(
        "run --ledger - a.json5",
        "--ledger: “-” is a standard stream, and this file is written and read again — name a file; one that is called "
          + "“-” is ./-"),
      Case(
        "calibrate --resume=- a.json5",
        "--resume: “-” is a standard stream, and this file is written and read again — name a file; one that is called "
          + "“-” is ./-"),
      Case(
        "run --resume -",
        "--resume: a ledger is read and written on, and standard input is only read — name its file"),
      Case(
        "export a.ledger --to csv --output -",
        "--output: csv is three tables, and standard output is no folder — name a folder, or choose another format"),
      Case(
        "check a.json5 --baseline - --record -",
        "--record: a baseline that is compared with is not recorded on a stream — name a file"),
      Case(
        "check a.json5 --format json --junit -",
        "--junit: “-” is standard output, where --format json puts the results — name a file, or leave --format out"),
      Case(
        "forecast calls.csv --format csv --output -",
        "--output: “-” is standard output, where --format csv puts the results — name a file, or leave --format out"),
      // Once wrong is wrong, whatever comes later.
      Case("run --seed 1 --seed x x", "--seed: “x” is not a whole number from 0 to 18446744073709551615"),
      Case("run --seed x --seed 1 x", "--seed: “x” is not a whole number from 0 to 18446744073709551615"),
    ]

  @Test(arguments: cases)
  func saysWhatIsWrong(_ wrong: Case) {
    let outcome = watchroom(wrong.arguments)
    let help = wrong.message.contains("(see") ? "" : " (see “watchroom \(wrong.arguments[0]) --help”)"
    #expect(outcome.errors == "watchroom: error: \(wrong.message)\(help)\n")
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.output == "")
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let errors = watchroom("run", "--\u{1B}[31m", "x").errors
    #expect(errors == "watchroom: error: “run” has no option “--?[31m” (see “watchroom run --help”)\n")
    #expect(watchroom("\u{1B}]0;x\u{7}\n").errors.contains("“?]0;x? ”"))
  }

  @Test func immenseArgumentsAreSurvived() {
    let long = String(repeating: "x", count: 1_000_000)
    for arguments in [
      [long], ["run", "--\(long)"], ["run", "--seed", long, "x"], ["run", "x", long], ["help", long],
    ] {
      let outcome = watchroom(arguments)
      #expect(outcome.status == .commandLineWrong)
      #expect(outcome.errors.count < 300)
    }
  }
}
