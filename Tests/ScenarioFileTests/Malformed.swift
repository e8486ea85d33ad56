import Foundation
import Reading
import ScenarioFile
import Testing

/// One slip in a fixture, and what must be said about it.
struct Malformed: CustomTestStringConvertible, Sendable {
  /// The files of the fixture.
  var fixture = Fixture.files
  /// The file that is changed.
  var file = "s.json5"
  /// A text that occurs in it; its first occurrence is replaced.
  var old: String
  /// What replaces it. A § in it is not part of it, but marks where the problem must be placed.
  var new: String
  var path: String
  var message: String
  var remedy: String
  var severity = Problem.Severity.error
  /// How many problems there may be: one, unless one slip really is two.
  var count = 1

  /// A slip in the scenario file.
  init(
    _ old: String, _ new: String, _ path: String, _ message: String, _ remedy: String,
    severity: Problem.Severity = .error, count: Int = 1
  ) {
    (self.old, self.new, self.path, self.message, self.remedy) = (old, new, path, message, remedy)
    (self.severity, self.count) = (severity, count)
  }

  /// A slip in another file.
  init(
    file: String, _ old: String, _ new: String, _ path: String, _ message: String, _ remedy: String,
    severity: Problem.Severity = .error, count: Int = 1
  ) {
    self.init(old, new, path, message, remedy, severity: severity, count: count)
    self.file = file
  }

  /// A slip in the fixture with a response.
  static func response(
    file: String = "s.json5", _ old: String, _ new: String, _ path: String, _ message: String, _ remedy: String,
    severity: Problem.Severity = .error, count: Int = 1
  ) -> Malformed {
    var slip = Malformed(file: file, old, new, path, message, remedy, severity: severity, count: count)
    slip.fixture = ResponseFixture.files
    return slip
  }

  /// The file with the slip and its mark.
  var changed: String {
    let original = fixture[file] ?? ""
    return original.firstRange(of: old).map { original.replacingCharacters(in: $0, with: new) } ?? original
  }

  var testDescription: String { new.isEmpty ? "without \(old.prefix(60))" : String(new.prefix(80)) }

  /// Reads the fixture with the slip and checks what is said.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    guard let original = fixture[file], original.contains(old) else {
      Issue.record("the fixture has no \(old)", sourceLocation: sourceLocation)
      return
    }
    let marked = changed
    guard let marker = marked.firstIndex(of: "§") else {
      Issue.record("no place is marked in \(new)", sourceLocation: sourceLocation)
      return
    }
    var changed = fixture
    changed[file] = marked.replacing("§", with: "")
    let place = Self.place(of: marker, in: marked, file: file)
    let all = problems(changed)
    let text = all.map(\.description).joined(separator: "\n")
    #expect(all.count == count, "\(text)", sourceLocation: sourceLocation)
    let found = all.contains { problem in
      problem.place == place && problem.path == path && problem.severity == severity
        && problem.message.contains(message) && problem.remedy.contains(remedy)
    }
    #expect(found, "no \(place): \(path): …\(message)… — …\(remedy)… among\n\(text)", sourceLocation: sourceLocation)
  }

  /// Lines, and columns as problems count them: characters in a scenario, fields in a table.
  private static func place(of marker: String.Index, in text: String, file: String) -> Place {
    let before = text[..<marker]
    let line = before.count { $0.isNewline } + 1
    let sameLine = before.split(omittingEmptySubsequences: false) { $0.isNewline }.last ?? ""
    let column = file.hasSuffix(".csv") ? sameLine.count { $0 == "," } + 1 : sameLine.unicodeScalars.count + 1
    return Place(origin: .file(file), line: line, column: column)
  }
}
