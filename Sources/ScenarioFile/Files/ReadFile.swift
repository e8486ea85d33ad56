/// A file that a scenario names, as it was when it was read.
public struct ReadFile: Equatable, Sendable {
  /// What the scenario calls it.
  public var path: String
  /// All of its bytes.
  public var bytes: [UInt8]

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
