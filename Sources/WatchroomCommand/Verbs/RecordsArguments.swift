import Watchroom

/// Reads a file of records or of history, and says what is wrong with it.
struct RecordsArguments {
  private let zone: String
  private let isQuiet: Bool
  private let surroundings: Surroundings

  init(_ arguments: ParsedArguments, _ surroundings: Surroundings) {
    zone = arguments.last(.timeZone) ?? "Europe/London"
    isQuiet = arguments.has(.quiet)
    self.surroundings = surroundings
  }

  /// What `read` makes of the files and the time zone.
  ///
  /// - Throws: how the command should end if it made nothing.
  func read<Value>(
    _ read: (any FileReading, String) throws(RecordsError) -> Value
  ) throws(ExitStatus) -> Value {
    let diagnostics = Diagnostics(surroundings)
    guard ZoneRules.isKnown(zone) else {
      diagnostics.report("--time-zone: there is no time zone \(cited(zone)): name one such as Europe/London")
      throw .commandLineWrong
    }
    do throws(RecordsError) {
      return try read(surroundings.files, zone)
    } catch {
      switch error {
      case .unreadable(let path, let fault):
        diagnostics.report("\(path) cannot be read: \(fault.reason)")
        throw .inputOrOutputFailed
      case .invalid(let problems):
        diagnostics.report(problems.filter { !isQuiet || $0.severity == .error }, place: \.description)
        throw .inputFileWrong
      }
    }
  }
}

extension FileFault {
  /// Why, and what would help, as the end of a sentence.
  fileprivate var reason: String {
    switch self {
    case .missing: "there is no such file — check its name"
    case .tooLarge: "it is too large — split it"
    case .unreadable(let reason): reason
    }
  }
}
