import ContactCentre
import Metrics

extension ExperimentResult {
  /// Simulates one replication and shows `observe` all its events: the result that ``Experiment`` would have of it alone.
  public static func observing(
    _ plan: Plan, seed: UInt64, replication: Int, _ observe: (Span<Event>) -> Void
  ) -> ExperimentResult {
    var simulation = Simulation(plan: plan, seed: seed, replication: replication)
    var recorder = Recorder(plan: plan)
    var digest = EventDigest()
    while simulation.advance({ events in
      recorder.fold(events)
      digest.fold(events)
      observe(events)
    }) {}
    return ExperimentResult(plan: plan, seed: seed, summary: recorder.finish(), digest: digest)
  }
}
