import ContactCentre
import Metrics
import Simulator

/// The first replication of an experiment, kept for people to look at.
public struct FirstReplication: Sendable {
  /// How it went.
  public let course: Course
  /// All its events in their order, 24 bytes each; nil unless they were asked for.
  public let events: [Event]?

  /// How much is kept of it while an experiment runs.
  public enum Keeping: Sendable {
    /// Nothing but the figures.
    case nothing
    /// How it went. Costs a look at the world every few minutes of the run.
    case course
    /// How it went, and all its events.
    case events
  }
}

extension Experiment {
  /// What one run leaves behind.
  struct Replication {
    var summary: Summary
    var digest: EventDigest
    var first: FirstReplication?
  }

  /// One run, the replication of that number, from its first event to its figures; nil if it was given up, which is asked
  /// between blocks of its events. Whatever its number, it `isFirst` where no other comes before it.
  func replicate(_ index: Int, isFirst: Bool, unless isGivenUp: () -> Bool) -> Replication? {
    if isFirst, keeping != .nothing { return replicateFirst(index, unless: isGivenUp) }
    var simulation = Simulation(plan: plan, seed: seed, replication: index)
    var recorder = Recorder(plan: plan)
    var digest = EventDigest()
    while simulation.advance({ events in
      recorder.fold(events)
      digest.fold(events)
    }) {
      if isGivenUp() { return nil }
    }
    return Replication(summary: recorder.finish(), digest: digest)
  }

  /// The first run, looked at on the way.
  private func replicateFirst(_ index: Int, unless isGivenUp: () -> Bool) -> Replication? {
    var simulation = Simulation(plan: plan, seed: seed, replication: index)
    var recorder = Recorder(plan: plan)
    var digest = EventDigest()
    var course = CourseCounter(plan: plan)
    var log = EventLog()
    while simulation.advance(
      seenBy: &course,
      { events in
        recorder.fold(events)
        digest.fold(events)
        if keeping == .events { log.append(events) }
      })
    {
      if isGivenUp() { return nil }
    }
    return Replication(
      summary: recorder.finish(), digest: digest,
      first: FirstReplication(course: course.finish(), events: keeping == .events ? log.events() : nil))
  }
}
