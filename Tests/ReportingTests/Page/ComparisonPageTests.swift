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
    for variant in result.variants {
      #expect(html.contains(HTMLText.escaped(ClosingSentence(variant, base: result.base.scenario).text)))
    }
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

  /// What decides stands in a table that is printed too.
  @Test func whetherTargetsAreMetIsSaidOfBothPlans() throws {
    let result = HandmadeComparison.result(Handmade.response()) { figure, mean in
      figure.name == "channels.999.serviceLevel.ofOffered" ? 0.95 : mean
    }
    let html = page(result)
    let start = try #require(html.firstRange(of: "Whether targets are met")).upperBound
    let table = String(html[start...].prefix(3_000))
    let missed = "<span class=\"badge bad\"><span aria-hidden=\"true\">✗ </span>missed</span>"
    let met = "<span class=\"badge good\"><span aria-hidden=\"true\">✓ </span>met</span>"
    #expect(table.contains("<bdi>999: Within 10 s of offered</bdi></th><td>90%</td><td"))
    #expect(table.contains("66.00% \(missed)</td>") && table.contains("95.00% \(met)</td>"))
    // A grade without a target has no row, and costs have no target.
    #expect(table.contains("<bdi>P1: Within 15 min of attended</bdi>") && !table.contains("<bdi>P2: Within"))
    #expect(table.contains("<bdi>All costs</bdi></th><td>\u{2013}</td><td"))
  }

  private func page(variant change: (inout Scenario) -> Void) -> String {
    var scenario = Handmade.response()
    change(&scenario)
    return page(HandmadeComparison.result(Handmade.response(), variant: scenario))
  }

  @Test func whatInTimeMeansIsSaidWherePlansDiffer() {
    let own = "answered in time, each plan by its own limit</h3>"
    let same = page { _ in }
    #expect(!same.contains("by its own limit") && same.contains("answered within 10 s</h3>"))
    #expect(!same.contains("In time means another limit"))
    let longer = page { $0.channels[0].target?.within = 60_000 }
    #expect(longer.contains(own) && !longer.contains("answered within 10 s</h3>"))
    #expect(longer.contains("<p class=\"note\">In time means another limit than in the base: 999 (10 s → 1 min).</p>"))
    let grade = page { $0.response?.grades[0].within = .hour }
    #expect(grade.contains("attended in time, each plan by its own limit</h3>") && !grade.contains(own))
  }

  /// One line cannot be two targets.
  @Test func aTargetIsDrawnWhereAllPlansHaveIt() {
    func targets(_ html: String) -> Int { html.ranges(of: "<path class=\"line target\" d=\"M54").count }
    #expect(targets(page { _ in }) == 2)
    #expect(targets(page { $0.channels[0].target?.share = 0.8 }) == 1)
    #expect(targets(page { $0.response?.grades[0].target = nil }) == 1)
    #expect(targets(page { $0.channels[0].target?.within = 60_000 }) == 2)
  }

  @Test func whatOnlyOnePlanHasAndAnotherClockAreSaid() {
    let other = page {
      $0.channels[1].id = "front desk"
      $0.teams[1].answers = ["front desk"]
      $0.response?.clock = .arrival
    }
    #expect(other.contains("Only in the base: channels.online. Only in the variant: channels.front desk.</p>"))
    #expect(
      other.contains(
        "The response clock runs from the moment the contact was offered; in the base, from the moment the contact was "
          + "answered.</p>"))
    let same = page { _ in }
    #expect(!same.contains("Only in the base") && !same.contains("The response clock runs"))
  }

  /// What is drawn as +0.4 ± 0.3 must not read as 0 ± 0 below.
  @Test func smallNumbersKeepWhatTheirIntervalsNeed() {
    func row(_ name: String, _ halfWidth: Double?) -> ForestRow {
      ForestRow(
        name: name, line: .init(label: name, metric: name, unit: .count, change: .more),
        value: Difference(base: 1.3, variant: 1.7, difference: 0.4, halfWidth: halfWidth))
    }
    let chart = Chart.forest(file: "n", title: "Numbers", rows: [row("a", 0.3), row("b", nil)], unit: .count)
    #expect(chart.numbers.rows[0].map(\.text).prefix(5) == ["a", "1.3", "1.7", "+0.4", "0.3"])
    #expect(chart.numbers.rows[1].map(\.text).prefix(5) == ["b", "1", "2", "0", "\u{2013}"])
  }

  @Test func aPlanWithoutANameIsStillAHeading() {
    var scenario = Handmade.scenario(name: " ")
    #expect(page(HandmadeComparison.result(scenario)).contains("Compared with <bdi>(unnamed scenario)</bdi></h1>"))
    scenario.name = "night"
    #expect(page(HandmadeComparison.result(scenario)).contains("Compared with <bdi>night</bdi></h1>"))
  }

  /// Half a minute less is nothing to be seen beside an hour.
  @Test func secondsAreNotDrawnBesideHours() {
    let result = HandmadeComparison.result(Handmade.response()) { figure, mean in
      switch figure.name {
      case "channels.online.speedOfAnswer.mean": mean + 5_000
      case "grades.P1.response.median": .nan
      default: mean
      }
    }
    let html = page(result)
    #expect(html.contains("Times, by seconds</h3>") && html.contains("Times, by hours</h3>"))
    #expect(!html.contains("Times, by minutes</h3>"))
    // What cannot be subtracted is a dash, in the drawing too.
    #expect(html.contains("class=\"halo\">\u{2013}</text>"))
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
