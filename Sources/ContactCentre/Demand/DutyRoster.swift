import DiscreteEvents

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
package struct DutyRoster: ~Copyable {
  let plan: Plan
  let staffs: [StaffRules]
  /// The number of the first hub's response officers.
  private let firstHubStaff: Int
  private let crews: UnitCrews?
  /// The numbers of the staffs whose duties are made.
  let made: Range<Int>
  /// Officers on tours that begin on the present day, not yet in units: one duty for all of a staff on one tour.
  private var officers: [Duty] = []
  let shiftNumbers: [String: Int]
  /// Duties of the civil days made so far and not yet passed, sorted.
  private var duties: [Duty] = []
  private var position = 0
  /// What is left of tours whose handlers come after the end of the last day made.
  private var comingLater: [Duty] = []
  /// Places that are filled once more after the clocks have gone back, on this day or a later one.
  var returns: [Return] = []
  /// What holds for the staff whose day is being made.
  var muster = Muster()
  /// How many of that staff have turned up for each shift that anybody is rostered for, if there is a minimum.
  var turnout: [Int: Int] = [:]
  /// Each staff's named tours not yet made, the soonest last.
  private var rows: [[Staff.RosterRow]]
  /// The civil day to be made next.
  var day: Int
  /// When the next duty begins; ``Calendar/never`` after the last.
  package private(set) var nextMoment: Calendar.Moment = Calendar.never

  /// A place by interval that the wall shows filled once more.
  struct Return {
    var start: Milliseconds
    var end: Milliseconds
    var staff: Int
    var key: RandomKey
  }

  /// The roster from its beginning. `root` is the key of the replication.
  ///
  /// Of `officersAlone` it has the hubs' officers and nobody else, with duties as rostered, in no units.
  package init(plan: Plan, root: RandomKey, officersAlone: Bool = false) {
    self.plan = plan
    staffs = StaffRules.all(of: plan.scenario, root: root)
    firstHubStaff = staffs.count - 2 * (plan.scenario.response?.hubs.count ?? 0)
    crews = officersAlone ? nil : plan.scenario.response.map { UnitCrews($0, shifts: plan.scenario.shifts) }
    made = (officersAlone ? firstHubStaff : 0)..<staffs.count
    shiftNumbers = PlanTables.numbers(plan.scenario.shifts.map(\.id))
    // No shift is longer than a day, so no tour of two days ago is still under way.
    let first = plan.scenario.calendar.zone.civilTime(at: plan.origin).dayNumber
    day = first - 2
    rows = staffs.map { rules in
      switch rules.staff {
      case .roster(let rows):
        rows.enumerated().sorted { ($0.element.start, $0.offset) > ($1.element.start, $1.offset) }.map(\.element)
      case .shifts, .intervals, .rotation: []
      }
    }
    makeOpenTours()
    while day <= first { makeDay() }
    sortDuties()
    if position < duties.count { refreshNext() } else { fillDuties() }
  }

  /// The duty that begins next. Only meaningful while there is one.
  package var next: Duty { duties[position] }

  /// The number of the hub whose unit works a duty; nil if a handler does.
  package func hub(of duty: Duty) -> UInt16? {
    Int(duty.staff) < firstHubStaff ? nil : UInt16((Int(duty.staff) - firstHubStaff) / 2)
  }

  /// Moves on to the duty after the next one.
  package mutating func advance() {
    position += 1
    if position < duties.count { refreshNext() } else { fillDuties() }
  }

  /// Moves past all duties that begin before `time`, and past the first `count` of those that begin then.
  package mutating func seek(to time: Milliseconds, passed count: UInt32) {
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
    // Nobody works a tour of a date that a place passed over (Apia, 30 December 2011). A place by interval that begins on it
    // and lasts beyond it is filled from where the next day begins.
    let isShown = instant(day, 0) < instant(day + 1, 0)
    for number in made {
      let rules = staffs[number]
      let isByInterval = if case .intervals = rules.staff { true } else { false }
      guard isShown || isByInterval else { continue }
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

  mutating func makeUnits() {
    guard !officers.isEmpty else { return }
    duties += crews?.units(of: officers, firstHubStaff: firstHubStaff) ?? officers
    officers.removeAll(keepingCapacity: true)
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
  func instant(_ day: Int, _ time: Milliseconds) -> Milliseconds {
    plan.scenario.calendar.zone.instant(of: CivilTime(dayNumber: day, plus: time)) - plan.origin
  }

  /// Heads 0, 1, 2, … take turns that fill the spread evenly however many they are: multiples of the golden ratio, less
  /// their whole part.
  static func turn(ofHead head: Int) -> UInt16 { UInt16(truncatingIfNeeded: head &* 40_503) }

  mutating func add(
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
      addOfficer(duty)
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

  /// One officer more, whose tour often is that of the last.
  private mutating func addOfficer(_ duty: Duty) {
    let last = officers.count - 1
    if last < 0 || officers[last].staff != duty.staff || officers[last].shift != duty.shift
      || officers[last].start != duty.start || officers[last].end != duty.end
    {
      officers.append(duty)
    }
    officers[officers.count - 1].officers += 1
    if duty.isPresent { officers[officers.count - 1].officersPresent += 1 }
  }

  private func lateness(_ staff: Int, _ key: RandomKey) -> Milliseconds {
    guard let sampler = staffs[staff].lateness else { return 0 }
    var stream = key.stream(Purpose.lateForTour)
    return Milliseconds(seconds: sampler.draw(&stream), within: 0...(2 * .day))
  }
}
