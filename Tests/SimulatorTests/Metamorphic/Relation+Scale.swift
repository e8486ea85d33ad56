import ContactCentre
import DiscreteEvents

extension Relation {
  /// Twice the callers and twice the staff: who comes in pairs at the same instant with the same needs, to handlers who
  /// work in pairs, fares as the one did, contact by contact. So service levels, waits and occupancy stay exactly the same.
  ///
  /// What counts contacts or handlers is doubled as well: how many are needed as cover, brought in, or must wait before
  /// callbacks are offered. Holds where contacts are held one at a time, no handlers are kept free, nothing is interrupted,
  /// teams do not help in surges, transfers are cold, and no work is of no length: else somebody may come between the two
  /// of a pair.
  static let doubleLoadAndStaff = Relation(name: "twice the callers and the staff fare the same") { seed in
    let scenario = inPairs(randomFloor(seed).certain(seed))
    let single = run(scenario, seed: seed)
    let double = run(doubled(scenario), seed: seed)
    let expected = lives(single).flatMap { [$0, $0] }
    let found = lives(double)
    var finding = Finding(events: single.count + double.count)
    let place = zip(expected, found).prefix { $0 == $1 }.count
    if place < max(expected.count, found.count) {
      func text(_ lives: [[String]]) -> String { place < lives.count ? "\(lives[place])" : "nobody" }
      finding.problem = "contact \(place) should have \(text(expected)), not \(text(found))"
    }
    return finding + sameInAnyOrder(tours(single).flatMap { [$0, $0] }, tours(double))
  }

  /// What happened to each contact, without numbers of contacts, handlers and duties.
  private static func lives(_ events: [Event]) -> [[String]] {
    var lives: [[String]] = []
    for event in events where !event.isOfTour {
      if event.bringsContact { lives.append([]) }
      let value = event.followsAnother ? 0 : event.value
      let extra = event.kind == .contactArrived || event.numbersFollowUp ? 0 : event.extra
      let resource = event.isOfWork ? 0 : event.resource
      lives[Int(event.subject)].append(
        "\(event.time): \(event.rawKind) \(event.detail) \(value) \(extra) \(resource) \(event.group)")
    }
    return lives
  }

  private static func tours(_ events: [Event]) -> [String] {
    events.filter(\.isOfTour).map { event in
      let shift = event.kind == .handlerSignedOn ? event.extra & 0xFFFF : 0
      return "\(event.time): \(event.rawKind) \(event.detail) \(event.value) \(event.group) \(shift)"
    }
  }

  /// Everybody's breaks at the same time, so that those who work in pairs have them together; and without what does not
  /// come in pairs.
  private static func inPairs(_ scenario: Scenario) -> Scenario {
    var together = scenario
    together.surges = []
    for index in together.teams.indices {
      (together.teams[index].concurrency, together.teams[index].slowdown) = (1, [1])
    }
    for index in together.channels.indices {
      together.channels[index].routing.preempts = []
      together.channels[index].routing.leavesFree = 0
      giveLengthAndNoIntroduction(&together.channels[index])
    }
    for index in together.shifts.indices {
      for pause in together.shifts[index].breaks.indices { together.shifts[index].breaks[pause].spread = 0 }
    }
    return together
  }

  private static func giveLengthAndNoIntroduction(_ channel: inout Channel) {
    func atLeastASecond(_ distribution: Distribution) -> Distribution { .constant(max(1, distribution.mean)) }
    channel.handling = atLeastASecond(channel.handling)
    channel.callback?.dialling = .constant(1)
    for index in channel.outcomes.indices {
      channel.outcomes[index].handling = channel.outcomes[index].handling.map(atLeastASecond)
      channel.outcomes[index].transfer?.warm = nil
    }
    guard case .trace(var rows) = channel.arrivals else { return }
    for row in rows.indices { rows[row].handling = max(1, rows[row].handling ?? 1) }
    channel.arrivals = .trace(rows)
  }

  private static func doubled(_ scenario: Scenario) -> Scenario {
    var doubled = scenario
    for index in doubled.channels.indices {
      if case .trace(let rows) = doubled.channels[index].arrivals {
        doubled.channels[index].arrivals = .trace(rows.flatMap { [$0, $0] })
      }
      doubled.channels[index].callback?.whenWaiting *= 2
    }
    for index in doubled.shifts.indices {
      for pause in doubled.shifts[index].breaks.indices { doubled.shifts[index].breaks[pause].cover *= 2 }
    }
    for index in doubled.teams.indices {
      for minimum in doubled.teams[index].minimums.indices { doubled.teams[index].minimums[minimum].heads *= 2 }
      switch doubled.teams[index].staff {
      case .shifts(let entries):
        doubled.teams[index].staff = .shifts(
          entries.map {
            .init(shift: $0.shift, heads: $0.heads.map { 2 * $0 }, holiday: $0.holiday.map { 2 * $0 })
          })
      case .intervals(let heads):
        doubled.teams[index].staff = .intervals(heads: heads.map { day in day.map { 2 * $0 } })
      case .roster(let rows):
        doubled.teams[index].staff = .roster(rows.flatMap { [$0, $0] })
      case .rotation(var rotation):
        rotation.groups = rotation.groups.map { 2 * $0 }
        doubled.teams[index].staff = .rotation(rotation)
      }
    }
    return doubled
  }

  /// In a queue that is served first come, first served, by one team that is always there, a handler more makes nobody
  /// wait longer, caller by caller.
  static let moreHandlers = Relation(name: "a handler more makes nobody wait longer") { seed in
    var dice = Dice(seed ^ 0x30_4E)
    let handling: Distribution = dice.pick([
      .exponential(mean: 300), .lognormal(mean: 300, cv: 1.5), .constant(300), .empirical(values: [0, 60, 900]),
    ])
    let wrapUp: Distribution = dice.pick([.constant(0), .exponential(mean: 60)])
    let perDay = Double(100 + dice.below(600))
    let heads = 1 + dice.below(4)
    func answers(_ heads: Int) -> [Milliseconds] {
      let scenario = Scenario(
        name: "queue", calendar: ScenarioCalendar(start: monday),
        channels: [
          Channel(
            id: "101", arrivals: .profile(ArrivalProfile(perYear: perDay * 365)), handling: handling, wrapUp: wrapUp)
        ], teams: [Team(id: "desk", answers: ["101"], staff: always(heads))])
      let events = run(scenario, seed: seed)
      var times = Array(repeating: Milliseconds.max, count: events.count { $0.kind == .contactArrived })
      for event in events where event.kind == .contactAnswered { times[Int(event.subject)] = event.time }
      return times
    }
    let (before, after) = (answers(heads), answers(heads + 1))
    var finding = Finding(events: before.count + after.count)
    if before.count != after.count { finding.problem = "other callers come" }
    if let place = before.indices.first(where: { after[$0] > before[$0] }) {
      finding.problem = "caller \(place) waits longer with \(heads + 1) handlers than with \(heads)"
    }
    return finding
  }
}
