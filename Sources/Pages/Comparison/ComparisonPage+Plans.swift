import Experiments
import Findings
import Writing

extension ComparisonPage {
  /// For each variant, in a sentence or two, what it costs and brings.
  func plans(_ html: inout HTMLWriter) {
    html.element("p", ["class": "note"], text: result.howToRead)
    html.element("div", ["class": "cards wide"]) { html in
      for variant in result.variants {
        html.element("article", ["class": "card"]) { html in
          html.element("h3") { $0.name(variant.name) }
          html.element("p", text: ClosingSentence(variant, base: result.base.scenario).text)
        }
      }
    }
  }

  /// What it takes to get the same comparison again.
  func again(_ html: inout HTMLWriter) {
    var table = NumberTable(["Plan", "Digest of its text", "Digest of its events"])
    let digests = [provenance.baseDigest] + provenance.variantDigests
    table.rows = zip(all, digests).map { plan, digest in
      [.name(plan.name), .init(digest), .init(plan.result.digest)]
    }
    html.element("div", ["class": "scroll words", "tabindex": "0", "role": "region", "aria-label": "Digests"]) {
      $0.table(table, caption: "Digests")
    }
    html.command(provenance.command, for: "comparison")
  }
}
