import Watchroom

extension Verb {
  static let check = Verb(
    name: "check",
    summary: "judge what scenarios expect of their figures; for CI",
    operandPlaceholder: "PATH",
    operandCount: 1...Int.max,
    operandHelp: "a scenario file, or a folder with scenarios (*.json5) at any depth",
    ownOptions: [.junit, .baseline, .record, .seed, .firstReplications, .most] + OptionDeclaration.changes + [
      .jobs, .memory, .format, .quiet,
    ],
    example: Example(
      command: "watchroom check Scenarios --junit verdicts.xml",
      effect: "says of every scenario whether all it expects came true, and why not, and leaves the same for CI"),
    statuses: ExitStatus.withVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    guard var check = Check(arguments, in: surroundings) else { return .commandLineWrong }
    return try check.perform()
  }
}

extension OptionDeclaration {
  fileprivate static let junit = OptionDeclaration(
    name: "junit", value: .path, placeholder: "FILE", help: "where to leave the verdicts as JUnit XML",
    absence: "nowhere")
  fileprivate static let baseline = OptionDeclaration(
    name: "baseline", value: .path, placeholder: "FILE",
    help: "fail as well if a figure is worse than this file of --record says, beyond what chance explains",
    absence: "only what is expected counts")
  fileprivate static let record = OptionDeclaration(
    name: "record", value: .path, placeholder: "FILE", help: "where to leave the figures for --baseline",
    absence: "nowhere")
  // An interval takes two.
  fileprivate static let firstReplications = OptionDeclaration(
    name: "replications", value: .wholeNumber(2...1_000_000), placeholder: "N",
    help: "how many independent runs to begin with", standard: "20")
  fileprivate static let most = OptionDeclaration(
    name: "most", value: .wholeNumber(2...1_000_000), placeholder: "N",
    help: "double the runs while a verdict is uncertain, but not beyond this",
    absence: "256, or --replications if more")
}

/// One use of the verb.
private struct Check {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let changes: ScenarioArguments
  private let seed: UInt64
  private let replications: Int
  private let most: Int
  private let isQuiet: Bool
  private var baseline: Baseline?

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
    } catch {
      Diagnostics(surroundings).report(error.line)
      return nil
    }
    self.arguments = arguments
    self.surroundings = surroundings
    self.seed = seed
    self.replications = Int(replications)
    most = arguments.number(.most).map { Int($0) } ?? max(256, Int(replications))
    changes = ScenarioArguments(arguments)
    isQuiet = arguments.has(.quiet)
  }

  mutating func perform() throws(OutputFault) -> ExitStatus {
    do throws(ExitStatus) {
      try OutputFiles.checkPlaces([.junit, .record], of: arguments, in: surroundings)
      try readBaseline()
    } catch {
      return error
    }
    let paths = ScenarioPaths(arguments.operands, isQuiet: isQuiet, in: surroundings)
    let isText = arguments.last(.format) == "text"
    let text = CheckText(isColoured: surroundings.outputIsColoured)
    var status = paths.status
    var all: [CheckedScenario] = []
    for (number, path) in paths.scenarios.enumerated() {
      surroundings.interruption.say { [count = paths.scenarios.count] in
        "\(number) of \(count) scenarios were checked, and no file is written"
      }
      let (checked, ending) = check(path)
      // What is wrong on the command line is as wrong for the next file, and need not be said again.
      if ending == .commandLineWrong { return ending }
      status = max(status, ending)
      all.append(checked)
      if isText { try surroundings.output.write(text.text(checked)) }
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
    noteUncompared(all)
    if let path = arguments.last(.junit) {
      status = max(status, leave(JUnitReport(all, seed: seed).text, at: path))
    }
    // What could not all be simulated is no baseline.
    if let path = arguments.last(.record), status <= .expectationFailed {
      status = max(status, leave(Baseline(all).text, at: path))
    }
    return status
  }

  /// Reads the file that `--baseline` names, if it does, and reports what is wrong with it.
  private mutating func readBaseline() throws(ExitStatus) {
    guard let path = arguments.last(.baseline) else { return }
    let diagnostics = Diagnostics(surroundings)
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try surroundings.files.read(path, limit: Baseline.limit)
    } catch {
      let problem = Problem(
        place: Place(origin: .file(path)), path: "", message: error.message(path),
        remedy: error == .missing ? "record one with --record" : error.remedy(Baseline.limit))
      diagnostics.report([problem], place: \.description)
      throw error == .tooLarge ? .inputFileWrong : .inputOrOutputFailed
    }
    do throws(ScenarioError) {
      baseline = try Baseline(bytes: bytes, path: path)
    } catch {
      diagnostics.report(error.problems, place: \.description)
      throw .inputFileWrong
    }
  }

  /// Says which expectations a baseline says nothing about, so that nobody takes them for held by it.
  private func noteUncompared(_ all: [CheckedScenario]) {
    guard baseline != nil, !isQuiet else { return }
    for checked in all {
      let compared = Set(checked.comparisons.map(\.expectation.name))
      for expectation in checked.expectations where !compared.contains(expectation.name) {
        guard case .simulated(let result, _) = checked.outcome else { continue }
        let reason =
          result.values(of: expectation.metric) == nil
          ? "a figure of all replications together has no interval to compare by"
          : "the baseline does not have it — record it again with --record"
        Diagnostics(surroundings).note(
          "not compared with the baseline: “\(expectation.name)”: \(reason)", about: checked.path)
      }
    }
  }

  /// Checks one scenario; says how the command should end as far as this one is concerned.
  private func check(_ path: String) -> (CheckedScenario, ExitStatus) {
    let beginning = surroundings.elapsed()
    func checked(_ outcome: CheckedScenario.Outcome) -> CheckedScenario {
      CheckedScenario(
        path: path, outcome: outcome, duration: surroundings.elapsed() - beginning, baseline: baseline)
    }
    var reason = ScenarioError(cause: .invalid, problems: [])
    let read: ReadScenario
    do throws(ExitStatus) {
      read = try changes.read(path, isQuiet: isQuiet, in: surroundings) { reason = $0 }
    } catch {
      return (checked(.rejected(reason)), error)
    }
    if read.scenario.expectations.isEmpty { return (checked(.expectsNothing), .done) }

    let experiment = Experiment(
      plan: Plan(read.scenario), seed: seed, replications: replications, jobs: arguments.number(.jobs).map { Int($0) })
    do throws(ExitStatus) {
      try MemoryArguments(arguments, verb: "check", in: surroundings).check(
        [experiment], replications: replications, jobs: experiment.jobs, in: surroundings)
    } catch {
      return (checked(.rejected(reason)), error)
    }
    let progress = isQuiet ? nil : ProgressLine(surroundings, total: replications)
    let result = experiment.runUntilCertain(atMost: most) { done, total in progress?.show(done: done, of: total) }
    progress?.clear()
    let outcome = checked(.simulated(result, Provenance(scenarioDigest: read.digest)))
    return (outcome, outcome.verdict == .pass ? .done : .expectationFailed)
  }

  /// Writes a file that an option asks for.
  private func leave(_ text: String, at path: String) -> ExitStatus {
    do throws(OutputFault) {
      try surroundings.storage.write(text, to: path, replacing: true)
      return .done
    } catch {
      Diagnostics(surroundings).report("\(path) cannot be written: \(error.reason)")
      return .inputOrOutputFailed
    }
  }
}
