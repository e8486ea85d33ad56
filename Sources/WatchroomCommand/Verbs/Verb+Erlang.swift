import Watchroom

extension OptionDeclaration {
  static let calls = OptionDeclaration(
    name: "calls", value: .calls, placeholder: "N/TIME", help: "how many calls arrive, such as 100/h or 50/30m")
  static let per = OptionDeclaration(
    name: "per", value: .duration(atLeast: 0.001), placeholder: "TIME",
    help: "in what time they arrive, where --calls is a number alone; with --volumes, how long an interval is, where "
      + "the table does not tell")
  static let handling = OptionDeclaration(
    name: "handling", value: .duration(atLeast: 0.001), placeholder: "TIME",
    help: "how long a handler is busy with a call on average, such as 3m53s or 0:03:53; with --volumes, where the "
      + "table does not tell")
  static let patience = OptionDeclaration(
    name: "patience", value: .duration(atLeast: 0.001), placeholder: "TIME",
    help: "how long a caller waits on average before giving up (Erlang A)", absence: "nobody gives up, Erlang C")
  static let handlers = OptionDeclaration(
    name: "handlers", value: .wholeNumber(1...1_000_000), placeholder: "N", help: "how many answer")
  static let share = OptionDeclaration(
    name: "share", value: .share, placeholder: "SHARE",
    help: "find the fewest handlers with whom at least this share of the calls, such as 0.9 or 90%, is answered in time"
  )
  static let within = OptionDeclaration(
    name: "within", value: .duration(atLeast: 0), placeholder: "TIME", help: "what in time means", standard: "10s")
  static let abandonment = OptionDeclaration(
    name: "abandonment", value: .share, placeholder: "SHARE",
    help: "find the fewest with whom at most this share of the callers gives up; needs --patience")
  static let occupancy = OptionDeclaration(
    name: "occupancy", value: .share, placeholder: "SHARE",
    help: "find the fewest who are busy for at most this share of their time")
  static let lines = OptionDeclaration(
    name: "lines", value: .wholeNumber(0...1_000_000), placeholder: "N",
    help: "instead of a queue, so many lines; who finds all taken is lost (Erlang B)")
  static let blocking = OptionDeclaration(
    name: "blocking", value: .share, placeholder: "SHARE",
    help: "find the fewest lines that lose at most this share of the calls")
}

extension Verb {
  static let erlang = Verb(
    name: "erlang",
    summary: "how many handlers or lines, by formula, without a scenario",
    ownOptions: [
      .calls, .per, .handling, .patience, .handlers, .share, .within, .abandonment, .occupancy, .lines, .blocking,
      .volumes, .volumesChannel, .timeZone, .shrinkage, .requirementTable, .requirementRoster, .requirementForce,
      .format, .quiet,
    ],
    example: Example(
      command: "watchroom erlang --calls 100/h --handling 3m --patience 10m --share 0.9",
      effect: "finds the fewest handlers who answer 90% of 100 calls an hour within 10 s"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    let isJSON = arguments.isJSON
    let isColoured = surroundings.outputIsColoured
    switch try ErlangArguments(arguments) {
    case .handlers(let report): try surroundings.print(isJSON ? report.json : report.text(isColoured: isColoured))
    case .lines(let report): try surroundings.print(isJSON ? report.json : report.text(isColoured: isColoured))
    case .intervals(let question): return try RequirementRun(question, arguments, in: surroundings).perform()
    }
    return .done
  }
}
