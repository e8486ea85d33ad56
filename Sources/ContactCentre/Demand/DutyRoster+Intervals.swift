import DiscreteEvents

// Staff by interval is a set of places, numbered from 1: place p is filled in every interval that needs at least p
// heads, by one handler for as long as that stays so. Whoever the wall shows no need of goes, also where it has gone back:
// one needed until 01:30 goes at 01:30, and somebody else comes when it shows 01:00 again, until it shows 01:30 again.
extension DutyRoster {
  mutating func makeIntervals(_ posts: [[Int]], staff: Int) {
    let heads = filled(posts, staff: staff)
    for interval in 0..<heads[0].count {
      let needed = self.heads(heads, day, interval)
      let startsAfresh = interval == 0 && staffs[staff].startsAfresh
      let before = startsAfresh ? 0 : self.heads(heads, day, interval - 1)
      for place in stride(from: before + 1, through: needed, by: 1) {
        makePlace(place, from: interval, heads, staff: staff)
      }
    }
    takeReturns(staff: staff)
  }

  /// The heads there are on the present day for the posts of a week, every interval filled in like measure.
  private func filled(_ posts: [[Int]], staff: Int) -> [[Int]] {
    guard muster.filledShare != nil else { return posts }
    let key = staffs[staff].key.derived(UInt64(bitPattern: Int64(day)))
    var heads = posts
    let weekday = CivilTime(dayNumber: day).weekday
    heads[weekday] = posts[weekday].map { muster.filled($0, key: key) }
    return heads
  }

  /// Places filled when the run begins, by tours that began on days before those that are made.
  mutating func makeOpenTours() {
    for number in made where !staffs[number].startsAfresh {
      switch staffs[number].staff {
      case .intervals(let heads):
        let places = min(self.heads(heads, day, 0), self.heads(heads, day, -1))
        for place in stride(from: 1, through: places, by: 1) {
          makePlace(place, from: 0, heads, staff: number, isOpen: true)
        }
      // Their tours come with the days they begin on, of which enough are made.
      case .shifts, .roster, .rotation: break
      }
    }
    makeUnits()
  }

  /// One that `isOpen` is filled when the run begins, wherever that is in it.
  private mutating func makePlace(
    _ place: Int, from interval: Int, _ heads: [[Int]], staff: Int, isOpen: Bool = false
  ) {
    let perDay = heads[0].count
    let limit = staffs[staff].startsAfresh ? perDay - interval : 8 * perDay
    var length = 1
    while length < limit, self.heads(heads, day, interval + length) >= place { length += 1 }
    // A place filled in all of a week's intervals is filled for good.
    let isEndless = length >= 8 * perDay
    let key = staffs[staff].key.derived(UInt64(bitPattern: Int64(day))).derived(UInt64(interval))
      .derived(UInt64(place))
    let shown = plan.scenario.calendar.zone.stretches(
      showing: local(interval, perDay: perDay)..<local(interval + length, perDay: perDay))
    for (number, stretch) in shown.enumerated() {
      let end = isEndless ? Duty.endless : stretch.upperBound - plan.origin
      if number == 0 {
        add(
          start: isOpen ? 0 : stretch.lowerBound - plan.origin, end: end, staff: staff, key: key,
          turnsUp: muster.turnsUp(key))
      } else {
        returns.append(
          Return(start: stretch.lowerBound - plan.origin, end: end, staff: staff, key: key.derived(UInt64(number))))
      }
      if isEndless { return }
    }
  }

  /// Adds the places of the staff that are filled once more on the present day, because the clocks have gone back.
  private mutating func takeReturns(staff: Int) {
    if returns.isEmpty { return }
    let dayEnd = instant(day + 1, 0)
    for place in returns where place.staff == staff && place.start < dayEnd {
      add(start: place.start, end: place.end, staff: staff, key: place.key, turnsUp: muster.turnsUp(place.key))
    }
    returns.removeAll { $0.staff == staff && $0.start < dayEnd }
  }

  /// Heads needed in an interval counted from the start of `day`; the count may go beyond the day at either end.
  private func heads(_ heads: [[Int]], _ day: Int, _ interval: Int) -> Int {
    let perDay = heads[0].count
    let days = interval >= 0 ? interval / perDay : (interval - perDay + 1) / perDay
    return heads[CivilTime(dayNumber: day + days).weekday][interval - days * perDay]
  }

  /// When an interval begins, counted from the start of `day`: since 1 January 1970 by the clock.
  private func local(_ interval: Int, perDay: Int) -> Milliseconds {
    Milliseconds(day) * .day + Milliseconds(interval) * (.day / Milliseconds(perDay))
  }
}
