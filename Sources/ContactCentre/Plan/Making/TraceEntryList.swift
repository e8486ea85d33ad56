import DiscreteEvents

/// What was recorded, while a plan is made: the rows of every channel's trace, then of every log's.
struct TraceEntryList {
  private(set) var entries: [TraceEntry] = []
  /// Where those of each channel are, and then of each log; nil for one that has none.
  private(set) var ranges: [Range<Int>?] = []

  init(_ scenario: Scenario, origin: Milliseconds) {
    for channel in scenario.channels {
      let names = channel.outcomes.map(\.name)
      add(channel.arrivals, outcomes: names, other: names.count, origin)
    }
    for log in scenario.response?.logs ?? [] {
      add(log.arrivals, outcomes: log.grades.map(\.grade), other: -1, origin)
    }
  }

  /// Adds the rows of a trace, with outcomes as numbers: `other` for ``TraceRow/other`` unless one is called that, -1 if
  /// unknown.
  private mutating func add(_ arrivals: Arrivals, outcomes: [String], other: Int, _ origin: Milliseconds) {
    let rows: [TraceRow]
    switch arrivals {
    case .trace(let recorded): rows = recorded
    case .profile, .appointments:
      ranges.append(nil)
      return
    }
    let numberOfOutcome = PlanTables.numbers(outcomes).merging([TraceRow.other: other]) { named, _ in named }
    ranges.append(entries.count..<entries.count + rows.count)
    entries += rows.map { row in
      TraceEntry(
        time: row.time - origin, handling: row.handling ?? .nan, wrapUp: row.wrapUp ?? .nan,
        patience: row.patience ?? .nan, outcome: row.outcome.flatMap { numberOfOutcome[$0] } ?? -1,
        latitude: row.latitude ?? .nan, longitude: row.longitude ?? .nan)
    }
  }
}
