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
    var (calledBack, inVain, warm) = (0, 0, 0)
    var replies: [SurveyReply: Int] = [:]
    for seed in 0..<UInt64(60) {
      var last: Milliseconds = -1
      for event in run(randomScenario(seed)) {
        if let kind = event.kind { seen[kind, default: 0] += 1 }
        if event.time == last { atOneInstant += 1 }
        if event.kind == .contactTransferred, event.detail != 0 { warm += 1 }
        if event.kind == .contactAnswered {
          if event.callbackReply == .reached { calledBack += 1 }
          if event.callbackReply == .unreached { inVain += 1 }
          replies[event.surveyReply, default: 0] += 1
        }
        last = event.time
      }
    }
    let kinds = EventKind.allCases.filter {
      $0.rawValue < 16 && $0 != .contactRangAgain || $0 == .contactTransferred || (32..<38).contains($0.rawValue)
    }
    for kind in kinds { #expect(seen[kind, default: 0] > 100, "\(kind): \(seen[kind, default: 0])") }
    #expect(atOneInstant > 10_000)
    #expect(calledBack > 100 && inVain > 100 && warm > 100, "\(calledBack), \(inVain), \(warm)")
    for (reply, count) in replies { #expect(count > 100, "\(reply): \(count)") }
    #expect(replies.count == SurveyReply.allCases.count)
  }

  @Test func randomScenariosHaveEverythingOfPeople() {
    var seen: [String: Int] = [:]
    func note(_ what: String, _ isThere: Bool) { seen[what, default: 0] += isThere ? 1 : 0 }
    for seed in 0..<UInt64(120) {
      for event in run(randomScenario(seed)) {
        switch event.kind {
        case .handlerSignedOn:
          note("learning", event.percentSlower > 0)
          note("brought in", event.isOnOvertime)
        case .handlerAbsent: note("late", event.isLate)
        case .handlerWentOnBreak:
          note("closed", event.isClosed)
          note("closed while busy", event.isClosed && event.value == 0)
        case .breakPostponed:
          note("put off", event.value != Event.endless)
          note("lapsed", event.value == Event.endless)
        default: break
        }
      }
    }
    for (what, count) in seen { #expect(count > (what == "closed while busy" ? 2 : 25), "\(what): \(count)") }
    #expect(seen.count == 7)
  }
}
