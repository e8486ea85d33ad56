import Writing

/// What Erlang B says of lines: with so many of them, or around the fewest that lose at most a share of the calls.
public struct LinesReport: Sendable {
  private let demand: QueueDemand
  private let blocking: Double?
  /// The lines that were given or found.
  public let lines: Int

  /// A report of so many `lines`.
  ///
  /// - Precondition: the number of lines is not negative.
  public init(demand: QueueDemand, lines: Int) {
    Erlangs.require(lines: lines)
    self.demand = demand
    blocking = nil
    self.lines = lines
  }

  /// A report of the fewest lines that lose at most a share of `blocking` of the calls, and of their neighbours.
  ///
  /// - Precondition: as of ``ErlangB/fewestLines(load:blocking:)``.
  public init(demand: QueueDemand, blocking: Double) {
    self.demand = demand
    self.blocking = blocking
    lines = ErlangB.fewestLines(load: demand.load, blocking: blocking)
  }

  private var neighbours: ClosedRange<Int> { blocking == nil ? lines...lines : max(0, lines - 2)...lines + 3 }

  /// The report for people, with a newline at its end.
  public func text(isColoured: Bool = false) -> String {
    let title = "Erlang B: \(blocking == nil ? "with" : "at least") \(StaffingReport.count(lines, "line"))"
    var question = TextTable(alignments: [.left, .left])
    question.rows = demand.rows
    if let blocking { question.rows.append(["Target", .init("at most \(Quantity.aim(blocking)) lost")]) }
    var table = TextTable(alignments: [.right, .right, .right, .right, .left])
    table.addHeadings("Lines", "Lost", "Mean lines taken", "Occupancy")
    for number in neighbours {
      let group = ErlangB(load: demand.load, lines: number)
      // With as many digits as say whether the target is kept to.
      let decimals = blocking.map { bound in
        Quantity.decimals(from: 2, for: [group.blocking * 100]) { $0 <= bound * 100 }
      }
      table.rows.append([
        .init(Quantity.integer(UInt64(number))), .init(Quantity.share(group.blocking, decimals: decimals ?? 2)),
        .init(Quantity.decimal(group.carriedLoad, decimals: 2)), .init(Quantity.share(group.occupancy, decimals: 2)),
        blocking != nil && number == lines ? .init("<- the fewest that reach it", tone: .good) : "",
      ])
    }
    let lines =
      TextPage(isColoured: isColoured).heading(title, underline: "=") + question.lines(coloured: isColoured) + [""]
      + table.lines(coloured: isColoured)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report for programs, with a newline at its end.
  public var json: String {
    let target = blocking.map { JSONValue.members(["blocking": .number($0)]) } ?? .null
    return JSONWriter.document(
      .members([
        "schema": .string(StaffingReport.schema), "engine": .string(Engine.name), "formula": .string("B"),
        "demand": demand.json, "target": target, "lines": .integer(lines),
        "byLines": .array(neighbours.map(figures)),
      ]))
  }

  private func figures(lines: Int) -> JSONValue {
    let group = ErlangB(load: demand.load, lines: lines)
    return .members([
      "lines": .integer(lines), "met": blocking.map { .bool(group.blocking <= $0) } ?? .null,
      "blocking": .number(group.blocking), "carriedLoad": .number(group.carriedLoad),
      "occupancy": .number(group.occupancy),
    ])
  }
}
