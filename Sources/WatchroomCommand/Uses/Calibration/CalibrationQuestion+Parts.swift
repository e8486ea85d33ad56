import Watchroom

// Its parts, in the order in which they are made: each needs those before.
extension CalibrationQuestion {
  static func targets(at path: String, _ files: any FileReading) throws(Ending) -> PublishedTargets {
    try checked { () throws(ScenarioError) in try PublishedTargets.read(path, files: files) }
  }

  static func base(
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
  static func parameters(
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
  static func checkMemory(
    for scenario: Scenario, _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(Ending) {
    try MemoryArguments(arguments, in: surroundings).check(
      replications: replications(arguments), days: scenario.calendar.days, jobs: arguments.jobs
    ) { MemoryNeed([scenario], jobs: 1).sideBySide($0) }
  }

  /// The figures of the scenario, which must have all that `targets` are of.
  static func catalogue(
    for targets: PublishedTargets, of scenario: Scenario
  ) throws(Ending) -> FigureCatalogue {
    let catalogue = FigureCatalogue(plan: Plan(scenario))
    let unknown = targets.problems(in: catalogue)
    if !unknown.isEmpty { throw Ending(unknown) }
    return catalogue
  }

  /// What is simulated with any values of `parameters`; those it begins with must make a scenario together.
  static func model(
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
  static func words(_ arguments: ParsedArguments, targets: String) -> [String] {
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
