import ContactCentre

/// Why a plan cannot take over from another in the middle of a run.
public struct ForkObstacle: Equatable, Sendable {
  /// Where in the scenario it lies.
  public let path: String
  /// What differs.
  public let message: String
  /// What would do.
  public let remedy: String
}

extension Scenario {
  /// What keeps this from taking over in the middle of a run of `base`; nil if nothing does.
  ///
  /// Events name channels, teams, shifts and the like by their place. What is past must mean the same under both plans, and
  /// whoever is at work must have a place to go on in; and both must measure the same time, to be compared.
  public func obstacle(toForking base: Scenario) -> ForkObstacle? {
    guard Comparison.hasSameDays(base, self) else {
      return ForkObstacle(
        path: "calendar", message: "this simulates another time than the run that is forked",
        remedy: "leave the calendar as it is; only “drain” may differ")
    }
    let lists: [(String, [String], [String])] = [
      ("channels", base.channels.map(\.id), channels.map(\.id)), ("teams", base.teams.map(\.id), teams.map(\.id)),
    ]
    for (path, old, new) in lists {
      if let obstacle = Self.difference(path, old, new) { return obstacle }
    }
    let shiftIDs = shifts.map(\.id)
    if let obstacle = Self.difference(
      "shifts", base.shifts.map(\.id), Array(shiftIDs.prefix(base.shifts.count)), "; more of them may follow")
    {
      return obstacle
    }
    for (old, new) in zip(base.channels, channels) {
      let path = "channels.\(new.id)"
      if old.kind != new.kind { return Self.change("\(path).kind") }
      if old.isConcurrent != new.isConcurrent { return Self.change("\(path).concurrent") }
      if let obstacle = Self.difference("\(path).front", old.front.map(\.id), new.front.map(\.id)) { return obstacle }
      for (old, new) in zip(old.front, new.front) {
        let options = (old.options.map(\.id), new.options.map(\.id))
        if let obstacle = Self.difference("\(path).front.\(new.id).options", options.0, options.1) { return obstacle }
      }
      if old.arrivals.isRecorded || new.arrivals.isRecorded, old.arrivals != new.arrivals {
        return Self.change("\(path).arrivals.trace")
      }
    }
    for (old, new) in zip(base.teams, teams) where old.concurrency != new.concurrency {
      return Self.change("teams.\(new.id).concurrency")
    }
    if let obstacle = Self.difference("callers", base.callers.map(\.id), callers.map(\.id)) { return obstacle }
    if let obstacle = responseObstacle(base) { return obstacle }
    for (old, new) in zip(base.channels, channels) {
      if let obstacle = Self.outcomeObstacle("channels.\(new.id)", old, new) { return obstacle }
    }
    return nil
  }

  /// What came of a conversation is an event's number of an outcome; the incident that opens of it is told by its rule.
  private static func outcomeObstacle(_ path: String, _ old: Channel, _ new: Channel) -> ForkObstacle? {
    if let obstacle = difference("\(path).outcomes", old.outcomes.map(\.name), new.outcomes.map(\.name)) {
      return obstacle
    }
    for (old, new) in zip(old.outcomes, new.outcomes) {
      if old.grade != new.grade { return change("\(path).outcomes.\(new.name).grade") }
      if (old.opens == nil) != (new.opens == nil) { return change("\(path).outcomes.\(new.name).opens") }
    }
    return nil
  }

  private func responseObstacle(_ base: Scenario) -> ForkObstacle? {
    guard let old = base.response, let new = response else {
      return (base.response == nil) == (response == nil) ? nil : Self.change("response")
    }
    let lists: [(String, [String], [String])] = [
      ("grades", old.grades.map(\.id), new.grades.map(\.id)), ("areas", old.areas.map(\.id), new.areas.map(\.id)),
      ("hubs", old.hubs.map(\.id), new.hubs.map(\.id)), ("logs", old.logs.map(\.id), new.logs.map(\.id)),
      ("custody.suites", Self.suites(of: old), Self.suites(of: new)),
    ]
    for (path, old, new) in lists {
      if let obstacle = Self.difference("response.\(path)", old, new) { return obstacle }
    }
    for (old, new) in zip(old.grades, new.grades) where (old.appointment == nil) != (new.appointment == nil) {
      return Self.change("response.grades.\(new.id).appointment")
    }
    for (old, new) in zip(old.logs, new.logs) where old.arrivals.isRecorded || new.arrivals.isRecorded {
      if old.arrivals != new.arrivals { return Self.change("response.logs.\(new.id).arrivals.trace") }
    }
    return (old.dispatchers == nil) == (new.dispatchers == nil) ? nil : Self.change("response.dispatchers")
  }

  private static func suites(of response: Response) -> [String] { (response.custody?.suites ?? []).map(\.id) }

  private static func difference(
    _ path: String, _ old: [String], _ new: [String], _ more: String = ""
  ) -> ForkObstacle? {
    guard old != new else { return nil }
    func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
    return ForkObstacle(
      path: path, message: "a fork cannot change which there are: they were \(list(old)), and would be \(list(new))",
      remedy: "keep their names and their order\(more)")
  }

  private static func change(_ path: String) -> ForkObstacle {
    ForkObstacle(path: path, message: "a fork cannot change this in the middle of a run", remedy: "leave it as it was")
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
