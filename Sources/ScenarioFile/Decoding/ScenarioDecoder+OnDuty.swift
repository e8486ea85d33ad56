import ContactCentre
import DiscreteEvents

/// What the tours of officers and dispatchers come to at one time: too few units for a reserve, an empty desk.
extension ScenarioDecoder {
  /// An empty desk is not worth a word if it is no likelier than this.
  private static let rareEmptyDesk = 0.001

  /// Notes grades for which more units are to be kept free than are ever on duty at once. O(tours of officers).
  func checkReserves(_ response: Response, in scenario: Scenario, _ cursor: Cursor) {
    for grade in response.grades where grade.leavesFree > 0 {
      guard let cursor = cursor.descendant(["grades", grade.id, "leavesFree"]) else { continue }
      let staffs = response.hubs.map { grade.attendedBy == .diary ? $0.diary : $0.officers }
      let minimums = grade.attendedBy == .diary ? [] : response.minimums
      func most(in days: Int) -> Int {
        StaffTours(staffs, in: scenario, days: days).mostUnits(singleCrewed: response.singleCrewed, minimums)
      }
      // A week shows that most reserves are right, and is soon looked through; what is wrong of a year takes all of it.
      if most(in: 7) > grade.leavesFree { continue }
      let units = most(in: .max)
      if units > grade.leavesFree { continue }
      log.error(
        cursor.place, cursor.path,
        "nobody attends this grade: at most \(units == 1 ? "1 unit is" : "\(units) units are") on duty at once",
        "leave fewer free")
    }
  }

  /// Warns of a desk that may have nobody at it because none of those rostered together turns up: nobody is brought in, as
  /// a desk has no minimum. `cursor` is that of its staff. O(tours of dispatchers).
  func warnOfEmptyDesk(_ desk: DispatchDesk, in scenario: Scenario, _ cursor: Cursor) {
    let attendance = desk.role.attendance ?? scenario.attendance
    if attendance.isFull { return }
    let tours = StaffTours([desk.staff], in: scenario)
    guard let worst = tours.likeliestAbsence(attendance, above: Self.rareEmptyDesk) else { return }
    let remedy: String
    if let heads = worst.headsForChance(Self.rareEmptyDesk) {
      remedy = "roster at least \(heads) at a time, or give the desk a role with a higher attendance: it has no minimum"
    } else {
      remedy = "give the desk a role with a higher attendance: it has no minimum"
    }
    log.warning(
      cursor.place, cursor.path,
      "with \(worst.heads) rostered at once, the chance that none of them turns up and nobody sends units is "
        + "\(NumberRange.plain((worst.chance * 1_000).rounded() / 10)) %",
      remedy)
  }
}

/// The tours for which some staffs are rostered, whether anybody comes or not.
private struct StaffTours {
  /// From when to when, since the first instant of the run.
  private struct Hours: Hashable {
    var start: Milliseconds
    var end: Milliseconds
  }

  private let plan: Plan
  /// By their hours, the heads of each staff.
  private var tours: [Hours: [Int]] = [:]

  /// The tours of `staffs` in the first `days` of the measured time of `scenario`, which is right. O(tours).
  init(_ staffs: [Staff], in scenario: Scenario, days: Int = .max) {
    var calendar = scenario.calendar
    // Tours begin while the run lasts. They are those of the plan that is simulated, so a plan is asked.
    calendar.days = min(days, calendar.days + Int((calendar.drain + .day - 1) / .day))
    if days < .max { calendar.warmUp = 0 }
    plan = Plan(toursOf: staffs, shifts: scenario.shifts, calendar: calendar)
    plan.forEachOfficerTour { staff, heads, start, end in
      tours[Hours(start: start, end: end), default: Array(repeating: 0, count: staffs.count)][staff] += heads
    }
  }

