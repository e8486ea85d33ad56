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
    case .attendedOfOpened, .inTimeOfAttended: share(in: tally)?.value ?? .nan
    case .meanResponse: Measure.mean(tally.responded, over: tally.attended)
    }
  }
}

extension Measure.OfBacklog {
  func value(in backlog: Backlog) -> Double {
    switch self {
    case .perMidnight: Measure.ratio(backlog.waited, to: backlog.midnights)
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
    case .utilisation: Self.part(hub.busy, in: hub)
    case .mobile: Self.part(hub.mobile, in: hub)
    case .scene: Self.part(hub.scene, in: hub)
    case .custody: Self.part(hub.custody, in: hub)
    case .paperwork: Self.part(hub.paperwork, in: hub)
    case .free: Self.part(hub.free, in: hub)
    case .attended: Double(hub.attended)
    case .inTimeOfAttended: share(in: hub)?.value ?? .nan
    case .cost(let pay, let rostered): pay.cost(of: hub, rostered, runs: runs)
    }
  }

  private static func part(_ time: Milliseconds, in hub: HubSummary) -> Double {
    hub.onDuty == 0 ? .nan : Double(time) / Double(hub.onDuty)
  }
}
