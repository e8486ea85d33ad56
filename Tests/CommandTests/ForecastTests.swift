import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct ForecastTests {
  /// Twelve weeks from Monday 3 January 2022, by half-days.
  private static let history: String = {
    var text = "start,channel,count\n"
    for day in 0..<84 {
      let civil = CivilTime(dayNumber: CivilTime(year: 2_022, month: 1, day: 3).dayNumber + day)
      let date = "2022-\(civil.month < 10 ? "0" : "")\(civil.month)-\(civil.day < 10 ? "0" : "")\(civil.day)"
      let count = (civil.weekday > 4 ? 60 : 100) + day * 5 % 7
      text += "\(date)T00:00,999,\(count / 4)\n\(date)T12:00,999,\(count - count / 4)\n"
    }
    return text
  }()

  private static let files = MemoryFiles([
    "h.csv": history, "empty.csv": "", "short.csv": "date,channel,count\n2022-01-01,999,1\n", "days.csv": "soon\n",
    "by-day.csv": "date,count\n" + (1...14).map { "2022-01-\($0 < 10 ? "0" : "")\($0),50\n" }.joined(),
    "night.json5": Fixture.night, "odd.csv": history + "x,999,1\n",
    "cut.csv": history.split(separator: "\n").dropLast().joined(separator: "\n") + "\n", "last.csv": "2022-03-27,x\n",
  ])

  private func forecast(_ line: String) -> Outcome {
    watchroom(["forecast"] + line.split(separator: " ").map(String.init), files: Self.files)
  }

  @Test func saysWhatToExpect() {
    let outcome = forecast("h.csv --days 30")
    #expect(outcome.status == .done)
    // Twelve weeks with one holiday, a substitute for New Year's Day, of which four weeks can be tested on.
    #expect(
      outcome.errors == """
        h.csv: warning: no day of the history is like Good Friday (2022-04-15) — such days are forecast as its holidays \
        were on the whole, with wider intervals; a longer history may have them
        h.csv: warning: 84 days of history are enough to test forecasts of 4 weeks: from 2022-04-25 on, intervals are \
        widened by a rule — forecast fewer days, or give a longer history
        h.csv: warning: 84 days of history are too few to know the seasons: what is more than four weeks ahead is \
        forecast as if the season stayed as it is — give 420 days or more, two years if there are

        """)
    #expect(forecast("h.csv --days 14").errors == "" && forecast("h.csv --days 30 -q").errors == "")
    #expect(outcome.output.hasPrefix("Forecast from h.csv\n====="))
    #expect(outcome.output.contains("Mon 2022-03-28"))
    #expect(outcome.output.contains("Good Friday") && outcome.output.contains("Easter Monday"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(forecast("h.csv --days 30").output == outcome.output)
  }

  @Test func spreadsheetsAndProgramsGetDaysAndIntervals() {
    let rows = forecast("h.csv --days 2 --format csv").output.split(separator: "\n")
    // Half-days alone: with the days beside them a column would add up to twice the volume.
    #expect(rows.count == 1 + 4)
    #expect(rows[0] == "channel,start,minutes,expected,low80,high80,low95,high95,occasion,basis")
    #expect(rows[1].hasPrefix("999,2022-03-28T00:00,720,") && rows[4].hasPrefix("999,2022-03-29T12:00,720,"))
    let ofDays = forecast("by-day.csv --days 2 --format csv").output.split(separator: "\n")
    #expect(ofDays.count == 1 + 2 && ofDays[2].hasPrefix("all,2022-01-16T00:00,1440,"))
    // A fortnight leaves nothing to test on, and says so to everybody.
    #expect(
      ofDays[2].hasSuffix(",,assumed")
        && forecast("h.csv --days 30 --format csv").output.contains(",,extrapolated\n"))
    #expect(
      forecast("by-day.csv").output.contains("\nIntervals  assumed (± 10%, more in later weeks)"))
    #expect(forecast("by-day.csv --format json").output.contains("\"basis\": \"assumed\""))
    let json = forecast("h.csv --days 2 --format json").output
    #expect(json.hasPrefix("{\n  \"schema\": \"watchroom/forecast/1\","))
    #expect(json.contains("\"start\": \"2022-03-29T12:00\""))
  }

  /// Nobody can tell growth, season or chance from one average week, whatever its times are called.
  @Test(arguments: ["Time", "date", "start"])
  func aWeeksProfileIsNoHistory(heading: String) {
    let files = MemoryFiles(["p.csv": "\(heading),Mon,Tue,Wed,Thu,Fri,Sat,Sun\n00:00,1,2,3,4,5,6,7\n"])
    let outcome = watchroom(["forecast", "p.csv"], files: files)
    #expect(outcome.status != .done && outcome.output == "")
    #expect(
      outcome.errors == """
        p.csv:1: error: the columns are days of the week, and a week's profile is no history, of which every count has \
        a date — begin with date,channel,count or start,channel,count; what such a week requires, watchroom erlang \
        --volumes p.csv says

        """)
  }

  @Test func noNameIsAFormulaForASpreadsheet() {
    let files = MemoryFiles(["h.csv": Self.history.replacing(",999,", with: ",=1+1,")])
    for arguments in [["--days", "2"], ["--backtest", "3"]] {
      let outcome = watchroom(["forecast", "h.csv", "--format", "csv"] + arguments, files: files)
      #expect(outcome.status == .done, "\(outcome.errors)")
      let rows = outcome.output.split(separator: "\n").dropFirst()
      #expect(!rows.isEmpty && rows.allSatisfy { $0.hasPrefix("'=1+1,") }, "\(outcome.output)")
    }
  }

  @Test func laterDaysAreAskedForByDate() {
    let rows = forecast("h.csv --days 1 --from 2022-04-15 --format csv").output.split(separator: "\n")
    #expect(rows[1].hasPrefix("999,2022-04-15T00:00,720,") && rows[1].hasSuffix(",Good Friday,untested"))
  }

  @Test func theOverlayFitsAScenario() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let outcome = watchroom(
      ["forecast", "h.csv", "--days", "7", "--output", folder["next.json5"]], files: Self.files)
    #expect(outcome.status == .done)
    let run = watchroom(
      [
        "run", folder["night.json5"], "--with", folder["next.json5"], "--replications", "30", "--format", "json",
      ],
      files: DiskFiles())
    #expect(run.status == .done && run.errors == "")
    let result = try Watchroom.run(
      folder["night.json5"], overlays: [folder["next.json5"]], replications: 30)
    // A week of five days of about a hundred and two of about sixty.
    let offered = try #require(result.estimate("channels.999.offered")?.mean)
    #expect((600...690).contains(offered), "\(offered)")
    let again = watchroom(["forecast", "h.csv", "--output", folder["next.json5"]], files: Self.files)
    #expect(again.status == .inputOrOutputFailed && again.errors.contains("File exists") && again.output == "")
    let nowhere = watchroom(["forecast", "h.csv", "--output", folder["no/next.json5"]], files: Self.files)
    #expect(nowhere.status == .inputOrOutputFailed && nowhere.output == "")
    #expect(nowhere.errors.contains("cannot be written: No such file or directory — there is no folder “"))
    #expect(
      watchroom(["forecast", "h.csv", "--force", "--output", folder["next.json5"]], files: Self.files).status == .done)
  }

  /// What else a scenario can say of how many come by a channel. What is in a file that is not there must not be looked for.
  @Test(
    arguments: [
      "perYear: 20000, scale: 1.4",
      "perYear: 20000, factors: { more: { from: \"2022-01-01\", to: \"2023-01-01\", times: 1.5 } }",
      "messages: { m: { at: [\"tue 18:00\"], sentTo: 10000, replies: 0.05, after: { constant: \"2h\" } } }",
      "perYear: 20000, dayOfWeek: { holiday: 0.1 }", "perYear: 20000, month: { mar: 3 }", "trace: \"none.csv\"",
      "ledger: \"none.ledger\", channel: \"101\"", "appointments: { from: \"09:00\", to: \"17:00\", every: \"15m\" }",
    ])
  func theOverlayReplacesWhateverSaysHowManyCome(arrivals: String) throws {
    let holidays = Fixture.night.replacing("days: 1,", with: "days: 1, holidays: [\"2022-03-29\"],")
    let folder = try TemporaryFolder([
      "plain.json5": holidays, "odd.json5": holidays.replacing("perYear: 20000", with: arrivals),
    ])
    let overlay = folder["next.json5"]
    #expect(watchroom(["forecast", "h.csv", "--days", "7", "--output", overlay], files: Self.files).status == .done)
    func offered(_ name: String) throws -> Double? {
      try Watchroom.run(folder[name], overlays: [overlay], replications: 2).estimate("channels.999.offered")?.mean
    }
    #expect(try offered("odd.json5") == offered("plain.json5"))
    // And no key is forgotten that is yet to be.
    let text = try folder.text("next.json5")
    let keys = try #require(ScenarioGuide.sections.first { $0.name == "arrivals" }).keys.map(\.name)
    for key in keys where key != "busyness" && key != "hourOfDay" {
      #expect(text.contains("\(key): "), "\(key)")
    }
  }

  @Test func aLastDayThatIsCutOffIsSaid() {
    let said =
      "cut.csv: warning: “999” has 15 on the last day, 2022-03-27, and 62 or more on every other day of that weekday — "
      + "leave the day out if it was not recorded whole; a forecast takes it for a quiet one\n"
    #expect(forecast("cut.csv --days 7").status == .done && forecast("cut.csv --days 7").errors == said)
    #expect(forecast("cut.csv --backtest 2").errors == said)
    #expect(
      forecast("cut.csv --quiet").errors == "" && forecast("cut.csv --days 7 --special-days last.csv").errors == "")
  }

  @Test func backTests() {
    let outcome = forecast("h.csv --backtest 3")
    #expect(outcome.status == .done)
    #expect(outcome.output.contains("Channel  Days  Error  Seasonal naive  In 80%  In 95%\n999        21  "))
    #expect(forecast("h.csv --backtest 3 --format json").output.contains("\"days\": 21, \"wape\": "))
    #expect(forecast("h.csv --backtest 3 --format csv").output.hasPrefix("channel,days,wape,"))
  }

  @Test(
    arguments: [
      (
        "", WatchroomCommand.ExitStatus.commandLineWrong,
        "watchroom: error: “forecast” needs a CSV file with the columns date,"
      ),
      ("nowhere.csv", .inputOrOutputFailed, "nowhere.csv: error: there is no file nowhere.csv — name a file"),
      ("h.csv --holidays no.csv", .inputOrOutputFailed, "no.csv: error: there is no file no.csv — name a file"),
      ("empty.csv", .inputFileWrong, "empty.csv: error: the file is empty — begin with date,channel,count"),
      (
        "short.csv", .inputFileWrong,
        "short.csv: error: the history spans 1 day — give two weeks at least"
      ),
      ("h.csv --special-days days.csv", .inputFileWrong, "days.csv:1:1: error: this row is not a date and a name"),
      (
        "h.csv --from soon", .commandLineWrong,
        "watchroom: error: --from: “soon” is not a date, such as 2022-08-01 (see"
      ),
      (
        "h.csv --from 2022-03-27", .commandLineWrong,
        "watchroom: error: --from: “2022-03-27” is in the history, which ends on 2022-03-27: name a later day"
      ),
      ("h.csv --from 2023-03-20", .commandLineWrong, "watchroom: error: --from: “2023-03-20” is too far ahead"),
      ("h.csv --backtest 5", .commandLineWrong, "watchroom: error: --backtest: of 84 days, 5 weeks leave fewer than"),
      (
        "h.csv --backtest 2 --output o.json5", .commandLineWrong,
        "watchroom: error: --backtest looks back and --output ahead: leave one out"
      ),
      (
        "h.csv --time-zone Mars", .commandLineWrong,
        "watchroom: error: --time-zone: there is no time zone “Mars”: name one such as Europe/London"
      ),
      ("h.csv --days 0", .commandLineWrong, "watchroom: error: --days: “0” is not a whole number from 1 to 366"),
      ("h.csv --format xml", .commandLineWrong, "watchroom: error: --format: “xml” is not “text” or “csv” or “json”"),
    ])
  func failures(line: String, status: WatchroomCommand.ExitStatus, said: String) {
    let outcome = forecast(line)
    #expect(outcome.status == status && outcome.output == "")
    #expect(outcome.errors.hasPrefix(said), "\(outcome.errors)")
  }

  @Test func clocksAreThoseOfAPlace() {
    let hours = (0..<28 * 24).map { hour in
      "2022-03-\(hour / 24 < 9 ? "0" : "")\(hour / 24 + 1)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):00,999,9\n"
    }
    let files = MemoryFiles(["hours.csv": "start,channel,count\n" + hours.prefix(26 * 24).joined()])
    func rows(_ zone: [String]) -> Int {
      watchroom(["forecast", "hours.csv", "--days", "1", "--format", "csv"] + zone, files: files)
        .output
        .split(separator: "\n").count - 1
    }
    // The clocks go forward on 27 March, in Europe.
    #expect(
      rows([]) == 23 && rows(["--time-zone", "Europe/London"]) == 23
        && rows(["--time-zone", "UTC"]) == 24)
  }

  @Test func brokenRowsAreSaidUnlessQuiet() {
    #expect(forecast("odd.csv").errors.hasPrefix("odd.csv:170:1: warning: “x” is not a date or a minute"))
    #expect(forecast("odd.csv -q").errors == "")
  }
}
