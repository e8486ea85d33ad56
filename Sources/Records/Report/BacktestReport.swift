import Writing

/// How well forecasts would have done, for people and for programs.
public struct BacktestReport: Sendable {
  /// The schema of the JSON document, as it says itself.
  public static let schema = "watchroom/backtest/1"

  private let backtest: Backtest
  private let source: String

  /// A report of a back-test; `source` is what the history was read from.
  public init(_ backtest: Backtest, source: String) {
    self.backtest = backtest
    self.source = source
  }

  /// The report for people, with a newline at its end.
  public func text(isColoured: Bool = false) -> String {
    let page = TextPage(isColoured: isColoured)
    var table = TextTable(alignments: [.left])
    table.addHeadings("Channel", "Days", "Error", "Seasonal naive", "In 80%", "In 95%")
    for score in backtest.scores {
      table.rows.append([
        .init(score.name), .init(Quantity.integer(UInt64(score.days))),
        .init(Quantity.share(score.error, decimals: 2), tone: score.error <= score.naiveError ? .good : .bad),
        .init(Quantity.share(score.naiveError, decimals: 2)), .init(Quantity.share(score.likelyHeld, decimals: 1)),
        .init(Quantity.share(score.possibleHeld, decimals: 1)),
      ])
    }
    let isOfOne = backtest.weeks == 1
    let weeks = isOfOne ? "week" : "\(backtest.weeks) weeks, \(backtest.step) at a time"
    let lines =
      page.heading("Back-test of \(source)", underline: "=")
      + "The last \(weeks), forecast from what came before \(isOfOne ? "it" : "them"). The error is the sum of absolute errors of days over the sum of counts; of the days, 80% and 95% should be inside their intervals."
      .wrapped(to: TextTable.pageWidth) + [""] + table.lines(coloured: isColoured)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report for programs, with a newline at its end.
  public var json: String {
    let channels = backtest.scores.map { score in
      JSONValue.Member(
        name: score.name,
        value: .members([
          "days": .integer(score.days), "wape": .number(score.error), "seasonalNaive": .number(score.naiveError),
          "inside80": .number(score.likelyHeld), "inside95": .number(score.possibleHeld),
        ]))
    }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name), "history": .string(source),
        "weeks": .integer(backtest.weeks), "channels": .object(channels),
      ]))
  }

  /// Rows for a spreadsheet, with a header.
  public var csv: String {
    "channel,days,wape,seasonalNaive,inside80,inside95\n"
      + backtest.scores.map { score in
        let numbers = [score.error, score.naiveError, score.likelyHeld, score.possibleHeld].map(JSONWriter.text)
        return ([CSVCell.name(score.name), String(score.days)] + numbers).joined(separator: ",") + "\n"
      }.joined()
  }
}
