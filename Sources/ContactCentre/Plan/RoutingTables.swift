import DiscreteEvents

/// The rules by which contacts come to handlers other than by priority and skill alone, as plain data; only made for a
/// scenario that has any.
///
/// A channel with such a rule is *special*: who takes its contacts is asked of `World.choice(for:)`, never of the
/// router's short way; but for one that only interrupts, as long as a handler has nothing in hand.
package struct RoutingTables: BitwiseCopyable {
  /// One bit for each special channel.
  package let special: UInt64
  /// One bit for each of them that is special only because its contacts interrupt work: whoever has a hand free takes them
  /// as on any other channel.
  package let onlyInterrupts: UInt64
  /// One bit for each channel whose queue must be looked at when it becomes shorter or longer.
  package let watched: UInt64
  /// Whether the channels' waits count differently.
  package let weighsWaits: Bool
  /// By channel.
  package let channels: UnsafeMutablePointer<RoutingRule>
  /// All channels' candidates.
  package let candidates: UnsafeMutablePointer<CandidateRule>
  /// How many surges there are.
  package let surgeCount: Int
  /// By surge.
  package let surges: UnsafeMutablePointer<SurgeRule>

  /// Nil if the scenario has no such rule.
  init?(_ scenario: Scenario) {
    guard scenario.channels.contains(where: { $0.routing != Channel.Routing() }) || !scenario.surges.isEmpty else {
      return nil
    }
    let numberOfChannel = PlanTables.numbers(scenario.channels.map(\.id))
    let numberOfTeam = PlanTables.numbers(scenario.teams.map(\.id))
    var rules: [RoutingRule] = []
    var candidates: [CandidateRule] = []
    var special: UInt64 = 0
    var onlyInterrupts: UInt64 = 0
    var watched: UInt64 = 0
    for (number, channel) in scenario.channels.enumerated() {
      let routing = channel.routing
      let first = candidates.count
      candidates += PlanTables.route(to: channel.id, scenario.teams).map { CandidateRule($0, .own) }
      for (surge, rule) in scenario.surges.enumerated() where rule.channel == channel.id {
        candidates += rule.teams.compactMap { numberOfTeam[$0] }.map { CandidateRule($0, .surge(surge)) }
        watched |= 1 << UInt64(number)
      }
      if let overflow = routing.overflow {
        candidates += overflow.teams.compactMap { numberOfTeam[$0] }.map { CandidateRule($0, .overflow) }
        watched |= 1 << UInt64(number)
      }
      let preempts = routing.preempts.compactMap { numberOfChannel[$0] }.reduce(0) { $0 | 1 << UInt64($1) } as UInt64
      let isPreemptedBy = scenario.channels.enumerated().reduce(0 as UInt64) { mask, other in
        other.element.routing.preempts.contains(channel.id) ? mask | 1 << UInt64(other.offset) : mask
      }
      rules.append(
        RoutingRule(
          preempts: preempts, isPreemptedBy: isPreemptedBy, leavesFree: routing.leavesFree,
          headStart: routing.headStart, waitWeight: routing.waitWeight, overflowAfter: routing.overflow?.after ?? 0,
          overflows: routing.overflow != nil, firstCandidate: first, candidateCount: candidates.count - first))
      let onlyMayInterrupt = routing.leavesFree == 0 && watched & 1 << UInt64(number) == 0
      if preempts != 0 || !onlyMayInterrupt { special |= 1 << UInt64(number) }
      if preempts != 0, onlyMayInterrupt { onlyInterrupts |= 1 << UInt64(number) }
    }
    self.special = special
    self.onlyInterrupts = onlyInterrupts
    self.watched = watched
    weighsWaits = scenario.channels.contains { $0.routing.headStart != 0 || $0.routing.waitWeight != 1 }
    channels = PlanTables.stored(rules)
    self.candidates = PlanTables.stored(candidates)
    surgeCount = scenario.surges.count
    surges = PlanTables.stored(
      scenario.surges.map {
        SurgeRule(channel: numberOfChannel[$0.channel] ?? 0, over: $0.over, until: $0.until, lasting: $0.lasting)
      })
  }

  func deallocate() {
    channels.deallocate()
    candidates.deallocate()
    surges.deallocate()
  }

  /// One bit for each special channel that a team may ever take.
  func special(of team: Int) -> UInt64 {
    (0..<UInt64.bitWidth).reduce(0) { mask, channel in
      guard special & 1 << UInt64(channel) != 0 else { return mask }
      let rule = channels[channel]
      let isCandidate = (0..<rule.candidateCount).contains { Int(candidates[rule.firstCandidate + $0].team) == team }
      return isCandidate ? mask | 1 << UInt64(channel) : mask
    }
  }

  /// Whether a team may take a channel that leaves handlers free.
  func isCounted(_ team: Int) -> Bool {
    let takes = special(of: team)
    return (0..<UInt64.bitWidth).contains { takes & 1 << UInt64($0) != 0 && channels[$0].leavesFree > 0 }
  }

  /// One bit for each channel whose contacts a team's handlers may have to leave for another that they may take.
  func interruptible(of team: Int) -> UInt64 {
    let takes = special(of: team)
    return (0..<UInt64.bitWidth).reduce(0) { takes & 1 << UInt64($1) != 0 ? $0 | channels[$1].preempts : $0 }
  }
}

/// The routing of a channel, as plain data.
package struct RoutingRule: BitwiseCopyable {
  /// One bit for each channel whose contacts are left for one of this.
  package var preempts: UInt64
  /// One bit for each channel for one of whose contacts one of this is left.
  package var isPreemptedBy: UInt64
  /// A handler with nothing in hand takes one only while more than so many of the team have nothing in hand.
  package var leavesFree: Int
  /// Milliseconds by which a wait counts as longer.
  package var headStart: Milliseconds
  /// How many times a wait counts.
  package var waitWeight: Double
  /// Milliseconds of waiting after which other teams may take one.
  package var overflowAfter: Milliseconds
  /// Whether other teams ever may.
  package var overflows: Bool
  /// The place, among all channels', of the candidates who may take its contacts, in the order of asking.
  package var firstCandidate: Int
  /// How many those are.
  package var candidateCount: Int
}

/// A team that may take a channel's contacts, and when.
package struct CandidateRule: BitwiseCopyable {
  /// When a team may take a contact.
  package enum Occasion: BitwiseCopyable {
    /// Always: it answers the channel.
    case own
    /// While a surge lasts.
    case surge(Int)
    /// When the first in line has waited long enough.
    case overflow
  }

  /// The team's number.
  package var team: UInt16
  /// When it may.
  package var occasion: Occasion

  init(_ team: Int, _ occasion: Occasion) {
    self.team = UInt16(team)
    self.occasion = occasion
  }
}

/// A surge, as plain data.
package struct SurgeRule: BitwiseCopyable {
  /// The channel whose queue it is.
  package var channel: Int
  /// More than so many waiting are too many.
  package var over: Int
  /// It ends when no more than so many wait.
  package var until: Int
  /// How many milliseconds they must be too many before it begins.
  package var lasting: Milliseconds
}
