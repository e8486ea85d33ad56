import Reading
import Testing

/// The merge patch between two documents.
@Suite struct JSONDifferenceTests {
  private func tree(_ text: String) throws -> JSONTree {
    try JSONTree(json5: Array(text.utf8), origin: .file("f"))
  }

  @Test(arguments: [
    (
      "{a: 1, b: {c: 2, d: 3}, e: [1, 2]}", "{a: 1.0, b: {c: 4, f: {}}, e: [1]}",
      #"{"b":{"d":null,"c":4,"f":{}},"e":[1]}"#
    ),
    ("{a: 1}", "{b: 1}", #"{"a":null,"b":1}"#), ("{a: {b: 1}}", "{a: 2}", #"{"a":2}"#), ("{}", "[]", "[]"),
  ])
  func makesTheOneOfTheOther(before: String, after: String, patch: String) throws {
    let found = try #require(try tree(before).difference(to: tree(after)))
    #expect(found.canonicalText == patch)
    let made = try tree(before).merging(patch: found)
    #expect(try made.difference(to: tree(after)) == nil)
  }
}
