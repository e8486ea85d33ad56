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

  init(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(ExitStatus) {
    let records = RecordsArguments(arguments, surroundings)
    let path = arguments.operands[0]
    let history = try records.read { files, zone throws(RecordsError) in
      try ContactHistory.read(path, timeZone: zone, files: files)
    }
    let special = try records.read { files, _ throws(RecordsError) in
      try SpecialDays.read(
        holidays: arguments.last(.holidays), others: arguments.last(.specialDays), files: files)
    }
    self.history = history
    self.special = special
    days = Int(arguments.number(.daysAhead) ?? 28)
    let diagnostics = Diagnostics(surroundings)
    func refuse(_ message: String) -> ExitStatus {
      diagnostics.report(UsageError(message: message, verb: Verb.forecast.name).line)
      return .commandLineWrong
    }
    if let text = arguments.last(.from) {
      guard let date = CivilTime(isoDate: text) else {
        throw refuse("--from: \(cited(text)) is not a date, such as 2022-08-01")
      }
      let ahead = date.dayNumber - history.end.dayNumber
      guard ahead >= 0 else {
        throw refuse("--from: \(cited(text)) is in the history, which ends on \(history.lastDate): name a later day")
      }
      guard ahead + days <= Self.farthest else {
        throw refuse("--from: \(cited(text)) is too far ahead: forecast at most a year after \(history.lastDate)")
      }
      start = date
    } else {
      start = nil
    }
    guard let weeks = arguments.number(.backtest) else {
      backtest = nil
      return
    }
    if let other = [OptionDeclaration.from, .overlay, .daysAhead].first(where: arguments.has) {
      throw refuse("--backtest looks back and \(other.spelling) ahead: leave one out")
    }
    guard let backtest = Backtest(history, weeks: Int(weeks), special: special) else {
      throw refuse(
        "--backtest: of \(history.days) days, \(weeks) weeks leave fewer than eight to learn from: hold out fewer")
    }
    self.backtest = backtest
  }
}
