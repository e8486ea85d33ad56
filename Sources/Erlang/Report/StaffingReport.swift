import Writing

/// What a formula of Erlang says of a queue: with so many handlers, or around the fewest that reach a goal.
public struct StaffingReport: Sendable {
  /// The schema of the JSON document, as it says itself.
  public static let schema = "watchroom/erlang/1"

  private let demand: QueueDemand
  private let within: Double
  private let goals: [StaffingGoal]
  /// The handlers that were given or found.
  public let handlers: Int

  /// A report of the queue that `handlers` answer; service levels are of calls answered `within` so many seconds.
  ///
  /// - Precondition: there is a handler at least, and `within` is not negative.
  public init(demand: QueueDemand, within: Double, handlers: Int) {
    Erlangs.require(handlers: handlers)
    Erlangs.require(time: within)
    self.demand = demand
    self.within = within
    goals = []
    self.handlers = handlers
  }

  /// A report of the fewest handlers that reach all of `goals`, and of their neighbours.
  ///
  /// - Precondition: there is a goal at least, `within` is not negative, and the rest as of
  ///   ``QueueDemand/fewestHandlers(meeting:)``.
  public init(demand: QueueDemand, within: Double, goals: [StaffingGoal]) {
    precondition(!goals.isEmpty, "there is a goal to be reached at least")
    Erlangs.require(time: within)
    self.demand = demand
    self.within = within
    self.goals = goals
    handlers = demand.fewestHandlers(meeting: goals)
  }

  /// From two fewer than the answer to three more: what one saves or buys.
  private var neighbours: ClosedRange<Int> { goals.isEmpty ? handlers...handlers : max(1, handlers - 2)...handlers + 3 }

  /// The report for people, with a newline at its end.
  public func text(isColoured: Bool = false) -> String {
    let formula = demand.patience == nil ? "Erlang C" : "Erlang A"
    let title = "\(formula): \(goals.isEmpty ? "with" : "at least") \(Self.count(handlers, "handler"))"
    var question = TextTable(alignments: [.left, .left])
    question.rows = demand.rows
    let patience = demand.patience.map { "\(Quantity.duration($0)) on average" } ?? "endless"
    question.rows.append(["Patience", .init(patience)])
    if !goals.isEmpty { question.rows.append(["Target", .init(goals.map(\.words).joined(separator: "; "))]) }
    let answer = goals.isEmpty ? figures : table
    let lines =
      TextPage(isColoured: isColoured).heading(title, underline: "=") + question.lines(coloured: isColoured) + [""]
      + answer.lines(coloured: isColoured)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Everything known of one queue.
  private var figures: TextTable {
    let queue = demand.queue(handlers: handlers)
    let limit = Quantity.limit(within)
    var table = TextTable(alignments: [.left, .right, .left])
    table.rows = [
      ["Answered in \(limit)", Self.share(queue.serviceLevel(within: within)), "of calls offered"],
      ["", Self.share(queue.serviceLevelOfAnswered(within: within)), "of calls answered"],
      ["Wait at all", Self.share(queue.waiting)],
      ["Wait over \(limit)", Self.share(queue.waiting(longerThan: within))],
      ["Abandoned", Self.share(queue.abandonment)],
      ["Mean wait", .init(Quantity.duration(queue.meanWait)), "of calls offered"],
      ["", .init(Quantity.duration(queue.meanWaitOfAnswered)), "of calls answered"],
      ["Mean queue", .init(Quantity.decimal(queue.meanQueueLength, decimals: 2)), "waiting"],
      ["Occupancy", Self.share(queue.occupancy)],
    ]
    return table
  }

  /// The answer among its neighbours. The mean wait is of calls answered, as in the tables of a run.
  private var table: TextTable {
    var table = TextTable(alignments: [.right, .right, .right, .right, .right, .left])
    table.addHeadings("Handlers", "In \(Quantity.limit(within))", "Abandoned", "Mean wait", "Occupancy")
    for number in neighbours {
      let queue = demand.queue(handlers: number)
      let remark: TextTable.Cell =
        if number == handlers {
          .init("<- the fewest that reach it", tone: .good)
        } else if !queue.isStable {
          .init("grows without end", tone: .bad)
        } else {
          ""
        }
      table.rows.append([
        .init(Quantity.integer(UInt64(number))), share(queue.serviceLevel(within: within), "share"),
        share(queue.abandonment, "abandonment"), .init(Quantity.duration(queue.meanWaitOfAnswered)),
        share(queue.occupancy, "occupancy"), remark,
      ])
    }
    return table
  }

  /// The report for programs, with a newline at its end. Times are in seconds; what is infinite is `null`.
  public var json: String {
    let target: JSONValue =
      goals.isEmpty ? .null : .object(goals.map { JSONValue.Member(name: $0.key, value: .number($0.bound)) })
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name),
        "formula": .string(demand.patience == nil ? "C" : "A"), "demand": demand.json, "within": .number(within),
        "target": target, "handlers": .integer(handlers), "byHandlers": .array(neighbours.map(figures)),
      ]))
  }

  private func figures(handlers: Int) -> JSONValue {
    let queue = demand.queue(handlers: handlers)
    return .members([
      "handlers": .integer(handlers), "stable": .bool(queue.isStable),
      "met": goals.isEmpty ? .null : .bool(goals.allSatisfy { $0.isMet(by: queue) }),
      "serviceLevel": .members([
        "ofOffered": .number(queue.serviceLevel(within: within)),
        "ofAnswered": .number(queue.serviceLevelOfAnswered(within: within)),
      ]),
      "waiting": .number(queue.waiting), "waitingLonger": .number(queue.waiting(longerThan: within)),
      "abandonmentRate": .number(queue.abandonment), "meanWait": .number(queue.meanWait),
      "meanSpeedOfAnswer": .number(queue.meanWaitOfAnswered), "meanQueue": .number(queue.meanQueueLength),
      "occupancy": .number(queue.occupancy),
    ])
  }

  private static func share(_ share: Double) -> TextTable.Cell { .init(Quantity.share(share, decimals: 2)) }

  /// A share that goals may be set for, those of that `key`; with as many digits as say whether they are reached.
  private func share(_ share: Double, _ key: String) -> TextTable.Cell {
    let bounds = goals.filter { $0.key == key }.map(\.bound)
    let decimals = bounds.map { bound in
      Quantity.decimals(from: 2, for: [share * 100]) { key == "share" ? $0 >= bound * 100 : $0 <= bound * 100 }
    }
    return .init(Quantity.share(share, decimals: decimals.max() ?? 2))
  }

  /// `number` of what is called `name`.
  static func count(_ number: Int, _ name: String) -> String {
    "\(Quantity.integer(UInt64(number))) \(name.plural(number))"
  }
}

extension StaffingGoal {
  /// The goal as people say it.
  package var words: String {
    switch self {
    case .serviceLevel(let share, let time): "\(Quantity.aim(share)) in \(Quantity.limit(time))"
    case .abandonment(let share): "at most \(Quantity.aim(share)) abandoned"
    case .occupancy(let share): "at most \(Quantity.aim(share)) occupied"
    }
  }

  /// The name of the goal in JSON.
  package var key: String {
    switch self {
    case .serviceLevel: "share"
    case .abandonment: "abandonment"
    case .occupancy: "occupancy"
    }
  }

  /// The share that must be reached or kept.
  package var bound: Double {
    switch self {
    case .serviceLevel(let share, _), .abandonment(let share), .occupancy(let share): share
    }
  }
}
