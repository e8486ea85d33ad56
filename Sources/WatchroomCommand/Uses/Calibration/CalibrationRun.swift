import Synchronization
import Watchroom

/// One use of `calibrate`.
struct CalibrationRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let outputs: OutputFiles
  private let question: CalibrationQuestion

  /// What `arguments` ask for, read and checked.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    self.arguments = arguments
    self.surroundings = surroundings
    outputs = OutputFiles(arguments, in: surroundings)
    // Before anything is read: a journal or a result in the place of what it comes from would be the end of that.
    try outputs.check(apartFrom: arguments.operands + arguments.all(.targets) + arguments.all(.with))
    question = try CalibrationQuestion(arguments, in: surroundings)
    // Found out now rather than after the search.
    try outputs.checkPlaces()
    try outputs.checkAbsent()
  }

  func perform() throws(Ending) -> ExitStatus {
    let journal = try CalibrationJournal(arguments, question.journalHeader, in: surroundings)
    let result = calibrate(journal)
    guard let result, let found = question.read(result) else { throw untrue(journal) }
    let report = CalibrationReport(result, question.circumstances)
    var attempts = Attempts(in: surroundings)
    attempts.attempt(try journal?.checkIsWhole())
    attempts.attempt(
      try outputs.leave(question.overlayHeader + question.base.overlay(to: found), as: .calibratedOverlay))
    attempts.attempt(try outputs.leave(report.evidence, as: .evidence))
    try surroundings.print(
      arguments.isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured))
    return attempts.status
  }

  /// Searches from what the journal has on, and writes down in it what is found; nil if nothing is.
  private func calibrate(_ journal: CalibrationJournal?) -> CalibrationResult? {
    let limit =
      arguments.count(.evaluations) ?? Calibration.usualLimit(parameters: question.model.parameters.count)
    let calibration = Calibration(
      model: question.model, targets: question.targets.targets, catalogue: question.catalogue, jobs: arguments.jobs,
      limit: limit, confirmations: arguments.count(.confirmations) ?? 5)
    let progress = arguments.isQuiet ? nil : ProgressLine(surroundings, total: limit, noun: "evaluation")
    let known = journal?.evaluations ?? []
    let kept = Atomic(known.count)
    surroundings.interruption.say {
      guard let journal else { return "nothing is kept; with --resume FILE it could go on" }
      let count = kept.load(ordering: .relaxed)
      let evaluations = "\(Quantity.counted(count, "evaluation")) \(count == 1 ? "is" : "are")"
      return "\(evaluations) kept in \(journal.path): the same command goes on from there"
    }
    defer {
      progress?.clear()
      surroundings.interruption.say(nil)
    }
    return calibration.run(
      known: known,
      note: { evaluation in
        if journal?.add(evaluation) == true { kept.wrappingAdd(1, ordering: .relaxed) }
      },
      progress: { [count = known.count] done in progress?.show(done: min(count + done, limit)) })
  }

  /// That nothing came of the search. It began with values that make a scenario, as was checked, and ended with some that
  /// were simulated: unless by what was known before.
  private func untrue(_ journal: CalibrationJournal?) -> Ending {
    guard let journal else { preconditionFailure("values that make no scenario were never simulated") }
    return Ending(
      .inputFileWrong,
      "\(journal.path) says what never was: of values that make a scenario that they make none, or the reverse "
        + "— delete it, and begin again")
  }
}
