import ContactCentre

/// What a channel needs by a formula.
struct ChannelNeed {
  /// By team that answers the channel, by its place in the scenario: for every measured hour the handlers of it who could do
  /// all of the channel's work.
  let handlers: [Int: [Double]]
}

/// Shares what channels need out among the teams that answer them, and covers it by heads.
///
/// Whoever is there anyway comes off first: teams that stay as they are, and the fewest heads of the others. What is left of
/// an hour is the business of one team: of those of which more heads can be there in that hour, the one that answers the
/// fewest channels. So a team of the evening answers in the evening only. It gets no more than is left by those whom a team of
/// wider business has there for the same channel's other hours; and where its own limits are too tight, the others get the
/// rest.
struct NeedCover {
  private let needs: [ChannelNeed]
  /// The teams that answer any of the channels, those that answer the fewest first.
  private let teams: [Int]
  /// By team, the channels it answers, by their places in ``needs``.
  private let answered: [Int: [Int]]
  /// By need and hour, the team whose business it is; nil where no head can be added.
  private let business: [[Int?]]
  /// By need and hour, the share of it that nobody covers yet.
  private var left: [[Double]]
  /// By team and hour, handlers at work who have nothing to do yet.
  private var idle: [[Double]]
  private var covers: [Int: ShiftCover]
  /// By team, the places of its levers.
  private let places: [Int: [Int]]
  private let hours: Range<Int>

  /// Nothing shared out yet of `needs`, which `levers` of `scenario` are to cover.
  init(_ needs: [ChannelNeed], by levers: [StaffLever], in scenario: Scenario) {
    let hours = scenario.measuredHours
    self.needs = needs
    self.hours = hours.indices
    let answered = Dictionary(
      grouping: needs.indices.flatMap { need in needs[need].handlers.keys.map { (team: $0, need: need) } }, by: \.team
    ).mapValues { $0.map(\.need).sorted() }
    self.answered = answered
    teams = answered.keys.sorted { (scenario.teams[$0].answers.count, $0) < (scenario.teams[$1].answers.count, $1) }
    places = Dictionary(
      uniqueKeysWithValues: teams.map { team in (team, levers.indices.filter { levers[$0].owner == .team(team) }) })
    let covers = places.mapValues { places in ShiftCover(places.map { levers[$0] }, in: scenario) }
    self.covers = covers
    business = needs.map { [teams] need in
      let able = teams.filter { need.handlers[$0] != nil }
      return hours.indices.map { hour in
        let reaches = able.map { covers[$0]?.reach[hour] ?? 0 }
        let most = reaches.max() ?? 0
        return most > 0 ? zip(able, reaches).first { $1 >= most }?.0 : nil
      }
    }
    left = needs.map { need in hours.indices.map { hour in need.handlers.values.contains { $0[hour] > 0 } ? 1 : 0 } }
    let fewest = scenario.staffed(levers, heads: levers.map { $0.isOfUnits ? nil : $0.limits.lowerBound })
    idle = fewest.handlersAtWork(in: hours)
  }

  /// The heads of each lever that cover the needs; nil for those of units.
  static func heads(_ needs: [ChannelNeed], by levers: [StaffLever], in scenario: Scenario) -> [Int?] {
    var cover = NeedCover(needs, by: levers, in: scenario)
    cover.occupy()
    // Those of the widest business first: what they do in the hours that are theirs alone leaves less to the others.
    for team in cover.teams.reversed() { cover.staff(team) }
    cover.makeUp()
    return cover.heads(levers)
  }

  /// Gives those who are there anyway something to do: what nobody could be added for, then what is their team's business,
  /// then what else they answer.
  private mutating func occupy() {
    for hour in hours {
      for team in teams {
        let ranks = (answered[team] ?? []).map { need in
          (rank: business[need][hour] == nil ? 0 : business[need][hour] == team ? 1 : 2, need: need)
        }
        for (_, need) in ranks.sorted(by: <) { take(team, need, hour) }
      }
    }
  }

  /// Adds heads of a team for what is its business, who do the same channels' work in other hours too.
  private mutating func staff(_ team: Int) {
    let own = (answered[team] ?? []).filter { business[$0].contains(team) }
    addHeads(of: team, for: own) { business, hour in business[hour] == team }
    for need in own { for hour in hours { take(team, need, hour) } }
  }

  /// Covers what is left because a team may have no more heads.
  private mutating func makeUp() {
    for team in teams { for need in answered[team] ?? [] { for hour in hours { take(team, need, hour) } } }
    for team in teams { addHeads(of: team, for: answered[team] ?? []) { _, _ in true } }
  }

  private mutating func addHeads(
    of team: Int, for needs: [Int], where isMeant: (_ business: [Int?], _ hour: Int) -> Bool
  ) {
    guard var cover = covers[team] else { return }
    var missing = [Double](repeating: 0, count: hours.count)
    for need in needs {
      for hour in hours where isMeant(business[need], hour) {
        missing[hour] += left[need][hour] * whole(team, need, hour)
      }
    }
    for (hour, handlers) in cover.add(for: missing).enumerated() { idle[team][hour] += handlers }
    covers[team] = cover
    for need in needs { for hour in hours where isMeant(business[need], hour) { take(team, need, hour) } }
  }

  /// Has those of a team who have nothing to do in an hour do a channel's work, as far as they and it go.
  private mutating func take(_ team: Int, _ need: Int, _ hour: Int) {
    let whole = whole(team, need, hour)
    guard whole > 0, left[need][hour] > 0, idle[team][hour] > 0 else { return }
    let taken = min(idle[team][hour], left[need][hour] * whole)
    idle[team][hour] -= taken
    let rest = left[need][hour] - taken / whole
    // What rounding leaves is nothing.
    left[need][hour] = rest < 1e-9 ? 0 : rest
  }

  /// The handlers of a team who could do all of a channel's work in an hour.
  private func whole(_ team: Int, _ need: Int, _ hour: Int) -> Double { needs[need].handlers[team]?[hour] ?? 0 }

  private func heads(_ levers: [StaffLever]) -> [Int?] {
    var heads: [Int?] = levers.map { $0.isOfUnits ? nil : $0.limits.lowerBound }
    for (team, cover) in covers { for (place, count) in zip(places[team] ?? [], cover.heads) { heads[place] = count } }
    return heads
  }
}
