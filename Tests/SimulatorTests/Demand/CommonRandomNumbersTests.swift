import ContactCentre
import DiscreteEvents
import Testing

/// What the public does is the same whatever the force decides, and each part of it whatever the other parts are.
@Suite struct CommonRandomNumbersTests {
  /// Who a caller is, whatever the contact's number: by whom they first came, and which attempt this is.
  struct Caller: Hashable {
    var channel: String
    var cell: UInt32
    var index: UInt32
    var attempt: UInt8 = 0
  }

  /// What the tape says of every caller heard of in a run: when they first came, and all that was drawn about them.
  private func facts(_ scenario: Scenario, seed: UInt64 = 5) -> (
    arrivals: [Caller: Milliseconds], drawn: [Fact: UInt32]
  ) {
    var callers: [UInt32: Caller] = [:]
    var arrivals: [Caller: Milliseconds] = [:]
    var drawn: [Fact: UInt32] = [:]
    var diversions: [UInt32: Int] = [:]
    let origin = scenario.calendar.start - scenario.calendar.warmUp
    for event in run(scenario, seed: seed) {
      switch event.kind {
      case .contactArrived:
        let caller = Caller(
          channel: scenario.channels[Int(event.resource)].id, cell: event.value, index: event.extra)
        callers[event.subject] = caller
        arrivals[caller] = origin + event.time
        continue
      case .contactRedialled:
        callers[event.subject] = callers[event.value]
        callers[event.subject]?.attempt = event.detail
        continue
      case .contactDiverted: diversions[event.subject, default: 0] += 1
      default: break
      }
      guard event.rawKind < 32, let kind = event.kind, let caller = callers[event.subject] else { continue }
      let fact = Fact(
        caller: caller, kind: kind, diversions: diversions[event.subject, default: 0],
        stage: kind == .frontStageEntered ? event.detail : 0)
      drawn[fact] = event.value
      // An ending says two things.
      if kind == .handlingEnded {
        drawn[Fact(caller: caller, kind: kind, diversions: fact.diversions, stage: 255)] = UInt32(event.detail)
      }
      if kind == .contactAbandoned {
        drawn[Fact(caller: caller, kind: kind, diversions: fact.diversions, stage: 255)] = UInt32(event.detail)
      }
    }
    return (arrivals, drawn)
  }

  private struct Fact: Hashable {
    var caller: Caller
    var kind: EventKind
    var diversions: Int
    var stage: UInt8
  }

  private func shared(_ one: [Fact: UInt32], _ other: [Fact: UInt32]) -> (count: Int, differing: [Fact]) {
    let both = one.keys.filter { other[$0] != nil }
    return (both.count, both.filter { one[$0] != other[$0] })
  }

  private func profile(_ perDay: Double) -> Arrivals {
    .profile(
      ArrivalProfile(
        perYear: perDay * 365, hourOfDay: (0..<24).map { Double(1 + $0 % 5) },
        busyness: .init(day: 0.2, interval: 0.3, correlation: 0.5)))
  }

  /// Two channels in which everything is drawn from distributions without steps.
  private func scenario(_ volume: Double = 600) -> Scenario {
    var calls = Channel(
      id: "999", arrivals: profile(volume), priority: 1, patience: .exponential(mean: 120),
      handling: .lognormal(mean: 300, cv: 1), wrapUp: .exponential(mean: 30),
      outcomes: [.init(name: "P1", share: 0.3), .init(name: "P2", share: 0.3)])
    calls.front = [FrontStage(id: "ivr", takes: .exponential(mean: 10), divertsTo: [.init(to: "chat", share: 0.2)])]
    calls.redial = .init(probability: 0.7, after: .exponential(mean: 200), to: "999", atMost: 3)
    let chats = Channel(
      id: "chat", kind: .chat, arrivals: profile(300), patience: .exponential(mean: 200),
      handling: .gamma(mean: 400, cv: 0.7))
    let shifts = [
      Shift(id: "early", start: 6 * .hour, length: 9 * .hour), Shift(id: "late", start: 14 * .hour, length: 9 * .hour),
    ]
    let heads = Staff.shifts([.init(shift: "early", heads: daily(3)), .init(shift: "late", heads: daily(3))])
    return Scenario(
      name: "common", calendar: ScenarioCalendar(start: monday + 7 * .hour, warmUp: 2 * .hour),
      channels: [calls, chats],
      shifts: shifts,
      teams: [
        Team(id: "desk", answers: ["999", "chat"], staff: heads),
        Team(id: "chat", answers: ["chat"], concurrency: 2, slowdown: [1, 1.3], staff: always(1)),
      ], attendance: 0.8)
  }

