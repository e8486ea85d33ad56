import DiscreteEvents

extension Measure {
  /// What can be said of incidents.
  enum OfIncidents: Sendable {
    case opened, attended, cancelled, resolved, retained
    case attendedOfOpened, inTimeOfAttended
    case meanResponse
  }

  /// What can be said of a backlog.
  enum OfBacklog: Sendable {
    case perMidnight, meanAge, oldest
  }

  /// What can be said of a hub.
  enum OfHub: Sendable {
    case unitHours, officerHours, overtimeHours
    case rosteredHours(RosteredOfficers)
    case utilisation, mobile, scene, custody, paperwork, free
    case attended, inTimeOfAttended
    case cost(Pay, RosteredOfficers)
  }
}

extension Measure.OfIncidents {
  func value(in tally: IncidentTally) -> Double {
    switch self {
    case .opened: Double(tally.opened)
    case .attended: Double(tally.attended)
    case .cancelled: Double(tally.cancelled)
    case .resolved: Double(tally.resolved)
    case .retained: Double(tally.retained)
    case .attendedOfOpened: Measure.share(tally.attended, of: tally.opened)
    case .inTimeOfAttended: Measure.share(tally.attendedInTime, of: tally.attended)
    case .meanResponse: Measure.mean(tally.responded, over: tally.attended)
    }
  }
}

extension Measure.OfBacklog {
  func value(in backlog: Backlog) -> Double {
    switch self {
    case .perMidnight: Measure.share(backlog.waited, of: backlog.midnights)
    case .meanAge: Measure.mean(backlog.age, over: backlog.waited)
    case .oldest: backlog.waited == 0 ? .nan : Double(backlog.oldest) / 1_000
    }
  }
}

extension Measure.OfHub {
  /// The value in what a hub did in so many `runs` together.
  func value(in hub: HubSummary, runs: Int) -> Double {
    switch self {
    case .unitHours: Pay.hours(hub.onDuty)
    case .rosteredHours(let rostered): Double(runs) * Pay.hours(rostered.time)
    case .officerHours: Pay.hours(hub.officers)
    case .overtimeHours: Pay.hours(hub.overtime)
    case .utilisation: Self.share(hub.busy, in: hub)
    case .mobile: Self.share(hub.mobile, in: hub)
    case .scene: Self.share(hub.scene, in: hub)
    case .custody: Self.share(hub.custody, in: hub)
    case .paperwork: Self.share(hub.paperwork, in: hub)
    case .free: Self.share(hub.free, in: hub)
    case .attended: Double(hub.attended)
    case .inTimeOfAttended: Measure.share(hub.attendedInTime, of: hub.attended)
    case .cost(let pay, let rostered): pay.cost(of: hub, rostered, runs: runs)
    }
  }

  private static func share(_ time: Milliseconds, in hub: HubSummary) -> Double {
    hub.onDuty == 0 ? .nan : Double(time) / Double(hub.onDuty)
  }
}
