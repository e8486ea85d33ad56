import Watchroom

/// One use of `forecast`.
struct ForecastRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let outputs: OutputFiles

  /// What `arguments` ask for, once it is sure that it can be left where it is wanted.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    self.arguments = arguments
    self.surroundings = surroundings
    outputs = OutputFiles(arguments, in: surroundings)
    try outputs.check(
      apartFrom: arguments.operands + arguments.all(.holidays).suffix(1) + arguments.all(.specialDays).suffix(1))
    try outputs.checkPlaces()
    try outputs.checkAbsent()
  }

  func perform() throws(Ending) -> ExitStatus {
    let question = try ForecastArguments(arguments, in: surroundings)
    let history = question.history
    if !arguments.isQuiet {
      surroundings.say(
        history.warnings + history.cutOffDays(special: question.special)
          + history.missingIntervals(special: question.special))
    }
    if let backtest = question.backtest {
      try say(backtest)
      return .done
    }
    let forecast = VolumeForecast(history, days: question.days, from: question.start, special: question.special)
    if !arguments.isQuiet { surroundings.say(forecast.warnings) }
    var attempts = Attempts(in: surroundings)
    attempts.attempt(try outputs.leave(forecast.overlay(source: arguments.operands[0]), as: .overlay))
    try say(forecast)
    return attempts.status
  }

  private func say(_ backtest: Backtest) throws(Ending) {
    let report = BacktestReport(backtest, source: arguments.operands[0])
    try say(json: report.json, csv: report.csv, text: report.text(isColoured: surroundings.outputIsColoured))
  }

  private func say(_ forecast: VolumeForecast) throws(Ending) {
    let report = ForecastReport(forecast, source: arguments.operands[0])
    try say(json: report.json, csv: report.csv, text: report.text(isColoured: surroundings.outputIsColoured))
  }

  /// Prints what is asked for of one report.
  private func say(
    json: @autoclosure () -> String, csv: @autoclosure () -> String, text: @autoclosure () -> String
  ) throws(Ending) {
    switch arguments.last(.forecastFormat) {
    case "json": try surroundings.print(json())
    case "csv": try surroundings.print(csv())
    default: try surroundings.print(text())
    }
  }
}
