import ContactCentre
import DiscreteEvents

/// How much of a tour is planned away from work: the breaks due in it, and closures of the team's site.
struct PlannedPauses {
  private let plan: Plan
  /// By team, when its site is closed.
  private let closures: [[Site.Closure]]
  /// The tour last asked about. A shift's handlers sign on together, and to reckon where a tour began takes a while.
  private var last = (shift: Event.noShift, end: Milliseconds.min, start: Milliseconds?.none)

  init(plan: Plan) {
    self.plan = plan
    closures = plan.scenario.teams.map { team in
      plan.scenario.sites.first { $0.id == team.site }?.closedStretches.map {
        Site.Closure(from: $0.from - plan.origin, to: $0.to - plan.origin)
      } ?? []
    }
  }

  /// When the tour of a shift began by plan that ends at `end`; `start`, when its handler signed on, if that is not known:
  /// a tour from before a fork may be of a plan in which the shift is at another time.
  mutating func tourStart(shift: UInt16, from start: Milliseconds, to end: Milliseconds) -> Milliseconds {
    guard shift != Event.noShift, Int(shift) < plan.scenario.shifts.count else { return start }
    if last.shift != shift || last.end != end { last = (shift, end, plan.tourStart(shift: shift, end: end)) }
    return last.start ?? start
  }

  /// Of a handler of `team` who signed on at `start` for a tour to `end`, which began at `tourStart` by plan, the part that
  /// lies between two instants.
  ///
  /// A break that falls due while the site is closed is not taken. No instant counts twice. O(breaks × closures).
  func time(
    team: Int, shift: UInt16, turn: UInt16, tourStart: Milliseconds, from start: Milliseconds, to end: Milliseconds,
    within window: Range<Milliseconds>
  ) -> Milliseconds {
    func part(_ from: Milliseconds, _ to: Milliseconds) -> Milliseconds {
      max(0, min(to, end, window.upperBound) - max(from, start, window.lowerBound))
    }
    let closed = team < closures.count ? closures[team] : []
    var time = closed.reduce(0) { $0 + part($1.from, $1.to) }
    guard shift != Event.noShift, Int(shift) < plan.scenario.shifts.count else { return time }
    let breaks = plan.scenario.shifts[Int(shift)].breaks
    if breaks.isEmpty { return time }
    // Where the breaks before end.
    var last = start
    for pause in breaks {
      let due = pause.due(start: tourStart, turn: turn)
      guard due >= start, !closed.contains(where: { $0.from <= due && due < $0.to }) else { continue }
      let from = max(due, last)
      let to = max(last, due + pause.length)
      time += part(from, to) - closed.reduce(0) { $0 + part(max(from, $1.from), min(to, $1.to)) }
      last = to
    }
    return time
  }
}
