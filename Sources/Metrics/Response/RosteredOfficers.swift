import ContactCentre
import DiscreteEvents

/// How much time the officers of one hub are rostered for inside the measured window: by the plan, in every run of it.
///
/// No event says of an officer that they did not come, as one does of a handler, so that this cannot be made of events.
struct RosteredOfficers: Sendable, Equatable {
  /// The planned tours of all of them, whether they came or not. Without those who were brought in.
  var time: Milliseconds = 0
  /// The parts of ``time`` that each premium of their role is paid for, in the order of the scenario.
  var premiums: [Milliseconds] = []

  /// No time for any hub of a scenario: enough to tell which figures there are.
  static func none(of scenario: Scenario) -> [RosteredOfficers] {
    (scenario.response?.hubs ?? []).map {
      RosteredOfficers(premiums: Array(repeating: 0, count: $0.role.premiums.count))
    }
  }

  /// Those of every hub of a plan that takes over from others, in order, each of which decided to an instant since the first
  /// of the run: a tour is rostered by whoever decides when it begins. O(tours of officers).
  static func all(of plan: Plan, past: [FigureCatalogue.Past] = []) -> [RosteredOfficers] {
    let terms = (plan.scenario.response?.hubs ?? []).map { PremiumHours($0.role.premiums, plan: plan) }
    var hubs = terms.map { RosteredOfficers(premiums: Array(repeating: 0, count: $0.count)) }
    var from = Milliseconds.min
    for (decider, until) in past.map({ ($0.plan, $0.end) }) + [(plan, Milliseconds.max)] {
      decider.forEachOfficerTour { hub, heads, start, end in
        guard from <= start, start < until, hub < hubs.count else { return }
        let first = max(start, plan.windowStart)
        let last = min(end, plan.windowEnd)
        guard first < last else { return }
        hubs[hub].time += Milliseconds(heads) * (last - first)
        hubs[hub].premiums.withUnsafeMutableBufferPointer { premiums in
          guard let times = premiums.baseAddress else { return }
          terms[hub].add(heads, from: first, to: last, to: times)
        }
      }
      from = max(from, until)
    }
    return hubs
  }
}
