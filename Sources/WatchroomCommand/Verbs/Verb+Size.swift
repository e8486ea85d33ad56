import Watchroom

extension OptionDeclaration {
  fileprivate static let overlayOutput = OptionDeclaration(
    name: "output", value: .path, placeholder: "OVERLAY", help: "where to leave the plan as an overlay for --with",
    absence: "nowhere")
  fileprivate static let roster = OptionDeclaration(
    name: "roster", value: .path, placeholder: "FILE.csv",
    help: "where to leave the plan as a roster, which a spreadsheet opens and staff: { csv } reads", absence: "nowhere")
  fileprivate static let planForce = OptionDeclaration(
    name: force.name, help: "replace files of these two options that are there already")
  static let evidenceReplications = OptionDeclaration(
    name: "replications", value: .wholeNumber(2...100_000), placeholder: "N",
    help: "how many independent runs the evidence is of",
    absence: "\(StaffingSizer.standardReplications); \(ValueMapper.standardReplications) with --value-map")
  static let valueMap = OptionDeclaration(
    name: "value-map",
    help: "instead print what one more handler is worth in every hour of the week, and one more unit on every tour")
  static let valueCSV = OptionDeclaration(
    name: "csv", value: .path, placeholder: "FILE.csv",
    help: "with --value-map, leave the map for a spreadsheet as well", leaves: .figures)
  fileprivate static let valuePage = OptionDeclaration(
    name: OptionDeclaration.reportPage.name, value: .path, placeholder: "FILE.html",
    help: "with --value-map, write a page of the map as well, one file that any browser opens", leaves: .page)
}

