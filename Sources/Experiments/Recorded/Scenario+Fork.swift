import ContactCentre

/// Why a plan cannot take over from another in the middle of a run.
public struct ForkObstacle: Equatable, Sendable {
  /// The keys that lead to it in the scenario, outermost first.
  public let keys: [String]
  /// What is no longer there, is new, or has another place, if it is a list of names in which something differs.
  public var name: String?
  /// What differs.
  public let message: String
  /// What would do.
  public let remedy: String

  /// ``keys``, joined by dots.
  public var path: String { keys.joined(separator: ".") }
}

extension Scenario {
  /// What keeps this from taking over in the middle of a run of `base`; nil if nothing does.
  ///
  /// Events name channels, teams, shifts and the like by their place: see ``numberedLists``. What is past must mean the same
  /// under both plans, and whoever is at work must have a place to go on in; and both must measure the same time, to be
  /// compared.
  public func obstacle(toForking base: Scenario) -> ForkObstacle? {
    guard Comparison.hasSameDays(base, self) else {
      return ForkObstacle(
        keys: ["calendar"] + calendar.changedKeys(since: base.calendar).prefix(1),
        message: "this simulates another time than the run that is forked",
        remedy: "leave the calendar as it is; only “drain” may differ")
    }
    guard (base.response == nil) == (response == nil) else { return Self.change(["response"]) }
    // Lists within a list come behind it: where they are compared, the things they belong to are the same.
    for (old, new) in zip(base.numberedLists, numberedLists) {
      if let obstacle = new.obstacle(toFollowing: old) { return obstacle }
    }
    for (old, new) in zip(base.channels, channels) {
      if let obstacle = Self.channelObstacle(["channels", new.id], old, new) { return obstacle }
    }
    for (old, new) in zip(base.teams, teams) where old.concurrency != new.concurrency {
      return Self.change(["teams", new.id, "concurrency"])
    }
    return responseObstacle(base)
  }

  private static func channelObstacle(_ keys: [String], _ old: Channel, _ new: Channel) -> ForkObstacle? {
    if old.kind != new.kind { return change(keys + ["kind"]) }
    if old.isConcurrent != new.isConcurrent { return change(keys + ["concurrent"]) }
    if old.arrivals.isRecorded || new.arrivals.isRecorded, old.arrivals != new.arrivals {
      return change(keys + ["arrivals", "trace"])
    }
    // What came of a conversation is an event's number of an outcome; the incident that opens of it is told by its rule.
    for (old, new) in zip(old.outcomes, new.outcomes) {
      if old.grade != new.grade { return change(keys + ["outcomes", new.name, "grade"]) }
      if (old.opens == nil) != (new.opens == nil) { return change(keys + ["outcomes", new.name, "opens"]) }
    }
    return nil
  }

  private func responseObstacle(_ base: Scenario) -> ForkObstacle? {
    guard let old = base.response, let new = response else { return nil }
    for (old, new) in zip(old.grades, new.grades) where (old.appointment == nil) != (new.appointment == nil) {
      return Self.change(["response", "grades", new.id, "appointment"])
    }
    for (old, new) in zip(old.logs, new.logs) where old.arrivals.isRecorded || new.arrivals.isRecorded {
      if old.arrivals != new.arrivals { return Self.change(["response", "logs", new.id, "arrivals", "trace"]) }
    }
    return (old.dispatchers == nil) == (new.dispatchers == nil) ? nil : Self.change(["response", "dispatchers"])
  }

  private static func change(_ keys: [String]) -> ForkObstacle {
    ForkObstacle(keys: keys, message: "a fork cannot change this in the middle of a run", remedy: "leave it as it was")
  }
}

extension ScenarioCalendar {
  /// The keys by which what is simulated differs from `other`. Those first that move others.
  fileprivate func changedKeys(since other: ScenarioCalendar) -> [String] {
    let changes = [
      ("timeZone", zone != other.zone), ("start", start != other.start), ("days", days != other.days),
      ("warmUp", warmUp != other.warmUp), ("interval", interval != other.interval),
      ("holidays", holidays != other.holidays),
    ]
    return changes.filter(\.1).map(\.0)
  }
}

extension Arrivals {
  /// Whether they are those of a recording.
  fileprivate var isRecorded: Bool {
    switch self {
    case .trace: true
    case .profile, .appointments: false
    }
  }
}
