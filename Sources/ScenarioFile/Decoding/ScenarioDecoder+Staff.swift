import ContactCentre
import DiscreteEvents
import Writing

extension ScenarioDecoder {
  /// When how many are rostered; `owner` is what a roster file calls the people.
  func staff(_ cursor: Cursor, _ context: Context, of owner: String) -> Staff {
    guard case .object(let members) = cursor.tree.value else {
      mismatch(cursor, wanted: "an object: heads by shift, byHour, csv or rotation", example: "{ earlies: 8 }")
      return .shifts([])
    }
    let special = members.filter { ScenarioFormat.reservedShiftNames.contains($0.name) }
    if let first = special.first, let other = members.first(where: { $0.name != first.name }) {
      let (upper, lower) = isAbove(first.namePlace, other.namePlace) ? (first, other) : (other, first)
      // Where shifts are to go, all of them are.
      let below = members.filter { isAbove(upper.namePlace, $0.namePlace) }.map { "\($0.name): null" }
      log.error(
        upper.namePlace, cursor.path.appending(upper.name), "“\(lower.name)” cannot stand beside “\(upper.name)”",
        below.isEmpty
          ? "say who is rostered in one way only, and give the others a team of their own"
          : "keep both by giving one a team of its own, or keep one: a patch removes a key by setting it to null, here "
            + below.joined(separator: ", "))
      return .shifts([])
    }
    switch special.first?.name {
    case "byHour":
      let fields = fields(cursor, ScenarioFormat.staffByHour)
      return .intervals(heads: Array(repeating: fields["byHour"].flatMap(heads) ?? [], count: 7))
    case "csv":
      let fields = fields(cursor, ScenarioFormat.staffFromFile)
      return fields["csv"].map { roster($0, context, of: owner) } ?? .shifts([])
    case "rotation":
      let fields = fields(cursor, ScenarioFormat.staffInRotation)
      return fields["rotation"].map { .rotation(rotation($0, context)) } ?? .shifts([])
    default:
      return .shifts(shiftHeads(cursor, context))
    }
  }

  private func heads(_ cursor: Cursor) -> [Int]? {
    elements(cursor, count: 24...24, noun: "numbers of heads", singular: "number of heads")?
      .map { whole($0, 0...Limits.heads) ?? 0 }
  }

  private func shiftHeads(_ cursor: Cursor, _ context: Context) -> [Staff.ShiftHeads] {
    dictionary(cursor, noun: "heads", limit: Limits.shifts).map { member in
      checkReference(member.name, member.namePlace, member.cursor.path, among: context.shiftNames, noun: "shift")
      return shiftHeads(of: member.name, member.cursor)
    }
  }

  /// Heads on each day, Monday first: one number for all, or by name, and none on days not named. A public holiday is as any
  /// such day unless it is named.
  private func shiftHeads(of shift: String, _ cursor: Cursor) -> Staff.ShiftHeads {
    var heads = Staff.ShiftHeads(shift: shift, heads: Array(repeating: 0, count: 7))
    switch cursor.tree.value {
    case .number: heads.heads = Array(repeating: whole(cursor, 0...Limits.heads) ?? 0, count: 7)
    case .object:
      for member in named(cursor, ScenarioFormat.weekdays + [ScenarioFormat.holiday], noun: "days") {
        let count = whole(member.cursor, 0...Limits.heads) ?? 0
        if member.index < 7 { heads.heads[member.index] = count } else { heads.holiday = count }
      }
    default: mismatch(cursor, wanted: "heads, or heads by day", example: "{ mon: 30, sat: 24 }")
    }
    return heads
  }

  private func rotation(_ cursor: Cursor, _ context: Context) -> Staff.Rotation {
    let fields = fields(cursor, ScenarioFormat.rotation)
    let days = fields["pattern"].flatMap { elements($0, count: 1...Limits.rotationDays, noun: "days") } ?? []
    let groups = fields["groups"].map { heads in
      dictionary(heads, noun: "groups", limit: Limits.rotationGroups).map { whole($0.cursor, 0...Limits.heads) ?? 0 }
    }
    if let cursor = fields["groups"], case .object(let written) = cursor.tree.value, written.isEmpty {
      log.error(cursor.place, cursor.path, "there is no group", "add one, for example A: 25")
    }
    if let cursor = fields["pattern"], let groups, !groups.isEmpty, !days.isEmpty, days.count % groups.count != 0 {
      log.warning(
        cursor.place, cursor.path,
        "a cycle of \(Quantity.counted(days.count, "day")) is not shared evenly by \(groups.count) groups",
        "some days have more people than others: give it a multiple of \(groups.count) days")
    }
    return Staff.Rotation(
      pattern: days.map { workOfDay($0, context) }, firstDay: fields["from"].flatMap(day) ?? 0, groups: groups ?? [])
  }

  /// The shift a group works on a day of its cycle, or nil where it rests.
  private func workOfDay(_ cursor: Cursor, _ context: Context) -> String? {
    if case .null = cursor.tree.value { return nil }
    guard let shift = name(cursor) else { return nil }
    checkReference(shift, cursor.place, cursor.path, among: context.shiftNames, noun: "shift")
    return shift
  }
}

extension ScenarioFormat {
  /// Keys of `staff` that are not names of shifts.
  static let reservedShiftNames = ["byHour", "csv", "rotation"]
}
