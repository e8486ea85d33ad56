import ContactCentre
import DiscreteEvents
import Erlang

/// What a planner with formulas alone would staff: for every hour of the measured days and every channel with a target the
/// fewest handlers by Erlang C or Erlang A, grossed up for absence and breaks, and covered by shifts.
///
/// Every channel is staffed by itself, as formulas know one queue only: by the team that answers it and the fewest others.
/// Expected arrivals are those of ``Channel/expectedArrivals(in:zone:)``. Handlers who hold several chats count as so many,
/// each slower.
public enum ErlangStaffing: String, Sendable, CaseIterable {
  /// Nobody gives up.
  case erlangC = "Erlang C"
  /// Callers give up after an exponential patience.
  case erlangA = "Erlang A"

  /// More busy handlers than a team can have, in erlangs; a greater load, where a unit of time is wrong, counts as this.
  private static let greatestLoad = 65_536.0

  /// The heads of each of `levers` of `scenario`; nil for those of units, of which the formulas say nothing.
  public func heads(_ levers: [StaffLever], in scenario: Scenario) -> [Int?] {
    var heads: [Int?] = levers.map { lever in
      if case .hub = lever.owner { nil } else { lever.limits.lowerBound }
    }
    for (team, needs) in needs(in: scenario).enumerated() {
      let places = levers.indices.filter { levers[$0].owner == .team(team) }
      guard !places.isEmpty, !needs.isEmpty else { continue }
      let cover = ShiftCover(places.map { levers[$0] }, in: scenario)
      for (place, count) in zip(places, cover.heads(needs: needs)) { heads[place] = count }
    }
    return heads
  }

  /// By team, for every measured hour the handlers that its channels need; empty for a team that needs none.
  private func needs(in scenario: Scenario) -> [[Double]] {
    let hours = scenario.measuredHours
    var needs = [[Double]](repeating: [], count: scenario.teams.count)
    for channel in scenario.channels {
      guard let target = channel.target,
        let team = scenario.teams.indices.filter({ scenario.teams[$0].answers.contains(channel.id) })
          .min(by: { (scenario.teams[$0].answers.count, $0) < (scenario.teams[$1].answers.count, $1) })
      else { continue }
      let rates = channel.expectedArrivals(in: hours, zone: scenario.calendar.zone)
      let handlers = rates.map { self.handlers($0, of: channel, target, by: scenario.teams[team]) }
      needs[team] = needs[team].isEmpty ? handlers : zip(needs[team], handlers).map(+)
    }
    return needs
  }

  /// The handlers who reach the target with so many contacts an hour.
  private func handlers(
    _ perHour: Double, of channel: Channel, _ target: Channel.Target, by team: Team
  ) -> Double {
    let concurrency = channel.isConcurrent ? max(1, team.concurrency) : 1
    let slowdown = team.slowdown.indices.contains(concurrency - 1) ? team.slowdown[concurrency - 1] : 1
    let handling = (channel.handling.mean + channel.wrapUp.mean) * slowdown
    guard perHour > 1e-6, handling > 1e-3 else { return 0 }
    let patience = max(channel.patience.mean, 1e-3)
    let demand = QueueDemand(
      calls: perHour, per: 3_600, handling: min(handling, Self.greatestLoad * 3_600 / perHour),
      patience: self == .erlangA && patience.isFinite ? patience : nil)
    let goal = StaffingGoal.serviceLevel(
      atLeast: min(target.share, 0.9999), within: Double(target.within) / 1_000)
    return (Double(demand.fewestHandlers(meeting: [goal])) / Double(concurrency)).rounded(.up)
  }
}
