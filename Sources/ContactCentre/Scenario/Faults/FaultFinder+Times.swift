import DiscreteEvents

// When things are: instants and days there are, ends after beginnings, and what comes in order.
extension FaultFinder {
  mutating func findWrongTimes() {
    findWrongCalendar()
    for shift in scenario.shifts { findWrongTimes(of: shift, ["shifts", shift.id]) }
    for site in scenario.sites {
      for (number, closure) in site.closures.enumerated() {
        stretch(closure.from, closure.to, ["sites", site.id, "closed", String(number)])
      }
    }
    for (keys, profile) in scenario.placedProfiles {
      for factor in profile.factors { stretch(factor.from, factor.to, keys + ["factors", factor.name]) }
      for message in profile.messages {
        for (number, time) in message.at.enumerated() {
          let keys = keys + ["messages", message.name, "at", String(number)]
          whole(time.weekday, 0...6, keys)
          timeOfDay(time.timeOfDay, keys)
        }
      }
    }
    for (keys, book) in scenario.placedBooks { findWrongTimes(of: book, keys) }
    for (keys, rows) in scenario.placedTraces { findWrongTimes(of: rows, keys) }
    for (keys, staff) in scenario.placedStaffs {
      switch staff {
      case .roster(let tours): findWrongTimes(of: tours, keys)
      case .rotation(let rotation): day(rotation.firstDay, keys + ["rotation", "from"])
      case .shifts, .intervals: break
      }
    }
  }

  private mutating func findWrongCalendar() {
    let calendar = scenario.calendar
    let faultCount = faults.count
    let margin = 0...Milliseconds(seconds: Limits.margin, within: 0...Milliseconds.max)
    instant(calendar.start, ["calendar", "start"])
    whole(calendar.days, 1...Limits.days, ["calendar", "days"])
    time(calendar.warmUp, margin, ["calendar", "warmUp"])
    time(calendar.drain, margin, ["calendar", "drain"])
    let step = Limits.intervalStep
    if calendar.interval < step || calendar.interval % step != 0 || .day % calendar.interval != 0 {
      note(
        ["calendar", "interval"], "a day does not divide into intervals of \(calendar.interval) milliseconds",
        "give a multiple of 5 minutes that divides 24 hours")
    }
    for holiday in calendar.holidays { day(holiday, ["calendar", "holidays"]) }
    let changes = calendar.zone.transitions
    if zip(changes, changes.dropFirst()).contains(where: { $0.instant >= $1.instant }) {
      note(["calendar", "timeZone"], "changes of the clocks are not in order of time", "list the earliest first")
    }
    if ([calendar.zone.initialOffset] + changes.map(\.offset)).contains(where: {
      !(-Milliseconds.day...(.day)).contains($0)
    }) {
      note(["calendar", "timeZone"], "clocks are more than a day from UTC", "give offsets in milliseconds")
    }
    // With numbers out of range an end could not be reckoned.
    if hasRoom, faults.count == faultCount, calendar.endsTooLate {
      note(["calendar", "days"], ScenarioCalendar.endsTooLateMessage, ScenarioCalendar.endsTooLateRemedy)
    }
  }

  private mutating func findWrongTimes(of shift: Shift, _ keys: [String]) {
    timeOfDay(shift.start, keys + ["start"])
    time(shift.length, 1...(.day), keys + ["length"])
    for (number, pause) in shift.breaks.enumerated() {
      let keys = keys + ["breaks", String(number)]
      time(pause.after, 0...(.day), keys + ["after"])
      time(pause.length, 0...(.day), keys + ["length"])
      time(pause.spread, 0...(.day), keys + ["spread"])
      whole(pause.cover, 0...Limits.heads, keys + ["cover"])
    }
    if zip(shift.breaks, shift.breaks.dropFirst()).contains(where: { $0.after > $1.after }) {
      note(keys + ["breaks"], "the breaks are not in order of time", "list the earliest first")
    }
  }

  private mutating func findWrongTimes(of book: AppointmentBook, _ keys: [String]) {
    timeOfDay(book.from, keys + ["from"])
    time(book.to, 0...(.day), keys + ["to"])
    if book.to <= book.from {
      note(keys + ["to"], "this is not later than “from”", "give the end of the last appointment of a day")
    }
    if book.every < .minute || book.every > .day || book.every % .minute != 0 {
      note(
        keys + ["every"], "appointments cannot be made every \(book.every) milliseconds",
        "give a whole number of minutes, up to a day")
    }
    time(book.earliness, 0...(.day), keys + ["earliness"])
  }

  private mutating func findWrongTimes(of rows: [TraceRow], _ keys: [String]) {
    for (number, row) in rows.enumerated() where !Limits.instants.contains(row.time) && hasRoom {
      instant(row.time, keys + [String(number), "time"])
    }
    if let number = zip(rows, rows.dropFirst()).enumerated().first(where: { $0.element.0.time > $0.element.1.time }) {
      note(
        keys + [String(number.offset + 1), "time"], "the rows are not in order of time", "sort them, earliest first")
    }
  }

  private mutating func findWrongTimes(of tours: [Staff.RosterRow], _ keys: [String]) {
    var areRight = true
    for (number, tour) in tours.enumerated() where hasRoom {
      let keys = keys + [String(number)]
      guard instant(tour.start, keys + ["start"]), instant(tour.end, keys + ["end"]) else {
        areRight = false
        continue
      }
      if tour.handler.isEmpty { note(keys + ["handler"], "nobody is named", "name the handler") }
      if tour.end <= tour.start {
        note(keys + ["end"], "this tour ends before it begins", "let the end follow the start")
      } else if tour.end - tour.start > Limits.tour {
        note(
          keys + ["end"], "this tour is longer than \(Limits.tour / .hour) hours", "split it, or check its dates")
      }
    }
    guard areRight else { return }
    let sorted = tours.sorted { ($0.handler, $0.start) < ($1.handler, $1.start) }
    for (first, second) in zip(sorted, sorted.dropFirst())
    where first.handler == second.handler && second.start < first.end {
      note(
        keys, "“\(second.handler.prefix(60))” has a tour that begins before another has ended",
        "let one person's tours follow one another")
    }
  }

  /// A stretch of time.
  private mutating func stretch(_ from: Milliseconds, _ to: Milliseconds, _ keys: [String]) {
    guard instant(from, keys + ["from"]), instant(to, keys + ["to"]) else { return }
    if to <= from { note(keys + ["to"], "this is not later than “from”", "give the earlier of the two as from") }
  }
}