  /// The most units that all of them make at once, crewed as the force does; see ``UnitCrews``.
  ///
  /// If a share p of units have one officer, n officers of a hub make the whole number of units nearest to n/(2 - p). Whom
  /// a minimum brings in may be at any hub, each of which makes at most half a unit more than that share.
  func mostUnits(singleCrewed: Double, _ minimums: [Response.Minimum]) -> Int {
    let perUnit = 2 - singleCrewed
    return most { hours, heads in
      let least = minimums.lazy.filter { isTour(hours, of: $0.shift) }.map(\.officers).max() ?? 0
      if least <= heads.reduce(0, +) { return heads.reduce(0) { $0 + Int(Double($1) / perUnit + 0.5) } }
      return Int(Double(least) / perUnit + Double(heads.count { $0 > 0 }) / 2)
    }
  }

  /// Whether these are hours of a shift, as far as the run has them.
  private func isTour(_ hours: Hours, of shift: String) -> Bool {
    guard let number = plan.scenario.shifts.firstIndex(where: { $0.id == shift }),
      let start = plan.tourStart(shift: UInt16(number), end: hours.end)
    else { return false }
    return max(start, 0) == hours.start
  }

  /// The most there are at once of what `count` finds in each tour.
  private func most(_ count: (Hours, [Int]) -> Int) -> Int {
    var (now, most) = (0, 0)
    forEachChange { ending, starting in
      for hours in ending { now -= count(hours, tours[hours] ?? []) }
      for hours in starting { now += count(hours, tours[hours] ?? []) }
      most = max(most, now)
    }
    return most
  }

  /// Some people rostered at one time, and how likely it is that none of them turns up.
  struct Absence {
    var heads: Int
    var chance: Double
    /// The probability that somebody turns up who is rostered when fewest do.
    var attendance: Double

    /// How likely it is that none of `heads` turns up, each of whom does with a probability of `attendance`.
    static func chance(ofNoneAmong heads: Int, attendance: Double) -> Double {
      PortableMath.pow(1 - attendance, Double(heads))
    }

    /// The fewest people of whom it is no likelier than `limit` that nobody comes; nil if nobody ever comes, or hardly.
    func headsForChance(_ limit: Double) -> Int? {
      (0...Limits.heads).first { Self.chance(ofNoneAmong: $0, attendance: attendance) <= limit }
    }
  }

  /// When nobody is likeliest to be there though somebody is rostered; nil if that is nowhere likelier than `limit`.
  func likeliestAbsence(_ attendance: Attendance, above limit: Double) -> Absence? {
    var onDuty = Array(repeating: 0, count: attendance.byMonth.count)
    var worst: Absence?
    let zone = plan.scenario.calendar.zone
    forEachChange { ending, starting in
      func add(_ hours: Hours, _ sign: Int) {
        let month = zone.civilTime(at: plan.origin + hours.start).month - 1
        onDuty[month] += sign * (tours[hours] ?? []).reduce(0, +)
      }
      for hours in ending { add(hours, -1) }
      for hours in starting { add(hours, 1) }
      let heads = onDuty.reduce(0, +)
      guard heads > 0 else { return }
      let months = onDuty.indices.filter { onDuty[$0] > 0 }
      let chance = months.reduce(1.0) { chance, month in
        chance * Absence.chance(ofNoneAmong: onDuty[month], attendance: attendance.byMonth[month])
      }
      guard chance > max(limit, worst?.chance ?? 0) else { return }
      worst = Absence(
        heads: heads, chance: chance, attendance: months.map { attendance.byMonth[$0] }.min() ?? 0)
    }
    return worst
  }

  /// Hands over, instant by instant, the tours that end then and those that start.
  private func forEachChange(_ body: (_ ending: [Hours], _ starting: [Hours]) -> Void) {
    let ends = Dictionary(grouping: tours.keys, by: \.end)
    let starts = Dictionary(grouping: tours.keys, by: \.start)
    for instant in Set(ends.keys).union(starts.keys).sorted() {
      body(ends[instant] ?? [], starts[instant] ?? [])
    }
  }
}
