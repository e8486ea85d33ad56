import Reading

/// Why a file of records or of history could not be used at all.
public enum RecordsError: Error, Sendable, Equatable {
  /// The file of that name could not be read.
  case unreadable(String, FileFault)
  /// What it says cannot be used: at least one of these is an error.
  case invalid([Problem])
}
