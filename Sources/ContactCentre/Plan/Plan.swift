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
  package let tables: PlanTables
  /// The replies to messages, which are reckoned when they are first asked for, since that takes time in proportion to the
  /// delays that are waited for.
  let replies = SharedReplies()

  /// Makes a scenario ready to simulate that has no faults, as the scenario reader guarantees of what it has read. One that
  /// is made or changed in code is better given to ``init(checking:)``: whatever else is wrong with it gives wrong figures,
  /// ends the program, or keeps it from ending.
  ///
  /// - Precondition: every name the scenario refers to exists in it. Where one does not, the program ends and says which,
  ///   rather than simulate something else.
  public init(_ scenario: Scenario) {
    if let fault = scenario.unknownName { preconditionFailure("a plan of a scenario with a fault: \(fault)") }
    self.scenario = scenario
    let calendar = scenario.calendar
    origin = calendar.start - calendar.warmUp
    windowStart = calendar.warmUp
    windowEnd = calendar.end - origin
    end = windowEnd + calendar.drain
    tables = PlanTables(scenario, origin: origin)
  }

  /// Makes a scenario ready to simulate that was made or changed in code, and so was checked by nobody.
  ///
  /// - Throws: ``FaultyScenario`` with all that is wrong with it: see ``Scenario/faults()``.
  public convenience init(checking scenario: Scenario) throws(FaultyScenario) {
    let faults = scenario.faults()
    guard faults.isEmpty else { throw FaultyScenario(name: scenario.name, faults: faults) }
    self.init(scenario)
  }

  deinit { tables.deallocate() }

  /// When a tour of the scenario's shift number `shift` began that ends at `end`, since the first instant of the run; it
  /// may be before that. Nil if none ends then, or there is no such shift: the tour is that of another plan, in which the
  /// shift is at another time.
  public func tourStart(shift number: UInt16, end: Milliseconds) -> Milliseconds? {
    guard scenario.shifts.indices.contains(Int(number)) else { return nil }
    // By the wall clock back from its end, since a tour across a change of the clocks is longer or shorter than its shift.
    let shift = scenario.shifts[Int(number)]
    let zone = scenario.calendar.zone
    let lastDay = zone.civilTime(at: origin + end).dayNumber
    let firstDay = lastDay - Int((shift.start + shift.length) / .day)
    let tour = shift.tour(startingOn: firstDay, in: zone)
    return tour.end == origin + end ? tour.start - origin : nil
  }
}
