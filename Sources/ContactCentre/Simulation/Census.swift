import DiscreteEvents

/// How many contacts, handlers, incidents and units there are in each state at one instant: a ``WorldView`` counted, at a
/// fraction of its cost.
///
/// Channels, teams, grades and hubs are numbered as there, the dispatchers being one more team.
public struct Census: Sendable, Hashable {
  /// By channel, how many contacts are in its queue.
  public var waiting: [Int]
  /// By team, how many handlers are in each state, in the order of `WorldView.Handler.State.allCases`.
  public var handlers: [[Int]]
  /// By grade, how many incidents are open to which no unit has come.
  public var unattended: [Int]
  /// By grade, how many incidents are open to which a unit has come.
  public var attended: [Int]
  /// How many units are in each state, in the order of `WorldView.Unit.State.allCases`.
  public var units: [Int]
}

extension Simulation {
  /// The world at `time`, counted: not before the last event handed over or followed, and before the next.
  ///
  /// O(positions + incidents + units).
  public borrowing func census(at time: Milliseconds) -> Census { world.pointee.census(at: time) }
}

extension World {
  fileprivate func census(at time: Milliseconds) -> Census {
    let response = plan.scenario.response
    let grades = response?.grades.count ?? 0
    let teams = plan.scenario.teams.count + (response?.dispatchers == nil ? 0 : 1)
    var census = Census(
      waiting: (0..<tables.channelCount).map { Int(queues[$0].count) },
      handlers: Array(
        repeating: Array(repeating: 0, count: WorldView.Handler.State.allCases.count), count: teams),
      unattended: Array(repeating: 0, count: grades), attended: Array(repeating: 0, count: grades),
      units: Array(repeating: 0, count: WorldView.Unit.State.allCases.count))
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)].pointee
      guard let state = WorldView.Handler.State(handler), Int(handler.team) < teams else { continue }
      census.handlers[Int(handler.team)][Self.place(of: state)] += 1
    }
    for incident in self.response.incidents.live where incident.state != .coming && Int(incident.grade) < grades {
      if incident.isAttended {
        census.attended[Int(incident.grade)] += 1
      } else {
        census.unattended[Int(incident.grade)] += 1
      }
    }
    for unit in self.response.units.onDuty {
      census.units[Self.place(of: WorldView.Unit.State(unit.pointee, at: time))] += 1
    }
    return census
  }

  private static func place<State: CaseIterable & Equatable>(of state: State) -> Int {
    State.allCases.enumerated().first { $0.element == state }?.offset ?? 0
  }
}
