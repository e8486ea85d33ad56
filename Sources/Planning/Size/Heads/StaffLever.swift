/// A number of heads that a search may change: those of a team, or officers of a hub, who start one shift.
public struct StaffLever: Sendable, Equatable {
  /// Whose heads they are.
  public enum Owner: Sendable, Hashable {
    /// A team, by its place in the scenario.
    case team(Int)
    /// A hub, by its place in the scenario.
    case hub(Int)
  }

  /// Whose heads they are.
  public let owner: Owner
  /// What the team or hub is called.
  public let name: String
  /// The shift, by its place in the scenario.
  public let shift: Int
  /// What the shift is called.
  public let shiftName: String
  /// The day of the week on which they start, public holidays left out, 0 for Monday; nil for every day, or for holidays.
  public let weekday: Int?
  /// Whether they start on public holidays alone, whatever the weekday.
  public let isOfHolidays: Bool
  /// The heads it may be.
  public let limits: ClosedRange<Int>
  /// The heads it is in the scenario, from the tour with the fewest to that with the most; nil where the scenario has heads
  /// by the hour instead.
  public let present: ClosedRange<Int>?
  /// Whether others are brought in on overtime where fewer come than a minimum.
  public let hasMinimum: Bool
  /// What one head costs over the measured days, premiums included and overtime left out; paid hours where nothing has a
  /// price.
  public let costPerHead: Double
  /// How many tours start, of each head, that reach into the measured days.
  public let tours: Int

  /// The heads it is on every tour in the scenario; nil where they differ or are by the hour.
  public var presentEverywhere: Int? {
    present.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
  }

  /// Whether its heads are a hub's officers, who make units, of which the formulas say nothing.
  public var isOfUnits: Bool {
    switch owner {
    case .team: false
    case .hub: true
    }
  }

  /// Whether it can change at all.
  public var isFree: Bool { limits.lowerBound < limits.upperBound }
}

extension [StaffLever] {
  /// What the heads of a plan cost, one number for each lever: over the measured days, overtime left out.
  func cost(_ plan: [Int]) -> Double { zip(self, plan).reduce(0) { $0 + $1.0.costPerHead * Double($1.1) } }
}
