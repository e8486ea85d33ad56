import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// `erlang --volumes`: requirements interval by interval.
@Suite struct RequirementTests {
  /// Two days by the half-hour, of two channels.
  private static let week: String = {
    var text = "start,channel,count\n"
    for day in 26...27 {
      for half in 0..<48 {
        let clock = CivilTime.clock(Milliseconds(half) * 30 * .minute)
        let busy = half >= 14 && half < 44
        text += "2025-05-\(day)T\(clock),999,\((busy ? 30 : 6) + half % 5 + day - 26)\n"
        text += "2025-05-\(day)T\(clock),101,\(busy ? 20 : 0)\n"
      }
    }
    return text
  }()

  /// Four half-hours of one morning.
  private static let morning =
    "start,999\n2025-05-26T07:00,12\n2025-05-26T07:30,30\n2025-05-26T08:00,0\n2025-05-26T08:30,24.5\n"

  private static let files = ["week.csv": week, "morning.csv": morning, "empty.csv": ""]

  private func erlang(_ line: String, files: [String: String] = files) -> Outcome {
    watchroom(["erlang"] + line.split(separator: " ").map(String.init), files: MemoryFiles(files))
  }

  private func json(_ line: String, files: [String: String] = files) throws -> [String: Any] {
    let outcome = erlang(line + " --format json", files: files)
    #expect(outcome.status == .done && outcome.errors == "", "\(line): \(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func oneDayHasARowForEveryInterval() {
    let outcome = erlang("--volumes morning.csv --handling 3m53s --patience 7m --share 0.9 --shrinkage 0.3")
    #expect(outcome.errors == "" && outcome.status == .done)
    #expect(outcome.output == oneMorning)
  }

  @Test func severalDaysHaveAGrid() {
    let outcome = erlang("--volumes week.csv --channel 101 --handling 5m --share 0.8 --within 3m")
    #expect(outcome.errors == "" && outcome.status == .done)
    #expect(outcome.output.hasPrefix("Erlang C: handlers required by interval\n"))
    #expect(outcome.output.contains("\nRequired, Monday 26 May 2025 to Tuesday 27 May 2025\n"))
    #expect(outcome.output.contains("\n       Mon 26  Tue 27\n00:00       0       0\n"))
    #expect(outcome.output.contains("\n07:00       5       5\n"))
    #expect(outcome.output.contains("Where nobody comes nobody is required."))
    #expect(outcome.output.contains("\nMon 2025-05-26      600      75.0     5"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let rostered = erlang("--volumes week.csv --channel 101 --handling 5m --share 0.8 --within 3m --shrinkage 0.35")
    #expect(rostered.output.contains("\nRostered, Monday 26 May 2025 to Tuesday 27 May 2025\n"))
    #expect(rostered.output.contains("\n07:00       8       8\n"))
  }

