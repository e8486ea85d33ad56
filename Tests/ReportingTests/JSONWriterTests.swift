import Foundation
import Testing

@testable import Writing

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (0, "0"), (1, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (1e16, "1e+16"), (.leastNonzeroMagnitude, "5e-324"),
      (1 / 3, "0.3333333333333333"),
      (123_456_789, "123456789"), (3_270.9886999999994, "3270.9886999999994"), (.nan, "null"), (.infinity, "null"),
      (-.infinity, "null"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func numbersAreTheShortestThatReadBack(number: Double, text: String) {
    #expect(JSONWriter.text(number) == text)
    if number.isFinite { #expect(Double(text) == number) }
  }

  @Test func escapesWhatWouldSteerATerminal() {
    #expect(
      JSONWriter.quoted("a\"b\\c\n\r\t\u{0}\u{1B}\u{7F}\u{9B}\u{2028}é🚨")
        == #""a\"b\\c\n\r\t\u0000\u001b\u007f\u009b\u2028é🚨""#)
  }

  @Test func everyScalarComesBack() throws {
    var all = String.UnicodeScalarView()
    for value in UInt32(0)...0x2FFF { if let scalar = Unicode.Scalar(value) { all.append(scalar) } }
    let text = String(all)
    let document = JSONWriter.document(.array([.string(text)]))
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String])
    #expect(parsed[0].unicodeScalars.elementsEqual(all))
  }

  @Test func innermostContainersStandOnOneLine() {
    let value: JSONValue = .members([
      "list": .array([.integer(1), .bool(false), .null]), "empty": .object([]), "none": .array([]),
      "deep": .array([.members(["mean": .number(1.5), "halfWidth": .null])]),
    ])
    #expect(
      JSONWriter.document(value) == """
        {
          "list": [1, false, null],
          "empty": {},
          "none": [],
          "deep": [
            { "mean": 1.5, "halfWidth": null }
          ]
        }

        """)
  }

  @Test func longContainersTakeALineForEachPart() {
    let value: JSONValue = .array((0..<40).map { .integer($0) })
    #expect(JSONWriter.document(value).split(separator: "\n").count == 42)
  }
}
