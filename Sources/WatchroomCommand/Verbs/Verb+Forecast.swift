import Watchroom

extension OptionDeclaration {
  static let daysAhead = OptionDeclaration(
    name: "days", value: .wholeNumber(1...366), placeholder: "N", help: "how many days to forecast", standard: "28")
  static let from = OptionDeclaration(
    name: "from", value: .text, placeholder: "DATE", help: "the first of them, such as 2022-08-01",
    absence: "the day after the history's last")
  static let overlay = OptionDeclaration(
    name: "output", value: .path, placeholder: "OVERLAY",
    help: "where to leave the forecast as changes to a scenario, for --with", absence: "nowhere")
  static let holidays = OptionDeclaration(
    name: "holidays", value: .path, placeholder: "FILE", help: "bank holidays, in rows date,name",
    absence: "those of England and Wales, by rule")
  static let specialDays = OptionDeclaration(
    name: "special-days", value: .path, placeholder: "FILE",
    help: "other days out of the ordinary, past and to come, in rows date,name; those of one name are alike",
    absence: "none")
  static let backtest = OptionDeclaration(
    name: "backtest", value: .wholeNumber(1...520), placeholder: "WEEKS",
    help: "instead, say how well the last weeks would have been forecast from those before")
  static let forecastFormat = OptionDeclaration(
    name: "format", value: .choice(["text", "csv", "json"]), placeholder: "text|csv|json",
    help:
      "who reads the results, people, spreadsheets (rows of intervals, or of days where the history has no shorter ones) "
      + "or programs", standard: "text")
}

extension Verb {
  static let forecast = Verb(
    name: "forecast",
    summary: "forecast the coming weeks' volumes, with intervals",
    operandPlaceholder: "HISTORY",
    operandCount: 1...1,
    operandHelp: "a CSV file with the columns date,channel,count or start,channel,count, or a column for each channel",
    operandDetails: "; times are by the local clock, or have an offset",
    ownOptions: [
      .daysAhead, .from, .timeZone, .overlay, .force, .holidays, .specialDays, .backtest, .forecastFormat, .quiet,
    ],
    example: Example(
      command: "watchroom forecast calls-by-half-hour.csv --days 14 --output next.json5",
      effect: "prints what to expect of the two weeks to come, and leaves it for run --with next.json5"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let path = arguments.operands[0]
    let diagnostics = Diagnostics(surroundings)
    let question: ForecastArguments
    do throws(ExitStatus) {
      try OutputFiles.checkAtOnce(
        [.overlay], of: arguments,
        sources: [path] + [arguments.last(.holidays), arguments.last(.specialDays)].compactMap(\.self),
        verb: "forecast", in: surroundings)
      try OutputFiles.checkPlaces([.overlay], of: arguments, verb: "forecast", in: surroundings)
      try OutputFiles.checkAbsent([.overlay], of: arguments, in: surroundings)
      question = try ForecastArguments(arguments, surroundings)
    } catch {
      return error
    }
    if !arguments.has(.quiet) {
      let history = question.history
      diagnostics.report(
        history.warnings + history.cutOffDays(special: question.special)
          + history.missingIntervals(special: question.special), place: \.description)
    }
    let format = arguments.last(.forecastFormat)
    let isColoured = surroundings.outputIsColoured
    if let backtest = question.backtest {
      let report = BacktestReport(backtest, source: path)
      try surroundings.output.write(
        format == "json" ? report.json : format == "csv" ? report.csv : report.text(isColoured: isColoured))
      return .done
    }
    let forecast = VolumeForecast(
      question.history, days: question.days, from: question.start, special: question.special)
    if !arguments.has(.quiet) { diagnostics.report(forecast.warnings, place: \.description) }
    var status = ExitStatus.done
    if let output = arguments.last(.overlay) {
      status = OutputFiles.leave(
        forecast.overlay(source: path), at: output, replacing: arguments.has(.force), in: surroundings)
    }
    let report = ForecastReport(forecast, source: path)
    try surroundings.output.write(
      format == "json" ? report.json : format == "csv" ? report.csv : report.text(isColoured: isColoured))
    return status
  }
}