  @Test func anotherPlanMeetsTheSameCallersWithTheSameNeeds() {
    let base = scenario()
    var other = base
    other.teams[0].staff = .shifts([.init(shift: "early", heads: daily(9)), .init(shift: "late", heads: daily(1))])
    other.teams.removeLast()
    other.channels[1].priority = 7
    other.attendance = 0.95
    let one = facts(base)
    let two = facts(other)
    #expect(one.arrivals == two.arrivals && one.arrivals.count > 500)
    let common = shared(one.drawn, two.drawn)
    #expect(common.differing.isEmpty)
    // All kinds of draws are among them: a comparison of nothing would hold too.
    for kind: EventKind in [.frontStageEntered, .contactQueued, .contactAnswered, .handlingEnded, .redialScheduled] {
      #expect(one.drawn.keys.count { $0.kind == kind && two.drawn[$0] != nil } > 20, "\(kind)")
    }
    #expect(one.drawn != two.drawn)
  }

  @Test func aChannelsVolumeLeavesTheOthersAlone() {
    let one = facts(scenario(600)).arrivals
    let two = facts(scenario(90)).arrivals
    #expect(one.filter { $0.key.channel == "chat" } == two.filter { $0.key.channel == "chat" })
    #expect(one.filter { $0.key.channel == "999" } != two.filter { $0.key.channel == "999" })
  }

  @Test func aChannelThatGrowsKeepsItsCallersAndGainsNewOnes() {
    let base = facts(scenario(600))
    for growth in [1.01, 1.1, 2, 7.5] {
      let grown = facts(scenario(600 * growth))
      #expect(base.arrivals.allSatisfy { grown.arrivals[$0.key] == $0.value })
      let gained = grown.arrivals.count - base.arrivals.count
      let expected = 600 * (growth - 1)
      #expect(gained > 0 && abs(Double(gained) - expected) < expected / 2 + 20)
      #expect(shared(base.drawn, grown.drawn).differing.isEmpty)
    }
  }

  @Test func aNewChannelOrTeamMovesNobodyElse() {
    let base = scenario()
    var wider = base
    wider.channels.insert(Channel(id: "web", kind: .deferred, arrivals: profile(100), handling: .constant(60)), at: 0)
    wider.teams.insert(Team(id: "web", answers: ["web"], staff: always(1)), at: 0)
    let one = facts(base)
    let two = facts(wider)
    #expect(two.arrivals.filter { $0.key.channel != "web" } == one.arrivals)
    #expect(two.arrivals.count > one.arrivals.count)
    let differing = shared(one.drawn, two.drawn).differing
    // Where contacts go on to is told by number, which a channel inserted before does change; nothing drawn does.
    #expect(differing.isEmpty)
    #expect(attendance(base, team: "desk") == attendance(wider, team: "desk"))
  }

  @Test func anotherWarmUpOrStartKeepsTheCallersOfTheTimeShared() {
    let base = scenario()
    var earlier = base
    earlier.calendar.warmUp = 31 * .hour
    var later = base
    later.calendar.start += 90 * .minute
    // In the middle of a cell of the tape.
    later.calendar.warmUp = 17 * .second
    let one = facts(base).arrivals
    for other in [earlier, later] {
      let origin = max(base.calendar.start - base.calendar.warmUp, other.calendar.start - other.calendar.warmUp)
      let end = min(base.calendar.end, other.calendar.end)
      let two = facts(other).arrivals.filter { $0.value >= origin && $0.value < end }
      #expect(one.filter { $0.value >= origin && $0.value < end } == two)
      #expect(two.count > 300)
    }
  }

  @Test func aHeadMoreOnAShiftKeepsTheOthersAttendance() {
    let base = scenario()
    var wider = base
    wider.teams[0].staff = .shifts([.init(shift: "early", heads: daily(3)), .init(shift: "late", heads: daily(4))])
    let one = attendance(base, team: "desk")
    var two = attendance(wider, team: "desk")
    #expect(two.count == one.count + 1)
    // Monday's three early ones and three late ones come before the new one, and Tuesday's early ones after.
    two.remove(at: 6)
    #expect(two == one)
  }

  @Test func aLongerWarmUpKeepsAttendance() {
    let base = scenario()
    var earlier = base
    earlier.calendar.warmUp = 26 * .hour
    let one = attendance(base, team: "desk")
    #expect(one.count > 6 && one.contains(true) && one.contains(false))
    #expect(Array(attendance(earlier, team: "desk").suffix(one.count)) == one)
  }

  /// Who of a team's duties turned up, over a week and in order.
  private func attendance(_ scenario: Scenario, team: String) -> [Bool] {
    let number = scenario.teams.firstIndex { $0.id == team }
    return run(scenario, seed: 5).filter {
      ($0.kind == .handlerSignedOn || $0.kind == .handlerAbsent) && Int($0.group) == number
    }.map { $0.kind == .handlerSignedOn }
  }
}
