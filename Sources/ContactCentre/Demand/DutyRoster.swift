import DiscreteEvents

/// One handler's, or unit's, tour as rostered.
struct Duty {
  /// Since the first instant of the run; never before it.
  var start: Milliseconds
  /// ``ContactRecord/none`` if it never ends.
  var end: Milliseconds
  /// The staff it belongs to: see ``DutyRoster``.
  var staff: UInt16
  /// The shift it follows, or ``Event/noShift``.
  var shift: UInt16
  /// When in the spread of the shift's breaks its handler's turn is, in 65,536ths.
  var turn: UInt16
  /// Keys whether its handler, or officer, turns up.
  var key: RandomKey
  /// Who is in the unit; not used of a handler.
  var crew = UnitCrew(bits: 0)
}

/// What the force has rostered: every duty, in order of start, then of staff, then as the staff is listed.
///
/// Staffs are numbered: the teams, the dispatchers' desk if there is one, then each hub's response officers and diary
/// officers. Officers become units when their tour starts: see ``UnitCrews``.
///
/// Duties are made a civil day at a time, so memory is for one day's. A tour under way at the first instant of the run
/// begins there, with the rest of its length. Tours are laid out by the wall clock: on the night the clocks go back, one
/// from 23:00 to 07:00 lasts nine hours.
struct DutyRoster: ~Copyable {
  private let plan: Plan
  private let staffs: [Staff]
  /// The key of each staff.
  private let keys: [RandomKey]
  /// The number of the first hub's response officers.
  private let firstHubStaff: Int
  private let crews: UnitCrews?
  /// Officers on tours that begin on the present day, not yet in units.
  private var officers: [Duty] = []
  private let shiftNumbers: [String: Int]
  /// Duties of the civil days made so far and not yet passed, sorted.
  private var duties: [Duty] = []
  private var position = 0
  /// Each staff's named tours not yet made, the soonest last.
  private var rows: [[Staff.RosterRow]]
  /// The civil day to be made next.
  private var day: Int
  /// When the next duty begins; ``Calendar/never`` after the last.
  private(set) var nextMoment: Calendar.Moment = Calendar.never

  /// The roster from its beginning. `root` is the key of the replication.
  init(plan: Plan, root: RandomKey) {
    self.plan = plan
    let scenario = plan.scenario
    let teamRoot = root.derived(named: "teams")
    let hubRoot = root.derived(named: "hubs")
    var staffs = scenario.teams.map(\.staff)
    var keys = scenario.teams.map { teamRoot.derived(named: $0.id) }
    if let desk = scenario.response?.dispatchers {
      staffs.append(desk.staff)
      keys.append(root.derived(named: "dispatchers"))
    }
    firstHubStaff = staffs.count
    for hub in scenario.response?.hubs ?? [] {
      staffs += [hub.officers, hub.diary]
      keys += ["officers", "diary"].map { hubRoot.derived(named: hub.id).derived(named: $0) }
    }
    self.staffs = staffs
    self.keys = keys
    crews = scenario.response.map { UnitCrews($0, shifts: scenario.shifts, attendance: scenario.attendance) }
    shiftNumbers = PlanTables.numbers(plan.scenario.shifts.map(\.id))
    // No shift is longer than a day, so no tour of two days ago is still under way.
    let first = plan.scenario.calendar.zone.civilTime(at: plan.origin).dayNumber
    day = first - 2
    rows = staffs.map { staff in
      guard case .roster(let rows) = staff else { return [] }
      return rows.enumerated().sorted { ($0.element.start, $0.offset) > ($1.element.start, $1.offset) }.map(\.element)
    }
    makeOpenTours()
    while day <= first { makeDay() }
    sortDuties()
    if position < duties.count { refreshNext() } else { fillDuties() }
  }

  /// The duty that begins next. Only meaningful while there is one.
  var next: Duty { duties[position] }

  /// The number of the hub whose unit works a duty; nil if a handler does.
  func hub(of duty: Duty) -> UInt16? {
    Int(duty.staff) < firstHubStaff ? nil : UInt16((Int(duty.staff) - firstHubStaff) / 2)
  }

  /// Moves on to the duty after the next one.
  mutating func advance() {
    position += 1
    if position < duties.count { refreshNext() } else { fillDuties() }
  }

  /// Moves past all duties that begin before `time`, and past the first `count` of those that begin then.
  mutating func seek(to time: Milliseconds, passed count: UInt32) {
    var left = count
    while nextMoment != Calendar.never {
      let start = Calendar.time(of: nextMoment)
      if start > time || (start == time && left == 0) { return }
      if start == time { left -= 1 }
      advance()
    }
  }

  private mutating func refreshNext() {
    let start = duties[position].start
    nextMoment = start < plan.end ? Calendar.moment(start, rank: Rank.signOn) : Calendar.never
  }

  private mutating func fillDuties() {
    duties.removeAll(keepingCapacity: true)
    position = 0
    let zone = plan.scenario.calendar.zone
    while duties.isEmpty {
      guard zone.instant(of: CivilTime(dayNumber: day)) - plan.origin < plan.end else {
        nextMoment = Calendar.never
        return
      }
      makeDay()
      sortDuties()
    }
    refreshNext()
  }

  /// By start, then by staff; Swift's sort is stable, so duties of one staff keep the order they were made in.
  private mutating func sortDuties() {
    duties.sort { ($0.start, $0.staff) < ($1.start, $1.staff) }
  }

