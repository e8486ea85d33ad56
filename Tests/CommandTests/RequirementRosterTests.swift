import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// `erlang --volumes … --roster`: the heads of a week as a team's staff reads them.
@Suite struct RequirementRosterTests {
  private static let question = "--volumes v.csv --handling 4m --share 90%"

  /// A week's profile by the half-hour, in which every day has more calls than the one before.
  private static let profile: String =
    "Time,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
    + (0..<48).map { half in
      let counts = (0..<7).map { String(half >= 14 && half < 44 ? 30 + 20 * $0 : 2 + $0) }
      return "\(CivilTime.clock(Milliseconds(half) * 30 * .minute)),\(counts.joined(separator: ","))\n"
    }.joined()

  /// Days from a Thursday in May on, or another, by the hour.
  private static func dated(
    days: Int, from first: CivilTime = CivilTime(year: 2_025, month: 5, day: 22), hours: Range<Int> = 0..<24,
    minute: Int = 0
  ) -> String {
    var text = "start,count\n"
    for day in 0..<days {
      let date = CivilTime(dayNumber: first.dayNumber + day).dateText
      for hour in hours {
        let clock = CivilTime.clock(Milliseconds(60 * hour + minute) * .minute)
        text += "\(date)T\(clock),\(20 + 40 * day + hour)\n"
      }
    }
    return text
  }

  private func erlang(_ line: String, _ volumes: String) -> Outcome {
    watchroom(["erlang"] + line.split(separator: " ").map(String.init), files: MemoryFiles(["v.csv": volumes]))
  }

  /// The heads that a scenario has whose team has this roster.
  private func heads(of roster: String) throws -> [[Int]] {
    let scenario = Fixture.night.replacing(
      #/staff: \{ byHour: \[.*?\] \}/#, with: "staff: { csv: \"roster.csv\" }")
    let read = try ScenarioReader.read(
      path: "s.json5", files: MemoryFiles(["s.json5": scenario, "roster.csv": roster]))
    guard case .intervals(let heads)? = read.scenario.teams.first?.staff else { return [] }
    return heads
  }

  /// The heads under `key` in JSON, by weekday, Monday first, and interval.
  private func heads(_ key: String, in output: String) throws -> [[Int]] {
    let document = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let intervals = try #require(document["intervals"] as? [[String: Any]])
    var heads = [[Int]](repeating: [], count: 7)
    for interval in intervals {
      let start = try #require(interval["start"] as? String)
      let weekday =
        CivilTime(isoDate: String(start.prefix(10)))?.weekday
        ?? CivilTime.weekdays.firstIndex { $0.hasPrefix(start.prefix(3)) }
      heads[try #require(weekday)].append(try #require(interval[key] as? Int))
    }
    return heads
  }

  @Test(
    arguments: [
      (profile, " --shrinkage 28%", "rostered", 48), (profile, "", "required", 48),
      (dated(days: 7), " --shrinkage 0.3", "rostered", 24),
    ])
  func aTeamReadsTheHeads(volumes: String, shrinkage: String, key: String, perDay: Int) throws {
    let folder = try TemporaryFolder()
    let line = Self.question + shrinkage + " --format json"
    let outcome = erlang("\(line) --roster \(folder["roster.csv"])", volumes)
    #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
    #expect(outcome.output == erlang(line, volumes).output)
    let roster = try folder.text("roster.csv")
    #expect(roster.hasPrefix("start,mon,tue,wed,thu,fri,sat,sun\n00:00,"))
    let expected = try heads(key, in: outcome.output)
    #expect(expected.allSatisfy { $0.count == perDay } && Set(expected).count == 7)
    #expect(try heads(of: roster) == expected)
    #expect(try folder.names == ["roster.csv"])
  }

  /// On a Sunday in spring there is an hour less.
  @Test func aWeekInWhichTheClocksChangeIsOne() throws {
    let folder = try TemporaryFolder()
    let spring = Self.dated(days: 7, from: CivilTime(year: 2_025, month: 3, day: 24))
    let volumes = spring.replacing("2025-03-30T01:00,261\n", with: "")
    #expect(volumes != spring)
    let outcome = erlang("\(Self.question) --roster \(folder["roster.csv"])", volumes)
    #expect(outcome.status == .done, "\(outcome.errors)")
    #expect(
      outcome.errors
        == "v.csv: warning: of the 168 intervals of a week one has no row, Sun at 01:00 — the roster has nobody there; "
        + "if people come then, say how many\n")
    #expect(try heads(of: try folder.text("roster.csv"))[6][1] == 0)
  }

  /// A desk that is closed at night.
  @Test func nobodyIsThereWithoutARow() throws {
    let folder = try TemporaryFolder()
    let volumes = Self.dated(days: 7, hours: 7..<21)
    let line = "\(Self.question) --roster \(folder["roster.csv"])"
    let outcome = erlang(line, volumes)
    #expect(outcome.status == .done)
    #expect(
      outcome.errors
        == "v.csv: warning: of the 168 intervals of a week 70 have no row, first Mon at 00:00 — the roster has nobody there; "
        + "if people come then, say how many\n")
    for day in try heads(of: try folder.text("roster.csv")) {
      #expect(day.count == 24 && day[..<7].allSatisfy { $0 == 0 } && day[7..<21].allSatisfy { $0 > 0 })
      #expect(day[21...].allSatisfy { $0 == 0 })
    }
    #expect(erlang(line + " --force --quiet", volumes).errors == "")
  }

