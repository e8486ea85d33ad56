/// What several kinds of things in a scenario have, each with the keys that lead to it in a scenario file.
extension Scenario {
  typealias Placed<Part> = (keys: [String], value: Part)

  /// When contacts come, and incidents that nobody rang about.
  var placedArrivals: [Placed<Arrivals>] {
    channels.map { (["channels", $0.id, "arrivals"], $0.arrivals) }
      + (response?.logs ?? []).map { (["response", "logs", $0.id, "arrivals"], $0.arrivals) }
  }

  /// The yearly volumes among them.
  var placedProfiles: [Placed<ArrivalProfile>] {
    placedArrivals.compactMap { keys, arrivals in
      if case .profile(let profile) = arrivals { (keys, profile) } else { nil }
    }
  }

  /// The recorded rows among them.
  var placedTraces: [Placed<[TraceRow]>] {
    placedArrivals.compactMap { keys, arrivals in
      if case .trace(let rows) = arrivals { (keys + ["trace"], rows) } else { nil }
    }
  }

  /// The appointments among them.
  var placedBooks: [Placed<AppointmentBook>] {
    placedArrivals.compactMap { keys, arrivals in
      if case .appointments(let book) = arrivals { (keys + ["appointments"], book) } else { nil }
    }
  }

  /// The stages before the queues.
  var placedStages: [Placed<FrontStage>] {
    channels.flatMap { channel in channel.front.map { (["channels", channel.id, "front", $0.id], $0) } }
  }

  /// What may be chosen in them.
  var placedOptions: [Placed<FrontStage.Option>] {
    placedStages.flatMap { keys, stage in stage.options.map { (keys + ["options", $0.id], $0) } }
  }

  /// What contacts may turn out to be.
  var placedOutcomes: [Placed<Channel.Outcome>] {
    channels.flatMap { channel in channel.outcomes.map { (["channels", channel.id, "outcomes", $0.name], $0) } }
  }

  /// Who is rostered.
  var placedStaffs: [Placed<Staff>] {
    teams.map { (["teams", $0.id, "staff"], $0.staff) }
      + [response?.dispatchers].compactMap(\.self).map { (["response", "dispatchers", "staff"], $0.staff) }
      + (response?.hubs ?? []).flatMap { hub in
        [
          (["response", "hubs", hub.id, "officers"], hub.officers), (["response", "hubs", hub.id, "diary"], hub.diary),
        ]
      }
  }

  /// The terms they work on, and what an hour of theirs costs.
  var placedTerms: [Placed<(role: Role, costPerHour: Double)>] {
    teams.map { (["teams", $0.id], ($0.role, $0.costPerHour)) }
      + [response?.dispatchers].compactMap(\.self).map {
        (["response", "dispatchers"], ($0.role, $0.costPerHour))
      }
      + (response?.hubs ?? []).map { (["response", "hubs", $0.id], ($0.role, $0.costPerHour)) }
  }

  /// The people behind the posts of teams.
  var placedWorkforces: [Placed<Workforce>] {
    teams.compactMap { team in team.people.map { (["teams", team.id, "people"], $0) } }
  }

  /// How urgent incidents can be.
  var placedGrades: [Placed<Grade>] {
    (response?.grades ?? []).map { (["response", "grades", $0.id], $0) }
  }

  /// What lies on the map.
  var placedLocations: [Placed<Location>] {
    guard let response else { return [] }
    return response.hubs.map { (["response", "hubs", $0.id], $0.location) }
      + response.areas.map { (["response", "areas", $0.id], $0.centre) }
      + (response.custody?.suites ?? []).map { (["response", "custody", "suites", $0.id], $0.location) }
  }
}
