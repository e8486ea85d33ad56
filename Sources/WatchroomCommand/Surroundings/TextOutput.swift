/// Somewhere to write text.
protocol TextOutput: Sendable {
  /// Writes all of `text`, or throws.
  func write(_ text: String) throws(OutputFault)
}
