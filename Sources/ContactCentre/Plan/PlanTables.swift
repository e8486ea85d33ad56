import DiscreteEvents

/// The rules of a plan in contiguous, immutable storage that a simulation can read without checks or counting.
///
/// Owned by its ``Plan``, which frees it; a simulation keeps the plan alive for as long as it reads. Nothing is written
/// after `init`, so that many threads may read at once.
struct PlanTables: @unchecked Sendable, BitwiseCopyable {
  let channelCount: Int
  let channels: UnsafeMutablePointer<ChannelRule>
  /// Each channel's samplers, ``ChannelRule/samplerCount`` of them.
  let samplers: UnsafeMutablePointer<Sampler>
  let stages: UnsafeMutablePointer<StageRule>
  /// How long each stage takes.
  let stageTimes: UnsafeMutablePointer<Sampler>
  /// What may be chosen in the stages.
  let options: UnsafeMutablePointer<OptionRule>
  let diversions: UnsafeMutablePointer<DiversionRule>
  /// Each channel's outcome shares, summed up to and including each.
  let outcomes: UnsafeMutablePointer<Double>
  /// Each channel's teams, the one to be asked first leading.
  let routes: UnsafeMutablePointer<RouteRule>
  let teamCount: Int
  /// A world may put its own in their place: see ``World/expectResumption(inTeam:)``.
  var teams: UnsafeMutablePointer<TeamRule>
  let listCount: Int
  /// Each ready list's factor: how much longer work takes for a handler who holds one more than the list's number.
  let slowdowns: UnsafeMutablePointer<Double>
  let shiftCount: Int
  let shifts: UnsafeMutablePointer<ShiftRule>
  let breaks: UnsafeMutablePointer<Shift.Break>
  /// Closures of the teams' sites, since the first instant of the run, each site's earliest first.
  let closures: UnsafeMutablePointer<Site.Closure>
  let closureCount: Int
  /// Where each team's closures are.
  let closureRules: UnsafeMutablePointer<ClosureRule>
  /// Whether any handler may come after the start of a tour.
  let comesLate: Bool
  let traceEntries: UnsafeMutablePointer<TraceEntry>
  /// What each outcome opens, channel by channel as in ``outcomes``, and after those of each channel what `other` does.
  let openings: UnsafeMutablePointer<OpeningRule>
  /// What comes of contacts where that is more than an incident.
  let contactRules: ContactRules
  /// Who comes again and again; nil if nobody does.
  let callers: CallerRules?
  /// Whether anybody does: asked at every arrival, where looking for the rules themselves would copy them.
  let hasCallers: Bool
  /// Rules by which contacts come to handlers in other ways; nil if there are none. A pointer likewise.
  let routing: UnsafeMutablePointer<RoutingTables>?
  /// Who goes to incidents; nil if nobody does. A pointer, so that asking costs next to nothing.
  let response: UnsafeMutablePointer<ResponseTables>?

