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
  /// Keys what is drawn about its handler, or officer.
  var key: RandomKey
  /// Whether its handler, or officer, turns up.
  var isPresent = true
  /// Of a tour's beginning that nobody works: whether the handler is only late.
  var isLate = false
  /// Whether its handler was brought in to make up a minimum.
  var isOnOvertime = false
  /// By how many per cent its handler takes longer over all work.
  var percentSlower: UInt8 = 0
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
///
/// Where a team has a ``Workforce``, so many of its posts are filled as there are people; where it has a minimum, whoever is
/// missing is brought in on overtime; where people are late, the beginning of a tour is a duty that nobody works, and the
/// rest another. All of it follows from the roster, the calendar and the handlers' own keys alone.
struct DutyRoster: ~Copyable {
  private let plan: Plan
  private let staffs: [StaffRules]
  /// The number of the first hub's response officers.
  private let firstHubStaff: Int
  private let crews: UnitCrews?
  /// Officers on tours that begin on the present day, not yet in units.
  private var officers: [Duty] = []
  private let shiftNumbers: [String: Int]
  /// Duties of the civil days made so far and not yet passed, sorted.
  private var duties: [Duty] = []
  private var position = 0
  /// What is left of tours whose handlers come after the end of the last day made.
  private var comingLater: [Duty] = []
  /// What holds for the staff whose day is being made.
  private var muster = Muster()
  /// How many of that staff have turned up for each shift that anybody is rostered for, if there is a minimum.
  private var turnout: [Int: Int] = [:]
  /// Each staff's named tours not yet made, the soonest last.
  private var rows: [[Staff.RosterRow]]
  /// The civil day to be made next.
  private var day: Int
  /// When the next duty begins; ``Calendar/never`` after the last.
  private(set) var nextMoment: Calendar.Moment = Calendar.never

  /// The roster from its beginning. `root` is the key of the replication.
  init(plan: Plan, root: RandomKey) {
    self.plan = plan
    staffs = Self.staffs(plan.scenario, root: root)
    firstHubStaff = staffs.count - 2 * (plan.scenario.response?.hubs.count ?? 0)
    crews = plan.scenario.response.map { UnitCrews($0, shifts: plan.scenario.shifts) }
    shiftNumbers = PlanTables.numbers(plan.scenario.shifts.map(\.id))
    // No shift is longer than a day, so no tour of two days ago is still under way.
    let first = plan.scenario.calendar.zone.civilTime(at: plan.origin).dayNumber
    day = first - 2
    rows = staffs.map { rules in
      guard case .roster(let rows) = rules.staff else { return [] }
      return rows.enumerated().sorted { ($0.element.start, $0.offset) > ($1.element.start, $1.offset) }.map(\.element)
    }
    makeOpenTours()
    while day <= first { makeDay() }
    sortDuties()
    if position < duties.count { refreshNext() } else { fillDuties() }
  }

  /// The staffs in the order of their numbers.
  private static func staffs(_ scenario: Scenario, root: RandomKey) -> [StaffRules] {
    let teamRoot = root.derived(named: "teams")
    let hubRoot = root.derived(named: "hubs")
    let attendance = scenario.attendance
    var staffs = scenario.teams.map { team in
      StaffRules(
        team.staff, key: teamRoot.derived(named: team.id), role: team.role, attendance: attendance,
        people: team.people,
        minimums: team.minimums.isEmpty
          ? [] : scenario.shifts.map { shift in team.minimums.first { $0.shift == shift.id }?.heads })
    }
    if let desk = scenario.response?.dispatchers {
      staffs.append(
        StaffRules(desk.staff, key: root.derived(named: "dispatchers"), role: desk.role, attendance: attendance))
    }
    for hub in scenario.response?.hubs ?? [] {
      let key = hubRoot.derived(named: hub.id)
      for (name, staff) in [("officers", hub.officers), ("diary", hub.diary)] {
        staffs.append(
          StaffRules(
            staff, key: key.derived(named: name), role: hub.role, attendance: attendance, canBeLate: false))
      }
    }
    return staffs
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
    takeComingLater()
    for (number, rules) in staffs.enumerated() {
      muster = rules.muster(on: day)
      switch rules.staff {
      case .shifts(let shifts): makeShifts(shifts, staff: number)
      case .intervals(let heads): makeIntervals(heads, staff: number)
      case .roster: makeRows(staff: number)
      case .rotation(let rotation): makeRotation(rotation, staff: number)
      }
      bringIn(staff: number)
    }
    day += 1
    makeUnits()
  }

  /// Takes those whose tours began on a day before and who come on the present one.
  private mutating func takeComingLater() {
    if comingLater.isEmpty { return }
    let end = instant(day + 1, 0)
    duties += comingLater.filter { $0.start < end }
    comingLater.removeAll { $0.start < end }
  }

