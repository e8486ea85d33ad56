import DiscreteEvents
import Writing

/// A forecast for people, for programs and for spreadsheets.
public struct ForecastReport: Sendable {
  /// The schema of the JSON document, as it says itself.
  public static let schema = "watchroom/forecast/1"

  private let forecast: VolumeForecast
  private let source: String

  /// A report of a forecast; `source` is what the history was read from.
  public init(_ forecast: VolumeForecast, source: String) {
    self.forecast = forecast
    self.source = source
  }

  /// The report for people, by days, with a newline at its end.
  public func text(isColoured: Bool = false) -> String {
    let page = TextPage(isColoured: isColoured)
    var clocks = TextTable(alignments: [.left, .left])
    clocks.rows = [["Clocks", .init(forecast.zone.name)]]
    if !forecast.loss.isNone { clocks.rows.append(["Left out", .init(forecast.loss.leftOut, tone: .bad)]) }
    if let consequence = forecast.loss.consequence { clocks.rows.append(["", .init(consequence)]) }
    var lines = page.heading("Forecast from \(source)", underline: "=") + clocks.lines(coloured: isColoured)
    for channel in forecast.channels {
      lines += [""] + page.heading(channel.name)
      var model = TextTable(alignments: [.left, .left])
      model.rows = [["Model", .init(channel.choice.model.rawValue)]]
      if let error = channel.choice.errors.first(where: { $0.model == channel.choice.model })?.error {
        let naive = channel.choice.errors.first { $0.model == .seasonalNaive }?.error ?? .nan
        model.rows.append([
          "Error",
          """
          \(Quantity.share(error, decimals: 2)) of the volume in back-tests, seasonal naive \
          \(Quantity.share(naive, decimals: 2))
          """,
        ])
      } else {
        model.rows.append(["Error", "not known: the history is too short for back-tests"])
      }
      if channel.choice.spread.isAssumed {
        model.rows.append(["Intervals", "assumed (± 10%, more in later weeks),"])
        model.rows.append(["", "as there are no back-tests to go by"])
      } else if let day = channel.days.first(where: { $0.basis == .extrapolated }) {
        model.rows.append([
          "Intervals",
          "from \(day.start.dateText) on farther ahead than was tested, widened by a rule",
        ])
      }
      if channel.choice.isOfFew {
        model.rows.append([
          "Chosen", "by squared errors: of so few contacts, absolute ones favour none",
        ])
      }
      lines += model.lines(coloured: isColoured) + [""] + table(channel).lines(coloured: isColoured)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ channel: VolumeForecast.Channel) -> TextTable {
    var table = TextTable(alignments: [.left, .right, .right, .right, .left])
    table.addHeadings("Day", "Expected", "80%", "95%")
    // A mean of half a contact is neither none nor one.
    let decimals = channel.choice.isOfFew ? 2 : 0
    for day in channel.days {
      let weekday = CivilTime.shortWeekdays[day.start.weekday]
      table.rows.append([
        .init("\(weekday) \(day.start.dateText)"), .init(Quantity.decimal(day.expected, decimals: decimals)),
        .init(Self.range(day.likely)), .init(Self.range(day.possible)), .init(day.occasion),
      ])
    }
    let total = channel.days.reduce(0) { $0 + $1.expected }
    table.rows.append(["All", .init(Quantity.decimal(total, decimals: decimals))])
    return table
  }

  private static func range(_ range: ClosedRange<Double>) -> String {
    "\(Quantity.decimal(range.lowerBound)) – \(Quantity.decimal(range.upperBound))"
  }

  /// Rows for a spreadsheet, with a header: every interval, or every day where no shorter ones are known. Never both, so
  /// that a column of means adds up to the volume.
  public var csv: String {
    "channel,start,minutes,expected,low80,high80,low95,high95,occasion,basis\n"
      + forecast.channels.flatMap { channel in
        channel.intervals.map { Self.row(channel.name, $0, minutes: 1_440 / forecast.perDay) }
      }.joined()
  }

  private static func row(_ name: String, _ volume: VolumeForecast.Volume, minutes: Int) -> String {
    let numbers = [
      volume.expected, volume.likely.lowerBound, volume.likely.upperBound, volume.possible.lowerBound,
      volume.possible.upperBound,
    ].map { CSVCell.number($0, decimals: 3) }
    let fields =
      [CSVCell.name(name), volume.start.minuteText, String(minutes)] + numbers + [
        CSVCell.name(volume.occasion), volume.basis.rawValue,
      ]
    return fields.joined(separator: ",") + "\n"
  }

  /// The report for programs, with a newline at its end. `leftOut` says how many rows and cells of the history could not be
  /// used, how many intervals were therefore put at what is usual then (`filledIn`), and how many days of a channel were
  /// taken as not recorded.
  public var json: String {
    let channels = forecast.channels.map { channel in
      let errors = channel.choice.errors.map { JSONValue.Member(name: $0.model.rawValue, value: .number($0.error)) }
      return JSONValue.Member(
        name: channel.name,
        value: .members([
          "model": .string(channel.choice.model.rawValue), "backtest": .object(errors),
          "days": .array(channel.days.map(Self.json)),
          "intervals": .array(forecast.perDay > 1 ? channel.intervals.map(Self.json) : []),
        ]))
    }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name), "history": .string(source),
        "timeZone": .string(forecast.zone.name), "minutes": .integer(1_440 / forecast.perDay),
        "leftOut": .members([
          "rows": .integer(forecast.loss.rows), "cells": .integer(forecast.loss.cells),
          "filledIn": .integer(forecast.loss.filledIn), "days": .integer(forecast.loss.days),
        ]),
        "channels": .object(channels),
      ]))
  }

  private static func json(_ volume: VolumeForecast.Volume) -> JSONValue {
    .members([
      "start": .string(volume.start.minuteText), "expected": .number(volume.expected),
      "low80": .number(volume.likely.lowerBound), "high80": .number(volume.likely.upperBound),
      "low95": .number(volume.possible.lowerBound), "high95": .number(volume.possible.upperBound),
      "occasion": volume.occasion.isEmpty ? .null : .string(volume.occasion),
      "basis": .string(volume.basis.rawValue),
    ])
  }
}
