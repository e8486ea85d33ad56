import ContactCentre
import DiscreteEvents

extension Relation {
  /// Another centre in the same building, with channels and teams of its own, changes nothing about the first: of the log
  /// of both, what is about the first is its log, but for how contacts, handlers and duties are numbered.
  ///
  /// The other's handlers stay all the time, so that positions are taken in the same order; which decides who comes first
  /// where several do the same at one instant.
  static let anotherCentreBeside = Relation(name: "another centre beside changes nothing") { seed in
    let scenario = randomFloor(seed)
    var both = scenario
    let other = strangers(randomFloor(seed ^ 0x07_4E12), beside: scenario)
    both.channels += other.channels
    both.teams += other.teams
    both.surges += other.surges
    var filter = CentreFilter(scenario)
    return same(run(scenario, seed: seed), run(both, seed: seed).compactMap { filter.own($0) })
  }

  /// A centre under other names, at the same time, with so many handlers who never leave.
  private static func strangers(_ scenario: Scenario, beside first: Scenario) -> Scenario {
    var namer = Renamer { "other " + $0 }
    var other = namer.renamed(scenario)
    let delay = first.calendar.start - scenario.calendar.start
    for index in other.channels.indices {
      guard case .trace(var rows) = other.channels[index].arrivals else { continue }
      for row in rows.indices { rows[row].time += delay }
      other.channels[index].arrivals = .trace(rows)
    }
    for index in other.teams.indices {
      let team = other.teams[index]
      other.teams[index] = Team(
        id: team.id, answers: team.answers, concurrency: team.concurrency, slowdown: team.slowdown,
        staff: always(1 + index), role: Role(attendance: 1))
    }
    return other
  }
}

/// Takes from a log what is about the first channels and teams, and numbers it as if nothing else had been.
private struct CentreFilter {
  let channelCount: Int
  let teamCount: Int
  let surgeCount: Int
  private var contacts: [UInt32: UInt32] = [:]
  private var items: [UInt32: UInt32] = [:]
  private var positions: [UInt16: UInt16] = [:]
  private var duties: UInt32 = 0

  init(_ scenario: Scenario) {
    channelCount = scenario.channels.count
    teamCount = scenario.teams.count
    surgeCount = scenario.surges.count
  }

  /// The event as the first centre alone would have it; nil if it is about the other.
  mutating func own(_ event: Event) -> Event? {
    if event.kind == .surgeBegan || event.kind == .surgeEnded {
      return Int(event.resource) < surgeCount ? event : nil
    }
    if event.isOfTour { return ownTour(event) }
    if event.bringsContact {
      guard Int(event.resource) < channelCount else { return nil }
      contacts[event.subject] = UInt32(contacts.count)
    }
    guard let subject = contacts[event.subject] else { return nil }
    var own = event.with(subject: subject)
    if event.isOfWork { own = own.with(resource: positions[event.resource] ?? .max) }
    if event.followsAnother { own = own.with(value: contacts[event.value] ?? .max) }
    if event.kind == .followUpScheduled { items[event.extra] = UInt32(items.count) }
    if event.numbersFollowUp { own = own.with(extra: items[event.extra] ?? .max) }
    return own
  }

  private mutating func ownTour(_ event: Event) -> Event? {
    if event.kind == .handlerSignedOn || event.kind == .handlerAbsent {
      guard Int(event.group) < teamCount else { return nil }
      duties += 1
      if event.kind == .handlerAbsent { return event.with(subject: duties - 1) }
      // The lowest position that is free.
      positions[event.resource] = (0...).first { !positions.values.contains($0) }
      return event.with(subject: duties - 1, resource: positions[event.resource])
    }
    guard let position = positions[event.resource] else { return nil }
    if event.kind == .handlerSignedOff { positions[event.resource] = nil }
    return event.with(resource: position)
  }
}
