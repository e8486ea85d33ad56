import DiscreteEvents

/// The stages before the queues, while a plan is made.
struct FrontRuleList {
  private(set) var stages: [StageRule] = []
  /// How long each stage takes.
  private(set) var times: [Sampler] = []
  private(set) var options: [OptionRule] = []
  private(set) var diversions: [DiversionRule] = []

  /// Adds the stages of a channel, in order.
  mutating func add(_ front: [FrontStage], numberOfChannel: [String: Int]) {
    for stage in front {
      times.append(Sampler(stage.takes))
      stages.append(
        StageRule(
          exits: exits(stage.contains, stage.divertsTo, numberOfChannel), firstOption: options.count,
          optionCount: stage.options.count))
      for (option, upTo) in zip(stage.options, PlanTables.summedUp(stage.options.map(\.share))) {
        options.append(
          OptionRule(
            upTo: upTo, takes: Sampler(option.takes),
            exits: exits(option.contains, option.divertsTo, numberOfChannel)))
      }
    }
  }

  private mutating func exits(
    _ contains: Double, _ onward: [FrontStage.Diversion], _ numberOfChannel: [String: Int]
  ) -> ExitRule {
    let first = diversions.count
    for diversion in onward {
      guard let to = numberOfChannel[diversion.to] else {
        preconditionFailure("a stage diverts to unknown \(diversion.to)")
      }
      diversions.append(DiversionRule(channel: UInt16(to), share: diversion.share))
    }
    return ExitRule(contains: contains, firstDiversion: first, diversionCount: onward.count)
  }
}
