import Watchroom

/// One use of `size --value-map`: what one more handler is worth in every hour is found out.
struct ValueMapRun {
  private let question: SizeQuestion
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let replications: Int

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    question = try SizeQuestion(arguments, in: surroundings)
    self.arguments = arguments
    self.surroundings = surroundings
    replications = arguments.count(.evidenceReplications) ?? ValueMapper.standardReplications
  }

  func perform() throws(Ending) -> ExitStatus {
    let map = draw(try mapper())
    let provenance = Provenance(scenarioDigest: question.read.digest, command: command(map))
    var attempts = Attempts(in: surroundings)
    attempts.attempt(try say(map, provenance))
    attempts.attempt(
      try question.outputs.leave(
        ValueMapPage(map, of: question.scenario, provenance: provenance).html, as: .valuePage))
    attempts.attempt(try question.outputs.leave(ValueMapFiles(map).csv, as: .valueCSV))
    return attempts.status
  }

  /// What draws, if there is room to do it in.
  private func mapper() throws(Ending) -> ValueMapper {
    let mapper = ValueMapper(
      question.scenario, seed: arguments.seed, replications: replications, jobs: arguments.jobs)
    try MemoryArguments(arguments, in: surroundings).check(
      replications: replications, days: question.scenario.calendar.days, jobs: arguments.jobs, mapper.memoryNeed)
    return mapper
  }

  private func draw(_ mapper: ValueMapper) -> ValueMap {
    let progress =
      arguments.isQuiet ? nil : ProgressLine(surroundings, total: mapper.plans * replications)
    surroundings.interruption.say { "the map is not drawn, and no file is written" }
    defer {
      progress?.clear()
      surroundings.interruption.say(nil)
    }
    return mapper.map { done, _ in progress?.show(done: done) }
  }

  private func say(_ map: ValueMap, _ provenance: Provenance) throws(Ending) {
    let name = question.scenario.name
    try surroundings.print(
      arguments.isJSON
        ? ValueMapJSON(map, name: name, provenance: provenance).text
        : ValueMapText(map, name: name, isColoured: surroundings.outputIsColoured).text)
  }

  /// The words that draw the same again.
  private func command(_ map: ValueMap) -> [String] {
    arguments.command(
      [OptionDeclaration.valueMap.spelling] + question.changes.words
        + [OptionDeclaration.seed.spelling, String(map.seed)]
        + [OptionDeclaration.evidenceReplications.spelling, String(replications)])
  }
}
