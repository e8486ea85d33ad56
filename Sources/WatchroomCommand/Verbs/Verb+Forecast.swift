extension OptionDeclaration {
  static let daysAhead = OptionDeclaration(
    name: "days", value: .wholeNumber(1...366), placeholder: "N", help: "how many days to forecast", standard: "28")
  static let from = OptionDeclaration(
    name: "from", value: .text, placeholder: "DATE", help: "the first of them, such as 2022-08-01",
    absence: "the day after the history's last")
  static let overlay = OptionDeclaration(
    name: "output", value: .path, placeholder: "OVERLAY",
    help: "where to leave the forecast as changes to a scenario, for --with", absence: "nowhere",
    leaves: .editable)
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
    operandHelp:
      "a CSV file with the columns date,channel,count or start,channel,count, or a column for each channel or time "
      + "of day",
    operandDetails: "; times are by the local clock, or have an offset",
    ownOptions: [
      .daysAhead, .from, .timeZone, .overlay, .force, .holidays, .specialDays, .backtest, .forecastFormat, .quiet,
    ],
    example: Example(
      command: "watchroom forecast calls-by-half-hour.csv --days 14 --output next.json5",
      effect: "prints what to expect of the two weeks to come, and leaves it for run --with next.json5"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    try ForecastRun(arguments, in: surroundings).perform()
  }
}
