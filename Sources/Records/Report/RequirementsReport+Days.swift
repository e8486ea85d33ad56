import DiscreteEvents
import Erlang
import Writing

/// The intervals of one day of the calendar.
struct RequirementDay {
  /// Its midnight.
  let date: CivilTime
  let intervals: [IntervalRequirement]
}

extension StaffingRequirements {
  /// The intervals by the day on which they begin, earliest first.
  var byDay: [RequirementDay] {
    Dictionary(grouping: intervals) { $0.volume.start.dayNumber }.sorted { $0.key < $1.key }.map {
      RequirementDay(date: CivilTime(dayNumber: $0.key), intervals: $0.value)
    }
  }
}

/// Heads by time of day and day of a week: rostered where that is asked, required otherwise.
struct RequirementGrid {
  private let days: [RequirementDay]
  private let dates: IntervalDates

  init(_ days: [RequirementDay], _ dates: IntervalDates) {
    self.days = days
    self.dates = dates
  }

  /// A row for every time of day at which an interval begins, a column for every day.
  var table: TextTable {
    let heads = days.map { day in
      Dictionary(uniqueKeysWithValues: day.intervals.map { ($0.volume.start.timeOfDay, $0.rostered ?? $0.required) })
    }
    var table = TextTable()
    table.rows = [([""] + days.map { dates.heading($0.date) }).map { TextTable.Cell($0, tone: .heading) }]
    for time in Set(heads.flatMap(\.keys)).sorted() {
      let cells = heads.map { day in day[time].map { Quantity.integer(UInt64($0)) } ?? Quantity.undefined }
      table.rows.append(([CivilTime.clock(time)] + cells).map { TextTable.Cell($0) })
    }
    return table
  }
}

/// What several days come to.
extension RequirementsReport {
  /// Days that are shown one by one: what a forecast has unless it is asked for others.
  static let mostDays = 28

  var gridNoun: String { requirements.shrinkage == nil ? "Required" : "Rostered" }

  /// The weeks that have a grid: all of four, or of more the one with the peak.
  func shownWeeks(_ days: [RequirementDay]) -> [[RequirementDay]] {
    let weeks = Self.weeks(days)
    guard days.count > Self.mostDays else { return weeks }
    let peak = (totals.peak ?? requirements.intervals[0]).volume.start.dayNumber
    return weeks.filter { $0.contains { $0.date.dayNumber == peak } }
  }

  /// Days by weeks that begin on the weekday of the first.
  private static func weeks(_ days: [RequirementDay]) -> [[RequirementDay]] {
    let first = days.first?.date.dayNumber ?? 0
    return Dictionary(grouping: days) { ($0.date.dayNumber - first) / 7 }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A row for every day, or of many days for every week.
  func parts(_ days: [RequirementDay]) -> TextTable {
    let isWeekly = days.count > Self.mostDays
    var headings = [isWeekly ? "Week from" : "Day", "Offered", "Required"]
    if requirements.shrinkage != nil { headings.append("Rostered") }
    headings += ["Peak", "In \(Quantity.limit(requirements.within))"]
    if requirements.patience != nil { headings.append("Abandoned") }
    var table = TextTable()
    table.rows = [(headings + ["Occupied"]).map { TextTable.Cell($0, tone: .heading) }]
    for part in isWeekly ? Self.weeks(days) : days.map({ [$0] }) {
      let date = part[0].date
      let totals = RequirementTotals(part.flatMap(\.intervals))
      let peak = totals.peak.map { $0.rostered ?? $0.required } ?? 0
      var row: [TextTable.Cell] = [
        .init(dates.day(date)), .init(Quantity.decimal(totals.offered)),
        .init(Quantity.decimal(totals.requiredHours, decimals: 1)),
      ]
      if let hours = totals.rosteredHours { row.append(.init(Quantity.decimal(hours, decimals: 1))) }
      row += [.init(Quantity.integer(UInt64(peak))), Self.share(totals.serviceLevel)]
      if requirements.patience != nil { row.append(Self.share(totals.abandonment)) }
      table.rows.append(row + [Self.share(totals.occupancy)])
    }
    return table
  }

  /// The days from the first to the last, in words.
  func span(_ days: [RequirementDay]) -> String {
    guard let first = days.first?.date, let last = days.last?.date else { return "" }
    return dates.span(from: first, to: last)
  }
}
