import Foundation
import Testing

@testable import Pages
@testable import Writing

@Suite struct HTMLWriterTests {
  @Test(
    arguments: [
      ("999", "999"), ("a & b", "a &amp; b"), ("</script><b>", "&lt;/script&gt;&lt;b&gt;"),
      ("\"it's\"", "&quot;it&#39;s&quot;"), ("&lt;", "&amp;lt;"),
      ("x\u{0}\u{1B}[31m\u{85}", "x\u{FFFD}\u{FFFD}[31m\u{FFFD}"),
      ("\u{202E}abc\u{202C}\u{2067}d\u{2069}\u{200E}\u{200F}\u{61C}", "abcd"), ("👩‍👩‍👧 é شرطة", "👩‍👩‍👧 é شرطة"),
      ("two\nlines\t", "two\nlines\t"),
    ])
  func textIsShownAndNotObeyed(text: String, html: String) {
    #expect(HTMLText.escaped(text) == html)
    var writer = HTMLWriter()
    writer.element("p", ["title": text]) { $0.text(text) }
    #expect(writer.html == "<p title=\"\(html)\">\(html)</p>")
  }

  @Test func anAttributeWithoutAValueIsLeftOut() {
    var writer = HTMLWriter()
    writer.void("input", ["type": "range", "min": nil])
    writer.shape("path", ["d": "M0 0"])
    #expect(writer.html == "<input type=\"range\"><path d=\"M0 0\"/>")
  }

  @Test func aNameIsKeptApart() {
    var writer = HTMLWriter()
    writer.name("<999>")
    #expect(writer.html == "<bdi>&lt;999&gt;</bdi>")
  }

  @Test(arguments: ["</script>", "<!--", "]]>", "&amp;", "\u{2028}\u{0}\"\\", "🚓 شرطة"])
  func dataOfAScriptCannotEndIt(text: String) throws {
    let value: JSONValue = .members([
      "name": .string(text), "list": .array([.integer(1), .null, .bool(true), .number(0.5)]),
    ])
    let json = ScriptJSON.text(value)
    #expect(!json.contains("<") && !json.contains(">") && !json.contains("&"))
    let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(read["name"] as? String == text)
    #expect((read["list"] as? [Any])?.count == 4)
  }

  @Test func aTableGivesSpreadsheetsMoreDigits() {
    var table = NumberTable([.init("Hour"), .name("<b>")])
    table.rows = [["00:00", .init(2.0 / 3, .share)], ["01:00", .init(12, .count)], ["02:00", .init(.nan, .seconds)]]
    var writer = HTMLWriter()
    writer.table(table, caption: "c")
    #expect(writer.html.contains("<th scope=\"col\"><bdi>&lt;b&gt;</bdi></th>"))
    #expect(writer.html.contains("<td data-v=\"0.666667\">66.67%</td>"))
    #expect(writer.html.contains("<td>12</td>"))
    #expect(writer.html.contains("<td data-v=\"\">\u{2013}</td>"))
  }
}
