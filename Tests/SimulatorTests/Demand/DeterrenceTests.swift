import ContactCentre
import DiscreteEvents
import Testing

/// Who stays away stays away exactly, and everybody else comes as before.
@Suite struct DeterrenceTests {
  /// Everybody is answered, so that the log says of everybody what they turned out to be.
  private func scenario(_ arrivals: Arrivals, deterred: Double) -> Scenario {
    let calls = Channel(
      id: "999", arrivals: arrivals, handling: .exponential(mean: 60),
      outcomes: [.init(name: "P1", share: 0.3), .init(name: "misuse", share: 0.2, deterred: deterred)])
    return handMade([calls], teams: [Team(id: "desk", answers: ["999"], staff: always(300))])
  }

  private struct Caller: Hashable {
    var cell: UInt32
    var index: UInt32
    var time: Milliseconds
  }

  /// Who came, and what they turned out to be.
  private func outcomes(_ scenario: Scenario) -> [Caller: UInt8] {
    var callers: [UInt32: Caller] = [:]
    var outcomes: [Caller: UInt8] = [:]
    for event in run(scenario) {
      if event.kind == .contactArrived {
        callers[event.subject] = Caller(cell: event.value, index: event.extra, time: event.time)
      }
      if event.kind == .handlingEnded, let caller = callers[event.subject] { outcomes[caller] = event.detail }
    }
    return outcomes
  }

  private static let sources: [Arrivals] = [
    .profile(ArrivalProfile(perYear: 4_000 * 365)),
    .trace((0..<3_000).map { caller(at: Double($0) * 25, outcome: $0 % 3 == 0 ? "misuse" : nil) }),
    .appointments(AppointmentBook(from: 0, to: 23 * .hour, every: 5 * .minute, places: 10)),
  ]

  @Test(arguments: sources)
  func onlyTheShareOfWhatIsDeterredStaysAway(arrivals: Arrivals) {
    let base = outcomes(scenario(arrivals, deterred: 0))
    let some = outcomes(scenario(arrivals, deterred: 0.25))
    let none = outcomes(scenario(arrivals, deterred: 1))
    let misused = base.filter { $0.value == 1 }
    #expect(none == base.filter { $0.value != 1 })
    #expect(some.allSatisfy { base[$0.key] == $0.value })
    #expect(some.filter { $0.value != 1 } == none)
    expectShare(0.25, misused.count - some.count { $0.value == 1 }, of: misused.count)
    #expect(misused.count > 300)
  }

  @Test func aLargerShareKeepsAwayWhomASmallerOneDid() {
    let few = outcomes(scenario(Self.sources[0], deterred: 0.2))
    let fewer = outcomes(scenario(Self.sources[0], deterred: 0.6))
    #expect(fewer.allSatisfy { few[$0.key] == $0.value } && fewer.count < few.count)
  }

  @Test(arguments: sources)
  func aTapeWithoutTheDeterredIsTurnedToAnyPlace(arrivals: Arrivals) {
    expectSeekable(scenario(arrivals, deterred: 0.5), steps: 12)
  }

  @Test func theContactsOfAGroupStayAwayByTheirShare() {
    var base = scenario(Self.sources[0], deterred: 0)
    base.callers = [
      CallerGroup(id: "frequent", channels: [.init(channel: "999", share: 0.3)], callers: 20),
      CallerGroup(id: "rare", channels: [.init(channel: "999", share: 0.1)], callers: 500),
    ]
    var helped = base
    helped.callers[0].deterred = 0.4
    func callers(_ scenario: Scenario) -> [Caller: RepeatCaller?] {
      var callers: [Caller: RepeatCaller?] = [:]
      for event in run(scenario) where event.kind == .contactArrived {
        callers[Caller(cell: event.value, index: event.extra, time: event.time)] = .some(event.repeatCaller)
      }
      return callers
    }
    let before = callers(base)
    let after = callers(helped)
    #expect(after.allSatisfy { before[$0.key] == $0.value })
    let gone = before.filter { after[$0.key] == nil }
    #expect(gone.allSatisfy { $0.value?.group == 0 })
    expectShare(0.4, gone.count, of: before.count { $0.value?.group == 0 })
    expectSeekable(helped, steps: 12)
  }
}
