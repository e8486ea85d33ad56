import ContactCentre
import DiscreteEvents

// Tours, breaks and closures.
extension ReferenceFloor {
  /// How long a break is put off at a time.
  private static var postponement: Milliseconds { 5 * .minute }

  /// Somebody signs on to the lowest free position, or does not turn up.
  mutating func beginDuty() {
    let duty = duties.removeFirst()
    let number = UInt32(dutiesBegun)
    dutiesBegun += 1
    let length = duty.end.map { $0 - duty.start }.flatMap { $0 <= Event.longest ? UInt32($0) : nil } ?? Event.endless
    guard duty.turnsUp else {
      log.append(
        .handlerAbsent(at: now, duty: number, team: UInt16(duty.team), length: length, isLate: duty.isLate))
      return
    }
    let position = handlers.firstIndex { $0 == nil } ?? handlers.count
    if position == handlers.count { handlers.append(nil) }
    log.append(
      .handlerSignedOn(
        at: now, duty: number, handler: UInt16(position), team: UInt16(duty.team), length: length,
        shift: duty.shift.map { UInt16($0) } ?? Event.noShift, turn: duty.turn,
        percentSlower: UInt8(duty.percentSlower), onOvertime: duty.isOnOvertime))
    let breaks = duty.shift.map { scenario.shifts[$0].breaks } ?? []
    handlers[position] = Handler(
      team: duty.team, end: length == Event.endless ? nil : now + Milliseconds(length),
      percentSlower: duty.percentSlower,
      breaks: breaks.map {
        (duty.tourStart + $0.after + $0.spread * Milliseconds(duty.turn) / 65_536, $0.length, $0.cover)
      }, readySince: log.count)
    missBreaks(position)
  }

  /// Breaks that were due before somebody signs on, or comes back, are missed.
  private mutating func missBreaks(_ position: Int) {
    while let due = handlers[position]?.breaks.first?.due, due < now { handlers[position]?.breaks.removeFirst() }
  }

  /// The stretches during which a team's site is closed.
  private func closures(ofTeam team: Int) -> [Site.Closure] {
    let site = scenario.sites.first { $0.id == scenario.teams[team].site }
    return (site?.closedStretches ?? []).map { .init(from: $0.from - origin, to: $0.to - origin) }
  }

  /// When somebody at work must stop: at the end of the tour, for the next break, or as soon as the site is closed.
  func stopsWorking(_ handler: Handler) -> Milliseconds? {
    let closes = closures(ofTeam: handler.team).first { $0.to > now }.map { max($0.from, now) }
    return [handler.end, handler.breaks.first?.due, closes].compactMap { $0 }.min()
  }

  /// Somebody must stop working, or has finished up, or a break is over.
  mutating func pauseOrEnd(_ position: Int) {
    guard let handler = handlers[position] else { return }
    let isBusy = !handler.inHand.isEmpty
    if let end = handler.end, end <= now {
      if isBusy { return finishUp(position, .finishingForGood) }
      log.append(.handlerSignedOff(at: now, handler: UInt16(position)))
      handlers[position] = nil
      return
    }
    if case .onBreak = handler.state {
      log.append(.handlerReturned(at: now, handler: UInt16(position)))
      handlers[position]?.state = .working
      handlers[position]?.readySince = log.count
      return missBreaks(position)
    }
    // A closure goes before a break.
    if let closure = closures(ofTeam: handler.team).first(where: { $0.from <= now && now < $0.to }) {
      if isBusy { return finishUp(position, .finishingForBreak) }
      return pause(position, for: closure.to - now, isClosed: true)
    }
    guard let pause = handler.breaks.first, pause.due <= now else {
      // The site closed, and opened again before the work in hand was done.
      return self.pause(position, for: 0, isClosed: true)
    }
    if others(atWorkWith: position) < pause.cover { return postponeBreak(position, pause.length) }
    if isBusy { return finishUp(position, .finishingForBreak) }
    self.pause(position, for: pause.length, isClosed: false)
    handlers[position]?.breaks.removeFirst()
  }

  private mutating func finishUp(_ position: Int, _ state: Handler.State) {
    var isForBreak = false
    if case .finishingForBreak = state { isForBreak = true }
    log.append(.handlerFinishingUp(at: now, handler: UInt16(position), forBreak: isForBreak))
    handlers[position]?.state = state
  }

  /// For so long, or to the end of the tour.
  private mutating func pause(_ position: Int, for length: Milliseconds, isClosed: Bool) {
    let rest = handlers[position]?.end.map { $0 - now } ?? .max
    let pause = min(length, rest, Milliseconds(UInt32.max))
    log.append(.handlerWentOnBreak(at: now, handler: UInt16(position), length: UInt32(pause), isClosed: isClosed))
    handlers[position]?.state = .onBreak(until: now + pause)
  }

  /// How many others of the team work and are not about to stop.
  private func others(atWorkWith position: Int) -> Int {
    handlers.indices.count { other in
      guard other != position, let handler = handlers[other], case .working = handler.state else { return false }
      return handler.team == handlers[position]?.team
    }
  }

  /// Too few would stay: it is asked for again after a while, or lapses if it could then not end with the tour.
  private mutating func postponeBreak(_ position: Int, _ length: Milliseconds) {
    let rest = handlers[position]?.end.map { $0 - now } ?? .max
    let lapses = Self.postponement + length > rest
    log.append(
      .breakPostponed(
        at: now, handler: UInt16(position), delay: lapses ? Event.endless : UInt32(Self.postponement)))
    if lapses {
      handlers[position]?.breaks.removeFirst()
      missBreaks(position)
    } else {
      handlers[position]?.breaks[0].due = now + Self.postponement
    }
    // Who had finished up for it goes on working.
    if case .finishingForBreak = handlers[position]?.state { handlers[position]?.readySince = log.count }
    handlers[position]?.state = .working
  }
}
