import Testing
import Watchroom

@testable import Planning

/// What the text says of a map.
@Suite struct ValueMapTextTests {
  /// A map of one team and one tour, whose handler gains so much at nine and at ten on Mondays.
  private func map(_ gains: [Estimate], liesOver: Bool = false, cost: Double = 0) -> ValueMap {
    let none = [ValueMap.Cell?](repeating: nil, count: 9)
    let cells = gains.map { ValueMap.Cell(inTime: $0, saved: $0, points: 0.1) }
    let day = none + cells + [ValueMap.Cell?](repeating: nil, count: 15 - cells.count)
    let channel = ValueMap.ChannelMap(
      channel: "101", isAnswered: true, liesOver: liesOver, cells: day + [ValueMap.Cell?](repeating: nil, count: 144),
      byHour: day)
    return ValueMap(
      teams: [.init(team: "desk", costPerHour: cost, channels: [channel], grades: [])], grades: ["P1"],
      tours: [
        .init(hub: "centre", shift: "lates", officers: 2, cost: cost, inTime: [Estimate(mean: 1, halfWidth: 0.1)])
      ], replications: 20, seed: 1)
  }

  @Test(arguments: [false, true])
  func whatMayBeChanceIsNotWorthMost(liesOver: Bool) {
    let gains = [Estimate(mean: 0.8, halfWidth: 1.21), Estimate(mean: 0.6, halfWidth: 0.3)]
    let text = ValueMapText(map(gains, liesOver: liesOver), name: "night").text
    let rows = text.split(separator: "\n").filter { $0.contains("\u{B1} 0.30") }
    #expect(rows.count == 1 && rows[0].contains("10:00") && !text.contains("0.80 \u{B1}"), "\(text)")
    let chance = ValueMapText(map([gains[0]], liesOver: liesOver), name: "night").text
    #expect(chance.contains("\nWorth most: no hour clearly; all of it may be chance.\n"), "\(chance)")
    #expect(!chance.contains("0.80 \u{B1}"), "\(chance)")
    #expect(ValueMapText(map([]), name: "").text.hasPrefix("What one more is worth: (unnamed scenario)\n"))
    // Who reads what is worth most reads what that is worth.
    #expect(text.contains("The runs that chose these measured them too, which flatters them"))
    #expect(!chance.contains("which flatters them"))
  }

  @Test(arguments: [0.0, 25])
  func aTourHasACostWhereThereArePrices(cost: Double) {
    let text = ValueMapText(map([], cost: cost), name: "night").text
    #expect(text.contains("Hub     Tour   Officers  \(cost > 0 ? "Cost  " : "")"), "\(text)")
    #expect(text.contains("Cost") == (cost > 0))
  }
}
