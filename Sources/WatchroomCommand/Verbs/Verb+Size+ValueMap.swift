import Watchroom

extension Verb {
  /// Draws the value map, prints it and leaves its files.
  static func drawMap(
    of read: ReadScenario, _ arguments: ParsedArguments, _ page: PageFile?, in surroundings: Surroundings
  ) throws(OutputFault) -> ExitStatus {
    let replications = arguments.number(.evidenceReplications).map { Int($0) } ?? ValueMapper.standardReplications
    let mapper = ValueMapper(
      read.scenario, seed: arguments.number(.seed) ?? 1, replications: replications,
      jobs: arguments.number(.jobs).map { Int($0) })
    do throws(ExitStatus) {
      try MemoryArguments(arguments, verb: "size", in: surroundings).check(
        replications: replications, days: read.scenario.calendar.days, jobs: arguments.number(.jobs).map { Int($0) },
        in: surroundings, mapper.memoryNeed)
    } catch {
      return error
    }
    let progress =
      arguments.has(.quiet) ? nil : ProgressLine(surroundings, total: mapper.plans * replications)
    surroundings.interruption.say { "the map is not drawn, and no file is written" }
    let map = mapper.map { done, _ in progress?.show(done: done) }
    progress?.clear()
    surroundings.interruption.say(nil)
    let provenance = Provenance(
      scenarioDigest: read.digest,
      command: ["watchroom", "size", OptionDeclaration.valueMap.spelling] + ScenarioArguments(arguments).words
        + [OptionDeclaration.seed.spelling, String(map.seed)]
        + [OptionDeclaration.evidenceReplications.spelling, String(replications)]
        + ShellCommand.operands(arguments.operands))
    let name = read.scenario.name
    try surroundings.output.write(
      arguments.last(.format) == "json"
        ? ValueMapJSON(map, name: name, provenance: provenance).text
        : ValueMapText(map, name: name, isColoured: surroundings.outputIsColoured).text)
    do throws(ExitStatus) {
      try page?.write(ValueMapPage(map, of: read.scenario, provenance: provenance).html)
    } catch {
      return error
    }
    return arguments.last(.valueCSV).map { OutputFiles.leave(ValueMapFiles(map).csv, at: $0, in: surroundings) }
      ?? .done
  }
}
