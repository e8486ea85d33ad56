import Watchroom

/// What a command line asks to be forecast, from what.
struct ForecastArguments {
  let history: ContactHistory
  let special: SpecialDays
  let days: Int
  /// The first day; nil for the one after the history's last.
  let start: CivilTime?
  /// The back-test asked for instead.
  let backtest: Backtest?

  /// Further ahead than this nothing is known.
  private static let farthest = 366

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    let records = RecordsArguments(arguments, in: surroundings)
    history = try records.read { files, zone throws(RecordsError) in
      try ContactHistory.read(arguments.operands[0], timeZone: zone, files: files)
    }
    special = try records.read { files, _ throws(RecordsError) in
      try SpecialDays.read(
        holidays: arguments.last(.holidays), others: arguments.last(.specialDays), files: files)
    }
    days = arguments.count(.daysAhead) ?? 28
    start = try Self.start(arguments, after: history, days: days)
    backtest = try Self.backtest(arguments, of: history, special)
  }

  private static func start(
    _ arguments: ParsedArguments, after history: ContactHistory, days: Int
  ) throws(Ending) -> CivilTime? {
    guard let text = arguments.last(.from) else { return nil }
    guard let date = CivilTime(isoDate: text) else {
      throw arguments.misuse("--from: \(cited(text)) is not a date, such as 2022-08-01")
    }
    let ahead = date.dayNumber - history.end.dayNumber
    guard ahead >= 0 else {
      throw arguments.misuse(
        "--from: \(cited(text)) is in the history, which ends on \(history.lastDate): name a later day")
    }
    guard ahead + days <= farthest else {
      throw arguments.misuse(
        "--from: \(cited(text)) is too far ahead: forecast at most a year after \(history.lastDate)")
    }
    return date
  }

  private static func backtest(
    _ arguments: ParsedArguments, of history: ContactHistory, _ special: SpecialDays
  ) throws(Ending) -> Backtest? {
    guard let weeks = arguments.count(.backtest) else { return nil }
    if let other = [OptionDeclaration.from, .overlay, .daysAhead].first(where: arguments.has) {
      throw arguments.misuse("--backtest looks back and \(other.spelling) ahead: leave one out")
    }
    guard let backtest = Backtest(history, weeks: weeks, special: special) else {
      throw arguments.misuse(
        "--backtest: of \(history.days) days, \(weeks) weeks leave fewer than eight to learn from: hold out fewer")
    }
    return backtest
  }
}
