import Testing
import Watchroom

@testable import Experiments

/// What became of the contacts of a run and of its fork, counted once more by the number each event names.
@Suite struct ContactChangesTests {
  /// Callers who redial, who are handed on, and of whom other contacts come, which lead to others again.
  ///
  /// - Parameter heads: how many handlers there are from ten in the morning on; before that, three.
  private func scenario(heads: Int) -> Scenario {
    let arrivals = Arrivals.profile(ArrivalProfile(perYear: 200_000))
    return Scenario(
      name: "who comes of whom", calendar: ScenarioCalendar(start: 1_704_067_200_000),
      channels: [
        Channel(
          id: "999", arrivals: arrivals, patience: .exponential(mean: 120), handling: .exponential(mean: 300),
          outcomes: [
            .init(
              name: "crime", share: 0.3,
              followUps: [
                .init(name: "news", to: "news", probability: 0.6, after: .exponential(mean: 3_600)),
                .init(name: "again", to: "999", probability: 0.4, after: .exponential(mean: 7_200)),
              ]),
            .init(name: "complex", share: 0.2, transfer: .init(to: "support", warm: .constant(30))),
            .init(name: "elsewhere", share: 0.2, transfer: .init(to: "support")),
          ],
          redial: Channel.Redial(probability: 0.7, after: .exponential(mean: 120), to: "999", atMost: 4)),
        Channel(id: "support", patience: .exponential(mean: 300), handling: .exponential(mean: 200)),
        Channel(
          id: "news", kind: .deferred, handling: .exponential(mean: 400),
          outcomes: [
            .init(
              name: "more", share: 0.4,
              followUps: [.init(name: "news", to: "news", after: .exponential(mean: 1_800))])
          ]),
      ],
      teams: [
        Team(
          id: "desk", answers: ["999", "support", "news"],
          staff: .intervals(heads: Array(repeating: (0..<24).map { $0 < 10 ? 3 : heads }, count: 7)))
      ])
  }

  /// What became of somebody.
  private struct Story: Equatable {
    var joined: Milliseconds
    var answered: Milliseconds?
    var abandoned: Milliseconds?

    var wait: Milliseconds { (answered ?? joined) - joined }
  }

  /// Everybody not decided before `start`, by how they came to be there.
  private func stories(_ events: [Event], from start: Milliseconds) throws -> [String: Story] {
    var names: [UInt32: String] = [:]
    var pending: [UInt32: String] = [:]
    var stories: [UInt32: Story] = [:]
    /// Who they are when they get through, however often they had to try.
    func caller(_ number: UInt32) throws -> String { try #require(names[number]).replacing("+redial", with: "") }
    for event in events {
      let number = event.subject
      switch event.kind {
      case .contactArrived: names[number] = "\(event.resource)/\(event.value)/\(event.extra)"
      case .contactRedialled: names[number] = try #require(names[event.value]) + "+redial"
      case .contactTransferred: names[number] = try caller(event.value) + "+transfer"
      case .followUpScheduled: pending[event.extra] = try caller(number) + "+rule \(event.detail)"
      case .contactFollowedUp:
        let name: String = try #require(pending[event.extra])
        names[number] = name
      case .contactAnswered: stories[number]?.answered = event.time
      case .contactAbandoned: stories[number]?.abandoned = event.time
      default: break
      }
      if names.count > stories.count { stories[number] = Story(joined: event.time) }
    }
    try #require(Set(names.values).count == names.count)
    let open = stories.filter { ($0.value.answered ?? $0.value.abandoned ?? .max) >= start }
    return Dictionary(uniqueKeysWithValues: open.compactMap { number, story in names[number].map { ($0, story) } })
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func whoIsHandedOnOrComesOfAnotherIsKnownInBoth(seed: UInt64) throws {
    let (recorded, plan) = (Plan(scenario(heads: 3)), Plan(scenario(heads: 5)))
    var events: [Event] = []
    var simulation = Simulation(plan: recorded, seed: seed, replication: 0)
    while simulation.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    let storage = MemoryLedgers()
    var writer = try LedgerWriter(
      path: "a", header: LedgerHeader(engine: "test", seed: seed, replication: 0, scenario: "{}"), storage: storage)
    try writer.append(events.span)
    try writer.finish()
    var forked: [Event] = []
    let start: Milliseconds = 9 * .hour
    let fork = try Fork(
      of: LedgerReader(path: "a", storage: storage), recorded: [RunChapter(plan: recorded)], by: plan, at: start,
      keep: { block throws(LedgerError) in for index in block.indices { forked.append(block[index]) } })

    for kind in [EventKind.contactTransferred, .contactFollowedUp, .contactRedialled] {
      try #require(events.count { $0.kind == kind && $0.time < start } > 2, "\(kind)")
      try #require(forked.count { $0.kind == kind && $0.time >= start } > 2, "\(kind)")
    }
    let (first, second) = (try stories(events, from: start), try stories(forked, from: start))
    let both = first.keys.filter { second[$0] != nil }
    let answered = both.filter { first[$0]?.answered != nil && second[$0]?.answered != nil }
    let saved = answered.map { (first[$0]?.wait ?? 0) - (second[$0]?.wait ?? 0) }
    let newly = both.filter { first[$0]?.answered == nil && second[$0]?.answered != nil }
    let noLonger = both.filter { first[$0]?.answered != nil && second[$0]?.answered == nil }
    let changes = fork.contacts
    #expect(Int(changes.inBoth) == both.count)
    #expect(Int(changes.onlyInFirst) == first.count - both.count)
    #expect(Int(changes.onlyInSecond) == second.count - both.count)
    #expect(Int(changes.answeredInBoth) == answered.count)
    #expect(Int(changes.waitedLess) == saved.count { $0 > 0 })
    #expect(Int(changes.waitedLonger) == saved.count { $0 < 0 })
    #expect(changes.waitSaved == saved.reduce(0, +))
    #expect(Int(changes.newlyAnswered) == newly.count)
    #expect(Int(changes.answeredNotAbandoned) == newly.count { first[$0]?.abandoned != nil })
    #expect(Int(changes.noLongerAnswered) == noLonger.count)
    #expect(Int(changes.abandonedNotAnswered) == noLonger.count { second[$0]?.abandoned != nil })
    // Nearly all who were there are there in the fork, and whoever is handed on is among them.
    #expect(answered.count > 50 && answered.contains { $0.hasSuffix("+transfer") })
    #expect(both.contains { $0.hasSuffix("+rule 1") })
  }

  /// What happens at the very instant of the fork is the other plan's to decide, so nobody answered then is past.
  @Test func whatIsDecidedAtTheInstantOfTheForkIsNotPast() {
    var fates = ContactFates(from: 9 * .hour)
    let events: [Event] = [
      .contactArrived(at: 8 * .hour, contact: 0, channel: 0, cell: 1, index: 0),
      .contactArrived(at: 8 * .hour, contact: 1, channel: 0, cell: 1, index: 1),
      .contactAnswered(at: 9 * .hour - 1, contact: 0, handler: 0, work: 60_000),
      .contactAnswered(at: 9 * .hour, contact: 1, handler: 1, work: 60_000),
    ]
    fates.fold(events.span)
    #expect(fates.fates == [.past, .answered])
  }
}
