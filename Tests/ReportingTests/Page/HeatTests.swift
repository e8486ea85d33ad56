import Experiments
import Testing
import Watchroom

@testable import Pages
@testable import Writing

/// The fields of the hours of the week.
@Suite struct HeatTests {
  private func chart(_ values: [Int: Double], most: Double) -> Chart {
    .heat(
      file: "heat", name: "999", title: "offered", note: "", values: (0..<168).map { values[$0] ?? .nan }, unit: .count,
      most: most)
  }

  private func drawn(_ chart: Chart) -> String {
    var html = HTMLWriter()
    chart.draw(&html)
    return html.html
  }

  @Test func aScaleSaysWhatTheColoursMean() {
    let chart = chart([0: 0, 1: 2.75, 2: 11], most: 11)
    #expect(chart.keys.map(\.label) == ["0", "5.5", "11", "not measured"])
    #expect(chart.keys.map(\.strength) == [0, 0.5, 1, nil])
    let fields = drawn(chart).split(separator: "<rect class=\"").dropFirst()
    #expect(fields.count == 24)
    #expect(fields.prefix(3).map { $0.contains("fill-opacity=\"0.00\"") } == [true, false, false])
    #expect(fields.dropFirst().prefix(2).map { $0.contains("fill-opacity=\"1\"") } == [false, true])
  }

  /// An hour in which nothing happened is not one that nobody looked at.
  @Test func whatWasNotMeasuredIsHatched() {
    let html = drawn(chart([0: 0], most: 0))
    #expect(html.ranges(of: "class=\"heat\"").count == 1)
    #expect(html.ranges(of: "class=\"absent\"").count == 23)
    let whole = Dictionary(uniqueKeysWithValues: (0..<168).map { ($0, 1.0) })
    #expect(chart(whole, most: 1).keys.map(\.label) == ["0", "0.5", "1"])
    #expect(chart([0: 0], most: 0).keys.map(\.label) == ["0", "not measured"])
  }

  @Test func noPageCallsItDark() {
    let html = ReportPage(Handmade.result(), provenance: Handmade.provenance).html
    #expect(html.contains("The stronger the colour, the worse.") && html.contains("The stronger the colour, the more."))
    #expect(!html.contains("The darker"))
    #expect(html.contains("<pattern id=\"absent\""))
  }

  /// Of 168 hours some stray a little beyond an interval by chance alone.
  @Test func onlyWhatIsFarFromNothingIsMarked() {
    #expect(!Estimate(mean: 1.4, halfWidth: 1).isClear && !Estimate(mean: 5).isClear)
    #expect(Estimate(mean: 1.6, halfWidth: 1).isClear && Estimate(mean: -1.6, halfWidth: 1).isClear)
  }
}
