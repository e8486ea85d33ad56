import Testing
import Watchroom

@testable import Experiments
@testable import Metrics
@testable import Pages
@testable import Writing

/// Drawings of what is not sure and may be a loss.
@Suite struct GainsTests {
  private func heat(_ values: [Int: Estimate]) -> Chart {
    .heat(
      file: "gains", name: "999", title: "more in time", note: "",
      estimates: (0..<168).map { values[$0] ?? Estimate(mean: .nan) }, unit: .count,
      most: values.values.map { abs($0.mean) }.max() ?? 0, decimals: 2)
  }

  private func html(_ chart: Chart) -> String {
    var html = HTMLWriter()
    html.charts([chart])
    return html.html
  }

  @Test func lossesAreToldFromGainsAndWhatIsSureFromChance() {
    let chart = heat([
      0: .init(mean: 0.43, halfWidth: 0.2), 1: .init(mean: -0.86, halfWidth: 1.5), 2: .init(mean: -0.4, halfWidth: 0.1),
      3: .init(mean: 0, halfWidth: 0),
    ])
    var drawn = HTMLWriter()
    chart.draw(&drawn)
    #expect(drawn.html.ranges(of: "class=\"heat\"").count == 2 && drawn.html.ranges(of: "class=\"loss\"").count == 2)
    // Not by the colour alone: every loss has a bar.
    #expect(drawn.html.ranges(of: "class=\"minus\"").count == 2)
    #expect(drawn.html.ranges(of: "class=\"sure\"").count == 2)
    // A loss is as strong as a gain of its size.
    #expect(drawn.html.contains("fill-opacity=\"1\"><title>Mon 01:00: -0.86 ± 1.50</title>"))
    #expect(
      chart.keys.map(\.label) == ["-0.86", "0", "0.43", "0.86", "clearly more or less than 0", "not measured"])
    #expect(html(chart).contains(">0.43 ± 0.20</td>") && html(chart).contains(">-0.40 ± 0.10</td>"))
  }

  @Test func whatIsAllGainAndChanceHasNoKeyOfOtherThings() {
    let chart = heat([0: .init(mean: 0.5, halfWidth: 0.6), 1: .init(mean: 0.25)])
    #expect(chart.keys.map(\.label) == ["0", "0.25", "0.5", "not measured"])
    #expect(!html(chart).contains("class=\"sure\"") && !html(chart).contains("class=\"minus\""))
  }

  @Test func anIntervalThatGoesBelowZeroIsSeenBelowZero() throws {
    func chart(goesBelowZero: Bool) -> String {
      html(
        .lines(
          file: "gains", title: "more in time", place: "Hour", places: ["00:00", "01:00"], marks: [],
          lines: [
            .init(name: "gain", values: [.init(mean: 0, halfWidth: 7), .init(mean: 0.43, halfWidth: 0.2)], colour: 1)
          ],
          unit: .count, decimals: 2, goesBelowZero: goesBelowZero))
    }
    let gains = chart(goesBelowZero: true)
    #expect(gains.contains(">-5</text>") && gains.contains("class=\"zero\""))
    #expect(gains.contains(">0.43</td>") && gains.contains(">0.20</td>"))
    // Where there is no less than nothing, as of waits, a band ends at 0.
    let waits = chart(goesBelowZero: false)
    #expect(!waits.contains(">-5</text>") && !waits.contains("class=\"zero\""))
  }

  @Test(arguments: [
    ([-3.0, 7.5], ["-5", "0", "5", "10"]), ([0.2, 1.4], ["0", "0.5", "1", "1.5"]), ([], ["0", "0.1"]),
  ])
  func aScaleMayGoBelowZero(values: [Double], labels: [String]) {
    let scale = Scale(.count, around: values + [.nan])
    #expect(scale.marks.map(\.label) == labels)
    #expect(scale.least == scale.marks.first?.value && scale.most == scale.marks.last?.value)
  }
}
