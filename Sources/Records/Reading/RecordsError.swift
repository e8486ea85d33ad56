import ScenarioFile

/// Why a file of records or of history could not be used at all.
public enum RecordsError: Error, Sendable, Hashable {
  /// The file could not be read.
  case unreadable(FileFault)
  /// What it says cannot be used: at least one of these is an error.
  case invalid([Problem])
}
