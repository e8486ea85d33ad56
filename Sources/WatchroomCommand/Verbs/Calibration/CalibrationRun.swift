import Synchronization
import Watchroom

/// One use of `calibrate`.
struct CalibrationRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let diagnostics: Diagnostics
  private let question: CalibrationQuestion
  private let isQuiet: Bool

  /// What `arguments` ask for, read and checked.
  ///
  /// - Throws: how the command should end, if there was an error.
  init(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(ExitStatus) {
    self.surroundings = surroundings
    diagnostics = Diagnostics(surroundings)
    isQuiet = arguments.has(.quiet)
    // Before anything is read: a journal or a result in the place of what it comes from would be the end of that.
    try OutputFiles.checkAtOnce(
      [.journal, .calibratedOverlay, .evidence], of: arguments,
      sources: arguments.operands + arguments.all(.targets) + arguments.all(.with), verb: "calibrate", in: surroundings)
    question = try CalibrationQuestion(arguments, surroundings)
    self.arguments = arguments
    // Found out now rather than after the search.
    try OutputFiles.checkPlaces([.calibratedOverlay, .evidence], of: arguments, verb: "calibrate", in: surroundings)
    try OutputFiles.checkAbsent([.calibratedOverlay, .evidence], of: arguments, in: surroundings)
  }

  /// Searches, leaves the files behind that were asked for, and returns the report and how the command should end.
  ///
  /// - Throws: how the command should end, if nothing was found.
  func perform() throws(ExitStatus) -> (report: String, status: ExitStatus) {
    let journal = try CalibrationJournal(arguments, question.journalHeader, surroundings)
    let parameters = question.model.parameters.count
    let limit = arguments.number(.evaluations).map { Int($0) } ?? Calibration.usualLimit(parameters: parameters)
    let calibration = Calibration(
      model: question.model, targets: question.targets.targets, catalogue: question.catalogue,
      jobs: arguments.number(.jobs).map { Int($0) }, limit: limit,
      confirmations: Int(arguments.number(.confirmations) ?? 5))
    let progress = isQuiet ? nil : ProgressLine(surroundings, total: limit, noun: "evaluation")
    let kept = Atomic(journal?.evaluations.count ?? 0)
    surroundings.interruption.say {
      guard let journal else { return "nothing is kept; with --resume FILE it could go on" }
      let count = kept.load(ordering: .relaxed)
      return "\(count) evaluations are kept in \(journal.path): the same command goes on from there"
    }
    let result = calibration.run(
      known: journal?.evaluations ?? [],
      note: { evaluation in
        journal?.add(evaluation)
        kept.wrappingAdd(1, ordering: .relaxed)
      },
      progress: { [known = journal?.evaluations.count ?? 0] done in
        progress?.show(done: min(known + done, limit))
      })
    progress?.clear()
    surroundings.interruption.say(nil)
    guard let result, let found = question.read(result) else { throw untrue(journal) }
    let report = CalibrationReport(result, question.circumstances)
    var status = ExitStatus.done
    if let fault = journal?.fault {
      diagnostics.report("\(journal?.path ?? "") cannot be written: \(fault.reason)")
      status = .inputOrOutputFailed
    }
    let isForced = arguments.has(.force)
    if let path = arguments.last(.calibratedOverlay) {
      let overlay = question.overlayHeader + question.base.overlay(to: found)
      status = max(status, OutputFiles.leave(overlay, at: path, replacing: isForced, in: surroundings))
    }
    if let path = arguments.last(.evidence) {
      status = max(status, OutputFiles.leave(report.evidence, at: path, replacing: isForced, in: surroundings))
    }
    let isJSON = arguments.last(.format) == "json"
    return (isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured), status)
  }

  /// Reports that nothing came of the search. It began with values that make a scenario, as was checked, and ended with some
  /// that were simulated: unless by what was known before.
  private func untrue(_ journal: CalibrationJournal?) -> ExitStatus {
    guard let journal else { preconditionFailure("values that make no scenario were never simulated") }
    diagnostics.report(
      "\(journal.path) says what never was: of values that make a scenario that they make none, or the reverse "
        + "— delete it, and begin again")
    return .inputFileWrong
  }
}
