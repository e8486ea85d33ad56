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
