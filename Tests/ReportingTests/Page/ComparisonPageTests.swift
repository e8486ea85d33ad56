import Testing
import Watchroom

@testable import Findings
@testable import Pages
@testable import Writing

@Suite struct ComparisonPageTests {
  private func page(_ result: PairedResult = HandmadeComparison.result()) -> String {
    ComparisonPage(
      result,
      provenance: ComparisonProvenance(
        baseDigest: "abc", variantDigests: ["def", "ghi"], command: ["watchroom", "compare", "a", "b"])
    ).html
  }

  @Test func isWellFormedAndTheSameEveryTime() throws {
    let markup = try Markup(page())
    #expect(markup.count("figure") > 6)
    #expect(page() == page())
  }

  @Test func everyVariantHasItsSentenceAndItsDifferences() {
    let html = page()
    let result = HandmadeComparison.result()
    for variant in result.variants { #expect(html.contains(HTMLText.escaped(ClosingSentence(variant).text))) }
    #expect(html.contains("Shares, in percentage points"))
    #expect(html.contains("<bdi>999: Within 10 s of offered</bdi>"))
    #expect(html.contains(">+8.00</td>"))
    #expect(html.contains("class=\"mark better\"") && html.contains("class=\"mark worse\""))
  }

  /// What one replication alone defines does not squeeze what many do.
  @Test func whatIsTooFewToTellIsLeftOutOfTheScale() throws {
    func row(_ name: String, _ difference: Double, _ halfWidth: Double?) -> ForestRow {
      ForestRow(
        name: name, line: .init(label: name, metric: name, unit: .seconds, change: .bad),
        value: Difference(base: 60, variant: 60 + difference, difference: difference, halfWidth: halfWidth))
    }
    func drawn(_ rows: ForestRow...) -> String {
      var html = HTMLWriter()
      html.charts([.forest(file: "times", title: "Times", rows: rows, unit: .seconds)])
      return html.html
    }
    let told = row("999", -12, 3)
    let alone = drawn(told)
    let mark = try #require(alone.firstMatch(of: /<path class="interval better" d="[^"]*"\/>/)).output
    #expect(!alone.contains("too few to tell"))
    let both = drawn(told, row("P3", 4_391, nil))
    #expect(both.contains(mark) && both.contains(">-12.0 s ± 3.0</text>"))
    #expect(both.contains(">+1:13:11</text>") && both.contains(">too few to tell</text>"))
    #expect(both.contains("<td>too few to tell</td>") && both.contains("too few to tell: no interval"))
    // Beyond the scale there is no mark of it but in the legend; within it a dot, and not the ring of doubt.
    func dots(_ html: String) -> Int { html.ranges(of: "class=\"mark untold\"").count }
    #expect(dots(both) == 1 && dots(drawn(told, row("P3", 5, nil))) == 2)
    // Where nothing has an interval, the differences are all there is.
    #expect(dots(drawn(row("999", -12, nil), row("P3", 5, nil))) == 3)
  }

  @Test func allPlansAreLaidOverEachOther() {
    let html = page()
    for name in ["base", "more", "the same"] { #expect(html.contains("<th scope=\"col\"><bdi>\(name)</bdi></th>")) }
    #expect(html.contains("watchroom compare a b"))
  }

  @Test func namesAreShownAsText() throws {
    let markup = try Markup(page(HandmadeComparison.result(name: "</script><i>")))
    #expect(markup.tags.filter { $0 == "i" } == [])
    #expect(markup.text.contains("&lt;/script&gt;&lt;i&gt;"))
  }
}
