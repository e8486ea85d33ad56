/// Somewhere to write text.
protocol TextOutput: Sendable {
  /// Writes all of `text`, or throws. A reader who went away before the end is not a fault: the rest is dropped.
  func write(_ text: String) throws(OutputFault)
}

/// Why text could not be written.
struct OutputFault: Error, Equatable {
  /// The system's reason, for example "No space left on device".
  let reason: String
}
