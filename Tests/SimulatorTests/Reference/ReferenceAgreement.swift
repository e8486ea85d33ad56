import ContactCentre
import DiscreteEvents

/// The simulation's log of a random floor against the one that the reference makes.
enum ReferenceAgreement {
  /// How many events there are, and the first in which the two differ.
  static func check(_ seed: UInt64) -> Relation.Finding {
    let scenario = randomFloor(seed)
    return Relation.same(reference(scenario, seed: seed), run(scenario, seed: seed, replication: 1))
  }

  /// What happens in a scenario by the reference.
  static func reference(_ scenario: Scenario, seed: UInt64) -> [Event] {
    let callers = ReferenceCaller.callers(in: scenario, seed: seed, replication: 1)
    var floor = ReferenceFloor(scenario, callers: callers, seed: seed, replication: 1)
    return floor.run()
  }
}

/// A rule of the contact floor, and how to do without it: to know of each that it made a difference somewhere.
struct FloorRule: Sendable {
  var name: String
  var without: @Sendable (inout Scenario) -> Void

  /// Whether what happens in the scenario of a seed is something else without the rule.
  func matters(_ seed: UInt64) -> Bool {
    let scenario = randomFloor(seed)
    var poorer = scenario
    without(&poorer)
    return poorer != scenario && run(poorer, seed: seed, replication: 1) != run(scenario, seed: seed, replication: 1)
  }

  private static func channels(_ name: String, _ change: @escaping @Sendable (inout Channel) -> Void) -> FloorRule {
    FloorRule(name: name) { scenario in
      for index in scenario.channels.indices { change(&scenario.channels[index]) }
    }
  }

  private static func teams(_ name: String, _ change: @escaping @Sendable (inout Team) -> Void) -> FloorRule {
    FloorRule(name: name) { scenario in
      for index in scenario.teams.indices { change(&scenario.teams[index]) }
    }
  }

  private static func outcomes(
    _ name: String, _ change: @escaping @Sendable (inout Channel.Outcome) -> Void
  ) -> FloorRule {
    channels(name) { channel in
      for index in channel.outcomes.indices { change(&channel.outcomes[index]) }
    }
  }

  private static func breaks(_ name: String, _ change: @escaping @Sendable (inout Shift.Break) -> Void) -> FloorRule {
    FloorRule(name: name) { scenario in
      for index in scenario.shifts.indices {
        for pause in scenario.shifts[index].breaks.indices { change(&scenario.shifts[index].breaks[pause]) }
      }
    }
  }

  /// All that the random floors have.
  static var all: [FloorRule] {
    [
      channels("priority") { $0.priority = 0 },
      channels("patience") { $0.patience = .never },
      channels("redials") { $0.redial = nil },
      channels("stages before the queue") { $0.front = [] },
      channels("options in stages") { channel in
        for index in channel.front.indices { channel.front[index].options = [] }
      },
      channels("callbacks") { $0.callback = nil },
      channels("surveys") { $0.survey = nil },
      channels("interruptions") { $0.routing.preempts = [] },
      channels("handlers kept free") { $0.routing.leavesFree = 0 },
      channels("head starts") { $0.routing.headStart = 0 },
      channels("weights of waits") { $0.routing.waitWeight = 1 },
      channels("overflow") { $0.routing.overflow = nil },
      FloorRule(name: "surges") { $0.surges = [] },
      outcomes("outcomes' own work") { $0.handling = nil },
      outcomes("outcomes' own wrap-up") { $0.wrapUp = nil },
      outcomes("follow-ups") { $0.followUps = [] },
      outcomes("transfers") { $0.transfer = nil },
      outcomes("warm transfers") { $0.transfer?.warm = nil },
      teams("several contacts in hand") { ($0.concurrency, $0.slowdown) = (1, [1]) },
      teams("slowdown") { $0.slowdown = Array(repeating: 1, count: $0.concurrency) },
      teams("lateness") { $0.role.lateness = nil },
      teams("teams' own attendance") { $0.role.attendance = nil },
      teams("people behind posts") { $0.people = nil },
      teams("learning") { $0.people?.learning = nil },
      teams("minimums") { $0.minimums = [] },
      teams("closures") { $0.site = nil },
      FloorRule(name: "attendance") { $0.attendance = 1 },
      FloorRule(name: "breaks") { scenario in
        for index in scenario.shifts.indices { scenario.shifts[index].breaks = [] }
      },
      breaks("turns at breaks") { $0.spread = 0 },
      breaks("cover for breaks") { $0.cover = 0 },
      FloorRule(name: "holidays") { $0.calendar.holidays = [] },
      FloorRule(name: "changes of the clocks") { $0.calendar.zone = .utc },
    ]
  }
}
