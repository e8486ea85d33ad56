import ContactCentre
import Reading
import ScenarioFile
import Testing

/// Traces, rosters and lists of values as spreadsheets save them.
@Suite struct SpreadsheetTablesTests {
  @Test func whatSpreadsheetsLeaveAroundATableIsPassedOver() throws {
    let plain = try read(Fixture.files)
    for name in ["night.csv", "roster.csv", "grid.csv", "observed.csv"] {
      let files = Fixture.files(changing: name) { text in
        "sep=,\r\n"
          + text.split(separator: "\n").map { "\($0),, " }.joined(separator: "\r\n") + "\r\n,,,,,,,,,,,\r\n , ,\r\n"
      }
      let padded = try read(files)
      #expect(padded.warnings == plain.warnings && padded.scenario.teams == plain.scenario.teams, "\(name)")
      #expect(padded.scenario.channels == plain.scenario.channels, "\(name)")
    }
    // What stands beyond the last column with a name has none.
    let more = Fixture.files(changing: "roster.csv") { $0.replacing("team\n", with: "team,\n") + ",see Jo" }
    #expect(problems(more).map(\.message) == ["this row has 5 fields, and the first has 4"])
  }

  @Test func anHourMayHaveOneDigit() throws {
    let plain = try read(Fixture.files)
    let files = Fixture.files.mapValues { text in
      text.hasPrefix("time") || text.hasPrefix("handler")
        ? text.replacing("T07:", with: " 7:").replacing("T0", with: " ") : text
    }
    #expect(files["night.csv"]?.contains(" 7:00") == true && files["roster.csv"]?.contains(" 7:00") == true)
    let found = try read(files)
    #expect(found.scenario.channels == plain.scenario.channels && found.scenario.teams == plain.scenario.teams)
  }

  @Test func aClockIsALengthOfTime() throws {
    let files = Fixture.files(changing: "observed.csv") { _ in "0:03:53\n1:00:00.5\n7\n" }
    let channel = try #require(try read(files).scenario.channels.first { $0.id == "101" })
    #expect(channel.handling == .empirical(values: [7, 233, 3_600.5]))
    let trace = Fixture.files(changing: "night.csv") { $0.replacing(",3m,", with: ",0:03:00,") }
    #expect(try read(trace).scenario.channels == read(Fixture.files).scenario.channels)
  }

  /// Nobody knows whether they are minutes and seconds.
  @Test func twoNumbersWithAColonAreRefused() {
    for (text, said) in [
      ("3:53", "“3:53” may be minutes and seconds, or hours and minutes — write hours, minutes and seconds"),
      ("0:75:00", "“0:75:00” is not a length of time — write seconds, 3m53s or 0:03:53"),
      ("1:2:3:4", "“1:2:3:4” is not a length of time"), ("1.5:00:00", "“1.5:00:00” is not a length of time"),
      (":53", "“:53” is not a length of time"),
    ] {
      let found = problems(Fixture.files(changing: "observed.csv") { _ in text + "\n" })
      #expect(found.count == 1 && "\(found[0].message) — \(found[0].remedy)".hasPrefix(said), "\(found)")
    }
  }

  @Test func daysTakenForSecondsAreWarnedOf() {
    let values = Fixture.files(changing: "observed.csv") { _ in "handling\n0.0026967\n0.0014\n0\n0.002\n7\n" }
    #expect(
      problems(values).map(\.description) == [
        "observed.csv: warning: channels.101.handling.empirical.csv: 3 of the 4 times above 0 in “values” are below one "
          + "second: are they days, as a spreadsheet keeps times of day, or minutes? — write seconds, or hours, minutes and "
          + "seconds such as 0:03:53"
      ])
    // With their unit they are what they are.
    #expect(problems(Fixture.files(changing: "observed.csv") { _ in "2ms\n0.5s\n0.7s\n" }).isEmpty)
    let trace = Fixture.files(changing: "night.csv") { _ in
      "time,handling,patience\n2022-07-22T08:00,0.0027,0.5\n2022-07-22T08:01,0.0031,600\n"
    }
    #expect(problems(trace).map { $0.message.contains("in “handling”") } == [true])
  }

  @Test func namesOfColumnsMayHaveCapitals() throws {
    let files = Fixture.files(changing: "night.csv") { text in
      text.replacing("time,handling,wrapUp", with: "Time,HANDLING,WrapUp")
    }
    #expect(try read(files).scenario.channels == read(Fixture.files).scenario.channels)
  }

  @Test func columnsForOtherReadersArePassedOver() throws {
    let plain = try read(Fixture.files)
    let header = (old: "handler,start,end,team", new: "grade,handler,start,team leader,end,team")
    let files = Fixture.files(changing: "roster.csv") { text in
      let rows = text.replacing(header.old, with: "").split(separator: "\n").map { row in
        let cells = row.split(separator: ",")
        return "B2,\(cells[0]),\(cells[1]),Jo,\(cells[2]),\(cells[3])"
      }
      return ([header.new] + rows).joined(separator: "\n")
    }
    let found = try read(files)
    #expect(found.scenario.teams == plain.scenario.teams)
    let remedy = "it is passed over; the columns are handler, start, end, team"
    #expect(
      found.warnings.filter { !plain.warnings.contains($0) }.map(\.description) == [
        "roster.csv:1:1: warning: teams.contact.staff.csv: there is no use for the column “grade” — \(remedy)",
        "roster.csv:1:4: warning: teams.contact.staff.csv: there is no use for the column “team leader” — \(remedy)",
      ])
  }
}
