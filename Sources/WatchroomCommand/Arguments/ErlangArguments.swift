import Watchroom

/// What a command line asks of the formulas of Erlang.
enum ErlangArguments {
  /// Callers wait for handlers.
  case handlers(StaffingReport)
  /// Callers who find every line taken are lost.
  case lines(LinesReport)
  /// Callers wait for handlers, interval by interval of a table.
  case intervals(RequirementArguments)

  private typealias Option = OptionDeclaration

  init(_ arguments: ParsedArguments) throws(Ending) {
    if let path = arguments.last(.volumes) {
      let goals = try Self.goals(arguments)
      self = .intervals(
        try RequirementArguments(arguments, path: path, within: Self.within(arguments), goals: goals))
      return
    }
    try RequirementArguments.checkAbsent(arguments)
    let demand = try Self.demand(arguments)
    if arguments.has(.lines) || arguments.has(.blocking) {
      self = .lines(try Self.lines(arguments, demand: demand))
    } else {
      self = .handlers(try Self.handlers(arguments, demand: demand))
    }
  }

  private static func demand(_ arguments: ParsedArguments) throws(Ending) -> QueueDemand {
    guard let calls = arguments.calls(.calls) else {
      throw arguments.misuse("say how many calls arrive: --calls 100/h")
    }
    if calls.period != nil, arguments.has(.per) {
      throw arguments.misuse("--calls and --per both say in what time the calls arrive: leave one out")
    }
    guard let period = calls.period ?? arguments.seconds(.per) else {
      throw arguments.misuse("--calls: say in what time they arrive: --calls 100/h, or --calls 100 --per 1h")
    }
    guard let handling = arguments.seconds(.handling) else {
      throw arguments.misuse("say how long a call takes on average: --handling 3m53s")
    }
    let demand = QueueDemand(
      calls: calls.count, per: period, handling: handling, patience: arguments.seconds(.patience))
    guard demand.load <= QueueDemand.greatestLoad else {
      throw arguments.misuse(
        "--calls and --handling make a load of more than a million erlangs: is a unit of time wrong?")
    }
    return demand
  }

  private static func within(_ arguments: ParsedArguments) -> Double {
    guard let within = arguments.seconds(.within) else {
      preconditionFailure("the option is declared with a standard value")
    }
    return within
  }

  private static func goals(_ arguments: ParsedArguments) throws(Ending) -> [StaffingGoal] {
    var goals: [StaffingGoal] = []
    if let share = arguments.share(.share) { goals.append(.serviceLevel(atLeast: share, within: within(arguments))) }
    if let share = arguments.share(.abandonment) {
      guard arguments.has(.patience) else {
        throw arguments.misuse(
          "--abandonment: nobody gives up unless you say how long callers wait on average: --patience 10m")
      }
      goals.append(.abandonment(atMost: share))
    }
    if let share = arguments.share(.occupancy) { goals.append(.occupancy(atMost: share)) }
    return goals
  }

  private static func handlers(_ arguments: ParsedArguments, demand: QueueDemand) throws(Ending) -> StaffingReport {
    let within = Self.within(arguments)
    guard let number = arguments.number(.handlers) else {
      let goals = try goals(arguments)
      if goals.isEmpty {
        throw arguments.misuse(
          "say how many answer, --handlers 7, or what they must reach, --share 0.9 --within 10s; or ask for lines")
      }
      return StaffingReport(demand: demand, within: within, goals: goals)
    }
    let goal = [Option.share, .abandonment, .occupancy].first(where: arguments.has)
    if let goal { throw arguments.misuse("--handlers says how many answer and \(goal.spelling) asks: leave one out") }
    let handlers = Int(number)
    if demand.patience == nil, !demand.queue(handlers: handlers).isStable {
      let least = ErlangC.fewestStableHandlers(load: demand.load)
      throw arguments.misuse(
        "--handlers: with \(handlers) the queue grows without end: it takes at least \(least), or callers who give up: "
          + "--patience 10m")
    }
    return StaffingReport(demand: demand, within: within, handlers: handlers)
  }

  private static func lines(_ arguments: ParsedArguments, demand: QueueDemand) throws(Ending) -> LinesReport {
    let ofQueues: [Option] = [.handlers, .patience, .share, .within, .abandonment, .occupancy]
    // A standard value is no wish.
    if let other = ofQueues.first(where: arguments.has) {
      let word = arguments.has(.lines) ? Option.lines : .blocking
      throw arguments.misuse(
        "\(word.spelling) is about calls lost because nobody can wait: \(other.spelling) has no meaning there")
    }
    guard let blocking = arguments.share(.blocking) else {
      return LinesReport(demand: demand, lines: arguments.number(.lines).map { Int($0) } ?? 0)
    }
    if arguments.has(.lines) {
      throw arguments.misuse("--lines says how many there are and --blocking asks: leave one out")
    }
    return LinesReport(demand: demand, blocking: blocking)
  }
}