  init(_ scenario: Scenario, origin: Milliseconds) {
    let numberOfChannel = Self.numbers(scenario.channels.map(\.id))

    let routing = RoutingTables(scenario)
    var teams: [TeamRule] = []
    var slowdowns: [Double] = []
    for (place, team) in scenario.teams.enumerated() {
      let interruptible = routing?.interruptible(of: place) ?? 0
      var rule = TeamRule(
        channels: 0, sharedChannels: 0, concurrency: team.concurrency, firstList: slowdowns.count,
        special: routing?.special(of: place) ?? 0, isCounted: routing?.isCounted(place) ?? false,
        interruptible: interruptible, isPlain: team.concurrency == 1 && interruptible == 0)
      for id in team.answers {
        guard let number = numberOfChannel[id] else { preconditionFailure("team \(team.id) answers unknown \(id)") }
        rule.channels |= 1 << UInt64(number)
        if scenario.channels[number].isConcurrent { rule.sharedChannels |= 1 << UInt64(number) }
      }
      teams.append(rule)
      slowdowns += (0..<team.concurrency).map { $0 < team.slowdown.count ? team.slowdown[$0] : 1 }
    }
    // Dispatchers answer nobody; otherwise their desk is a team like any other, the last.
    if scenario.response?.dispatchers != nil {
      teams.append(
        TeamRule(
          channels: 0, sharedChannels: 0, concurrency: 1, firstList: slowdowns.count, special: 0, isCounted: false,
          interruptible: 0, isPlain: true))
      slowdowns.append(1)
    }

    let ranks = Self.ranks(scenario.channels.map(\.priority))

    var traces: [TraceEntry] = []
    var traceRanges: [Range<Int>] = []
    for channel in scenario.channels {
      let first = traces.count
      if case .trace(let rows) = channel.arrivals {
        let names = channel.outcomes.map(\.name)
        traces += Self.entries(rows, outcomes: names, other: names.count, origin: origin)
      }
      traceRanges.append(first..<traces.count)
    }
    for log in scenario.response?.logs ?? [] {
      let first = traces.count
      if case .trace(let rows) = log.arrivals {
        traces += Self.entries(rows, outcomes: log.grades.map(\.grade), other: -1, origin: origin)
      }
      traceRanges.append(first..<traces.count)
    }
    let traceEntries = Self.stored(traces)

    var channels: [ChannelRule] = []
    var samplers: [Sampler] = []
    var stages: [StageRule] = []
    var stageTimes: [Sampler] = []
    var options: [OptionRule] = []
    var diversions: [DiversionRule] = []
    func exits(_ contains: Double, _ onward: [FrontStage.Diversion]) -> ExitRule {
      let first = diversions.count
      for diversion in onward {
        guard let to = numberOfChannel[diversion.to] else {
          preconditionFailure("a stage diverts to unknown \(diversion.to)")
        }
        diversions.append(DiversionRule(channel: UInt16(to), share: diversion.share))
      }
      return ExitRule(contains: contains, firstDiversion: first, diversionCount: onward.count)
    }
    var outcomes: [Double] = []
    var openings: [OpeningRule] = []
    let numberOfGrade = Self.numbers(scenario.response?.grades.map(\.id) ?? [])
    var routes: [RouteRule] = []
    // Where somebody is still learning, work takes as long as whoever answers makes of it.
    let haveLearners = scenario.teams.contains { $0.people?.learning != nil }
    // Who is handed on may be passed from channel to channel, and whoever answers then speaks to the first handler first.
    let hasWarmTransfers = scenario.channels.contains { $0.outcomes.contains { $0.transfer?.warm != nil } }
    for (number, channel) in scenario.channels.enumerated() {
      // Nobody is asked in the short way for a special channel.
      let isSpecial = (routing?.special ?? 0) & 1 << UInt64(number) != 0
      let route = isSpecial ? [] : Self.route(to: channel.id, scenario.teams)
      var isTrace = false
      if case .trace = channel.arrivals { isTrace = true }
      let asksMore = hasWarmTransfers || haveLearners || channel.asksMore { numberOfGrade[$0] != nil }
      channels.append(
        ChannelRule(
          sharesHandler: channel.isConcurrent,
          hasWrapUp: isTrace || channel.wrapUp != .constant(0), firstStage: stages.count,
          stageCount: channel.front.count,
          asksMore: asksMore, callsBack: channel.callback.map { $0.accepts > 0 } ?? false,
          isPlain: channel.front.isEmpty && !asksMore && !isSpecial,
          firstOpening: openings.count,
          firstOutcome: outcomes.count, outcomeCount: channel.outcomes.count, firstRoute: routes.count,
          routeCount: route.count, rank: ranks[number],
          redial: RedialRule(
            probability: channel.redial?.probability ?? 0,
            channel: UInt16(channel.redial.flatMap { numberOfChannel[$0.to] } ?? number),
            atMost: UInt8(clamping: channel.redial?.atMost ?? 0)),
          trace: isTrace ? UnsafePointer(traceEntries + traceRanges[number].lowerBound) : nil,
          traceCount: traceRanges[number].count))
      samplers += [
        channel.patience, channel.handling, channel.wrapUp, channel.redial?.after ?? .constant(0),
      ].map(Sampler.init)
      for stage in channel.front {
        stageTimes.append(Sampler(stage.takes))
        stages.append(
          StageRule(
            exits: exits(stage.contains, stage.divertsTo), firstOption: options.count, optionCount: stage.options.count)
        )
        for (option, upTo) in zip(stage.options, Self.summedUp(stage.options.map(\.share))) {
          options.append(
            OptionRule(upTo: upTo, takes: Sampler(option.takes), exits: exits(option.contains, option.divertsTo)))
        }
      }
      outcomes += Self.summedUp(channel.outcomes.map(\.share))
      openings += channel.outcomes.map { outcome in
        OpeningRule(
          grade: outcome.grade.flatMap { numberOfGrade[$0] }.map { UInt8($0) } ?? ResponseTables.noGrade,
          isEarly: outcome.opens != nil, after: Sampler(outcome.opens ?? .constant(0)))
      }
      openings.append(OpeningRule(grade: ResponseTables.noGrade, isEarly: false, after: Sampler(.constant(0))))
      routes += route.map { RouteRule(firstList: teams[$0].firstList, concurrency: teams[$0].concurrency) }
    }

    var shifts: [ShiftRule] = []
    var breaks: [Shift.Break] = []
    for shift in scenario.shifts {
      shifts.append(ShiftRule(firstBreak: breaks.count, breakCount: shift.breaks.count))
      breaks += shift.breaks
    }

    var closures: [Site.Closure] = []
    // The dispatchers, if there are any, are at no site.
    var closureRules = [ClosureRule](repeating: ClosureRule(first: 0, count: 0), count: teams.count)
    for (number, team) in scenario.teams.enumerated() {
      guard let site = scenario.sites.first(where: { $0.id == team.site }) else { continue }
      let stretches = site.closedStretches
      closureRules[number] = ClosureRule(first: closures.count, count: stretches.count)
      closures += stretches.map { Site.Closure(from: $0.from - origin, to: $0.to - origin) }
    }

    channelCount = channels.count
    teamCount = teams.count
    listCount = slowdowns.count
    self.channels = Self.stored(channels)
    self.samplers = Self.stored(samplers)
    self.stages = Self.stored(stages)
    self.stageTimes = Self.stored(stageTimes)
    self.options = Self.stored(options)
    self.diversions = Self.stored(diversions)
    self.outcomes = Self.stored(outcomes)
    self.routes = Self.stored(routes)
    self.teams = Self.stored(teams)
    self.slowdowns = Self.stored(slowdowns)
    shiftCount = shifts.count
    self.shifts = Self.stored(shifts)
    self.breaks = Self.stored(breaks)
    self.closures = Self.stored(closures)
    closureCount = closures.count
    self.closureRules = Self.stored(closureRules)
    comesLate =
      scenario.teams.contains { $0.role.lateness != nil } || scenario.response?.dispatchers?.role.lateness != nil
    self.traceEntries = traceEntries
    self.openings = Self.stored(openings)
    contactRules = ContactRules(scenario.channels)
    let callers = CallerRules(scenario)
    self.callers = callers
    hasCallers = callers != nil
    self.routing = routing.map { tables in
      let place = UnsafeMutablePointer<RoutingTables>.allocate(capacity: 1)
      place.initialize(to: tables)
      return place
    }
    guard let response = scenario.response else {
      self.response = nil
      return
    }
    let recorded = zip(response.logs, traceRanges.dropFirst(channels.count)).map { log, range in
      var trace: UnsafeBufferPointer<TraceEntry>?
      if case .trace = log.arrivals {
        trace = UnsafeBufferPointer(start: traceEntries + range.lowerBound, count: range.count)
      }
      return trace
    }
    self.response = .allocate(capacity: 1)
    self.response?.initialize(to: ResponseTables(scenario, response, origin: origin, traces: recorded))
  }

  func deallocate() {
    channels.deallocate()
    samplers.deallocate()
    stages.deallocate()
    stageTimes.deallocate()
    options.deallocate()
    diversions.deallocate()
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

  /// For each priority, how many different priorities are higher.
  private static func ranks(_ priorities: [Double]) -> [Int] {
    let distinct = Set(priorities).sorted(by: >)
    return priorities.map { distinct.firstIndex(of: $0) ?? 0 }
  }

  /// What was recorded, with outcomes as numbers: `other` for ``TraceRow/other`` unless one is called that, -1 if unknown.
  private static func entries(
    _ rows: [TraceRow], outcomes: [String], other: Int, origin: Milliseconds
  ) -> [TraceEntry] {
    let numberOfOutcome = numbers(outcomes).merging([TraceRow.other: other]) { named, _ in named }
    return rows.map { row in
      TraceEntry(
        time: row.time - origin, handling: row.handling ?? .nan, wrapUp: row.wrapUp ?? .nan,
        patience: row.patience ?? .nan, outcome: row.outcome.flatMap { numberOfOutcome[$0] } ?? -1,
        latitude: row.latitude ?? .nan, longitude: row.longitude ?? .nan)
    }
  }
}
