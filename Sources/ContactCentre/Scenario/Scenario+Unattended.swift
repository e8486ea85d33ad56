import DiscreteEvents

/// When contacts may come to a channel and nobody is there who answers it.
extension Scenario {
  /// By channel, in the order of ``channels``: the stretches of the simulated time in which contacts may come and nobody is
  /// on duty who could take them, in milliseconds since the Unix epoch, earliest first. The warm-up belongs to that time, and
  /// the drain does not.
  ///
  /// On duty is whoever is rostered, on a break, late, absent or in a closed building: those are questions of chance, or said
  /// on purpose. Teams that may help count like those that answer, be it by overflow or in a surge. Deferred work has no such
  /// stretches, for it may lie, nor has a channel that no team answers, nor one whose contacts never come to its queue.
  /// Contacts come by the channel's own arrivals, and by diversions and transfers from channels that have them come; what
  /// comes later of a contact, or of a message to the public, is not looked at.
  ///
  /// O(t log t) of t tours of named people; else O(tours), and for each channel O(stretches · closures + hours in them), where
  /// closures are the factors of zero of whatever sends contacts to it.
  package var unattendedStretches: [[Range<Milliseconds>]] {
    let plan = Plan(toursOf: teams.map(\.staff.byOne), shifts: shifts, calendar: calendar)
    let helpers = channels.map(mayBeAnswered)
    let answered = teams.map { team in
      channels.indices.filter { helpers[$0].contains(team.id) }
    }
    var gaps = [[Range<Milliseconds>]](repeating: [], count: channels.count)
    var attendedUntil = [Milliseconds](repeating: 0, count: channels.count)
    func attend(_ channel: Int, from start: Milliseconds, to end: Milliseconds) {
      if start > attendedUntil[channel] { gaps[channel].append(attendedUntil[channel]..<start) }
      attendedUntil[channel] = max(attendedUntil[channel], end)
    }
    plan.forEachOfficerTour { team, _, start, end in
      for channel in answered[team] { attend(channel, from: start, to: end) }
    }
    return channels.indices.map { channel in
      if helpers[channel].isEmpty { return [] }
      attend(channel, from: plan.windowEnd, to: plan.windowEnd)
      let sources = sendersAtOnce(to: channel).map { ComingTimes(channels[$0].arrivals, calendar) }
      return gaps[channel].map { $0.lowerBound + plan.origin..<$0.upperBound + plan.origin }
        .filter { stretch in sources.contains { $0.haveAny(in: stretch) } }
    }
  }

  /// The teams, by name, of which somebody may take contacts of a channel that wait on the line; none if no team answers it,
  /// or if none waits for a handler.
  private func mayBeAnswered(_ channel: Channel) -> Set<String> {
    let answering = teams.filter { $0.answers.contains(channel.id) }.map(\.id)
    if answering.isEmpty || channel.kind.isDeferred || channel.front.contains(where: \.keepsAll) { return [] }
    let surging = surges.filter { $0.channel == channel.id }.flatMap(\.teams)
    return Set(answering + (channel.routing.overflow?.teams ?? []) + surging)
  }

  /// The places of a channel and of all those whose contacts may come on to it as soon as they are through with a stage, or
  /// with a handler.
  package func sendersAtOnce(to channel: Int) -> Set<Int> {
    var senders: Set = [channel]
    var next = [channel]
    while let receiver = next.popLast() {
      for sender in channels.indices
      where !senders.contains(sender) && channels[sender].sendsAtOnce(to: channels[receiver].id) {
        senders.insert(sender)
        next.append(sender)
      }
    }
    return senders
  }
}

/// When contacts may come by what a channel says of its arrivals.
private struct ComingTimes {
  private let arrivals: Arrivals
  private let calendar: ScenarioCalendar
  /// What a profile leads to expect, and when factors leave nothing of it; nil of other arrivals.
  private let profile: (weights: ArrivalProfile.Weights, closures: [Range<Milliseconds>])?

  init(_ arrivals: Arrivals, _ calendar: ScenarioCalendar) {
    self.arrivals = arrivals
    self.calendar = calendar
    guard case .profile(let profile) = arrivals else {
      self.profile = nil
      return
    }
    self.profile = (
      ArrivalProfile.Weights(profile),
      profile.factors.filter { $0.times == 0 && $0.from < $0.to }.map { $0.from..<$0.to }
    )
  }

  /// Whether anybody may come in a stretch of time.
  func haveAny(in stretch: Range<Milliseconds>) -> Bool {
    switch arrivals {
    case .profile(let arrivals):
      guard let profile, arrivals.scale > 0 else { return false }
      return openParts(of: stretch, profile.closures).contains { profile.weights.expectAny(in: $0, of: calendar) }
    case .trace(let rows):
      // They are in order.
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if rows[middle].time < stretch.lowerBound { low = middle + 1 } else { high = middle }
      }
      return low < rows.count && rows[low].time < stretch.upperBound
    case .appointments(let book):
      return book.hasPlaces && book.hasTimes(in: stretch, zone: calendar.zone)
    }
  }

  /// What closures leave of a stretch of time.
  private func openParts(
    of stretch: Range<Milliseconds>, _ closures: [Range<Milliseconds>]
  ) -> [Range<Milliseconds>] {
    closures.reduce([stretch]) { parts, closure in
      parts.flatMap { [$0.clamped(to: .min..<closure.lowerBound), $0.clamped(to: closure.upperBound..<(.max))] }
        .filter { !$0.isEmpty }
    }
  }
}

extension Channel {
  /// Whether contacts may come on from this channel to another by a diversion or a transfer.
  fileprivate func sendsAtOnce(to channel: String) -> Bool {
    let ways = front.flatMap(\.ways).filter { $0.share > 0 }
    return ways.contains { way in way.divertsTo.contains { $0.to == channel && $0.share > 0 } }
      || outcomes.contains { $0.share > 0 && $0.transfer?.to == channel }
  }
}

extension FrontStage {
  /// Whether nobody comes through it to the queue, but for errors of rounding.
  fileprivate var keepsAll: Bool {
    ways.allSatisfy { way in
      way.share < 1e-9 || way.divertsTo.reduce(way.contains) { $0 + $1.share } > 1 - 1e-9
    }
  }
}

extension AppointmentBook {
  /// Whether any time of appointments lies in a stretch of time, by the clocks of `zone`. O(days).
  fileprivate func hasTimes(in stretch: Range<Milliseconds>, zone: ZoneRules) -> Bool {
    guard every > 0 else { return false }
    let first = zone.civilTime(at: stretch.lowerBound)
    let last = zone.civilTime(at: stretch.upperBound - 1)
    return (first.dayNumber...max(first.dayNumber, last.dayNumber)).contains { day in
      guard days[CivilTime(dayNumber: day).weekday] else { return false }
      let least = day == first.dayNumber ? first.timeOfDay : 0
      let most = day == last.dayNumber ? last.timeOfDay : .day - 1
      let slots = max(0, (least - from + every - 1) / every)
      let time = from + slots * every
      return time < to && time <= most
    }
  }
}
