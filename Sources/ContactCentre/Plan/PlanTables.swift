import DiscreteEvents

/// The rules of a plan in contiguous, immutable storage that a simulation can read without checks or counting.
///
/// Owned by its ``Plan``, which frees it; a simulation keeps the plan alive for as long as it reads. Nothing is written
/// after `init`, so that many threads may read at once.
package struct PlanTables: @unchecked Sendable, BitwiseCopyable {
  /// How many channels there are.
  package let channelCount: Int
  /// By channel.
  package let channels: UnsafeMutablePointer<ChannelRule>
  /// Each channel's samplers, ``ChannelRule/samplerCount`` of them.
  package let samplers: UnsafeMutablePointer<Sampler>
  /// All channels' front stages.
  package let stages: UnsafeMutablePointer<StageRule>
  /// How long each stage takes.
  package let stageTimes: UnsafeMutablePointer<Sampler>
  /// What may be chosen in the stages.
  package let options: UnsafeMutablePointer<OptionRule>
  /// All stages' diversions.
  package let diversions: UnsafeMutablePointer<DiversionRule>
  /// What was recorded of contacts in the stages.
  package let stageRecords: UnsafeMutablePointer<RecordedStageRule>
  /// Each channel's outcome shares, summed up to and including each.
  package let outcomes: UnsafeMutablePointer<Double>
  /// Each channel's teams, the one to be asked first leading.
  package let routes: UnsafeMutablePointer<RouteRule>
  /// How many teams there are, the dispatchers' desk included.
  package let teamCount: Int
  /// By team.
  package let teams: UnsafeMutablePointer<TeamRule>
  /// How many ready lists all teams have.
  package let listCount: Int
  /// Each ready list's factor: how much longer work takes for a handler who holds one more than the list's number.
  package let slowdowns: UnsafeMutablePointer<Double>
  /// How many shifts there are.
  package let shiftCount: Int
  /// By shift.
  package let shifts: UnsafeMutablePointer<ShiftRule>
  /// All shifts' breaks.
  package let breaks: UnsafeMutablePointer<Shift.Break>
  /// Closures of the teams' sites, since the first instant of the run, each site's earliest first.
  package let closures: UnsafeMutablePointer<Site.Closure>
  /// How many closures there are.
  package let closureCount: Int
  /// Where each team's closures are.
  package let closureRules: UnsafeMutablePointer<ClosureRule>
  /// Whether any handler may come after the start of a tour.
  package let comesLate: Bool
  /// What was recorded, trace after trace.
  package let traceEntries: UnsafeMutablePointer<TraceEntry>
  /// What each outcome opens, channel by channel as in ``outcomes``, and after those of each channel what `other` does.
  package let openings: UnsafeMutablePointer<OpeningRule>
  /// What comes of contacts where that is more than an incident.
  package let contactRules: ContactRules
  /// Who comes again and again; nil if nobody does.
  package let callers: CallerRules?
  /// Whether anybody does: asked at every arrival, where looking for the rules themselves would copy them.
  package let hasCallers: Bool
  /// Rules by which contacts come to handlers in other ways; nil if there are none. A pointer likewise.
  package let routing: UnsafeMutablePointer<RoutingTables>?
  /// Who goes to incidents; nil if nobody does. A pointer, so that asking costs next to nothing.
  package let response: UnsafeMutablePointer<ResponseTables>?

  init(_ scenario: Scenario, origin: Milliseconds) {
    let numberOfChannel = Self.numbers(scenario.channels.map(\.id))
    let routing = RoutingTables(scenario)

    let traceList = TraceEntryList(scenario, origin: origin)
    traceEntries = Self.stored(traceList.entries)
    let traces = traceList.ranges.map { [traceEntries] range in
      range.map { UnsafeBufferPointer(start: traceEntries + $0.lowerBound, count: $0.count) }
    }

    let teams = TeamRuleList(scenario, routing, numberOfChannel: numberOfChannel)
    teamCount = teams.rules.count
    self.teams = Self.stored(teams.rules)
    listCount = teams.slowdowns.count
    slowdowns = Self.stored(teams.slowdowns)

    let channels = ChannelRuleList(
      scenario, routing, teams: teams.rules, traces: traces, numberOfChannel: numberOfChannel)
    channelCount = channels.rules.count
    self.channels = Self.stored(channels.rules)
    samplers = Self.stored(channels.samplers)
    routes = Self.stored(channels.routes)
    stages = Self.stored(channels.front.stages)
    stageTimes = Self.stored(channels.front.times)
    options = Self.stored(channels.front.options)
    diversions = Self.stored(channels.front.diversions)
    stageRecords = Self.stored(channels.front.records)
    outcomes = Self.stored(channels.outcomes.shares)
    openings = Self.stored(channels.outcomes.openings)

    let shifts = ShiftRuleList(scenario.shifts)
    shiftCount = shifts.rules.count
    self.shifts = Self.stored(shifts.rules)
    breaks = Self.stored(shifts.breaks)

    let closures = ClosureRuleList(scenario, teamCount: teamCount, origin: origin)
    self.closures = Self.stored(closures.closures)
    closureCount = closures.closures.count
    closureRules = Self.stored(closures.rules)

    comesLate =
      scenario.teams.contains { $0.role.lateness != nil } || scenario.response?.dispatchers?.role.lateness != nil
    contactRules = ContactRules(scenario.channels)
    let callers = CallerRules(scenario)
    self.callers = callers
    hasCallers = callers != nil
    self.routing = routing.map(Self.stored)
    response = scenario.response.map { response in
      Self.stored(
        ResponseTables(scenario, response, origin: origin, traces: Array(traces.dropFirst(scenario.channels.count))))
    }
  }

  func deallocate() {
    channels.deallocate()
    samplers.deallocate()
    stages.deallocate()
    stageTimes.deallocate()
    options.deallocate()
    diversions.deallocate()
    stageRecords.deallocate()
    outcomes.deallocate()
    routes.deallocate()
    teams.deallocate()
    slowdowns.deallocate()
    shifts.deallocate()
    breaks.deallocate()
    closures.deallocate()
    closureRules.deallocate()
    traceEntries.deallocate()
    openings.deallocate()
    contactRules.deallocate()
    callers?.deallocate()
    routing?.pointee.deallocate()
    routing?.deallocate()
    response?.pointee.deallocate()
    response?.deallocate()
  }

  private static func stored<Tables: BitwiseCopyable>(_ tables: Tables) -> UnsafeMutablePointer<Tables> {
    stored([tables])
  }

  static func stored<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    memory.initialize(from: elements, count: elements.count)
    return memory
  }

  /// The place of each name among `names`.
  static func numbers(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Shares, each with those before it.
  static func summedUp(_ shares: [Double]) -> [Double] {
    var sum = 0.0
    var sums = shares.map { share in
      sum += share
      return sum
    }
    // Shares that mean one but add up to a hair less would leave one in a trillion without its share.
    if sum > 1 - 1e-9, !sums.isEmpty { sums[sums.count - 1] = 1 }
    return sums
  }

  /// The router's order of the teams that answer a channel: least-skilled first, then as the scenario lists them.
  static func route(to channel: String, _ teams: [Team]) -> [Int] {
    teams.indices.filter { teams[$0].answers.contains(channel) }
      .sorted { (teams[$0].answers.count, $0) < (teams[$1].answers.count, $1) }
  }
}
