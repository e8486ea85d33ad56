import DiscreteEvents

/// The channels of a plan while it is made, with their stages, outcomes and teams.
struct ChannelRuleList {
  private(set) var rules: [ChannelRule] = []
  /// Each channel's samplers, ``ChannelRule/samplerCount`` of them.
  private(set) var samplers: [Sampler] = []
  private(set) var front = FrontRuleList()
  private(set) var outcomes = OutcomeRuleList()
  /// Each channel's teams, the one to be asked first leading.
  private(set) var routes: [RouteRule] = []

  /// - Parameter traces: each channel's recorded contacts; nil for one that has a profile.
  init(
    _ scenario: Scenario, _ routing: RoutingTables?, teams: [TeamRule], traces: [UnsafeBufferPointer<TraceEntry>?],
    numberOfChannel: [String: Int]
  ) {
    let numberOfGrade = PlanTables.numbers(scenario.response?.grades.map(\.id) ?? [])
    let ranks = Self.ranks(scenario.channels.map(\.priority))
    // Where somebody is still learning, work takes as long as whoever answers makes of it.
    let haveLearners = scenario.teams.contains { $0.people?.learning != nil }
    // Who is handed on may be passed from channel to channel, and whoever answers then speaks to the first handler first.
    let hasWarmTransfers = scenario.channels.contains { $0.outcomes.contains { $0.transfer?.warm != nil } }
    for (number, channel) in scenario.channels.enumerated() {
      // Nobody is asked in the short way for a special channel, unless it only interrupts.
      let asksRouting = routing.map { $0.special & ~$0.onlyInterrupts & 1 << UInt64(number) != 0 } ?? false
      let route = asksRouting ? [] : PlanTables.route(to: channel.id, scenario.teams)
      let asksMore = hasWarmTransfers || haveLearners || channel.asksMore { numberOfGrade[$0] != nil }
      rules.append(
        ChannelRule(
          sharesHandler: channel.isConcurrent,
          hasWrapUp: traces[number] != nil || channel.wrapUp != .constant(0), firstStage: front.stages.count,
          stageCount: channel.front.count,
          asksMore: asksMore, callsBack: channel.callback.map { $0.accepts > 0 } ?? false,
          firstOpening: outcomes.openings.count,
          firstOutcome: outcomes.shares.count, outcomeCount: channel.outcomes.count, firstRoute: routes.count,
          routeCount: route.count, rank: ranks[number],
          redial: RedialRule(
            probability: channel.redial?.probability ?? 0,
            channel: UInt16(channel.redial.flatMap { numberOfChannel[$0.to] } ?? number),
            atMost: UInt8(clamping: channel.redial?.atMost ?? 0)),
          trace: traces[number]?.baseAddress, traceCount: traces[number]?.count ?? 0))
      samplers += [
        channel.patience, channel.handling, channel.wrapUp, channel.redial?.after ?? .constant(0),
      ].map(Sampler.init)
      front.add(channel.front, channel.arrivals, numberOfChannel: numberOfChannel)
      outcomes.add(channel.outcomes, numberOfGrade: numberOfGrade)
      routes += route.map { RouteRule(firstList: teams[$0].firstList, concurrency: teams[$0].concurrency) }
    }
  }

  /// For each priority, how many different priorities are higher.
  private static func ranks(_ priorities: [Double]) -> [Int] {
    let distinct = Set(priorities).sorted(by: >)
    return priorities.map { distinct.firstIndex(of: $0) ?? 0 }
  }
}
