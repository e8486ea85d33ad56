import DiscreteEvents

extension Channel {
  /// The channels, by name, that a contact of this one may come to by a diversion, a redial, a transfer or a follow-up.
  package var leadsTo: [String] {
    front.flatMap(\.ways).flatMap(\.divertsTo).map(\.to) + [redial?.to].compactMap(\.self)
      + outcomes.compactMap { $0.transfer?.to } + outcomes.flatMap(\.followUps).map(\.to)
  }
}

extension Scenario {
  /// The channels on which a contact may be offered, and the grades of which an incident may open, in the time simulated: all
  /// but those by which no arrivals are expected and to which nothing leads that is expected.
  ///
  /// Shares and probabilities are not looked at, so that what is named may come to nothing; what is not named never comes.
  /// O(days × channels).
  package var possibleWays: (channels: Set<String>, grades: Set<String>) {
    let grades = response?.grades ?? []
    let logs = (response?.logs ?? []).filter { expectsAny($0.arrivals) }
    var channelsFound = Set<String>()
    var gradesFound = Set<String>()
    var next = channels.filter { expectsAny($0.arrivals) }.map(\.id)
    var nextGrades = logs.flatMap { $0.grades.map(\.grade) + $0.arrivals.recordedOutcomes }
    while !next.isEmpty || !nextGrades.isEmpty {
      channelsFound.formUnion(next)
      gradesFound.formUnion(nextGrades)
      let sources = channels.filter { next.contains($0.id) }
      let opened = grades.filter { nextGrades.contains($0.id) }
      next = (sources.flatMap(\.leadsTo) + opened.compactMap { $0.ringsAgain?.channel })
        .filter { !channelsFound.contains($0) }
      nextGrades = (sources.flatMap(\.outcomes).compactMap(\.grade) + opened.compactMap { $0.regrade?.to })
        .filter { !gradesFound.contains($0) }
    }
    return (channelsFound, gradesFound)
  }

  /// Whether `arrivals` lead to expect anybody in the time simulated.
  private func expectsAny(_ arrivals: Arrivals) -> Bool {
    switch arrivals {
    case .profile(let profile):
      guard profile.scale > 0 else { return false }
      if profile.messages.contains(where: { $0.sentTo * $0.replies > 0 }) { return true }
      return ArrivalProfile.Weights(profile).expectAny(
        in: calendar.start - calendar.warmUp..<calendar.end, of: calendar)
    case .trace(let rows):
      return rows.contains { $0.time >= calendar.start - calendar.warmUp && $0.time < calendar.end }
    case .appointments(let book):
      return book.hasPlaces && book.days.contains(true)
    }
  }
}

extension Arrivals {
  /// What recorded contacts are said to have turned out to be; nothing where none are recorded.
  fileprivate var recordedOutcomes: [String] {
    guard case .trace(let rows) = self else { return [] }
    return rows.compactMap(\.outcome)
  }
}

extension ArrivalProfile.Weights {
  /// Whether those of some hour of a stretch of time lead to expect anybody, factors and messages aside. O(hours).
  func expectAny(in stretch: Range<Milliseconds>, of calendar: ScenarioCalendar) -> Bool {
    guard !stretch.isEmpty else { return false }
    func isBusy(_ time: Milliseconds) -> Bool {
      let civil = calendar.zone.civilTime(at: time)
      return rate(at: civil, isHoliday: calendar.holidays.contains(civil.dayNumber)) > 0
    }
    // The last instant as well: the hours of the wall clock need not begin when the stretch does.
    return stride(from: stretch.lowerBound, to: stretch.upperBound, by: Int(Milliseconds.hour)).contains(where: isBusy)
      || isBusy(stretch.upperBound - 1)
  }
}

extension AppointmentBook {
  /// Whether anybody ever comes on a day that has appointments.
  var hasPlaces: Bool { timesOfDay > 0 && Double(places) * booked * shows > 0 }
}
