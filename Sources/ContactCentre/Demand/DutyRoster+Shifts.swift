import DiscreteEvents

// The duties of one day where staff is said by shift, or by turns of shifts.
extension DutyRoster {
  mutating func makeShifts(_ shifts: [Staff.ShiftHeads], staff: Int) {
    let weekday = CivilTime(dayNumber: day).weekday
    let isHoliday = plan.scenario.calendar.holidays.contains(day)
    for entry in shifts {
      makeShift(entry.shift, posts: 0..<entry.count(weekday: weekday, isHoliday: isHoliday), staff: staff)
    }
  }

  /// Each group's heads are numbered on from those of the groups before it, so that each is somebody of its own.
  mutating func makeRotation(_ rotation: Staff.Rotation, staff: Int) {
    let cycle = rotation.pattern.count
    var first = 0
    for (group, heads) in rotation.groups.enumerated() {
      let place = (day - rotation.firstDay + group * cycle / rotation.groups.count) % cycle
      if let shift = rotation.pattern[place < 0 ? place + cycle : place] {
        makeShift(shift, posts: first..<first + heads, staff: staff)
      }
      first += heads
    }
  }

  private mutating func makeShift(_ id: String, posts: Range<Int>, staff: Int) {
    guard let number = shiftNumbers[id], !posts.isEmpty else { return }
    let tour = tour(ofShift: number)
    let key = shiftKey(number, staff: staff)
    let heads = muster.filled(posts.count, key: key.derived(UInt64(posts.lowerBound)))
    var came = 0
    for index in 0..<heads {
      let head = posts.lowerBound + index
      // Who is there beyond the posts must be nobody of the next group.
      let isExtra = index >= posts.count
      let headKey = key.derived(
        isExtra ? Self.firstExtra + UInt64(posts.lowerBound) << 16 + UInt64(index) : UInt64(head))
      let turnsUp = muster.turnsUp(headKey)
      came += turnsUp ? 1 : 0
      add(
        start: tour.start, end: tour.end, staff: staff, shift: UInt16(number), turn: Self.turn(ofHead: head),
        key: headKey, turnsUp: turnsUp)
    }
    if !staffs[staff].minimums.isEmpty { turnout[number, default: 0] += came }
  }

  /// Brings in whoever is missing from the minimum of a shift for which anybody is rostered.
  mutating func bringIn(staff: Int) {
    if turnout.isEmpty { return }
    for (number, minimum) in staffs[staff].minimums.enumerated() {
      guard let minimum, let came = turnout[number] else { continue }
      let tour = tour(ofShift: number)
      let key = shiftKey(number, staff: staff)
      for head in stride(from: came, to: minimum, by: 1) {
        add(
          start: tour.start, end: tour.end, staff: staff, shift: UInt16(number), turn: Self.turn(ofHead: head),
          key: key.derived(Self.firstBroughtIn + UInt64(head)), isOnOvertime: true)
      }
    }
    turnout.removeAll(keepingCapacity: true)
  }

  // Beyond the numbers of rostered heads.
  private static let firstExtra: UInt64 = 1 << 40
  private static let firstBroughtIn: UInt64 = 1 << 41

  /// When a shift begins and ends that begins on the present day.
  private func tour(ofShift number: Int) -> (start: Milliseconds, end: Milliseconds) {
    let tour = plan.scenario.shifts[number].tour(startingOn: day, in: plan.scenario.calendar.zone)
    return (tour.start - plan.origin, tour.end - plan.origin)
  }

  /// The key of the heads that start a shift on the present day.
  private func shiftKey(_ number: Int, staff: Int) -> RandomKey {
    staffs[staff].key.derived(UInt64(bitPattern: Int64(day))).derived(named: plan.scenario.shifts[number].id)
  }
}
