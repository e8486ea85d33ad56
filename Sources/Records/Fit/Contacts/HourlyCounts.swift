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
    /// How busy the day should be beside the mean of all, because contacts grow or fall from day to day; 1 unless that was
    /// learned.
    var level = 1.0
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
    /// How many such hours there were; one that comes twice is two, and one of a day twice as busy as the mean as well.
    var exposure = 0.0
  }

  private(set) var days: [Day]
  private(set) var cells: [Cell]

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
    cells = Self.cells(of: days)
  }

  private static func cells(of days: [Day]) -> [Cell] {
    var cells = (0..<12 * 168).map { Cell(month: $0 / 168, weekday: $0 / 24 % 7, hour: $0 % 24) }
    for day in days where !day.isHoliday {
      for hour in 0..<24 where day.exposure[hour] > 0 {
        let index = (day.month * 7 + day.weekday) * 24 + hour
        cells[index].count += Double(day.counts[hour])
        cells[index].exposure += day.exposure[hour] * day.level
      }
    }
    return cells.filter { $0.exposure > 0 }
  }

  /// The same counts, of days that should grow by the factor exp(`slope`) from each to the next. The mean level of the hours
  /// recorded, but for those of holidays, is 1.
  func growing(by slope: Double) -> HourlyCounts {
    guard let first = days.first?.dayNumber else { return self }
    let middle = Double(days.count - 1) / 2
    func level(_ day: Day) -> Double { PortableMath.exp(slope * (Double(day.dayNumber - first) - middle)) }
    var (hours, sum) = (0.0, 0.0)
    for day in ordinaryDays {
      let recorded = day.exposure.reduce(0, +)
      hours += recorded
      sum += recorded * level(day)
    }
    guard sum > 0 else { return self }
    var grown = self
    for index in days.indices { grown.days[index].level = level(days[index]) * hours / sum }
    grown.cells = Self.cells(of: grown.days)
    return grown
  }
}
