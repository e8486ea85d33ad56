import DiscreteEvents
import Testing

@testable import ContactCentre

/// A scenario of one channel that nobody answers: for tests of who comes.
func comers(
  _ arrivals: Arrivals, start: Milliseconds = monday, days: Int = 1, zone: ZoneRules = .utc, warmUp: Milliseconds = 0,
  holidays: [Int] = []
) -> Scenario {
  Scenario(
    name: "tape",
    calendar: ScenarioCalendar(start: start, days: days, zone: zone, warmUp: warmUp, holidays: holidays),
    channels: [Channel(id: "999", arrivals: arrivals, handling: .constant(0))])
}

/// All who come in a scenario, and in which order.
func tape(_ scenario: Scenario, seed: UInt64 = 1) -> [TapePlace] {
  var tape = DemandTape(
    plan: Plan(scenario), keys: scenario.channels.map { RandomKey(seed: seed).derived(named: $0.id) })
  return rest(of: &tape)
}

private func rest(of tape: inout DemandTape) -> [TapePlace] {
  var places: [TapePlace] = []
  while tape.nextMoment != Calendar.never {
    places.append(tape.next)
    tape.advance()
  }
  return places
}

/// Whoever stands on the tape after a place is met by one that is turned there at once.
func expectSeekable(_ scenario: Scenario, seed: UInt64 = 1, steps: Int = 40) {
  let whole = tape(scenario, seed: seed)
  for index in stride(from: 0, to: whole.count, by: max(1, whole.count / steps)) {
    var turned = DemandTape(
      plan: Plan(scenario), keys: scenario.channels.map { RandomKey(seed: seed).derived(named: $0.id) })
    turned.seek(after: whole[index])
    #expect(rest(of: &turned) == Array(whole[(index + 1)...]))
  }
}

/// Whether so many of so many trials succeeded as this probability says, but for six standard deviations: with the seed
/// fixed, out of reach unless the probability is another.
func expectShare(
  _ share: Double, _ count: Int, of trials: Int, sourceLocation: SourceLocation = #_sourceLocation
) {
  let expected = share * Double(trials)
  let deviation = (share * (1 - share) * Double(trials)).squareRoot()
  #expect(abs(Double(count) - expected) <= 6 * deviation, "\(count) of \(trials)", sourceLocation: sourceLocation)
}

/// Whether a count is Poisson of this mean, but for six standard deviations.
func expectCount(_ mean: Double, _ count: Int, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(
    abs(Double(count) - mean) <= 6 * mean.squareRoot(), "\(count), not \(mean)", sourceLocation: sourceLocation)
}
