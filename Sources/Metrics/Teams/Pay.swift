import ContactCentre
import DiscreteEvents

/// What hours cost.
///
/// - Every rostered hour costs the rate, whether its handler or officer came or not.
/// - Each premium costs so many times the rate more for the rostered hours it is paid for.
/// - Overtime costs its own factor times the rate and no premium: the tours of those brought in, and time beyond the planned
///   ends of tours. Where no factor is said, those brought in cost the rate; handlers' time beyond the end costs nothing and
///   officers' the rate.
struct Pay: Sendable {
  var perHour: Double
  var overtime: Double?
  /// The factor of each premium.
  var extras: [Double]

  init(perHour: Double, role: Role) {
    self.perHour = perHour
    overtime = role.overtime
    extras = role.premiums.map(\.extra)
  }

  /// A length of time in hours.
  static func hours(_ time: Milliseconds) -> Double { Double(time) / Double(Milliseconds.hour) }

  func premiumCost(_ times: [Milliseconds]) -> Double {
    perHour * zip(extras, times).reduce(0) { $0 + $1.0 * Self.hours($1.1) }
  }

  func overtimeCost(of team: TeamSummary) -> Double {
    perHour * ((overtime ?? 1) * Self.hours(team.broughtIn) + (overtime ?? 0) * Self.hours(team.overrun))
  }

  func cost(of team: TeamSummary) -> Double {
    perHour * Self.hours(team.rostered) + overtimeCost(of: team) + premiumCost(team.premiums)
  }

  /// What an officer's hour of overtime costs.
  var officersOvertimeRate: Double { perHour * (overtime ?? 1) }

  /// What a hub costs in so many `runs` together, for each of which so much time is `rostered`.
  func cost(of hub: HubSummary, _ rostered: RosteredOfficers, runs: Int) -> Double {
    Double(runs) * (perHour * Self.hours(rostered.time) + premiumCost(rostered.premiums))
      + officersOvertimeRate * Self.hours(hub.overtime)
  }
}

extension Hub {
  /// What an officer's hour of overtime costs.
  package var overtimeRate: Double { Pay(perHour: costPerHour, role: role).officersOvertimeRate }
}
