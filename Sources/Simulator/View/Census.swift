import ContactCentre
import DiscreteEvents

/// How many contacts wait, and how many handlers and units are in each state at one instant: a ``WorldView`` counted, at
/// a fraction of its cost.
///
/// Channels and teams are numbered as there, the dispatchers being one more team. Incidents are not among it: very many
/// may be open, and they are counted at less cost by their events.
public struct Census: Sendable, Equatable {
  /// By channel, how many contacts are in its queue.
  public var waiting: [Int]
  /// By team, how many handlers are in each state, by the number of the `WorldView.Handler.State`.
  public var handlers: [[Int]]
  /// How many units are in each state, by the number of the `WorldView.Unit.State`.
  public var units: [Int]
}

extension Simulation {
  /// The world at `time`, counted: not before the last event handed over or followed, and before the next.
  ///
  /// O(positions + units).
  public borrowing func census(at time: Milliseconds) -> Census { world.pointee.census(at: time) }
}

extension World {
  fileprivate func census(at time: Milliseconds) -> Census {
    let teams = plan.scenario.teams.count + (plan.scenario.response?.dispatchers == nil ? 0 : 1)
    var census = Census(
      waiting: (0..<tables.channelCount).map { Int(queues[$0].count) },
      handlers: Array(
        repeating: Array(repeating: 0, count: WorldView.Handler.State.allCases.count), count: teams),
      units: Array(repeating: 0, count: WorldView.Unit.State.allCases.count))
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)].pointee
      guard let state = WorldView.Handler.State(handler), Int(handler.team) < teams else { continue }
      census.handlers[Int(handler.team)][state.rawValue] += 1
    }
    for unit in response.units.onDuty {
      census.units[WorldView.Unit.State(unit.pointee, at: time).rawValue] += 1
    }
    return census
  }
}
