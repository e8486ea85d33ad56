import DiscreteEvents

/// The contacts of one channel by civil day and hour, and how much of those hours was recorded.
struct HourlyCounts: Sendable {
  /// One civil day.
  struct Day: Sendable {
    let dayNumber: Int
    /// 0 for January.
    let month: Int
    /// 0 for Monday.
    let weekday: Int
    var counts: [UInt32]
    /// For how much of an hour each hour of the day was recorded: the one that comes twice for two, the one that clocks pass
    /// over for none.
    let exposure: [Double]
    /// Whether all of the day was recorded.
    let isWhole: Bool
    /// Whether it is a holiday, which says nothing of its weekday.
    let isHoliday: Bool
  }

  /// All recorded hours of one month, weekday and hour of the day together, of which there is at least one. Holidays are not
  /// among them.
  struct Cell: Sendable {
    var month: Int
    var weekday: Int
    var hour: Int
    var count = 0.0
    /// How many such hours there were; one that comes twice is two.
    var exposure = 0.0
  }

  private(set) var days: [Day]
  let cells: [Cell]

  /// Months of which some hours were recorded.
  var monthsSeen: Int { Set(cells.map(\.month)).count }

  /// Days that are no holidays.
  var ordinaryDays: [Day] { days.filter { !$0.isHoliday } }

  /// Hours of them that were recorded.
  var exposedHours: Int { ordinaryDays.reduce(0) { $0 + $1.exposure.count { $0 > 0 } } }

  /// Contacts of the days that are whole.
  var countOfWholeDays: Int { days.filter(\.isWhole).reduce(0) { $0 + $1.counts.reduce(0) { $0 + Int($1) } } }

  /// The hours from `first` to `last`, both moments of records, but for those in `gaps` (counted from midnight of 1
  /// January 1970 by the wall clock of `zone`). Records of less than a day are taken for a day's: of an hour with one contact
  /// nobody knows that every hour has one. `holidays` are numbers of days.
  init(
    _ byDay: [Int: [UInt32]], from first: CivilTime, to last: CivilTime, gaps: Set<Int> = [],
    holidays: Set<Int> = [], zone: ZoneRules = .utc
  ) {
    let empty = [UInt32](repeating: 0, count: 24)
    let firstHour = first.dayNumber * 24 + Int(first.timeOfDay / .hour)
    let lastHour = max(firstHour + 23, last.dayNumber * 24 + Int(last.timeOfDay / .hour))
    days = (first.dayNumber...lastHour / 24).map { number in
      let civil = CivilTime(dayNumber: number)
      let showings = zone.showings(dayNumber: number, perDay: 24)
      let exposure = (0..<24).map { hour in
        let place = number * 24 + hour
        return (firstHour...lastHour).contains(place) && !gaps.contains(place) ? showings[hour] : 0
      }
      return Day(
        dayNumber: number, month: civil.month - 1, weekday: civil.weekday, counts: byDay[number] ?? empty,
        exposure: exposure, isWhole: exposure == showings, isHoliday: holidays.contains(number))
    }
    var cells = (0..<12 * 168).map { Cell(month: $0 / 168, weekday: $0 / 24 % 7, hour: $0 % 24) }
    for day in days where !day.isHoliday {
      for hour in 0..<24 where day.exposure[hour] > 0 {
        let index = (day.month * 7 + day.weekday) * 24 + hour
        cells[index].count += Double(day.counts[hour])
        cells[index].exposure += day.exposure[hour]
      }
    }
    self.cells = cells.filter { $0.exposure > 0 }
  }
}
