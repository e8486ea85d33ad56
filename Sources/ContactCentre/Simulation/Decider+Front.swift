import DiscreteEvents

// What only some scenarios have before the queue: callers who are recognised, and stages in which something is chosen.
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

  /// A contact enters a stage and chooses one of its options, or none.
  @inline(never)
  func chooseOption(
    _ rule: UnsafePointer<StageRule>, in stage: UInt8, _ contact: UnsafePointer<ContactRecord>, at time: Milliseconds
  ) -> Event {
    let options = UnsafePointer(world.pointee.tables.options + rule.pointee.firstOption)
    let share = drawUniform(contact, Purpose.stageOption(stage))
    let chosen = (0..<rule.pointee.optionCount).first { share < options[$0].upTo }
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
    if rule.pointee.optionCount == 0 { return rule.pointee.exits }
    let chosen = Int(contact.pointee.option)
    guard chosen > 0, chosen <= rule.pointee.optionCount else { return rule.pointee.exits }
    return world.pointee.tables.options[rule.pointee.firstOption + chosen - 1].exits
  }
}
