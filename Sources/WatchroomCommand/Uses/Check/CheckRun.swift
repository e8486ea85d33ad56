import Watchroom

/// One use of `check`.
struct CheckRun {
  let arguments: ParsedArguments
  /// What there is, with ``opened`` for its files.
  let surroundings: Surroundings
  /// What figures are compared with; nil if that is nothing, or is not there or cannot be read.
  let baseline: Baseline?
  /// How the command ends because the baseline that is named is not there or cannot be read; nil if it can, or none is
  /// named.
  private let fault: Ending?
  private let opened: OpenedFiles
  private let outputs: OutputFiles
  let changes: ScenarioArguments
  let replications: Int
  let most: Int

  /// What `arguments` ask for, with the baseline they name, if it can be read.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    guard let replications = arguments.count(.firstReplications) else {
      preconditionFailure("the option is declared with a standard value")
    }
    let most = arguments.count(.most)
    if let most, most < replications {
      throw arguments.misuse("--most \(most) is less than the \(replications) replications to begin with")
    }
    if arguments.last(.baseline) == StandardStreamName.input, arguments.last(.record) == StandardStreamName.output {
      throw arguments.misuse("--record: a baseline that is compared with is not recorded on a stream — name a file")
    }
    // An interval of differences takes two.
    if replications < 2, arguments.has(.baseline) || arguments.has(.record) {
      throw arguments.misuse("one replication alone cannot be compared with a baseline: give --replications 2 or more")
    }
    self.arguments = arguments
    self.replications = replications
    self.most = most ?? max(256, replications)
    changes = ScenarioArguments(arguments)
    outputs = OutputFiles(arguments, in: surroundings)
    opened = OpenedFiles(surroundings.files)
    var surroundings = surroundings
    surroundings.files = opened
    self.surroundings = surroundings
    try outputs.check(apartFrom: arguments.operands + arguments.all(.with))
    // A baseline may be recorded over, if all is as well as it says.
    if let junit = arguments.last(.junit) {
      try outputs.check(junit, of: .junit, apartFrom: arguments.all(.baseline))
    }
    try outputs.checkPlaces()
    // An old report must not stay as if all were well, so that is said in all reports.
    do throws(Ending) {
      baseline = try Self.baseline(arguments, in: surroundings)
      fault = nil
    } catch {
      baseline = nil
      fault = error
    }
    // Where it was read from is known already, and may be where to record.
    _ = opened.takePaths()
  }

  func perform() throws(Ending) -> ExitStatus {
    let paths = ScenarioPaths(arguments.operands, isQuiet: arguments.isQuiet, in: surroundings)
    try checkApart()
    var attempts = Attempts(in: surroundings)
    // Apart, because it changes nothing of what was checked: that is recorded all the same.
    var printing = Attempts(in: surroundings)
    attempts.heed(paths.status)
    if let fault { attempts.fail(fault) }
    var all = try check(paths, &attempts, &printing)
    // Green because nothing was looked at would be the worst of errors.
    if attempts.status == .done, all.allSatisfy({ $0.verdict == nil }) {
      attempts.fail(Ending(.inputFileWrong, "\(Self.nothingExpected) — \(Self.expecting)"))
      all = all.map(Self.asError)
    }
    try print(
      arguments.isJSON
        ? CheckJSON(all, seed: arguments.seed).text
        : CheckText(isColoured: surroundings.outputIsColoured).advice(all, isOneLook: most == replications),
      &printing)
    sayUncompared(all)
    leave(all, &attempts)
    attempts.heed(printing.status)
    return attempts.status
  }

  private static let nothingExpected = "nothing is expected, so nothing was checked"
  private static let expecting =
    "say what must hold under “expect”, for example "
    + "expect: { \"999 in time\": { metric: \"channels.999.serviceLevel.ofOffered\", atLeast: 0.9 } }"

  /// What came of a scenario, as an error if that is nothing because it expects nothing: where no other was checked, a report
  /// must not look as if all were well.
  private static func asError(_ checked: CheckedScenario) -> CheckedScenario {
    guard case .expectsNothing = checked.outcome else { return checked }
    let problem = Problem(
      place: Place(origin: .file(checked.path)), path: "expect", message: nothingExpected, remedy: expecting)
    return CheckedScenario(
      path: checked.path, outcome: .rejected(ScenarioError(cause: .invalid, problems: [problem])),
      duration: checked.duration)
  }

  /// Checks all that there is to check, and gives an account of the rest.
  private func check(
    _ paths: ScenarioPaths, _ attempts: inout Attempts, _ printing: inout Attempts
  ) throws(Ending) -> [CheckedScenario] {
    let text = arguments.isJSON ? nil : CheckText(isColoured: surroundings.outputIsColoured)
    let count = paths.count
    var number = 0
    var all: [CheckedScenario] = []
    for entry in paths.entries {
      switch entry.kind {
      case .leftOut(let reason):
        all.append(CheckedScenario(path: entry.path, outcome: .leftOut(reason), duration: .zero))
      case .rejected(let error):
        all.append(CheckedScenario(path: entry.path, outcome: .rejected(error), duration: .zero))
      case .scenario where fault != nil:
        all.append(
          CheckedScenario(path: entry.path, outcome: .withoutBaseline(fault?.problems ?? []), duration: .zero))
      case .scenario:
        surroundings.interruption.say { [number] in
          "\(number) of \(count) scenarios were checked, and no file is written"
        }
        let checked = try check(entry.path, isOneOfSeveral: count > 1, &attempts)
        number += 1
        all.append(checked)
        if let text { try print(text.text(checked), &printing) }
      }
    }
    surroundings.interruption.say(nil)
    return all
  }

  /// Prints a part of the result, unless one could not be printed before. Throws if it cannot be and nothing else is to
  /// be left: whatever was checked from then on would be for nobody.
  private func print(_ text: String, _ printing: inout Attempts) throws(Ending) {
    guard printing.status == .done else { return }
    guard arguments.has(.junit) || arguments.has(.record) else { return try surroundings.print(text) }
    printing.attempt(try surroundings.print(text))
  }

  /// Leaves the files behind that are asked for.
  private func leave(_ all: [CheckedScenario], _ attempts: inout Attempts) {
    let checked = attempts.status
    attempts.attempt(try outputs.leave(JUnitReport(all, seed: arguments.seed).text, as: .junit))
    guard let path = arguments.last(.record), mayRecord(all, at: path, after: checked) else { return }
    attempts.attempt(try outputs.leave(record(of: all, at: path).text, as: .record))
  }

  /// Throws if what is to be left behind would take the place of a file that was read by now.
  func checkApart() throws(Ending) { try outputs.check(apartFromRead: opened.takePaths()) }
}
