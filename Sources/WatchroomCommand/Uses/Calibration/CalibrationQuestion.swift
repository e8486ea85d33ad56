import Watchroom

/// What a use of `calibrate` asks: a scenario, what may be moved of it, and what should come out.
struct CalibrationQuestion {
  /// The scenario before anything is moved.
  let base: ReadScenario
  let targets: PublishedTargets
  let catalogue: FigureCatalogue
  let model: ScenarioModel
  let circumstances: CalibrationReport.Circumstances
  private let candidates: CandidateReader

  /// What `given` asks, all of it checked that can be before anything is simulated.
  init(_ given: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    guard let path = given.last(.targets) else {
      throw given.misuse("say what should come out: --targets FILE")
    }
    var surroundings = surroundings
    surroundings.files = RememberedFiles(surroundings.files)
    targets = try Self.targets(at: path, surroundings.files)
    let changes = ScenarioArguments(given.measuring(targets))
    base = try Self.base(given.operands[0], changes, in: surroundings)
    candidates = CandidateReader(path: given.operands[0], changes: changes, files: surroundings.files)
    let parameters = try Self.parameters(of: base, candidates)
    try Self.checkMemory(for: base.scenario, given, in: surroundings)
    catalogue = try Self.catalogue(for: targets, of: base.scenario)
    model = try Self.model(parameters, targets, given, candidates)
    circumstances = CalibrationReport.Circumstances(
      scenario: base.scenario.name, digest: base.digest, targets: path, source: targets.source,
      command: given.command(Self.words(given, targets: path)))
  }

  /// What evaluations of this question are of.
  var journalHeader: Journal.Header {
    Journal.Header(
      scenario: base.digest, seed: model.seed, replications: model.replications,
      parameters: model.parameters.map(\.parameter.name), figures: model.paths)
  }

  /// The scenario with the values that were found.
  func read(_ result: CalibrationResult) -> ReadScenario? { try? candidates.read(model.settings(at: result.values)) }

  /// What an overlay says of itself.
  var overlayHeader: String {
    """
    // Found by `watchroom calibrate` for \(candidates.path.printable), so that it reproduces \
    \(circumstances.targets.printable).

    """
  }
}

// Its parts, in the order in which they are made: each needs those before.
extension CalibrationQuestion {
  private static func targets(at path: String, _ files: any FileReading) throws(Ending) -> PublishedTargets {
    try checked { () throws(ScenarioError) in try PublishedTargets.read(path, files: files) }
  }

  private static func base(
    _ path: String, _ changes: ScenarioArguments, in surroundings: Surroundings
  ) throws(Ending) -> ReadScenario {
    let base = try changes.read(path, in: surroundings)
    if base.parameters.isEmpty {
      throw Ending(
        .inputFileWrong,
        "\(path) does not say what may be moved — add, for example, calibrate: { \"heads on lates\": "
          + "{ path: \"teams.contact.staff.lates\", from: 8, to: 20, whole: true } }")
    }
    return base
  }

  /// What may be moved, each as far as its scenario can follow.
  private static func parameters(
    of base: ReadScenario, _ candidates: CandidateReader
  ) throws(Ending) -> [PlacedParameter] {
    try checked { () throws(ScenarioError) in
      let parameters = try base.placedParameters()
      for parameter in parameters {
        try parameter.checkEnds { settings throws(ScenarioError) in _ = try candidates.read(settings) }
      }
      return parameters
    }
  }

  /// Each set of values is an experiment of its own, run in one thread.
  private static func checkMemory(
    for scenario: Scenario, _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(Ending) {
    try MemoryArguments(arguments, in: surroundings).check(
      replications: replications(arguments), days: scenario.calendar.days, jobs: arguments.jobs
    ) { MemoryNeed([scenario], jobs: 1).sideBySide($0) }
  }

  /// The figures of the scenario, which must have all that `targets` are of.
  private static func catalogue(
    for targets: PublishedTargets, of scenario: Scenario
  ) throws(Ending) -> FigureCatalogue {
    let catalogue = FigureCatalogue(plan: Plan(scenario))
    let unknown = targets.problems(in: catalogue)
    if !unknown.isEmpty { throw Ending(unknown) }
    return catalogue
  }

  /// What is simulated with any values of `parameters`; those it begins with must make a scenario together.
  private static func model(
    _ parameters: [PlacedParameter], _ targets: PublishedTargets, _ arguments: ParsedArguments,
    _ candidates: CandidateReader
  ) throws(Ending) -> ScenarioModel {
    let model = ScenarioModel(
      parameters: parameters, paths: Calibration.paths(of: targets.targets), seed: arguments.seed,
      replications: replications(arguments), read: { try? candidates.read($0).scenario })
    try checked { () throws(ScenarioError) in
      try parameters.checkTogether(at: model.start) { settings throws(ScenarioError) in
        _ = try candidates.read(settings)
      }
    }
    return model
  }

  /// The words that ask the same again.
  private static func words(_ arguments: ParsedArguments, targets: String) -> [String] {
    let counts = [OptionDeclaration.evaluations, .confirmations].flatMap { option in
      arguments.last(option).map { [option.spelling, $0] } ?? []
    }
    return [OptionDeclaration.targets.spelling, targets] + ScenarioArguments(arguments).words
      + [OptionDeclaration.seed.spelling, String(arguments.seed)]
      + [OptionDeclaration.replications.spelling, String(replications(arguments))] + counts
  }

  private static func replications(_ arguments: ParsedArguments) -> Int {
    guard let replications = arguments.count(.replications) else {
      preconditionFailure("the option is declared with a standard value")
    }
    return replications
  }

  /// What `read` reads. Its settings are nobody's: files are to blame.
  private static func checked<Value>(_ read: () throws(ScenarioError) -> Value) throws(Ending) -> Value {
    do throws(ScenarioError) {
      return try read()
    } catch {
      throw Ending(error.problems, status: error.cause == .unreadable ? .inputOrOutputFailed : .inputFileWrong)
    }
  }
}

/// The scenario of a question with other values.
private struct CandidateReader: Sendable {
  let path: String
  let overlays: [String]
  let settings: [String]
  let files: any FileReading

  init(path: String, changes: ScenarioArguments, files: any FileReading) {
    self.path = path
    overlays = changes.overlays
    settings = changes.settings
    self.files = files
  }

  /// The scenario with these settings after all others.
  func read(_ values: [String]) throws(ScenarioError) -> ReadScenario {
    try ScenarioReader.read(path: path, overlays: overlays, settings: settings + values, files: files)
  }
}

extension ParsedArguments {
  /// The same, of the time that `targets` are about, unless it says of which itself.
  fileprivate func measuring(_ targets: PublishedTargets) -> ParsedArguments {
    var arguments = self
    if let start = targets.start, !has(.start) { arguments.values[OptionDeclaration.start.name] = [start] }
    if let days = targets.days, !has(.days) { arguments.values[OptionDeclaration.days.name] = [String(days)] }
    return arguments
  }
}
