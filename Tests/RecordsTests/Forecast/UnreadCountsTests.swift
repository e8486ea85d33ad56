import DiscreteEvents
import Reading
import Testing

@testable import Records

/// Counts of a history that are there and cannot be read: they are not those of intervals in which nobody came.
@Suite struct UnreadCountsTests {
  private static let monday = CivilTime(year: 2_025, month: 9, day: 1).dayNumber

  private static func date(_ day: Int) -> String { CivilTime(dayNumber: monday + day).dateText }

  /// Four weeks by the hour, of two channels with a column each: so many at a weekday's hour.
  private static func count(_ day: Int, _ hour: Int) -> Int { (hour < 7 ? 2 : 20) + (day % 7 > 4 ? 10 : 0) }

  private static let text: String = {
    var text = "start,999,101\n"
    for day in 0..<28 {
      for hour in 0..<24 {
        text += "\(date(day))T\(CivilTime.clock(hour: hour)),\(count(day, hour)),5\n"
      }
    }
    return text
  }()

  /// The history in which some cells of the first channel are others: `change` says what, by day and hour.
  private func text(_ change: (Int, Int) -> String?) -> String {
    var lines = Self.text.split(separator: "\n").map(String.init)
    for day in 0..<28 {
      for hour in 0..<24 {
        guard let cell = change(day, hour) else { continue }
        lines[1 + day * 24 + hour] = "\(Self.date(day))T\(CivilTime.clock(hour: hour)),\(cell),5"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func cellsThatCannotBeReadAreNotNone() throws {
    let whole = try ContactHistory.read(text: Self.text)
    #expect(whole.loss == HistoryLoss())
    // Two hours of every day, one by one.
    let marred = try ContactHistory.read(
      text: text { day, hour in hour == (day * 5) % 24 || hour == (day * 5 + 7) % 24 ? "N/A" : nil })
    for (days, others) in zip(whole.channels, marred.channels) {
      let (counts, read) = (whole.series(days).counts, marred.series(others).counts)
      for (count, read) in zip(counts, read) {
        #expect(abs((read ?? 0) - (count ?? 0)) <= 1e-9 * (count ?? 0))
      }
    }
    #expect(marred.loss == HistoryLoss(rows: 0, cells: 56, filledIn: 56, days: 0))
    #expect(
      marred.warnings.first { $0.place.line == 0 }?.description
        == "h.csv: warning: “999” has 56 intervals with counts that cannot be read, on 28 of 28 days — they are put at what "
        + "is usual then; put right what is listed")
  }

  @Test func aBusierDayIsFilledInAsBusy() throws {
    // Twice as many on one Wednesday, of which an hour is not known.
    let read = try ContactHistory.read(
      text: text { day, hour in day == 9 ? (hour == 12 ? "?" : "\(2 * Self.count(day, hour))") : nil })
    let wednesday = try #require(read.channels[0].intervals[9])
    // The others of that hour are three Wednesdays with 20; those of the rest, four, of which one has twice as many.
    #expect((30...40).contains(wednesday[12]))
    for hour in 0..<24 where hour != 12 { #expect(wednesday[hour] == Double(2 * Self.count(9, hour))) }
  }

  @Test func aDayOfWhichTooMuchIsMissingIsNotRecorded() throws {
    let read = try ContactHistory.read(text: text { day, hour in day == 10 && hour > 12 ? "?" : nil })
    #expect(read.channels[0].intervals[10] == nil && read.channels[1].intervals[10] != nil)
    #expect(read.loss == HistoryLoss(rows: 0, cells: 11, filledIn: 0, days: 1))
    #expect(
      read.warnings.first { $0.place.line == 0 }?.description
        == "h.csv: warning: “999” cannot be read whole on 1 of 28 days: 2025-09-11 — they are taken as not recorded; put "
        + "right what is listed")
  }

  /// Most systems write no row for an interval in which nobody came.
  @Test func intervalsWithoutARowHadNone() throws {
    let rows = Self.text.split(separator: "\n").filter { !$0.contains("T03:00") }.joined(separator: "\n") + "\n"
    let read = try ContactHistory.read(text: rows)
    #expect(read.loss == HistoryLoss() && read.warnings.isEmpty)
    #expect(read.channels[0].intervals.allSatisfy { $0?[3] == 0 })
    let empty = try ContactHistory.read(text: text { _, hour in hour == 3 ? "" : nil })
    #expect(empty.loss == HistoryLoss() && empty.channels[0].intervals.allSatisfy { $0?[3] == 0 })
  }

  @Test func rowsThatAreLeftOutAreNotNone() throws {
    // Thousands without quotation marks make a field more; the time can be read.
    let wide = try ContactHistory.read(
      text: Self.text.replacing("2025-09-10T09:00,20,5", with: "2025-09-10T09:00,1,020,5"))
    #expect(wide.channels.map { $0.intervals[9]?[9] } == [20, 5])
    #expect(wide.loss == HistoryLoss(rows: 1, cells: 0, filledIn: 2, days: 0))
    // So it can in a row that a stray quotation mark spoils.
    for row in ["2025-09-10T09:00,\"20,5", "\"2025-09-10T09:00,20,5", "2025-09-10T09:00,2\"0,5"] {
      let stray = try ContactHistory.read(text: Self.text.replacing("2025-09-10T09:00,20,5", with: row))
      #expect(stray.channels.map { $0.intervals[9]?[9] } == [20, 5], "\(row)")
      #expect(stray.loss == HistoryLoss(rows: 1, cells: 0, filledIn: 2, days: 0), "\(row)")
    }
    // Of a time that cannot be read nobody knows which interval is missing.
    let late = try ContactHistory.read(text: Self.text.replacing("2025-09-10T00:00,2,5", with: "2025-09-10T24:00,2,5"))
    #expect(late.channels.allSatisfy { $0.intervals[9] == nil && $0.intervals[8] != nil && $0.intervals[10] != nil })
    #expect(late.loss == HistoryLoss(rows: 1, cells: 0, filledIn: 0, days: 2))
    #expect(late.warnings.first?.remedy.contains("the minute after 23:59 is 00:00 of the next day") == true)
    #expect(
      ContactHistory.refusal(ofText: Self.text.replacing("T00:00", with: "T24:00"))
        == "h.csv: error: no day of “999” can be read whole — put right what is listed, or leave it out if it is no channel"
    )
  }

  @Test func aRowIsOfTheChannelItNames() throws {
    var text = "start,channel,count\n"
    for day in 0..<28 {
      for hour in 0..<24 {
        for channel in [999, 101] {
          text += "\(Self.date(day))T\(CivilTime.clock(hour: hour)),\(channel),\(Self.count(day, hour))\n"
        }
      }
    }
    let cell = try ContactHistory.read(
      text: text.replacing("2025-09-03T09:00,999,20", with: "2025-09-03T09:00,999,n/a"))
    #expect(cell.loss == HistoryLoss(rows: 1, cells: 0, filledIn: 1, days: 0))
    #expect(cell.channels.map { $0.intervals[2]?[9] } == [20, 20])
    // The interval is one for which the other channel has its row.
    let fields = try ContactHistory.read(
      text: text.replacing("2025-09-03T09:00,999,20", with: "2025-09-03T09:00,999,1,020"))
    #expect(fields.loss == HistoryLoss(rows: 1, cells: 0, filledIn: 1, days: 0))
    let time = try ContactHistory.read(text: text.replacing("2025-09-03T09:00,999,20", with: "2025-09-03T9 am,999,20"))
    #expect(time.loss == HistoryLoss(rows: 1, cells: 0, filledIn: 0, days: 1))
    #expect(time.channels.map { $0.intervals[2] == nil } == [true, false])
  }

  @Test func theForecastSaysWhatWasLeftOut() throws {
    let read = try ContactHistory.read(text: text { day, hour in hour == day % 24 ? "N/A" : nil })
    let report = ForecastReport(VolumeForecast(read, days: 7), source: "h.csv")
    #expect(
      report.text().contains(
        "\nLeft out  28 cells that cannot be used\n          28 intervals put at what is usual then\n"),
      "\(report.text())")
    let json = #""leftOut": { "rows": 0, "cells": 28, "filledIn": 28, "days": 0 }"#
    #expect(report.json.contains(json), "\(report.json.prefix(400))")
    let whole = ForecastReport(VolumeForecast(try ContactHistory.read(text: Self.text), days: 7), source: "h.csv")
    #expect(!whole.text().contains("Left out"))
    // The volume of a week of the history, whatever could not be read of it.
    let sums = [report, whole].map { $0.text().split(separator: "\n").first { $0.hasPrefix("All ") } }
    #expect(sums[0] != nil && sums[0] == sums[1])
  }
}
