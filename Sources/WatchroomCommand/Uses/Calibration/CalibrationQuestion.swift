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

extension ParsedArguments {
  /// The same, of the time that `targets` are about, unless it says of which itself.
  fileprivate func measuring(_ targets: PublishedTargets) -> ParsedArguments {
    var arguments = self
    if let start = targets.start, !has(.start) { arguments.values[OptionDeclaration.start.name] = [start] }
    if let days = targets.days, !has(.days) { arguments.values[OptionDeclaration.days.name] = [String(days)] }
    return arguments
  }
}
