import Watchroom

/// What a use of `calibrate` asks: a scenario, what may be moved of it, and what should come out.
struct CalibrationQuestion {
  /// The scenario before anything is moved.
  let base: ReadScenario
  let targets: PublishedTargets
  let catalogue: FigureCatalogue
  let model: ScenarioModel
  let circumstances: CalibrationReport.Circumstances
  private let path: String
  private let read: @Sendable ([String]) -> ReadScenario?

  /// What `arguments` ask, all of it checked that can be before anything is simulated.
  ///
  /// - Throws: how the command should end, if there was an error.
  init(_ given: ParsedArguments, _ surroundings: Surroundings) throws(ExitStatus) {
    let diagnostics = Diagnostics(surroundings)
    let isQuiet = given.has(.quiet)
    guard let targetsPath = given.last(.targets) else {
      let error = UsageError(message: "say what should come out: --targets FILE", verb: "calibrate")
      diagnostics.report(error.line)
      throw .commandLineWrong
    }
    let files = RememberedFiles(surroundings.files)
    var surroundings = surroundings
    surroundings.files = files
    let targets = try Self.checked(diagnostics) { () throws(ScenarioError) in
      try PublishedTargets.read(targetsPath, files: files)
    }
    var arguments = given
    // What was published is about a time, which the command line may still overrule.
    if let start = targets.start, !given.has(.start) { arguments.values["start"] = [start] }
    if let days = targets.days, !given.has(.days) { arguments.values["days"] = [String(days)] }
    let changes = ScenarioArguments(arguments)
    let path = given.operands[0]
    base = try changes.read(path, isQuiet: isQuiet, in: surroundings)
    if base.parameters.isEmpty {
      diagnostics.report(
        "\(path) does not say what may be moved — add, for example, calibrate: { \"heads on lates\": "
          + "{ path: \"teams.contact.staff.lates\", from: 8, to: 20, whole: true } }")
      throw .inputFileWrong
    }
    let (base, overlays, settings) = (base, changes.overlays, changes.settings)
    read = { try? ScenarioReader.read(path: path, overlays: overlays, settings: settings + $0, files: files) }
    let parameters = try Self.checked(diagnostics) { () throws(ScenarioError) in
      let parameters = try base.placedParameters()
      for parameter in parameters {
        try parameter.checkEnds { settings throws(ScenarioError) in
          _ = try ScenarioReader.read(
            path: path, overlays: overlays, settings: changes.settings + settings, files: files)
        }
      }
      return parameters
    }
    guard let seed = given.number(.seed), let replications = given.number(.replications).map({ Int($0) }) else {
      preconditionFailure("both options are declared with a standard value")
    }
    // Each set of values is an experiment of its own, run in one thread.
    try MemoryArguments(given, verb: "calibrate", in: surroundings).check(
      replications: replications, days: base.scenario.calendar.days, jobs: given.number(.jobs).map { Int($0) },
      in: surroundings
    ) { [base] in MemoryNeed([base.scenario], jobs: 1).sideBySide($0) }
    let catalogue = FigureCatalogue(plan: Plan(base.scenario))
    let unknown = targets.problems(in: catalogue)
    if !unknown.isEmpty {
      diagnostics.report(unknown, place: \.description)
      throw .inputFileWrong
    }
    let model = ScenarioModel(
      parameters: parameters, paths: Calibration.paths(of: targets.targets), seed: seed,
      replications: replications, read: { [read] in read($0)?.scenario })
    try Self.checked(diagnostics) { () throws(ScenarioError) in
      try parameters.checkTogether(at: model.start) { settings throws(ScenarioError) in
        _ = try ScenarioReader.read(
          path: path, overlays: overlays, settings: changes.settings + settings, files: files)
      }
    }
    self.model = model
    self.targets = targets
    self.catalogue = catalogue
    self.path = path
    let counts = [OptionDeclaration.evaluations, .confirmations].flatMap { option in
      given.last(option).map { [option.spelling, $0] } ?? []
    }
    circumstances = CalibrationReport.Circumstances(
      scenario: base.scenario.name, digest: base.digest, targets: targetsPath, source: targets.source,
      command: ["watchroom", "calibrate", OptionDeclaration.targets.spelling, targetsPath]
        + ScenarioArguments(given).words + ["--seed", String(seed), "--replications", String(replications)] + counts
        + ShellCommand.operands([path]))
  }

  /// What evaluations of this question are of.
  var journalHeader: Journal.Header {
    Journal.Header(
      scenario: base.digest, seed: model.seed, replications: model.replications,
      parameters: model.parameters.map(\.parameter.name), figures: model.paths)
  }

  /// The scenario with the values that were found.
  func read(_ result: CalibrationResult) -> ReadScenario? { read(model.settings(at: result.values)) }

  /// What an overlay says of itself.
  var overlayHeader: String {
    """
    // Found by `watchroom calibrate` for \(path.printable), so that it reproduces \(circumstances.targets.printable).

    """
  }

  private static func checked<Value>(
    _ diagnostics: Diagnostics, _ read: () throws(ScenarioError) -> Value
  ) throws(ExitStatus) -> Value {
    do throws(ScenarioError) {
      return try read()
    } catch {
      diagnostics.report(error.problems, place: \.description)
      throw error.cause == .unreadable ? .inputOrOutputFailed : .inputFileWrong
    }
  }
}
