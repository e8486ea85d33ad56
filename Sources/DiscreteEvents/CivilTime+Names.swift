extension CivilTime {
  /// The days of the week, Monday first.
  package static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  /// The same in short: `Mon`.
  package static let shortWeekdays = weekdays.map { String($0.prefix(3)) }
  /// The same as scenarios, rosters and tables name them: `mon`.
  package static let weekdayKeys = shortWeekdays.map { $0.lowercased() }

  /// The months, January first.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  /// The same as scenarios name them: `jan`.
  package static let monthKeys = months.map { $0.prefix(3).lowercased() }
}
