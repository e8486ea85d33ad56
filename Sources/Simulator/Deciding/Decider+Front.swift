import ContactCentre
import DiscreteEvents

// What only some scenarios have before the queue: callers who are recognised, stages in which something is chosen, and
// stages of which it is recorded what happened.
extension Decider {
  /// Somebody arrives where some are known to come again and again.
  @inline(never)
  func decideCaller(_ place: TapePlace) -> Event {
    let key = world.pointee.keys[Int(place.source)]
      .derived(DemandTape.identity(cell: place.cell, index: place.index))
    return .contactArrived(
      at: place.time, contact: world.pointee.contactsNumbered, channel: place.source, cell: place.cell,
      index: place.index, caller: world.pointee.tables.callers?.caller(key, channel: Int(place.source)))
  }

  /// A contact enters a stage as it was recorded, or else chooses one of its options, or none.
  @inline(never)
  func enterSpecial(
    _ rule: UnsafePointer<StageRule>, in stage: UInt8, _ contact: UnsafePointer<ContactRecord>, at time: Milliseconds
  ) -> Event {
    if let record = record(of: rule, contact) {
      // A forged record may tell of what the stage does not offer.
      return record.option == 0 || record.option > rule.pointee.optionCount
        ? .frontStageEntered(at: time, contact: contact.pointee.number, stage: stage, duration: record.duration)
        : .frontStageEntered(
          at: time, contact: contact.pointee.number, stage: stage, duration: record.duration, option: record.option - 1)
    }
    if rule.pointee.optionCount == 0 {
      return .frontStageEntered(
        at: time, contact: contact.pointee.number, stage: stage, duration: drawStageTime(contact, stage))
    }
    let options = UnsafePointer(world.pointee.tables.options + rule.pointee.firstOption)
    let share = drawUniform(contact, Purpose.stageOption(stage))
    let chosen = (0..<Int(rule.pointee.optionCount)).first { share < options[$0].upTo }
    guard let chosen else {
      return .frontStageEntered(
        at: time, contact: contact.pointee.number, stage: stage, duration: drawStageTime(contact, stage))
    }
    let takes = options.advanced(by: chosen).pointer(to: \.takes)
    return .frontStageEntered(
      at: time, contact: contact.pointee.number, stage: stage,
      duration: takes.map { drawDuration(contact, $0, Purpose.stageTime(stage)) } ?? 0,
      option: UInt8(truncatingIfNeeded: chosen))
  }

  /// How a contact leaves the stage it is in: as the option says that it chose, if it chose one.
  @inline(always)
  func exits(of rule: UnsafePointer<StageRule>, _ contact: UnsafePointer<ContactRecord>) -> ExitRule {
    let chosen = Int(contact.pointee.option)
    guard chosen > 0, chosen <= Int(rule.pointee.optionCount) else { return rule.pointee.exits }
    return world.pointee.tables.options[rule.pointee.firstOption + chosen - 1].exits
  }

  /// How a contact leaves the stage it is in if that was recorded; nil if it was not.
  @inline(never)
  func leaveAsRecorded(
    _ rule: UnsafePointer<StageRule>, _ contact: UnsafePointer<ContactRecord>, at time: Milliseconds
  ) -> Event? {
    guard let record = record(of: rule, contact) else { return nil }
    let number = contact.pointee.number
    let stage = contact.pointee.stage
    switch record.exit {
    case RecordedStageRule.unknown: return nil
    case RecordedStageRule.contained: return .contactContained(at: time, contact: number, stage: stage)
    case RecordedStageRule.passed:
      let stages = world.pointee.tables.channels[Int(contact.pointee.channel)].stageCount
      return Int(stage) + 1 < stages
        ? enterStage(stage + 1, contact, at: time) : .frontPassed(at: time, contact: number)
    default: return .contactDiverted(at: time, contact: number, channel: record.exit, stage: stage)
    }
  }

  /// What was recorded of a contact in a stage of the channel it came by; nil if nothing was.
  private func record(
    of rule: UnsafePointer<StageRule>, _ contact: UnsafePointer<ContactRecord>
  ) -> RecordedStageRule? {
    guard rule.pointee.firstRecord >= 0, contact.pointee.row != noContact else { return nil }
    let record = world.pointee.tables.stageRecords[Int(rule.pointee.firstRecord) + Int(contact.pointee.row)]
    return record.isKnown ? record : nil
  }
}