extension Verb {
  static let size = Verb(
    name: "size",
    summary: "find the cheapest headcount it can that meets the targets",
    operandPlaceholder: "SCENARIO",
    operandCount: 1...1,
    operandHelp: "a scenario file, in JSON5",
    operandDetails: "; what may change and must be reached is said under its key “size”, and by --set size.…",
    operandHint: "; changes to it are given as --with OVERLAY",
    ownOptions: [.overlayOutput, .roster, .planForce, .valueMap, .valueCSV, .valuePage, .seed, .evidenceReplications]
      + OptionDeclaration.changes
      + [.jobs, .memory, .format, .quiet],
    example: Example(
      command: "watchroom size night.json5 --output plan.json5 --roster plan.csv",
      effect: "finds how few can start each shift with every target met, and shows what one fewer would do"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let page: PageFile?
    do throws(UsageError) {
      try checkSizeOptions(arguments)
      try OutputFiles.check(
        [.overlayOutput, .roster, .valueCSV, .valuePage], of: arguments,
        sources: arguments.operands + arguments.all(.with), verb: "size", in: surroundings)
      page = try PageFile(arguments, verb: "size", in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    let read: ReadScenario
    do throws(ExitStatus) {
      try OutputFiles.checkPlaces(
        [.overlayOutput, .roster, .valueCSV, .reportPage], of: arguments, verb: "size", in: surroundings)
      read = try ScenarioArguments(arguments).read(
        arguments.operands[0], isQuiet: arguments.has(.quiet), in: surroundings)
      try OutputFiles.checkAbsent([.overlayOutput, .roster], of: arguments, in: surroundings)
    } catch {
      return error
    }
    return try arguments.has(.valueMap)
      ? drawMap(of: read, arguments, page, in: surroundings) : findHeads(of: read, arguments, in: surroundings)
  }

  /// Finds the cheapest headcount, prints it and leaves its files.
  private static func findHeads(
    of read: ReadScenario, _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(OutputFault) -> ExitStatus {
    let path = arguments.operands[0]
    let diagnostics = Diagnostics(surroundings)
    let memory = MemoryArguments(arguments, verb: "size", in: surroundings)
    let replications =
      arguments.number(.evidenceReplications).map { Int($0) } ?? StaffingSizer.standardReplications
    let jobs = arguments.number(.jobs).map { Int($0) }
    do throws(ExitStatus) {
      // How many plans there will be, only a sizer knows; that there is room for one is certain before it is made.
      try memory.check([read.scenario], replications: replications, jobs: jobs, in: surroundings)
    } catch {
      return error
    }
    let sizer = StaffingSizer(
      read.scenario, seed: arguments.number(.seed) ?? 1, replications: replications, jobs: jobs)
    if let problem = sizer.problem(path) {
      diagnostics.report([problem], place: \.description)
      return .inputFileWrong
    }
    do throws(ExitStatus) {
      try memory.check(
        replications: sizer.replications, days: read.scenario.calendar.days, jobs: sizer.jobs, in: surroundings,
        sizer.memoryNeed)
    } catch {
      return error
    }
    surroundings.interruption.say { "no plan is found yet, and no file is written" }
    let progress = arguments.has(.quiet) ? nil : CountLine(surroundings, noun: "simulations")
    let size = sizer.size { runs in progress?.show(runs) }
    progress?.clear()
    surroundings.interruption.say(nil)
    let files = SizeFiles(size, of: read.scenario)
    let remark = size.plan != nil && arguments.has(.roster) ? files.rosterRemark : nil
    let text =
      arguments.last(.format) == "json"
      ? SizeJSON(size, provenance: Provenance(scenarioDigest: read.digest)).text
      : SizeText(size, of: read.scenario, remark: remark, isColoured: surroundings.outputIsColoured).text
    try surroundings.output.write(text)
    guard let plan = size.plan else {
      diagnostics.report([sizer.shortfall(path)], place: \.description)
      return .inputFileWrong
    }
    if let budget = read.scenario.sizing?.budget, size.isWithinBudget == false {
      // Past that, which no budget is, the last digits are none.
      let cost = "\(Int(min(plan.cost.mean.rounded(.up), 1e18)))"
      let problem = Problem(
        place: read.budgetPlace ?? Place(origin: .file(path)), path: "size.budget",
        message: "the cheapest plan found \(size.costUnit == .hours ? "takes \(cost) paid hours" : "costs \(cost)"), "
          + "more than \(Int(budget))",
        remedy: "allow more, or ask for less")
      diagnostics.report([problem]) { ScenarioArguments(arguments).spelling(of: $0, for: nil, ledger: nil) }
      return ScenarioArguments.status([problem])
    }
    let isForced = arguments.has(.force)
    var status = ExitStatus.done
    if let path = arguments.last(.overlayOutput) {
      status = OutputFiles.leave(files.overlay, at: path, replacing: isForced, in: surroundings)
    }
    if let path = arguments.last(.roster) {
      status = max(status, OutputFiles.leave(files.roster, at: path, replacing: isForced, in: surroundings))
    }
    return status
  }

  /// Throws if options do not go together.
  private static func checkSizeOptions(_ arguments: ParsedArguments) throws(UsageError) {
    let isMap = arguments.has(.valueMap)
    let others = isMap ? [OptionDeclaration.overlayOutput, .roster] : [.valueCSV, .reportPage]
    guard let other = others.first(where: { arguments.has($0) }) else { return }
    throw UsageError(
      message: isMap
        ? "\(other.spelling) does not go with --value-map, which finds no plan — leave out one of them"
        : "\(other.spelling) is for --value-map, which is not given — add it", verb: "size")
  }
}

extension StaffingSizer {
  /// What keeps a search from making sense; nil if nothing does.
  fileprivate func problem(_ path: String) -> Problem? {
    func problem(_ key: String, _ message: String, _ remedy: String) -> Problem {
      Problem(place: Place(origin: .file(path)), path: key, message: message, remedy: remedy)
    }
    if !levers.contains(where: \.isFree) {
      return problem(
        "teams", "no team has heads that could be changed",
        "staff a team by shifts or by the hour, name shifts under “shifts”, and let “size” not fix them all")
    }
    if let barred = levers.first(where: isBarred) {
      return problem(
        "size.teams.\(barred.name).\(barred.shiftName)", "nobody may work this shift, which has a minimum",
        "allow one head at least, or leave out the minimum")
    }
    if targets.isEmpty {
      return problem(
        "channels", "nothing has to be reached, so that nobody would be the cheapest",
        "give a channel a target, for example target: { share: 0.9, within: \"10s\" }, or say what you expect")
    }
    return nil
  }

  /// Whether a team's shift has a minimum, and limits that leave nobody on any day.
  private func isBarred(_ lever: StaffLever) -> Bool {
    guard lever.hasMinimum, case .team = lever.owner else { return false }
    return levers.allSatisfy { $0.owner != lever.owner || $0.shift != lever.shift || $0.limits.upperBound == 0 }
  }

  /// That no plan was found.
  fileprivate func shortfall(_ path: String) -> Problem {
    Problem(
      place: Place(origin: .file(path)), path: "size", message: "no plan within the limits meets every target",
      remedy: "allow more heads, more shifts or a larger budget, or ask for less")
  }
}