  @Test func clocksOfAWeekWithoutDatesAreOfNoUse() {
    let line = "--volumes w.csv --handling 5m --share 0.8 --time-zone Europe/Paris"
    let files = ["w.csv": "time,mon,sun\n07:00,10,3\n07:30,12,0\n", "dated.csv": Self.morning]
    let outcome = erlang(line, files: files)
    #expect(outcome.status == .done)
    #expect(
      outcome.errors
        == "w.csv: warning: one average week has no dates, and so no clocks \u{2014} leave out --time-zone\n")
    #expect(erlang(line + " --quiet", files: files).errors == "")
    #expect(erlang(line.replacing("w.csv", with: "dated.csv"), files: files).errors == "")
  }

  /// Four weeks have a grid each; more have that of the peak, and a row a week.
  @Test func manyDaysAreSummedByWeeks() {
    func table(days: Int) -> String {
      let first = CivilTime(year: 2_025, month: 5, day: 26).dayNumber
      var text = "start,count\n"
      for day in 0..<days {
        let date = CivilTime(dayNumber: first + day).dateText
        for hour in 0..<24 { text += "\(date)T\(CivilTime.clock(hour: hour)),\(day == 10 && hour == 9 ? 90 : 20)\n" }
      }
      return text
    }
    let question = "--volumes v.csv --handling 3m --share 0.9"
    let four = erlang(question, files: ["v.csv": table(days: 28)]).output
    #expect(four.split(separator: "\n").count { $0.hasPrefix("Required, ") } == 4)
    #expect(four.contains("\nDay by day, in handler-hours\n") && four.contains("\nSun 2025-06-22 "))
    let five = erlang(question, files: ["v.csv": table(days: 29)]).output
    #expect(
      five.split(separator: "\n").filter { $0.hasPrefix("Required, ") } == [
        "Required, Monday 2 June 2025 to Sunday 8 June 2025"
      ])
    #expect(five.contains("\nWeek by week, in handler-hours\n") && five.contains("\nMon 2025-06-23 "))
    let unwrapped = five.replacing("\n", with: " ")
    #expect(unwrapped.contains("only the week of the peak has a grid; --csv leaves all intervals."))
  }

  /// Every interval gets the answer that its load by itself gets.
  @Test(arguments: ["--share 0.9 --within 10s", "--share 0.8 --within 20s --patience 5m", "--occupancy 0.8"])
  func intervalsAreAnsweredAsOneLoadIs(goals: String) throws {
    var stream = RandomKey(seed: 30).derived(named: goals).stream(1)
    let counts = (0..<24).map { _ in Int(stream.next(below: 400)) }
    let handling = counts.map { _ in 30 + Int(stream.next(below: 500)) }
    var text = "start,count,handling\n"
    for half in 0..<24 {
      let clock = CivilTime.clock(Milliseconds(half) * 30 * .minute)
      text += "2025-05-26T\(clock),\(counts[half]),\(handling[half])\n"
    }
    let answer = try json("--volumes v.csv \(goals)", files: ["v.csv": text])
    let intervals = try #require(answer["intervals"] as? [[String: Any]])
    #expect(intervals.count == 24)
    for (number, interval) in intervals.enumerated() where counts[number] > 0 {
      let alone = try json("--calls \(counts[number])/30m --handling \(handling[number]) \(goals)")
      #expect(interval["required"] as? Int == alone["handlers"] as? Int)
      let figures = try #require(
        (alone["byHandlers"] as? [[String: Any]])?.first { $0["handlers"] as? Int == interval["required"] as? Int })
      for key in ["abandonmentRate", "meanWait", "meanSpeedOfAnswer", "occupancy"] {
        #expect(interval[key] as? Double == figures[key] as? Double)
      }
      #expect(interval["serviceLevel"] as? [String: Double] == figures["serviceLevel"] as? [String: Double])
    }
  }

  @Test func programsGetJSON() throws {
    let answer = try json("--volumes morning.csv --handling 233 --patience 7m --share 0.9 --shrinkage 0.3")
    #expect(answer["schema"] as? String == "watchroom/requirements/1" && answer["formula"] as? String == "A")
    #expect(answer["minutes"] as? Int == 30 && answer["channel"] as? String == "999")
    #expect(answer["target"] as? [String: Double] == ["share": 0.9] && answer["shrinkage"] as? Double == 0.3)
    let total = try #require(answer["total"] as? [String: Any])
    #expect(total["offered"] as? Double == 66.5 && total["requiredHours"] as? Double == 8.5)
    let peak = try #require(total["peak"] as? [String: Any])
    #expect(peak["start"] as? String == "2025-05-26T07:30" && peak["required"] as? Int == 7)
    let intervals = try #require(answer["intervals"] as? [[String: Any]])
    #expect(intervals.map { $0["required"] as? Int } == [4, 7, 0, 6])
    #expect(intervals[2]["occupancy"] is NSNull && intervals[2]["rostered"] as? Int == 0)
    let bare = try json("--volumes morning.csv --handling 233 --share 0.9")
    #expect(bare["patience"] is NSNull && bare["shrinkage"] is NSNull && bare["formula"] as? String == "C")
    #expect((bare["intervals"] as? [[String: Any]])?.allSatisfy { $0["rostered"] is NSNull } == true)
  }

  @Test func spreadsheetsGetEveryInterval() throws {
    let folder = try TemporaryFolder()
    let path = folder["requirement.csv"]
    let line = "--volumes morning.csv --handling 233 --patience 7m --share 0.9"
    let outcome = erlang("\(line) --shrinkage 0.3 --csv \(path)")
    #expect(outcome.status == .done && outcome.output == erlang("\(line) --shrinkage 0.3").output)
    let text = try folder.text("requirement.csv")
    let rows = text.split(separator: "\n")
    #expect(rows.count == 5)
    #expect(
      rows[0] == """
        channel,start,minutes,offered,handling,load,required,rostered,serviceLevel,serviceLevelOfAnswered,\
        abandonmentRate,meanWait,meanSpeedOfAnswer,occupancy
        """)
    #expect(rows[1].hasPrefix("999,2025-05-26T07:00,30,12,233,1.553333,4,6,0.9"))
    #expect(rows[3] == "999,2025-05-26T08:00,30,0,,0,0,0,,,,,,")
    // The table is one of volumes, too, and its own kind is replaced.
    let again = erlang("--volumes r.csv --patience 7m --share 0.9 --csv \(path)", files: ["r.csv": text])
    #expect(again.status == .done && again.errors == "")
    #expect(try folder.text("requirement.csv").split(separator: "\n").count == 5)
    try "channel,date,count\n".write(toFile: folder["mine.csv"], atomically: true, encoding: .utf8)
    let refused = erlang("\(line) --csv \(folder["mine.csv"])")
    #expect(refused.status == .commandLineWrong && refused.output == "")
    #expect(refused.errors.contains("is there and is no table of requirements, so it is not written over"))
    #expect(erlang("\(line) --csv \(folder["no/file.csv"])").status == .inputOrOutputFailed)
    #expect(erlang("--volumes morning.csv --csv morning.csv --handling 1m --share 0.9").status == .commandLineWrong)
    #expect(try folder.names == ["mine.csv", "requirement.csv"])
  }

  @Test func greatNumbersStayOnThePage() {
    for counts in [(1_000, 12_345.5), (2, 99_999)] {
      let table = "start,count\n2025-05-26T07:00,\(counts.0)\n2025-05-26T07:30,\(counts.1)\n"
      let outcome = erlang(
        "--volumes v.csv --handling 60 --patience 5m --share 0.9 --within 3m --shrinkage 0.3", files: ["v.csv": table])
      #expect(outcome.status == .done && outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  /// What a forecast leaves is what this reads.
  @Test func aForecastGoesRightIn() throws {
    let first = CivilTime(year: 2_025, month: 1, day: 4).dayNumber
    var history = "start,channel,count\n"
    for day in 0..<84 {
      let date = CivilTime(dayNumber: first + day).dateText
      for hour in 0..<24 { history += "\(date)T\(CivilTime.clock(hour: hour)),=9,\(20 + hour + day % 7)\n" }
    }
    let forecast = watchroom(
      ["forecast", "h.csv", "--days", "2", "--format", "csv"], files: MemoryFiles(["h.csv": history]))
    #expect(forecast.status == .done)
    let answer = try json("--volumes f.csv --handling 3m --share 0.9", files: ["f.csv": forecast.output])
    #expect(answer["channel"] as? String == "=9" && answer["minutes"] as? Int == 60)
    // On the second of its days the clocks go forward.
    #expect((answer["intervals"] as? [Any])?.count == 47 && answer["missing"] as? Int == 0)
  }

  @Test(
    arguments: [
      ("--volumes week.csv --calls 100/h", "--volumes has a load for every interval and --calls is about one: leave"),
      ("--volumes week.csv --share 0.9 --handlers 7", "--volumes has a load for every interval and --handlers is"),
      ("--volumes week.csv --share 0.9 --lines 7", "--volumes has a load for every interval and --lines is about one"),
      ("--volumes week.csv --blocking 0.1", "--volumes has a load for every interval and --blocking is about one"),
      ("--volumes week.csv --handling 3m", "say what every interval must reach: --share 0.9 --within 10s, or"),
      ("--volumes week.csv --abandonment 0.1", "--abandonment: nobody gives up unless you say how long callers wait"),
      ("--volumes week.csv --share 0.9 --per 90s", "--per: an interval of --volumes is some whole minutes long"),
      ("--volumes week.csv --share 0.9 --per 2d", "--per: an interval of --volumes is some whole minutes long, such"),
      ("--volumes week.csv --share 1", "--share: “1” is not a share from 0.0001 to 0.9999"),
      ("--volumes week.csv --share 0.9 --shrinkage 1", "--shrinkage: “1” is not a share from 0.0001 to 0.9999"),
      ("--volumes week.csv --share 0.9 --shrinkage 30", "--shrinkage: “30” is not a share from 0.0001 to 0.9999"),
      (
        "--volumes week.csv --share 0.9 --time-zone Mars", "--time-zone: there is no time zone “Mars”: name one such as"
      ),
      (
        "--calls 9/h --handling 3m --share 0.9 --shrinkage 0.3", "--shrinkage is for --volumes, which is not given: add"
      ),
      ("--calls 9/h --handling 3m --share 0.9 --channel 999", "--channel is for --volumes, which is not given: add it"),
      ("--calls 9/h --handling 3m --share 0.9 --csv x.csv", "--csv is for --volumes, which is not given: add it"),
      ("--calls 9/h --handling 3m --share 0.9 --roster x.csv", "--roster is for --volumes, which is not given: add it"),
      ("--calls 9/h --handling 3m --share 0.9 --force", "--force is for --volumes, which is not given: add it"),
      (
        "--calls 9/h --handling 3m --share 0.9 --time-zone UTC", "--time-zone is for --volumes, which is not given: add"
      ),
    ])
  func whatDoesNotGoTogetherIsSaid(line: String, said: String) {
    let outcome = erlang(line)
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(outcome.errors.hasPrefix("watchroom: error: \(said)"), "\(outcome.errors)")
  }

  @Test func whatIsWrongWithATableIsSaid() {
    let missing = erlang("--volumes none.csv --share 0.9 --handling 3m")
    #expect(missing.status == .inputOrOutputFailed && missing.errors.contains("there is no file none.csv"))
    let empty = erlang("--volumes empty.csv --share 0.9 --handling 3m")
    #expect(empty.status == .inputFileWrong && empty.errors.hasPrefix("empty.csv: error: the file is empty"))
    let two = erlang("--volumes week.csv --share 0.9 --handling 3m")
    #expect(two.status == .inputFileWrong && two.errors.contains("say which: --channel 999"))
    #expect(erlang("--volumes morning.csv --share 0.9").errors.contains("the table has no column “handling”"))
    // Quiet or not.
    let bad = erlang("-q --volumes v.csv --share 0.9", files: ["v.csv": "start,count\n2025-05-26T07:00,-1\n"])
    #expect(bad.status == .inputFileWrong && bad.output == "" && bad.errors.hasPrefix("v.csv:2:2: error: “-1” is not"))
    let odd = "start,count,notes\n2025-05-26T07:00,1,\n2025-05-26T07:30,1,\n"
    #expect(erlang("--volumes v.csv --share 0.9 --handling 1m", files: ["v.csv": odd]).errors.contains("“notes”"))
    #expect(erlang("-q --volumes v.csv --share 0.9 --handling 1m", files: ["v.csv": odd]).errors == "")
  }

  // MARK: A week's profile

  private static let profile: String =
    "Time,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
    + (0..<48).map { half in
      let counts = (0..<7).map { String(Double(half >= 14 && half < 44 ? 30 + $0 : 6) + 0.5) }
      return "\(CivilTime.clock(Milliseconds(half) * 30 * .minute)),\(counts.joined(separator: ","))\n"
    }.joined()

  /// What it requires has days and times, and no dates.
  @Test func aWeeksProfileHasRequirementsByTheDay() throws {
    let files = ["p.csv": Self.profile]
    let line = "--volumes p.csv --handling 4m --share 90% --shrinkage 28%"
    let outcome = erlang(line, files: files)
    #expect(outcome.errors == "" && outcome.status == .done)
    #expect(outcome.output.contains("\nIntervals  336 of 30 min\nDays       of one average week\nHandling "))
    #expect(outcome.output.contains(", on Sat at 07:00\n"))
    #expect(outcome.output.contains("\nRostered, Monday to Sunday\n"))
    #expect(
      outcome.output.contains("\n       Mon  Tue  Wed  Thu  Fri  Sat  Sun\n00:00    5    5    5    5    5    5    5\n"))
    #expect(outcome.output.contains("\nDay  Offered  Required  Rostered  Peak  In 10 s  Occupied\nMon "))
    #expect(!outcome.output.contains("1970"))
    let document = try json(line, files: files)
    #expect(document["timeZone"] is NSNull && document["missing"] as? Int == 0)
    let first = try #require((document["intervals"] as? [[String: Any]])?.first)
    #expect(first["start"] as? String == "Mon 00:00" && first["offered"] as? Double == 6.5)
    let folder = try TemporaryFolder()
    #expect(erlang("\(line) --csv \(folder["r.csv"])", files: files).errors == "")
    let rows = try folder.text("r.csv").split(separator: "\n")
    #expect(rows.count == 1 + 336 && rows[336].hasPrefix("all,Sun 23:30,30,6.5,240,"))
  }

  @Test func aWeekendIsAWeekToo() {
    let outcome = erlang(
      "--volumes p.csv --handling 4m --share 0.9", files: ["p.csv": "Time,Saturday\n10:00,20\n11:00,22\n"])
    #expect(outcome.errors == "" && outcome.output.contains("\nSaturday\n----"))
    #expect(outcome.output.contains("on Sat at 10:00\n"))
  }

  @Test func nobodyAtAllIsAnAnswer() {
    let nobody = "start,count\n2025-05-26T07:00,0\n2025-05-26T07:30,0\n"
    let outcome = erlang("--volumes v.csv --share 0.9 --shrinkage 0.3", files: ["v.csv": nobody])
    #expect(outcome.status == .done && outcome.errors == "")
    #expect(outcome.output.contains("\nRequired   0.0  handler-hours\n"))
  }
}

