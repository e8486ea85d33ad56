import ContactCentre
import DiscreteEvents
import Testing

/// One channel, one team that is always there, first come, first served: simple enough to reckon in another way.
@Suite struct SingleQueueTests {
  private func scenario(_ heads: Int, patience: Distribution, perDay: Double = 500) -> Scenario {
    Scenario(
      name: "queue", calendar: ScenarioCalendar(start: monday),
      channels: [
        Channel(
          id: "101", arrivals: .profile(ArrivalProfile(perYear: perDay * 365)), patience: patience,
          handling: .lognormal(mean: 300, cv: 1.2), wrapUp: .exponential(mean: 60))
      ], teams: [Team(id: "desk", answers: ["101"], staff: always(heads))])
  }

  /// When each contact was answered; never for those who were not.
  private func answers(_ events: [Event]) -> [Milliseconds] {
    var times = Array(repeating: Milliseconds.max, count: events.count { $0.kind == .contactArrived })
    for event in events where event.kind == .contactAnswered { times[Int(event.subject)] = event.time }
    return times
  }

  /// More handlers never make anybody wait longer, caller by caller.
  @Test(arguments: 1..<9)
  func addingHandlersNeverHurts(seed: UInt64) {
    var last: [Milliseconds] = []
    for heads in 1...5 {
      let times = answers(run(scenario(heads, patience: .never), seed: seed))
      #expect(heads == 1 || zip(times, last).allSatisfy { $0 <= $1 })
      #expect(times != last)
      last = times
    }
  }

  /// Whoever comes next is answered by the first handler to be free, unless that is later than the caller stays: the
  /// whole run follows from arrivals, patience and work by this alone.
  @Test(arguments: 1..<9)
  func theRunIsTheOneReckonedCallerByCaller(seed: UInt64) throws {
    let events = run(scenario(2, patience: .exponential(mean: 400)), seed: seed)
    var arrival: [Milliseconds] = []
    var patience: [UInt32: Milliseconds] = [:]
    var work: [UInt32: Milliseconds] = [:]
    var gaveUp: Set<UInt32> = []
    for event in events {
      switch event.kind {
      case .contactArrived: arrival.append(event.time)
      case .contactQueued: patience[event.subject] = Milliseconds(event.value)
      case .contactAnswered, .handlingEnded: work[event.subject, default: 0] += Milliseconds(event.value)
      case .contactAbandoned: gaveUp.insert(event.subject)
      default: break
      }
    }
    let answered = answers(events)
    var free: [Milliseconds] = [0, 0]
    var reckoned = 0
    for number in arrival.indices {
      let handler = free[0] <= free[1] ? 0 : 1
      let answer = max(arrival[number], free[handler])
      if answer >= Plan(scenario(2, patience: .never)).end { break }
      if let patience = patience[UInt32(number)], arrival[number] + patience < answer {
        try #require(gaveUp.contains(UInt32(number)), "contact \(number)")
      } else {
        try #require(answered[number] == answer, "contact \(number)")
        // Who is still being served as the run ends leaves nothing to reckon on with.
        free[handler] = answer + (work[UInt32(number)] ?? .day)
        if (events.last?.time ?? 0) < free[handler] { break }
      }
      reckoned += 1
    }
    #expect(gaveUp.count > 20 && reckoned > 350)
  }
}
