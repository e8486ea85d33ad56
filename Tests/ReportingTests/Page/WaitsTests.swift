import Testing
import Watchroom

@testable import Pages
@testable import Writing

/// The charts of how long people waited.
@Suite struct WaitsTests {
  @Test func aBandIsCutWhereTheTargetIs() {
    let bands = WaitBands.answers.cut(at: 15 * .second)
    #expect(bands.names.count == WaitBands.answers.names.count + 1)
    #expect(bands.names[2...4] == ["\u{2264}\u{A0}10 s", "\u{2264}\u{A0}15 s", "\u{2264}\u{A0}20 s"])
    #expect(bands.ends[2...4] == [10_000, 15_000, 20_000])
    #expect(
      WaitBands.answers.cut(at: 30 * .minute).names.suffix(3) == [
        "\u{2264}\u{A0}20 m", "\u{2264}\u{A0}30 m", "more",
      ])
  }

  @Test(arguments: [nil, 10 * Milliseconds.second])
  func noBandIsCutForNothing(limit: Milliseconds?) {
    #expect(WaitBands.answers.cut(at: limit).names == WaitBands.answers.names)
  }

  /// Also those in the band in which the target lies.
  @Test func everyBarIsInTimeOrLate() {
    var sample = Histogram()
    for seconds in [1, 12, 18, 4_000] { sample.add(Milliseconds(seconds) * .second) }
    let chart = ReportPage.distribution(
      file: "waits", name: "999", title: "speed of answer", of: "answered", sample, .answers, within: 15 * .second,
      colour: 1, note: nil)
    var html = HTMLWriter()
    chart.draw(&html)
    let bars = html.html.split(separator: "<rect class=\"bar ").dropFirst()
    #expect(bars.map { $0.hasPrefix("late") } == [false, false, true, true])
    for (bar, name) in zip(bars, ["\u{2264}\u{A0}2 s", "\u{2264}\u{A0}15 s", "\u{2264}\u{A0}20 s", "more"]) {
      #expect(bar.contains("<title>\(name): 25.00%</title>"))
    }
    #expect(chart.keys.map(\.label) == ["up to 15 s", "longer"])
    #expect(chart.numbers.headings.map(\.text) == ["Time", "Share of answered", "So far"])
  }

  /// The headline is of all offered; these are not.
  @Test func eachSaysOfWhomItIs() {
    let result = Handmade.result(Handmade.response())
    let html = ReportPage(result, provenance: Handmade.provenance).html
    #expect(html.contains("Share of those answered; 6.3%"))
    #expect(html.contains(" of offered gave up, 1.8 \u{B1} "))
    #expect(html.contains(" still waited at the end. Mean 26.0 s"))
    #expect(html.contains("Share of those attended, which are 90.0%"))
    let patient = Handmade.result {
      $0.name.hasSuffix(".abandonmentRate") || $0.name.hasSuffix(".waitingAtEnd") ? 0 : $1
    }
    #expect(ReportPage(patient, provenance: Handmade.provenance).html.contains("Share of those answered. Mean "))
  }

  /// What may still be in time when the run ends is not, and an hour of it looks worse than it is.
  @Test func theLastHoursOfDeferredWorkAreExplained() {
    let remark = "What came less than 24 h before the end and was not done by then counts as late"
    var scenario = Handmade.scenario()
    #expect(!page(scenario).contains(remark))
    scenario.channels[1].target = .init(share: 0.9, within: .day)
    #expect(page(scenario).contains("below, how many were offered. \(remark), though its time was not up;"))
    scenario.calendar.drain = .day
    #expect(!page(scenario).contains(remark))
  }

  private func page(_ scenario: Scenario) -> String {
    ReportPage(Handmade.result(scenario), provenance: Handmade.provenance).html
  }
}