  private static let sixMinutes =
    "time,mon,tue,wed,thu,fri,sat,sun\n"
    + (0..<240).map { "\(CivilTime.clock(Milliseconds($0) * 6 * .minute)),1,1,1,1,1,1,1\n" }.joined()

  @Test(
    arguments: [
      (
        dated(days: 2), "",
        "a roster of heads is of one week, and these are 2 days: Thursday 22 May 2025 to Friday 23 May 2025 — give each "
          + "day of the week once, with 0 where nobody comes, as “watchroom forecast --days 7” has them, or leave out"
      ),
      (
        dated(days: 8), "",
        "a roster of heads is of one week, and these are 8 days: Thursday 22 May 2025 to Thursday 29"
      ),
      (
        dated(days: 7).replacing("2025-05-28", with: "2025-05-29"), "",
        "a roster of heads is of one week, and these are 7 days: Thursday 22 May 2025 to Thursday 29 May 2025 — give each"
      ),
      (
        "Time,Sat\n10:00,20\n11:00,22\n", "",
        "a roster of heads is of one week, and these are 1 day: Saturday — give every day of the week a column, with 0 where "
          + "nobody comes, or leave out --roster"
      ),
      (
        sixMinutes, "",
        "intervals are 6 minutes long, and those of a roster are some whole five minutes — give volumes by the half-hour"
      ),
      (
        dated(days: 7, minute: 15), "",
        "intervals begin 15 minutes after those of a roster, of which the first begins at 00:00 — give intervals from "
          + "midnight on"
      ),
      (
        dated(days: 7).replacing("2025-05-26T09:00,189", with: "2025-05-26T09:00,1000000"), " --occupancy 0.9",
        "74,075 heads on Mon 2025-05-26 at 09:00 are more than a roster can have, which is 60,000 — is a unit of time wrong?"
      ),
    ])
  func whatIsNoWeekOfARosterIsSaid(volumes: String, goal: String, said: String) throws {
    let folder = try TemporaryFolder()
    let line = goal.isEmpty ? Self.question : "--volumes v.csv --handling 4m" + goal
    let outcome = erlang("\(line) --roster \(folder["roster.csv"])", volumes)
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.hasPrefix("v.csv: error: \(said)"), "\(outcome.errors)")
    #expect(try folder.names == [])
    // It has requirements all the same.
    #expect(erlang(line, volumes).status == .done)
  }

  /// A roster is edited, so that one that is there is replaced only if that is said.
  @Test func aRosterThatIsThereIsKept() throws {
    let folder = try TemporaryFolder(["roster.csv": "mine", "v.csv": Self.profile])
    let line = "\(Self.question) --roster \(folder["roster.csv"])"
    let refused = erlang(line, Self.profile)
    #expect(refused.status == .inputOrOutputFailed && refused.output == "")
    #expect(
      refused.errors.hasSuffix("File exists — name a file that is not there yet, or add --force\n"), "\(refused.errors)"
    )
    #expect(try folder.text("roster.csv") == "mine")
    let forced = erlang("\(line) --force --csv \(folder["table.csv"])", Self.profile)
    #expect(forced.status == .done && forced.errors == "")
    #expect(try heads(of: try folder.text("roster.csv")).count == 7)
    #expect(try folder.names == ["roster.csv", "table.csv", "v.csv"])
    #expect(erlang("\(Self.question) --roster \(folder["no/roster.csv"])", Self.profile).status == .inputOrOutputFailed)
    // Nor does it take the place of what the command reads or writes.
    let itself = watchroom(
      ["erlang", "--volumes", folder["v.csv"], "--share", "0.9", "--roster", folder["v.csv"], "--force"],
      files: DiskFiles())
    #expect(itself.status == .commandLineWrong && itself.errors.contains("has another part in this command"))
    let both = erlang("\(Self.question) --csv \(folder["x.csv"]) --roster \(folder["x.csv"])", Self.profile)
    #expect(both.status == .commandLineWrong && both.errors.contains("has another part in this command"))
    #expect(try folder.text("v.csv") == Self.profile)
  }
}
