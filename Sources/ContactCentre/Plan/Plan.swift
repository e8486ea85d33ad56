import DiscreteEvents

/// A scenario made ready to simulate: names turned into numbers, rules into tables.
///
/// Immutable and shared by all replications. Channels, teams and shifts are numbered by their place in the scenario.
/// Making one takes time and memory in proportion to the scenario's text and traces, not to the time it covers.
public final class Plan: Sendable {
  /// What it was made from.
  public let scenario: Scenario
  /// The first instant of the run (time 0 of its events), in milliseconds since the Unix epoch.
  public let origin: Milliseconds
  /// The first measured instant, since the first instant of the run.
  public let windowStart: Milliseconds
  /// The first instant no longer measured; nobody arrives from here on.
  public let windowEnd: Milliseconds
  /// When the run stops; later than `windowEnd` by the drain.
  public let end: Milliseconds

  /// The rules that are looked up while simulating.
  let tables: PlanTables

  /// Makes a checked scenario ready to simulate.
  ///
  /// - Precondition: every name the scenario refers to exists in it, as the scenario reader guarantees.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    let calendar = scenario.calendar
    origin = calendar.start - calendar.warmUp
    windowStart = calendar.warmUp
    windowEnd = calendar.end - origin
    end = windowEnd + calendar.drain
    tables = PlanTables(scenario, origin: origin)
  }

  deinit { tables.deallocate() }
}
