import Watchroom

// What becomes of one scenario.
extension CheckRun {
  /// Checks the scenario at `path`.
  ///
  /// - Throws: what would be as wrong with all others.
  func check(_ path: String, isOneOfSeveral: Bool, _ attempts: inout Attempts) throws(Ending) -> CheckedScenario {
    let beginning = surroundings.elapsed()
    let outcome = try outcome(of: path, isOneOfSeveral: isOneOfSeveral, &attempts)
    let checked = CheckedScenario(
      path: path, outcome: outcome, duration: surroundings.elapsed() - beginning, baseline: baseline)
    attempts.heed(Self.status(after: checked))
    return checked
  }

  private func outcome(
    of path: String, isOneOfSeveral: Bool, _ attempts: inout Attempts
  ) throws(Ending) -> CheckedScenario.Outcome {
    let read: ReadScenario
    do throws(Ending) {
      read = try changes.read(path, isOneOfSeveral: isOneOfSeveral, in: surroundings)
    } catch {
      // What is no setting at all is none for the next file either, and need not be said again.
      guard let rejection = error.rejection, rejection.cause != .malformedSetting else { throw error }
      attempts.fail(error)
      noteWhatItIsTakenFor(path)
      try checkApart()
      return .rejected(changes.spelled(rejection))
    }
    try checkApart()
    if read.scenario.expectations.isEmpty { return .expectsNothing }
    if let problem = excess(read.scenario, at: path) {
      attempts.fail(Ending([problem], status: .commandLineWrong))
      return .rejected(ScenarioError(cause: .invalid, problems: [problem]))
    }
    return .simulated(simulate(read.scenario), Provenance(scenarioDigest: read.digest))
  }

  private func simulate(_ scenario: Scenario) -> ExperimentResult {
    let experiment = Experiment(
      plan: Plan(scenario), seed: arguments.seed, replications: replications, jobs: arguments.jobs)
    let progress = arguments.isQuiet ? nil : ProgressLine(surroundings, total: replications)
    defer { progress?.clear() }
    return experiment.runUntilCertain(atMost: most) { done, total in progress?.show(done: done, of: total) }
  }

  /// That there is not enough memory for the scenario at `path`; nil if there is.
  private func excess(_ scenario: Scenario, at path: String) -> Problem? {
    let memory = MemoryArguments(arguments, in: surroundings)
    let foreseen = arguments.has(.most) ? most : replications
    return memory.excess(scenario, replications: foreseen, jobs: arguments.jobs).map { message, remedy in
      Problem(place: Place(origin: .file(path)), path: "", message: message, remedy: remedy)
    }
  }

  /// How the command would end because of what came out; what could not be read or begun was heeded already.
  private static func status(after checked: CheckedScenario) -> ExitStatus {
    if checked.findings?.problem != nil { return .inputFileWrong }
    guard case .simulated = checked.outcome else { return .done }
    return checked.verdict == .pass ? .done : .expectationFailed
  }

  /// Says why a file of a folder that is no scenario after all was taken for one, if that may be news.
  private func noteWhatItIsTakenFor(_ path: String) {
    guard !arguments.operands.contains(path),
      let remark = ScenarioReader.sign(of: path, files: surroundings.files)?.remark()
    else { return }
    surroundings.note(remark, about: path)
  }
}