  private mutating func makeUnits() {
    guard let crews, !officers.isEmpty else { return }
    duties += crews.units(of: officers, firstHubStaff: firstHubStaff)
    officers.removeAll(keepingCapacity: true)
  }

  private mutating func makeShifts(_ shifts: [Staff.ShiftHeads], staff: Int) {
    let weekday = CivilTime(dayNumber: day).weekday
    let isHoliday = plan.scenario.calendar.holidays.contains(day)
    for entry in shifts {
      let heads = isHoliday ? entry.holiday ?? entry.heads[weekday] : entry.heads[weekday]
      makeShift(entry.shift, posts: 0..<heads, staff: staff)
    }
  }

  /// Each group's heads are numbered on from those of the groups before it, so that each is somebody of its own.
  private mutating func makeRotation(_ rotation: Staff.Rotation, staff: Int) {
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
  private mutating func bringIn(staff: Int) {
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
    let shift = plan.scenario.shifts[number]
    return (instant(day, shift.start), instant(day, shift.start + shift.length))
  }

  /// The key of the heads that start a shift on the present day.
  private func shiftKey(_ number: Int, staff: Int) -> RandomKey {
    staffs[staff].key.derived(UInt64(bitPattern: Int64(day))).derived(named: plan.scenario.shifts[number].id)
  }

  // Staff by interval is a set of places, numbered from 1: place p is filled in every interval that needs at least p
  // heads, by one handler for as long as that stays so.

  private mutating func makeIntervals(_ posts: [[Int]], staff: Int) {
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
  private mutating func makeOpenTours() {
    for (number, rules) in staffs.enumerated() {
      guard !rules.startsAfresh, case .intervals(let heads) = rules.staff else { continue }
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
    let limit = staffs[staff].startsAfresh ? perDay - interval : 8 * perDay
    var length = 1
    while length < limit, self.heads(heads, day, interval + length) >= place { length += 1 }
    // A place filled in all of a week's intervals is filled for good.
    let isEndless = length >= 8 * perDay
    let key = staffs[staff].key.derived(UInt64(bitPattern: Int64(day))).derived(UInt64(interval))
      .derived(UInt64(place))
    add(
      start: start, end: isEndless ? ContactRecord.none : intervalStart(heads, day, interval + length), staff: staff,
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

  private mutating func makeRows(staff: Int) {
    // Tours may be of any length, so that those of long ago may still be under way: the first day made takes them all.
    let dayEnd = instant(day + 1, 0) + plan.origin
    while let row = rows[staff].last, row.start < dayEnd {
      rows[staff].removeLast()
      let key = staffs[staff].key.derived(named: row.handler).derived(UInt64(bitPattern: row.start))
      // A tour of long ago is made with those of the first day, but belongs to its own.
      muster.attendance = staffs[staff].attendance.share(
        on: plan.scenario.calendar.zone.civilTime(at: row.start).dayNumber)
      add(
        start: row.start - plan.origin, end: row.end - plan.origin, staff: staff, key: key,
        turnsUp: muster.turnsUp(key))
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
    start: Milliseconds, end: Milliseconds, staff: Int, shift: UInt16 = Event.noShift, turn: UInt16 = 0, key: RandomKey,
    turnsUp: Bool = true, isOnOvertime: Bool = false
  ) {
    // What is over before the run begins, or has no length (an hour the clocks skip), is no duty.
    let begins = max(start, 0)
    guard end > begins else { return }
    var duty = Duty(
      start: begins, end: end, staff: UInt16(staff), shift: shift, turn: turn, key: key, isPresent: turnsUp,
      isOnOvertime: isOnOvertime)
    if staff >= firstHubStaff {
      officers.append(duty)
      return
    }
    if turnsUp, !isOnOvertime {
      duty.percentSlower = muster.percentSlower(key)
      let comes = start + lateness(staff, key)
      // Somebody who would come after the end does not come.
      if comes >= end { duty.isPresent = false }
      if comes > begins, comes < end {
        var lost = duty
        (lost.end, lost.isPresent, lost.isLate) = (comes, false, true)
        duties.append(lost)
        duty.start = comes
        if comes >= instant(day + 1, 0) {
          comingLater.append(duty)
          return
        }
      }
    }
    duties.append(duty)
  }

  private func lateness(_ staff: Int, _ key: RandomKey) -> Milliseconds {
    guard let sampler = staffs[staff].lateness else { return 0 }
    var stream = key.stream(Purpose.lateForTour)
    return Milliseconds(seconds: sampler.draw(&stream), within: 0...(2 * .day))
  }
}
