import Watchroom

/// One use of `validate`.
struct ValidationRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let changes: ScenarioArguments

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    self.arguments = arguments
    self.surroundings = surroundings
    changes = ScenarioArguments(arguments)
  }

  func perform() throws(Ending) -> ExitStatus { try arguments.isJSON ? list() : say() }

  /// Looks at all files, and says what is wrong with each as it comes.
  private func say() throws(Ending) -> ExitStatus {
    var attempts = Attempts(in: surroundings)
    for path in arguments.operands {
      do throws(Ending) {
        _ = try changes.read(path, isOneOfSeveral: arguments.operands.count > 1, in: surroundings)
      } catch {
        // What is no setting at all is none for the next file either, and need not be said again.
        if error.rejection?.cause == .malformedSetting { throw error }
        attempts.fail(error)
        continue
      }
      if !arguments.isQuiet { try surroundings.print("\(path.printable): ok\n") }
    }
    return attempts.status
  }

  /// Looks at all files, and prints what is wrong with each as one document. Nothing is said besides.
  private func list() throws(Ending) -> ExitStatus {
    var status = ExitStatus.done
    var files: [ValidationJSON.File] = []
    for path in arguments.operands {
      var file = ValidationJSON.File(path: path, isRight: true, problems: [])
      do throws(Ending) {
        file.problems = try changes.readQuietly(path, in: surroundings).warnings
      } catch {
        file.isRight = false
        file.problems = error.rejection?.problems ?? []
        status = max(status, error.status)
      }
      if arguments.isQuiet { file.problems.removeAll { $0.severity == .warning } }
      files.append(file)
    }
    try surroundings.print(ValidationJSON(files) { changes.origin(of: $0) }.text)
    return status
  }
}
