// Shares of one whole: they come to no more than it, or to all of it.
extension FaultFinder {
  mutating func findSharesBeyondOne() {
    for channel in scenario.channels {
      atMostOne(channel.outcomes.map(\.share), "the shares", ["channels", channel.id, "outcomes"])
      let groups = scenario.callers.flatMap(\.channels).filter { $0.channel == channel.id }
      atMostOne(groups.map(\.share), "the groups' shares of “\(channel.id.prefix(60))”", ["callers"])
    }
    for (keys, stage) in scenario.placedStages {
      atMostOne(
        [stage.contains] + stage.divertsTo.map(\.share), "the contained and diverted shares", keys)
      atMostOne(stage.options.map(\.share), "the shares", keys + ["options"])
    }
    for (keys, option) in scenario.placedOptions {
      atMostOne(
        [option.contains] + option.divertsTo.map(\.share), "the contained and diverted shares", keys)
    }
    for (keys, grade) in scenario.placedGrades {
      let ends = [grade.cancelled, grade.resolved].compactMap { $0?.share }
      atMostOne(ends, "the cancelled and resolved shares", keys)
      exactlyOne(grade.units, keys + ["units"])
    }
    for log in scenario.response?.logs ?? [] {
      exactlyOne(log.grades.map(\.share), ["response", "logs", log.id, "grades"])
    }
  }

  private mutating func atMostOne(_ shares: [Double], _ what: String, _ keys: [String]) {
    if let sum = Shares.sumBeyondOne(shares) { note(keys, "\(what) sum to \(sum)", "let them sum to at most 1") }
  }

  private mutating func exactlyOne(_ shares: [Double], _ keys: [String]) {
    if let sum = Shares.sumOtherThanOne(shares) { note(keys, "the shares sum to \(sum)", "let them sum to 1") }
  }
}
