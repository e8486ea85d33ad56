/// One thing that is wrong, or looks wrong, with what a scenario says.
public struct Problem: Error, Equatable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used, but may not mean what its author thinks.
    case warning
  }

  /// How much it matters.
  public var severity: Severity
  /// Where it was written.
  public var place: Place
  /// Which value it is about, for example `channels.999.target.share`; empty for the scenario as a whole.
  public var path: String
  /// What is wrong.
  public var message: String
  /// What would be right.
  public var remedy: String

  /// A problem.
  public init(severity: Severity = .error, place: Place, path: String, message: String, remedy: String) {
    self.severity = severity
    self.place = place
    self.path = path
    self.message = message
    self.remedy = remedy
  }
}

extension Problem: CustomStringConvertible {
  /// One line: `file:line:column: error: path: what is wrong — what would be right`.
  ///
  /// Control characters, which quoted names may hold, become spaces: they could break the line or command a terminal.
  public var description: String { Self.onOneLine("\(place): \(severity.rawValue): \(unboundSentence)") }

  /// The description without the place and how much it matters.
  package var sentence: String { Self.onOneLine(unboundSentence) }

  private var unboundSentence: String { "\(path.isEmpty ? "" : "\(path): ")\(message) — \(remedy)" }

  private static func onOneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
