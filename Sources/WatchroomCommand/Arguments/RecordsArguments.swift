import Watchroom

/// Reads a file of records or of history, and says what is wrong with it.
struct RecordsArguments {
  private let zone: String
  private let isQuiet: Bool
  private let files: any FileReading

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    zone = arguments.last(.timeZone) ?? "Europe/London"
    isQuiet = arguments.isQuiet
    files = surroundings.files
  }

  /// What `read` makes of the files and the time zone.
  func read<Value>(
    _ read: (any FileReading, String) throws(RecordsError) -> Value
  ) throws(Ending) -> Value {
    guard ZoneRules.isKnown(zone) else {
      throw Ending(
        .commandLineWrong, "--time-zone: there is no time zone \(cited(zone)): name one such as Europe/London")
    }
    do throws(RecordsError) {
      return try read(files, zone)
    } catch {
      switch error {
      case .unreadable(let path, let fault):
        throw .unreadable(path, fault)
      case .invalid(let problems):
        throw Ending(problems.filter { !isQuiet || $0.severity == .error })
      }
    }
  }
}
