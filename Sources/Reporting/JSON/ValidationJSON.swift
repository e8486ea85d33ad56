import Reading
import Writing

/// What is wrong with scenarios, for editors and build servers: `watchroom/validation/1`.
///
/// A list of files in the order in which they were looked at, each with its verdict, `ok` or `error`, and its problems:
/// how much each matters (`error` or `warning`), in which file it is (or which option of the command line), in what
/// line and column, which value it is about by its path inside the scenario, what is wrong and what would be right.
/// Line and column count from 1, and are `null` where it is about the whole of a file or a line. A file may be `ok` and
/// have warnings.
public struct ValidationJSON: Sendable {
  /// A file that was looked at.
  public struct File: Sendable {
    /// Its path, as it was given.
    public var path: String
    /// Whether it can be simulated.
    public var isRight: Bool
    /// What is wrong with it, or looks wrong.
    public var problems: [Problem]

    /// A file.
    public init(path: String, isRight: Bool, problems: [Problem]) {
      self.path = path
      self.isRight = isRight
      self.problems = problems
    }
  }

  /// The schema the document follows, as it says itself.
  public static let schema = "watchroom/validation/1"

  private let files: [File]
  private let origin: @Sendable (Place) -> String

  /// A document about these files; `origin` is what to call the text that a place is in.
  public init(_ files: [File], origin: @escaping @Sendable (Place) -> String = \.file) {
    self.files = files
    self.origin = origin
  }

  /// The document, with a newline at its end. O(problems).
  public var text: String {
    JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name), "files": .array(files.map(file)),
      ]))
  }

  private func file(_ file: File) -> JSONValue {
    .members([
      "path": .string(file.path), "verdict": .string(file.isRight ? "ok" : "error"),
      "problems": .array(file.problems.map(problem)),
    ])
  }

  private func problem(_ problem: Problem) -> JSONValue {
    func counted(_ number: Int) -> JSONValue { number == 0 ? .null : .integer(number) }
    return .members([
      "severity": .string(problem.severity.rawValue), "file": .string(origin(problem.place)),
      "line": counted(problem.place.line), "column": counted(problem.place.column), "path": .string(problem.path),
      "message": .string(problem.message), "remedy": .string(problem.remedy),
    ])
  }
}
