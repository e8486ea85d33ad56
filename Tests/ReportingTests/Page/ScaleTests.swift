import Metrics
import Testing

@testable import Pages

@Suite struct ScaleTests {
  @Test(
    arguments: [
      (Figure.Unit.share, 0.94, ["0%", "25%", "50%", "75%", "100%"]), (.share, 0.0, ["0%", "0.5%"]),
      (.count, 3.0, ["0", "1", "2", "3"]), (.count, 0.0, ["0", "1"]), (.count, 290.0, ["0", "100", "200", "300"]),
      (.seconds, 70.0, ["0", "30 s", "1 min", "1:30"]), (.seconds, 20_000.0, ["0", "2 h", "4 h", "6 h"]),
      (.money, 120_000.0, ["0", "50,000", "100,000", "150,000"]),
    ])
  func marksAreRoundNumbers(unit: Figure.Unit, most: Double, labels: [String]) {
    let scale = Scale(unit, upTo: [0, most, .nan])
    #expect(scale.marks.map(\.label) == labels)
    #expect(scale.most >= most)
    #expect(scale.marks.last?.value == scale.most)
  }

  @Test func everyValueHasRoom() {
    for unit in [Figure.Unit.share, .count, .seconds, .hours, .money] {
      var value = 0.001
      while value < (unit == .share ? 1 : 1e9) {
        let scale = Scale(unit, upTo: [value])
        #expect(scale.most >= value * (1 - 1e-9), "\(unit) \(value)")
        #expect((2...7).contains(scale.marks.count), "\(unit) \(value): \(scale.marks.count)")
        value *= 1.37
      }
    }
  }

  @Test(arguments: [(0.0, "0"), (12.34, "12.3"), (-0.04, "0"), (-7.25, "-7.3"), (1e12, "0"), (.nan, "0"), (480, "480")])
  func lengthsAreShort(length: Double, text: String) { #expect(Plot.number(length) == text) }

  @Test func aLineIsBrokenWhereItIsUndefined() {
    let points = [(0.0, 1.0), (1, 2), (2, .nan), (3, 4), (4, 5)].map { (across: $0.0, down: $0.1) }
    #expect(Plot.path(points) == "M0 1L1 2M3 4L4 5")
    #expect(Plot.band(points, points) == "M0 1L1 2L1 2L0 1ZM3 4L4 5L4 5L3 4Z")
  }
}
