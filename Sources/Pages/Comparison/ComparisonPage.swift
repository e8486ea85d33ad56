import Experiments
import Findings
import Writing

/// A comparison as a page to look at: one file of HTML that needs nothing else.
///
/// For each variant comes in a sentence what it costs and brings; then every headline figure as a difference with its
/// interval; the hours of the day of all plans laid over each other; the numbers; and last what it takes to get the same
/// again.
///
/// The same comparison always gives the same bytes.
public struct ComparisonPage: Sendable {
  let result: PairedResult
  let provenance: ComparisonProvenance

  /// A page about `result`.
  public init(_ result: PairedResult, provenance: ComparisonProvenance) {
    self.result = result
    self.provenance = provenance
  }

  /// The page.
  public var html: String {
    var frame = PageFrame(title: result.base.scenario.title)
    frame.prefix = "Compared with "
    frame.facts = result.base.circumstances(interval: "of the paired difference")
    frame.sections = [PageSection("plans", "The plans", plans)]
    frame.sections += result.variants.enumerated().map { index, variant in
      PageSection("differences-\(index + 1)", "What \(variant.name.fitted(to: 60)) changes") {
        differences(variant, number: index + 1, &$0)
      }
    }
    frame.sections += [
      PageSection("hours", "By hour of the day", hours),
      PageSection("again", "The same again", again),
    ]
    return frame.html
  }

  /// All plans and what they are called, the base first.
  var all: [(name: String, result: ExperimentResult)] {
    [("base", result.base)] + result.variants.map { ($0.name, $0.result) }
  }
}
