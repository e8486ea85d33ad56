import Watchroom

/// One use of `check`.
struct CheckRun {
  let arguments: ParsedArguments
  /// What there is, with ``opened`` for its files.
  let surroundings: Surroundings
  let baseline: Baseline?
  private let opened: OpenedFiles
  private let outputs: OutputFiles
  let changes: ScenarioArguments
  let replications: Int
  let most: Int

  /// What `arguments` ask for, with the baseline they name.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    guard let replications = arguments.count(.firstReplications) else {
      preconditionFailure("the option is declared with a standard value")
    }
    let most = arguments.count(.most)
    if let most, most < replications {
      throw arguments.misuse("--most \(most) is less than the \(replications) replications to begin with")
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
    baseline = try Self.baseline(arguments, in: surroundings)
    // Where it was read from is known already, and may be where to record.
    _ = opened.takePaths()
  }

  func perform() throws(Ending) -> ExitStatus {
    let paths = ScenarioPaths(arguments.operands, isQuiet: arguments.isQuiet, in: surroundings)
    try checkApart()
    var attempts = Attempts(in: surroundings)
    attempts.heed(paths.status)
    var all = try check(paths, &attempts)
    // Green because nothing was looked at would be the worst of errors.
    if attempts.status == .done, all.allSatisfy({ $0.verdict == nil }) {
      attempts.fail(Ending(.inputFileWrong, "\(Self.nothingExpected) — \(Self.expecting)"))
      all = all.map(Self.asError)
    }
    try say(all)
    leave(all, &attempts)
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
  private func check(_ paths: ScenarioPaths, _ attempts: inout Attempts) throws(Ending) -> [CheckedScenario] {
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
      case .scenario:
        surroundings.interruption.say { [number] in
          "\(number) of \(count) scenarios were checked, and no file is written"
        }
        let checked = try check(entry.path, isOneOfSeveral: count > 1, &attempts)
        number += 1
        all.append(checked)
        if let text { try surroundings.print(text.text(checked)) }
      }
    }
    surroundings.interruption.say(nil)
    return all
  }

  /// Prints what was not printed on the way.
  private func say(_ all: [CheckedScenario]) throws(Ending) {
    try surroundings.print(
      arguments.isJSON
        ? CheckJSON(all, seed: arguments.seed).text : CheckText(isColoured: surroundings.outputIsColoured).advice(all))
    sayUncompared(all)
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
