import ContactCentre
import DiscreteEvents
import Writing

extension ScenarioDecoder {
  func shifts(_ cursor: Cursor) -> [Shift] {
    dictionary(cursor, noun: "shifts", limit: Limits.shifts).map { member in
      if ScenarioFormat.reservedShiftNames.contains(member.name) {
        log.error(
          member.namePlace, member.cursor.path, "a shift cannot be called “\(member.name)”",
          "choose another name: in staff, this one means something else")
      }
      let fields = fields(member.cursor, ScenarioFormat.shift)
      let length = milliseconds(fields, "length", default: 0)
      return Shift(
        id: member.name, start: fields["start"].flatMap(clock) ?? 0, length: length,
        breaks: fields["breaks"].map { breaks($0, shiftLength: length) } ?? [])
    }
  }

  private func breaks(_ cursor: Cursor, shiftLength: Milliseconds) -> [Shift.Break] {
    let elements = elements(cursor, count: 0...Limits.breaks, noun: "breaks") ?? []
    var breaks: [(value: Shift.Break, cursor: Cursor)] = []
    for element in elements {
      let fields = fields(element, ScenarioFormat.shiftBreak)
      let value = Shift.Break(
        after: milliseconds(fields, "after", default: 0), length: milliseconds(fields, "length", default: 0),
        spread: milliseconds(fields, "spread", default: 0), cover: whole(fields, "cover", default: 0))
      // A shift whose own length is wrong has none to compare with.
      if shiftLength > 0, value.after + value.spread + value.length > shiftLength {
        log.error(
          element.place, element.path, "this break ends after the shift does",
          "let after, spread and length come to at most \(DurationText.written(shiftLength))")
      }
      breaks.append((value, element))
    }
    breaks.sort { $0.value.after < $1.value.after }
    for (first, second) in zip(breaks, breaks.dropFirst()) where first.value.overlaps(second.value) {
      log.error(
        second.cursor.place, second.cursor.path, "this break begins before another has ended",
        "let breaks follow one another, whoever's turn it is")
    }
    return breaks.map(\.value)
  }

  func teams(_ cursor: Cursor, _ context: Context) -> [Team] {
    dictionary(cursor, noun: "teams", limit: Limits.teams).map { member in
      let fields = fields(member.cursor, ScenarioFormat.team)
      let concurrency = whole(fields, "concurrency", default: 1)
      let terms = terms(fields, context)
      let staff = fields["staff"].map { self.staff($0, context, of: member.name) } ?? .shifts([])
      if !staff.hasPosts, let people = fields["people"] {
        log.error(
          people.place, people.path, "a roster of named people leaves no post open", "leave people out, or give heads")
      }
      return Team(
        id: member.name, answers: fields["answers"].map { answers($0, context) } ?? [], concurrency: concurrency,
        slowdown: slowdown(fields, concurrency: concurrency), staff: staff, costPerHour: terms.costPerHour,
        role: terms.role, people: fields["people"].map { workforce($0, context) },
        minimums: fields["minimum"].map { teamMinimums($0, of: staff, context) } ?? [],
        site: fields["site"] == nil ? nil : reference(fields, "site", among: context.siteNames, noun: "site"))
    }
  }

  private func answers(_ cursor: Cursor, _ context: Context) -> [String] {
    references(cursor, among: context.channelNames, count: 1...Limits.channels, noun: "channel")
  }

  private func slowdown(_ fields: Fields, concurrency: Int) -> [Double] {
    let flat = [Double](repeating: 1, count: concurrency)
    guard let cursor = fields["slowdown"] else { return flat }
    guard let elements = elements(cursor, count: 1...Limits.concurrency, noun: "factors") else { return flat }
    guard elements.count == concurrency else {
      log.error(
        cursor.place, cursor.path,
        "this list has \(Quantity.counted(elements.count, "factor")), and concurrency is \(concurrency)",
        "give one factor for each number of chats held: \(concurrency)")
      return flat
    }
    return elements.map { number($0, .positive(to: Limits.slowdown)) ?? 1 }
  }
}

extension Shift.Break {
  /// Whether a later break begins before this one ends, for a handler whose turn is first or last. A handler's turn is
  /// equally far into the spread of every break, so if neither of those two is in two breaks at once, nobody is.
  fileprivate func overlaps(_ later: Shift.Break) -> Bool {
    after + length > later.after || after + spread + length > later.after + later.spread
  }
}