  /// Makes the duties that begin on the present day, and turns to the next.
  private mutating func makeDay() {
    for (number, staff) in staffs.enumerated() {
      switch staff {
      case .shifts(let shifts): makeShifts(shifts, staff: number)
      case .intervals(let heads): makeIntervals(heads, staff: number)
      case .roster: makeRows(staff: number)
      case .rotation(let rotation): makeRotation(rotation, staff: number)
      }
    }
    day += 1
    makeUnits()
  }

  private mutating func makeUnits() {
    guard let crews, !officers.isEmpty else { return }
    duties += crews.units(of: officers, firstHubStaff: firstHubStaff)
    officers.removeAll(keepingCapacity: true)
  }

  private mutating func makeShifts(_ shifts: [Staff.ShiftHeads], staff: Int) {
    let weekday = CivilTime(dayNumber: day).weekday
    for entry in shifts { makeShift(entry.shift, heads: 0..<entry.heads[weekday], staff: staff) }
  }

  /// Each group's heads are numbered on from those of the groups before it, so that each is somebody of its own.
  private mutating func makeRotation(_ rotation: Staff.Rotation, staff: Int) {
    let cycle = rotation.pattern.count
    var first = 0
    for (group, heads) in rotation.groups.enumerated() {
      let place = (day - rotation.firstDay + group * cycle / rotation.groups.count) % cycle
      if let shift = rotation.pattern[place < 0 ? place + cycle : place] {
        makeShift(shift, heads: first..<first + heads, staff: staff)
      }
      first += heads
    }
  }

  private mutating func makeShift(_ id: String, heads: Range<Int>, staff: Int) {
    guard let number = shiftNumbers[id] else { return }
    let shift = plan.scenario.shifts[number]
    let start = instant(day, shift.start)
    let end = instant(day, shift.start + shift.length)
    let key = keys[staff].derived(UInt64(bitPattern: Int64(day))).derived(named: shift.id)
    for head in heads {
      add(
        start: start, end: end, staff: staff, shift: UInt16(number), turn: Self.turn(ofHead: head),
        key: key.derived(UInt64(head)))
    }
  }

  // Staff by interval is a set of places, numbered from 1: place p is filled in every interval that needs at least p
  // heads, by one handler for as long as that stays so.

  private mutating func makeIntervals(_ heads: [[Int]], staff: Int) {
    for interval in 0..<heads[0].count {
      let needed = self.heads(heads, day, interval)
      // Where attendance is drawn, each day is a tour of its own: a place is not lost for good by one absence.
      let startsAfresh = interval == 0 && plan.scenario.attendance < 1
      let before = startsAfresh ? 0 : self.heads(heads, day, interval - 1)
      for place in stride(from: before + 1, through: needed, by: 1) {
        makePlace(place, from: interval, heads, staff: staff, start: intervalStart(heads, day, interval))
      }
    }
  }

  /// Places filled when the run begins, by tours that began on days before those that are made.
  private mutating func makeOpenTours() {
    guard plan.scenario.attendance >= 1 else { return }
    for (number, staff) in staffs.enumerated() {
      guard case .intervals(let heads) = staff else { continue }
      let places = min(self.heads(heads, day, 0), self.heads(heads, day, -1))
      for place in stride(from: 1, through: places, by: 1) {
        makePlace(place, from: 0, heads, staff: number, start: 0)
      }
    }
    makeUnits()
  }

  private mutating func makePlace(
    _ place: Int, from interval: Int, _ heads: [[Int]], staff: Int, start: Milliseconds
  ) {
    let perDay = heads[0].count
    let limit = plan.scenario.attendance < 1 ? perDay - interval : 8 * perDay
    var length = 1
    while length < limit, self.heads(heads, day, interval + length) >= place { length += 1 }
    // A place filled in all of a week's intervals is filled for good.
    let isEndless = length >= 8 * perDay
    add(
      start: start, end: isEndless ? ContactRecord.none : intervalStart(heads, day, interval + length), staff: staff,
      key: keys[staff].derived(UInt64(bitPattern: Int64(day))).derived(UInt64(interval)).derived(UInt64(place)))
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

  private mutating func makeRows(staff: Int) {
    // Tours may be of any length, so that those of long ago may still be under way: the first day made takes them all.
    let dayEnd = instant(day + 1, 0) + plan.origin
    while let row = rows[staff].last, row.start < dayEnd {
      rows[staff].removeLast()
      let key = keys[staff].derived(named: row.handler).derived(UInt64(bitPattern: row.start))
      add(start: row.start - plan.origin, end: row.end - plan.origin, staff: staff, key: key)
    }
  }

  /// When the wall shows `time` after midnight of `day`, since the first instant of the run.
  private func instant(_ day: Int, _ time: Milliseconds) -> Milliseconds {
    let days = Int(time / .day)
    let civil = CivilTime(dayNumber: day + days, timeOfDay: time - Milliseconds(days) * .day)
    return plan.scenario.calendar.zone.instant(of: civil) - plan.origin
  }

  /// Heads 0, 1, 2, … take turns that fill the spread evenly however many they are: multiples of the golden ratio, less
  /// their whole part.
  static func turn(ofHead head: Int) -> UInt16 { UInt16(truncatingIfNeeded: head &* 40_503) }

  private mutating func add(
    start: Milliseconds, end: Milliseconds, staff: Int, shift: UInt16 = Event.noShift, turn: UInt16 = 0, key: RandomKey
  ) {
    // What is over before the run begins, or has no length (an hour the clocks skip), is no duty.
    guard end > max(start, 0) else { return }
    let duty = Duty(start: max(start, 0), end: end, staff: UInt16(staff), shift: shift, turn: turn, key: key)
    if staff < firstHubStaff { duties.append(duty) } else { officers.append(duty) }
  }
}
