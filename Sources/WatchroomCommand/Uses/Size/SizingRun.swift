import Watchroom

/// One use of `size`: the cheapest headcount is looked for.
struct SizingRun {
  private let question: SizeQuestion
  private let arguments: ParsedArguments
  private let surroundings: Surroundings

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    question = try SizeQuestion(arguments, in: surroundings)
    self.arguments = arguments
    self.surroundings = surroundings
  }

  func perform() throws(Ending) -> ExitStatus {
    let sizer = try sizer()
    let size = search(sizer)
    let files = SizeFiles(size, of: question.scenario)
    try say(size, files)
    guard let plan = size.plan else {
      let shortfall = SizeShortfallWords(size)
      throw .wrong(question.path, at: "size", shortfall.message, shortfall.remedy)
    }
    try checkBudget(plan, size)
    var attempts = Attempts(in: surroundings)
    attempts.attempt(try question.outputs.leave(files.overlay, as: .planOverlay))
    if attempts.attempt(try question.outputs.leave(files.roster, as: .planRoster)) != nil {
      attempts.attempt(try sayUse(of: files))
    }
    return attempts.status
  }

  /// Says how the roster that was left is simulated, if one was: its tours and the scenario's shifts exclude each other.
  private func sayUse(of files: SizeFiles) throws(Ending) {
    guard let roster = arguments.last(.planRoster), !arguments.isJSON,
      let overlay = files.rosterOverlay(of: roster)
    else { return }
    try surroundings.print("\nTo simulate the roster, lay this over the scenario by --with:\n\n" + overlay)
  }

  /// What searches, if there is something to search for and room to do it in.
  private func sizer() throws(Ending) -> StaffingSizer {
    let memory = MemoryArguments(arguments, in: surroundings)
    let replications = arguments.count(.evidenceReplications) ?? StaffingSizer.standardReplications
    // How many plans there will be, only a sizer knows; that there is room for one is certain before it is made.
    try memory.check([question.scenario], replications: replications, jobs: arguments.jobs)
    let sizer = StaffingSizer(
      question.scenario, seed: arguments.seed, replications: replications, jobs: arguments.jobs)
    if let obstacle = sizer.obstacle {
      throw .wrong(question.path, at: obstacle.path, obstacle.message, obstacle.remedy)
    }
    try memory.check(
      replications: sizer.replications, days: question.scenario.calendar.days, jobs: sizer.jobs, sizer.memoryNeed)
    return sizer
  }

  private func search(_ sizer: StaffingSizer) -> StaffingSize {
    surroundings.interruption.say { "no plan is found yet, and no file is written" }
    let progress = arguments.isQuiet ? nil : ProgressLine(surroundings, total: nil, noun: "simulation")
    defer {
      progress?.clear()
      surroundings.interruption.say(nil)
    }
    return sizer.size { runs in progress?.show(done: runs) }
  }

  private func say(_ size: StaffingSize, _ files: SizeFiles) throws(Ending) {
    let remark = size.plan != nil && arguments.has(.planRoster) ? files.rosterRemark : nil
    try surroundings.print(
      arguments.isJSON
        ? SizeJSON(size, provenance: Provenance(scenarioDigest: question.read.digest)).text
        : SizeText(size, of: question.scenario, remark: remark, isColoured: surroundings.outputIsColoured).text)
  }

  /// Throws if `plan`, the cheapest, costs more than there is.
  private func checkBudget(_ plan: StaffingSize.Scored, _ size: StaffingSize) throws(Ending) {
    guard let budget = question.scenario.sizing?.budget, size.isWithinBudget == false else { return }
    // Past that, which no budget is, the last digits are none.
    let cost = "\(Int(min(plan.cost.mean.rounded(.up), 1e18)))"
    let problem = Problem(
      place: question.read.budgetPlace ?? Place(origin: .file(question.path)), path: "size.budget",
      message: "the cheapest plan found \(size.costUnit == .hours ? "takes \(cost) paid hours" : "costs \(cost)"), "
        + "more than \(Int(budget))",
      remedy: "allow more, or ask for less")
    throw question.changes.ending(ScenarioError(cause: .invalid, problems: [problem]))
  }
}
