import Foundation
import Testing

/// What the README shows is what is compiled and run here.
@Suite struct ReadmeTests {
  @Test(arguments: ["emergencyCallsAreAnswered", "theNinthHandlerIsWorthHavingAtAnyHour"])
  func theReadmeShowsTheseVeryTests(name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let source = try String(
      contentsOf: root.appending(path: "Tests/LibraryTests/ServiceLevelTests.swift"), encoding: .utf8)
    let function = try #require(source.components(separatedBy: "@Test ").first { $0.hasPrefix("func \(name)") })
    let shown =
      "@Test "
      + function.trimmingCharacters(in: .whitespacesAndNewlines)
      .replacingOccurrences(of: "(scenario,", with: "(\"Scenarios/erlang-a.json5\",")
    #expect(readme.contains(shown))
  }
}
