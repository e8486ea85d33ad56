import DiscreteEvents

// Staff by interval is a set of places, numbered from 1: place p is filled in every interval that needs at least p
// heads, by one handler for as long as that stays so.
extension DutyRoster {
  mutating func makeIntervals(_ posts: [[Int]], staff: Int) {
    let heads = filled(posts, staff: staff)
    for interval in 0..<heads[0].count {
      let needed = self.heads(heads, day, interval)
      let startsAfresh = interval == 0 && staffs[staff].startsAfresh
      let before = startsAfresh ? 0 : self.heads(heads, day, interval - 1)
      for place in stride(from: before + 1, through: needed, by: 1) {
        makePlace(place, from: interval, heads, staff: staff, start: intervalStart(heads, day, interval))
      }
    }
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
          makePlace(place, from: 0, heads, staff: number, start: 0)
        }
      // Their tours come with the days they begin on, of which enough are made.
      case .shifts, .roster, .rotation: break
      }
    }
    makeUnits()
  }

  private mutating func makePlace(
    _ place: Int, from interval: Int, _ heads: [[Int]], staff: Int, start: Milliseconds
  ) {
    let perDay = heads[0].count
    let limit = staffs[staff].startsAfresh ? perDay - interval : 8 * perDay
    var length = 1
    while length < limit, self.heads(heads, day, interval + length) >= place { length += 1 }
    // A place filled in all of a week's intervals is filled for good.
    let isEndless = length >= 8 * perDay
    let key = staffs[staff].key.derived(UInt64(bitPattern: Int64(day))).derived(UInt64(interval))
      .derived(UInt64(place))
    add(
      start: start, end: isEndless ? Duty.endless : intervalStart(heads, day, interval + length), staff: staff,
      key: key, turnsUp: muster.turnsUp(key))
  }

  /// Heads needed in an interval counted from the start of `day`; the count may go beyond the day at either end.
  private func heads(_ heads: [[Int]], _ day: Int, _ interval: Int) -> Int {
    let perDay = heads[0].count
    let days = interval >= 0 ? interval / perDay : (interval - perDay + 1) / perDay
    return heads[CivilTime(dayNumber: day + days).weekday][interval - days * perDay]
  }

  private func intervalStart(_ heads: [[Int]], _ day: Int, _ interval: Int) -> Milliseconds {
    instant(day, Milliseconds(interval) * (.day / Milliseconds(heads[0].count)))
  }
}
