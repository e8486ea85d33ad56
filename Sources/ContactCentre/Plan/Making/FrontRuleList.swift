import DiscreteEvents

/// The stages before the queues, while a plan is made.
struct FrontRuleList {
  private(set) var stages: [StageRule] = []
  /// How long each stage takes.
  private(set) var times: [Sampler] = []
  private(set) var options: [OptionRule] = []
  private(set) var diversions: [DiversionRule] = []
  /// What was recorded of contacts in the stages that are said to be so, stage by stage.
  private(set) var records: [RecordedStageRule] = []

  /// Adds the stages of a channel, in order.
  mutating func add(_ front: [FrontStage], _ arrivals: Arrivals, numberOfChannel: [String: Int]) {
    for (number, stage) in front.enumerated() {
      var firstRecord = -1
      if stage.isRecorded, case .trace(let rows) = arrivals {
        firstRecord = records.count
        records += rows.map { record(number < $0.front.count ? $0.front[number] : nil, numberOfChannel) }
      }
      times.append(Sampler(stage.takes))
      stages.append(
        StageRule(
          exits: exits(stage.contains, stage.divertsTo, numberOfChannel), firstOption: options.count,
          firstRecord: Int32(firstRecord), optionCount: UInt16(stage.options.count),
          isPlain: stage.options.isEmpty && firstRecord < 0))
      for (option, upTo) in zip(stage.options, PlanTables.summedUp(stage.options.map(\.share))) {
        options.append(
          OptionRule(
            upTo: upTo, takes: Sampler(option.takes),
            exits: exits(option.contains, option.divertsTo, numberOfChannel)))
      }
    }
  }

  private func record(_ stage: RecordedStage?, _ numberOfChannel: [String: Int]) -> RecordedStageRule {
    guard let stage else {
      return RecordedStageRule(duration: 0, exit: RecordedStageRule.unknown, option: 0, isKnown: false)
    }
    let exit: UInt16 =
      switch stage.exit {
      case nil: RecordedStageRule.unknown
      case .passed: RecordedStageRule.passed
      case .contained: RecordedStageRule.contained
      case .diverted(let channel): numberOfChannel[channel].map { UInt16($0) } ?? RecordedStageRule.unknown
      }
    return RecordedStageRule(
      duration: UInt32(min(max(stage.duration, 0), Event.longest)), exit: exit,
      option: stage.option.map { UInt8(clamping: $0 + 1) } ?? 0, isKnown: true)
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
