import ContactCentre
import DiscreteEvents
import Testing

/// Those who come again and again: how many contacts are theirs, and that they are who they are whatever the plan.
@Suite struct RepeatCallerTests {
  private func scenario(_ callers: [CallerGroup]) -> Scenario {
    var scenario = handMade([
      Channel(
        id: "999", arrivals: .profile(ArrivalProfile(perYear: 9_000 * 365)), patience: .constant(0),
        handling: .constant(60)),
      Channel(
        id: "101", arrivals: .profile(ArrivalProfile(perYear: 6_000 * 365)), patience: .constant(0),
        handling: .constant(60)),
    ])
    scenario.callers = callers
    return scenario
  }

  private let groups = [
    CallerGroup(
      id: "frequent", channels: [.init(channel: "999", share: 0.08), .init(channel: "101", share: 0.1)], callers: 40),
    CallerGroup(id: "occasional", channels: [.init(channel: "101", share: 0.3)], callers: 50_000),
  ]

  private func arrivals(_ scenario: Scenario) -> [Event] { run(scenario).filter { $0.kind == .contactArrived } }

  @Test func groupsHaveTheirSharesOfChannels() {
    let events = arrivals(scenario(groups))
    for (channel, shares) in [[0.08, 0], [0.1, 0.3]].enumerated() {
      let there = events.filter { Int($0.resource) == channel }
      for (group, share) in shares.enumerated() {
        expectShare(share, there.count { $0.repeatCaller?.group == UInt8(group) }, of: there.count)
      }
    }
  }

  /// Of n contacts of a group of k, each caller makes a binomial number: all 40 come, each n/40 times; of 50,000 as many are
  /// different as 50,000 (1 − (1 − 1/50,000)^n).
  @Test func everyCallerOfAGroupIsAsLikelyAsTheOthers() {
    let events = arrivals(scenario(groups))
    let frequent = events.compactMap(\.repeatCaller).filter { $0.group == 0 }
    for number in UInt16(0)..<40 { expectShare(1.0 / 40, frequent.count { $0.number == number }, of: frequent.count) }
    let rare = events.compactMap(\.repeatCaller).filter { $0.group == 1 }
    let missed = PortableMath.exp(Double(rare.count) * PortableMath.log(1 - 1.0 / 50_000))
    let different = 50_000 * (1 - missed)
    #expect(abs(Double(Set(rare).count) - different) < 6 * (50_000 * missed * (1 - missed)).squareRoot())
    #expect(rare.count > 1_000)
  }

  @Test func whoSomebodyIsDependsOnNothingElse() {
    let base = arrivals(scenario(groups))
    var other = scenario(groups)
    other.channels[0].arrivals = .profile(ArrivalProfile(perYear: 100 * 365))
    other.channels[1].front = [FrontStage(id: "menu", takes: .constant(3))]
    other.teams = [Team(id: "desk", answers: ["101"], staff: always(20))]
    func who(_ events: [Event]) -> [UInt64: RepeatCaller?] {
      Dictionary(
        uniqueKeysWithValues: events.filter { $0.resource == 1 }.map {
          (UInt64($0.value) << 32 | UInt64($0.extra), $0.repeatCaller)
        })
    }
    #expect(who(base) == who(arrivals(other)))
  }

  @Test func aGroupThatGrowsKeepsItsContacts() {
    var grown = groups
    grown[0].channels[0].share = 0.2
    let before = arrivals(scenario(groups)).filter { $0.resource == 0 }
    let after = arrivals(scenario(grown)).filter { $0.resource == 0 }
    for (one, other) in zip(before, after) where one.repeatCaller != nil {
      #expect(one.repeatCaller == other.repeatCaller)
    }
    #expect(before.count == after.count)
  }

  @Test func aScenarioWithoutGroupsSaysNothingOfCallers() {
    #expect(arrivals(scenario([])).allSatisfy { $0.repeatCaller == nil && $0.group == 0 && $0.detail == 0 })
  }

  @Test func theLargestNumbersFitAnEvent() {
    let caller = RepeatCaller(group: 99, number: .max)
    let event = Event.contactArrived(at: 5, contact: 1, channel: 2, cell: 3, index: 4, caller: caller)
    #expect(event.repeatCaller == caller && event.resource == 2 && event.value == 3 && event.extra == 4)
  }
}
