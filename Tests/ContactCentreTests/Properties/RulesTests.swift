import ContactCentre
import DiscreteEvents
import Testing

@Suite struct RulesTests {
  /// Order in time and within an instant, the router's choice, work conservation, skills, concurrency, breaks and tours.
  @Test(arguments: 0..<8)
  func everyEventFollowsThePublishedRules(share: UInt64) throws {
    for seed in share * 40..<share * 40 + 40 {
      let plan = Plan(randomScenario(seed))
      let failures = LogWatcher.failures(run(plan), plan)
      try #require(failures.isEmpty, "scenario \(seed): \(failures.prefix(3))")
    }
  }

  @Test func randomCentresMakeTheirKindsOfEventHappenManyTimes() {
    var seen: [EventKind: Int] = [:]
    for seed in 0..<UInt64(100) {
      for event in run(randomCentre(seed)) {
        if event.kind == .contactAnswered, !event.interrupts { continue }
        if let kind = event.kind { seen[kind, default: 0] += 1 }
      }
    }
    for kind in [.contactAnswered, .workResumed, .contactOverflowed, .surgeBegan, .surgeEnded] as [EventKind] {
      #expect(seen[kind, default: 0] > 100, "\(kind): \(seen[kind, default: 0])")
    }
  }

  /// A property of events that never happen is no property at all.
  @Test func randomScenariosMakeEveryKindOfEventHappenManyTimes() {
    var seen: [EventKind: Int] = [:]
    var atOneInstant = 0
    for seed in 0..<UInt64(60) {
      var last: Milliseconds = -1
      for event in run(randomScenario(seed)) {
        if let kind = event.kind { seen[kind, default: 0] += 1 }
        if event.time == last { atOneInstant += 1 }
        last = event.time
      }
    }
    let kinds = EventKind.allCases.filter { $0.rawValue < 13 || (32..<38).contains($0.rawValue) }
    for kind in kinds { #expect(seen[kind, default: 0] > 100, "\(kind): \(seen[kind, default: 0])") }
    #expect(atOneInstant > 10_000)
  }
}
