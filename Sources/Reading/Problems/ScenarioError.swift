/// Why a scenario could not be read: everything wrong with it that could be found in one go.
public struct ScenarioError: Error, Equatable, Sendable {
  /// Whose fault it is, which decides a command's exit status.
  public enum Cause: Equatable, Sendable {
    /// A file named by the caller could not be read at all (exit status 74).
    case unreadable
    /// A `--set` option is not of the form `path=value` (exit status 64).
    case malformedSetting
    /// The content is wrong (exit status 65). A file that the content names and that is not there counts as this.
    case invalid
  }

  /// Whose fault it is.
  public var cause: Cause
  /// What is wrong, in the order it was found, and the warnings found on the way. At least one is an error.
  public var problems: [Problem]

  /// An error of these problems.
  public init(cause: Cause, problems: [Problem]) {
    self.cause = cause
    self.problems = problems
  }
}

extension ScenarioError: CustomStringConvertible {
  /// The problems, one a line.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
