import ContactCentre
import DiscreteEvents
import Erlang

/// What a planner with formulas alone would staff: for every hour of the measured days and every channel with a target the
/// fewest handlers by Erlang C or Erlang A, grossed up for absence and breaks, and covered by shifts.
///
/// Every channel is staffed by itself, as formulas know one queue only: in each hour by the team of those who can be there
/// that answers it and the fewest others (``NeedCover``), after all who are there anyway.
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
    NeedCover.heads(needs(in: scenario), by: levers, in: scenario)
  }

  /// How a team's handlers hold contacts of a channel: so many at once, and each so many times as long.
  private struct Pace: Hashable {
    let concurrency: Int
    let slowdown: Double

    init(of team: Team, on channel: Channel) {
      concurrency = channel.isConcurrent ? max(1, team.concurrency) : 1
      slowdown = team.slowdown.indices.contains(concurrency - 1) ? team.slowdown[concurrency - 1] : 1
    }
  }

  /// What the channels need that have a target and that somebody answers.
  private func needs(in scenario: Scenario) -> [ChannelNeed] {
    let hours = scenario.measuredHours
    return scenario.channels.compactMap { channel in
      let teams = scenario.teams.indices.filter { scenario.teams[$0].answers.contains(channel.id) }
      guard let target = channel.target, !teams.isEmpty else { return nil }
      let rates = channel.expectedArrivals(in: hours, zone: scenario.calendar.zone)
      var handlers: [Int: [Double]] = [:]
      for (pace, teams) in Dictionary(grouping: teams, by: { Pace(of: scenario.teams[$0], on: channel) }) {
        let needed = rates.map { self.handlers($0, of: channel, target, at: pace) }
        for team in teams { handlers[team] = needed }
      }
      return ChannelNeed(handlers: handlers)
    }
  }

  /// The handlers who reach the target with so many contacts an hour.
  private func handlers(
    _ perHour: Double, of channel: Channel, _ target: Channel.Target, at pace: Pace
  ) -> Double {
    let handling = (channel.handling.mean + channel.wrapUp.mean) * pace.slowdown
    guard perHour > 1e-6, handling > 1e-3 else { return 0 }
    let patience = max(channel.patience.mean, 1e-3)
    let demand = QueueDemand(
      calls: perHour, per: 3_600, handling: min(handling, Self.greatestLoad * 3_600 / perHour),
      patience: self == .erlangA && patience.isFinite ? patience : nil)
    let goal = StaffingGoal.serviceLevel(
      atLeast: min(target.share, 0.9999), within: Double(target.within) / 1_000)
    return (Double(demand.fewestHandlers(meeting: [goal])) / Double(pace.concurrency)).rounded(.up)
  }
}
