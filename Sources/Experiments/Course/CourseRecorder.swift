import ContactCentre
import DiscreteEvents
import Simulator

/// Makes a ``Course`` of the events of a run that is over: follows its world, for a ``CourseCounter`` to look at.
public struct CourseRecorder: ~Copyable {
  private var simulation: Simulation
  private var counter: CourseCounter

  /// A recorder that has seen nothing yet of a run of `plan`.
  public init(plan: Plan) {
    // Whoever only follows draws nothing, so any seed will do.
    simulation = Simulation(plan: plan, seed: 0, replication: 0)
    counter = CourseCounter(plan: plan)
  }

  /// Takes note of what happened next. O(events).
  public mutating func fold(_ events: Span<Event>) {
    var first = 0
    for index in events.indices {
      let time = events[index].time
      if let moment = counter.nextMoment, moment < time {
        follow(events.extracting(first..<index))
        first = index
        look(before: time)
      }
    }
    follow(events.extracting(first..<events.count))
  }

  private mutating func follow(_ events: Span<Event>) {
    simulation.follow(events)
    counter.note(events)
  }

  /// Looks at all moments before `time`, at which something else happens.
  private mutating func look(before time: Milliseconds) {
    while let moment = counter.nextMoment, moment < time { counter.look(at: simulation) }
  }

  /// What it came to, at the end of the run.
  public consuming func finish() -> Course {
    look(before: .max)
    return counter.finish()
  }
}