private let oneMorning = """
  Erlang A: handlers required by interval
  ================================================================================
  Volumes    999, from morning.csv
  Intervals  4 of 30 min
  Clocks     Europe/London
  Handling   3:53 on average
  Patience   7:00 on average
  Target     90% in 10 s
  Shrinkage  30% of rostered time is not at work

  In all
  --------------------------------------------------------------------------------
  Offered        67  contacts
  Load          4.3  hours of work
  Required      8.5  handler-hours; at the peak 7, on Mon 2025-05-26 at 07:30
  Rostered     12.5  handler-hours; at the peak 10
  In 10 s    91.24%  of calls offered
  Abandoned   1.35%
  Mean wait  5.01 s  of calls answered
  Occupancy  49.95%

  Monday 26 May 2025
  --------------------------------------------------------------------------------
  Start  Offered  Load  Required  Rostered  In 10 s  Abandoned    Wait  Occupied
  07:00     12.0   1.6         4         6    93.2%       1.2%  4.41 s     38.4%
  07:30     30.0   3.9         7        10    91.0%       1.3%  4.89 s     54.8%
  08:00      0.0   0.0         0         0        –          –       –         –
  08:30     24.5   3.2         6         9    90.6%       1.5%  5.45 s     52.1%

  Where nobody comes nobody is required. Every interval is reckoned by itself, as
  if it had no end: none takes over a queue from the one before, and handlers take
  no breaks but those in shrinkage. Each is rounded up to whole handlers, so that
  all together do better than the target. “watchroom size” simulates shifts
  instead.

  """
