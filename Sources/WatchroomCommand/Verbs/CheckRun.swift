import Watchroom

/// One use of `check`.
struct CheckRun {
  let arguments: ParsedArguments
  /// What there is, with ``opened`` for its files.
  let surroundings: Surroundings
  let opened: OpenedFiles
  private let changes: ScenarioArguments
  let seed: UInt64
  private let replications: Int
  private let most: Int
  let isQuiet: Bool
  var baseline: Baseline?

  /// What `arguments` ask for; nil, and said, if they contradict each other.
  init?(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    guard let seed = arguments.number(.seed), let replications = arguments.number(.firstReplications) else {
      preconditionFailure("both options are declared with a standard value")
    }
    if let most = arguments.number(.most), most < replications {
      let message = "--most \(most) is less than the \(replications) replications to begin with"
      Diagnostics(surroundings).report(UsageError(message: message, verb: "check").line)
      return nil
    }
    do throws(UsageError) {
      try OutputFiles.check(
        [.junit, .record], of: arguments, sources: arguments.operands + arguments.all(.with), verb: "check",
        in: surroundings)
      // A baseline may be recorded over, if all is as well as it says.
      try OutputFiles.check([.junit], of: arguments, sources: arguments.all(.baseline), verb: "check", in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return nil
    }
    self.arguments = arguments
    opened = OpenedFiles(surroundings.files)
    var surroundings = surroundings
    surroundings.files = opened
    self.surroundings = surroundings
    self.seed = seed
    self.replications = Int(replications)
    most = arguments.number(.most).map { Int($0) } ?? max(256, Int(replications))
    changes = ScenarioArguments(arguments)
    isQuiet = arguments.has(.quiet)
  }

  mutating func perform() throws(OutputFault) -> ExitStatus {
    do throws(ExitStatus) {
      try OutputFiles.checkPlaces([.junit, .record], of: arguments, verb: "check", in: surroundings)
      try readBaseline()
    } catch {
      return error
    }
    let paths = ScenarioPaths(arguments.operands, isQuiet: isQuiet, in: surroundings)
    do throws(ExitStatus) { try checkApart() } catch { return error }
    let isText = arguments.last(.format) == "text"
    let text = CheckText(isColoured: surroundings.outputIsColoured)
    var status = paths.status
    var all: [CheckedScenario] = []
    let count = paths.count
    var number = 0
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
        let (checked, ending): (CheckedScenario, ExitStatus)
        do throws(ExitStatus) {
          (checked, ending) = try check(entry.path, isOneOfSeveral: count > 1)
        } catch {
          return error
        }
        number += 1
        status = max(status, ending)
        all.append(checked)
        if isText { try surroundings.output.write(text.text(checked)) }
      }
    }
    surroundings.interruption.say(nil)
    // Green because nothing was looked at would be the worst of errors.
    if status == .done, all.allSatisfy({ $0.verdict == nil }) {
      Diagnostics(surroundings).report(
        "nothing is expected, so nothing was checked — say what must hold under “expect”, for example "
          + "expect: { \"999 in time\": { metric: \"channels.999.serviceLevel.ofOffered\", atLeast: 0.9 } }")
      status = .inputFileWrong
    }
    try surroundings.output.write(isText ? text.advice(all) : CheckJSON(all, seed: seed).text)
    sayUncompared(all)
    if let path = arguments.last(.junit) {
      status = max(status, OutputFiles.leave(JUnitReport(all, seed: seed).text, at: path, in: surroundings))
    }
    if let path = arguments.last(.record), mayRecord(all, at: path, after: status) {
      status = max(status, OutputFiles.leave(record(of: all, at: path).text, at: path, in: surroundings))
    }
    return status
  }

  /// Throws, and says so, if what is to be left behind would take the place of a file that was read by now.
  private func checkApart() throws(ExitStatus) {
    try OutputFiles.checkApart(from: opened.takePaths(), arguments, in: surroundings)
  }

  /// Checks one scenario; says how the command should end as far as this one is concerned.
  ///
  /// - Throws: how the command should end at once.
  private func check(
    _ path: String, isOneOfSeveral: Bool
  ) throws(ExitStatus) -> (CheckedScenario, ExitStatus) {
    let beginning = surroundings.elapsed()
    func checked(_ outcome: CheckedScenario.Outcome) -> CheckedScenario {
      CheckedScenario(
        path: path, outcome: outcome, duration: surroundings.elapsed() - beginning, baseline: baseline)
    }
    var reason: ScenarioError?
    let read: ReadScenario
    do throws(ExitStatus) {
      read = try changes.read(path, isOneOfSeveral: isOneOfSeveral, isQuiet: isQuiet, in: surroundings) { reason = $0 }
    } catch {
      // What is no setting at all is none for the next file either, and need not be said again.
      guard let reason, reason.cause != .malformedSetting else { throw error }
      noteWhatItIsTakenFor(path)
      try checkApart()
      return (checked(.rejected(changes.spelled(reason))), error)
    }
    try checkApart()
    if read.scenario.expectations.isEmpty {
      let outcome = checked(.expectsNothing)
      return (outcome, outcome.findings?.problem == nil ? .done : .inputFileWrong)
    }

    let jobs = arguments.number(.jobs).map { Int($0) }
    let memory = MemoryArguments(arguments, verb: "check", in: surroundings)
    if let (message, remedy) = memory.excess(read.scenario, replications: replications, jobs: jobs) {
      let problem = Problem(place: Place(origin: .file(path)), path: "", message: message, remedy: remedy)
      Diagnostics(surroundings).report([problem], place: \.description)
      return (checked(.rejected(ScenarioError(cause: .invalid, problems: [problem]))), .commandLineWrong)
    }
    let experiment = Experiment(plan: Plan(read.scenario), seed: seed, replications: replications, jobs: jobs)
    let progress = isQuiet ? nil : ProgressLine(surroundings, total: replications)
    let result = experiment.runUntilCertain(atMost: most) { done, total in progress?.show(done: done, of: total) }
    progress?.clear()
    let outcome = checked(.simulated(result, Provenance(scenarioDigest: read.digest)))
    if outcome.findings?.problem != nil { return (outcome, .inputFileWrong) }
    return (outcome, outcome.verdict == .pass ? .done : .expectationFailed)
  }

  /// Says why a file of a folder that is no scenario after all was taken for one, if that may be news.
  private func noteWhatItIsTakenFor(_ path: String) {
    guard !arguments.operands.contains(path),
      let remark = ScenarioReader.sign(of: path, files: surroundings.files)?.remark()
    else { return }
    Diagnostics(surroundings).note(remark, about: path)
  }
}
