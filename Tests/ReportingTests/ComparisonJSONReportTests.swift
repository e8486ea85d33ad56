import Foundation
import Testing
import Watchroom

@testable import Reporting
@testable import Writing

@Suite struct ComparisonJSONReportTests {
  private func document(_ result: PairedResult) throws -> [String: Any] {
    let text = ComparisonJSONReport(result, provenance: HandmadeComparison.provenance).text
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func variant(_ name: String, _ document: [String: Any]) throws -> [String: Any] {
    try #require((document["variants"] as? [String: [String: Any]])?[name])
  }

  /// Calls `visit` with every estimate below `base` and what stands in its place below `variant`.
  private func walk(_ base: Any, _ variant: Any?, _ path: String, _ visit: (String, [String: Any], Any?) -> Void) {
    if let list = base as? [Any] {
      let other = variant as? [Any]
      for (index, element) in list.enumerated() {
        walk(element, index < other?.count ?? 0 ? other?[index] : nil, "\(path).\(index)", visit)
      }
    } else if let object = base as? [String: Any] {
      if Set(object.keys) == ["mean", "halfWidth"] { return visit(path, object, variant) }
      for (key, value) in object { walk(value, (variant as? [String: Any])?[key], "\(path).\(key)", visit) }
    }
  }

  @Test func aPrecisionIsJudgedByTheDifferences() throws {
    let result = HandmadeComparison.result()
    let widest = result.targetCertainty.widest
    func precision(_ halfWidth: Double) throws -> [String: Any] {
      let report = ComparisonJSONReport(
        result, provenance: HandmadeComparison.provenance, precision: Precision(halfWidth: halfWidth, most: 10))
      let document = try JSONSerialization.jsonObject(with: Data(report.text.utf8)) as? [String: Any]
      #expect((document?["base"] as? [String: Any])?["precision"] == nil)
      return try #require(document?["precision"] as? [String: Any])
    }
    let missed = try precision(0.0001)
    #expect(missed["asked"] as? Double == 0.0001 && missed["reached"] as? Bool == false)
    // Numbers have fifteen digits at most.
    #expect(abs(try #require(missed["widest"] as? Double) - widest) <= 1e-14 * widest)
    #expect(try precision(widest)["reached"] as? Bool == true)
    #expect(try document(result)["precision"] == nil)
  }

  @Test(arguments: [Handmade.scenario(days: 2), Handmade.response()])
  func everyEstimateOfTheBaseHasItsDifference(scenario: Scenario) throws {
    let result = HandmadeComparison.result(scenario)
    let document = try document(result)
    let variant = try variant("more", document)
    var count = 0
    walk(try #require(document["base"]), variant, "") { path, estimate, value in
      count += 1
      let difference = value as? [String: Any]
      #expect(difference.map { Set($0.keys) } == ["base", "variant", "difference", "halfWidth"], "\(path)")
      #expect((difference?["base"] as? Double) == (estimate["mean"] as? Double), "\(path)")
    }
    let expectations = result.base.expectations.count
    #expect(count == result.base.catalogue.figures.count { $0.kind == .estimate } + expectations)
  }

  @Test func saysWhatItIs() throws {
    let document = try document(HandmadeComparison.result())
    #expect(document["schema"] as? String == "watchroom/comparison/1")
    #expect(document["engine"] as? String == Engine.name)
    #expect(document["replications"] as? Int == 3)
    #expect(document["start"] as? String == "2022-07-22T07:00:00+01:00")
    #expect((document["variants"] as? [String: Any])?.keys.sorted() == ["more", "the same"])
    let variant = try variant("more", document)
    #expect((variant["scenario"] as? [String: String])?["digest"] == "0123456789abcdef")
    let channel = try #require((variant["channels"] as? [String: [String: Any]])?["999"])
    let level = try #require(channel["serviceLevel"] as? [String: Any])
    #expect(level["within"] as? Double == 10 && level["target"] as? Double == 0.9 && level["met"] as? Bool == false)
    #expect((channel["byDay"] as? [[String: Any]])?[0]["date"] as? String == "2022-07-22")
    #expect((channel["byHour"] as? [[String: Any]])?[5]["hour"] as? Int == 5)
    // Of all contacts thrown together: a difference without an interval.
    let p90 = try #require((channel["speedOfAnswer"] as? [String: Any])?["p90"] as? [String: Any])
    #expect(p90["difference"] as? Double == 0 && p90["halfWidth"] is NSNull)
  }

  @Test func gradesHaveVerdictsToo() throws {
    let variant = try variant("more", document(HandmadeComparison.result(Handmade.response())))
    let grades = try #require(variant["grades"] as? [String: [String: Any]])
    #expect(grades["P1"]?["target"] as? Double == 0.9 && grades["P1"]?["met"] as? Bool == false)
    #expect(grades["P2"]?["within"] as? Double == 3_600 && grades["P2"]?["met"] == nil)
    let inTime = try #require(grades["P1"]?["withinTarget"] as? [String: Any])
    #expect(inTime["base"] as? Double == 0.8125 && inTime["variant"] as? Double == 0.7725)
    #expect((variant["hubs"] as? [String: [String: Any]])?.keys.sorted() == ["Park Lane", "Stechford"])
  }

  @Test func differencesAreThoseOfTheReplications() throws {
    let variant = try variant("more", document(HandmadeComparison.result()))
    let total = try #require((variant["cost"] as? [String: [String: Any]])?["total"])
    #expect(total["base"] as? Double == 15_840 && total["variant"] as? Double == 16_272)
    #expect(total["difference"] as? Double == 432)
    // 432 less and more by a 64th: a deviation of 6.75, and 4.302652729749464 for two degrees of freedom.
    let halfWidth = try #require(total["halfWidth"] as? Double)
    let expected: Double = 4.302652729749464 * 6.75 / 3.0.squareRoot()
    #expect(abs(halfWidth - expected) < 1e-9)
    let pairing = try #require(variant["pairing"] as? [String: Any])
    let figures = try #require(pairing["figures"] as? [String: Double])
    let cost = try #require(figures["cost.total"])
    let squares: Double = 15_840 * 15_840 + 16_272 * 16_272
    #expect(abs(cost - squares.squareRoot() / 432) < 1e-9)
    #expect(try #require(pairing["narrowing"] as? Double) > 1)
  }

  @Test func nothingVariesBetweenEqualPlans() throws {
    let variant = try variant("the same", document(HandmadeComparison.result()))
    let pairing = try #require(variant["pairing"] as? [String: Any])
    #expect(pairing["narrowing"] is NSNull && (pairing["figures"] as? [String: Any])?.isEmpty == true)
  }

  @Test func isTheSameEveryTime() {
    let texts = (0..<2).map { _ in
      ComparisonJSONReport(HandmadeComparison.result(), provenance: HandmadeComparison.provenance).text
    }
    #expect(texts[0] == texts[1])
  }
}
