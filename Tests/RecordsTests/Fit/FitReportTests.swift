import DiscreteEvents
import Foundation
import Reading
import Testing

@testable import Records
@testable import Writing

/// What is said for programs of a scenario that was learned.
@Suite struct FitReportTests {
  /// Three weeks of a call every ten minutes, of which every tenth is not answered, by two handlers who are always there;
  /// and one message that nobody says anything of.
  private static let calls: String = {
    var text = "arrival,channel,wait,outcome,handling,wrapUp,agent,priority\n"
    for day in 6...26 {
      for minute in stride(from: 0, to: 1_440, by: 10) {
        let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        let wait = (minute / 10 * 7) % 23
        let end = minute % 100 == 0 ? "abandoned,,,," : "answered,\(100 + minute * 37 % 200),5,A\(minute / 10 % 2),"
        text += "2022-03-\(day < 10 ? "0" : "")\(day)T\(clock),999,\(wait),\(end)\n"
      }
    }
    return text + "2022-03-10T12:00,online,0,answered,,,,7\nsoon,999,1,answered,1,1,A0,\n"
  }()

  private static func learn(_ text: String) throws -> (learned: LearnedScenario, report: FitReport) {
    let records = try ContactRecords.read("calls.csv", timeZone: "UTC", files: MemoryFiles(["calls.csv": text]))
    let learned = LearnedScenario(records)
    return (learned, FitReport(learned, from: records))
  }

  private static func parsed(_ report: FitReport) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
  }

  /// Whether a number that was read is `reference`, but for the last digit of how it was read.
  private static func isSame(_ value: Any?, _ reference: Double) -> Bool {
    guard let value = value as? Double else { return false }
    return (value - reference).magnitude <= 1e-12 * max(1, reference.magnitude)
  }

  private static func areSame(_ values: [Any?], _ references: [Double]) -> Bool {
    values.count == references.count && zip(values, references).allSatisfy { isSame($0, $1) }
  }

  /// Eight weeks, each day with a contact more than the one before.
  @Test func growthIsSaidEverywhere() throws {
    var text = "arrival,channel,wait,outcome,handling\n"
    for day in 0..<60 {
      let civil = CivilTime(dayNumber: CivilTime(year: 2_022, month: 3, day: 7).dayNumber + day)
      for number in 0..<(96 + day) {
        let clock = CivilTime.clock(Milliseconds(number) * .day / Milliseconds(96 + day))
        text += "\(civil.dateText)T\(clock),999,1,answered,60\n"
      }
    }
    let (learned, report) = try Self.learn(text)
    let warning = try #require(learned.warnings.first { $0.message.hasPrefix("the contacts of “999” grew by ") })
    #expect(warning.remedy.hasPrefix("perYear is the mean of the records, not of their end"))
    #expect(report.text().contains("\nThe contacts of 999 grew by "))
    let scenario = learned.files(path: "l.json5", source: "calls.csv").last?.text ?? ""
    #expect(scenario.contains("// They grew by ") && !scenario.contains("busyness"))
  }

  /// What was not seen is not said to be none.
  @Test func aVariationOfNothingIsNotSeen() throws {
    let text = try Self.learn(Self.calls).report.text().replacing("\n", with: " ")
    #expect(
      text.contains("Where a cv is 0, no variation was seen, which is not to say that there is none: "), "\(text)")
    #expect(text.contains(#/these days would mostly not show less than 0\.\d+ of 999/#), "\(text)")
  }

  /// Names are anybody's: they turn no line round, and make none longer than the page.
  @Test func namesAreMadeFitForThePage() throws {
    let channels = (0..<12).map { "queue \u{202E}\($0) of the borough" }
    var text = "arrival,channel,wait,outcome\n"
    for day in 1...9 { for name in channels { text += "2022-03-0\(day)T10:00,\(name),1,answered\n" } }
    let page = try Self.learn(text).report.text()
    #expect(page.contains("In time is within 3 min: queue 0 of the borough, queue 1 of the borough,"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    #expect(page.split(separator: "\n").allSatisfy { String($0).displayWidth <= TextTable.pageWidth })
  }

  /// Of one there is one.
  @Test func oneContactIsSaidAsOne() throws {
    let row = "2022-03-07T10:00,online,1,answered,60,5,Ann,\n"
    let learned = try Self.learn("arrival,channel,wait,outcome,handling,wrapUp,agent,priority\n" + row).learned
    let text = try #require(learned.files(path: "l.json5", source: "calls.csv").last?.text)
    #expect(text.contains(", of 1 contact; distance ") && !text.contains("1 contacts"))
    #expect(text.contains(": 0 gave up and 1 was answered before they would\n"))
  }

  @Test func theRowsAndTheDaysAreCounted() throws {
    let (learned, report) = try Self.learn(Self.calls)
    let document = try Self.parsed(report)
    #expect(report.json.hasPrefix("{\n  \"schema\": \"watchroom/fit/1\",\n  \"engine\": \"watchroom "))
    #expect(
      document.keys.sorted() == [
        "channels", "days", "engine", "firstDay", "holidays", "leftOut", "odd", "records", "rows", "rowsUsed", "schema",
        "teams",
        "timeZone", "wholeDays",
      ])
    #expect(document["records"] as? String == "calls.csv" && document["timeZone"] as? String == "UTC")
    #expect(document["rows"] as? Int == 3_026 && document["rowsUsed"] as? Int == 3_025)
    let leftOut = try #require(document["leftOut"] as? [[String: Any]])
    #expect(leftOut.map { $0["kind"] as? String } == ["an arrival that is no moment"])
    #expect(leftOut.map { $0["count"] as? Int } == [1])
    #expect((document["holidays"] as? [String]) == [])
    #expect(
      report.text().contains("\nIn time is within 10 s: 999\nIn time is within 3 min: online\n"))
    let odd = try #require(document["odd"] as? [[String: Any]])
    #expect(odd.contains { $0["kind"] as? String == "answered, without a handling time" && $0["count"] as? Int == 1 })
    #expect(document["firstDay"] as? String == "2022-03-06" && document["days"] as? Int == 21)
    #expect(document["wholeDays"] as? Int == learned.wholeDays && learned.wholeDays == 21)
  }

  /// Every figure is that of what was learned, times in seconds.
  @Test func aChannelIsWhatWasLearnedOfIt() throws {
    let (learned, report) = try Self.learn(Self.calls)
    let channels = try #require(try Self.parsed(report)["channels"] as? [String: [String: Any]])
    #expect(channels.keys.sorted() == ["999", "online"])
    let calls = try #require(channels["999"])
    let abandoned = 21 * 15
    #expect(calls["offered"] as? Int == 3_024 && calls["abandoned"] as? Int == abandoned)
    #expect(calls["answered"] as? Int == 3_024 - abandoned)
    #expect(Self.isSame(calls["abandonmentRate"], Double(abandoned) / 3_024))
    #expect(calls["within"] as? Double == 10 && Self.isSame(calls["inTime"], learned.channels[0].inTime))
    #expect(calls["overlapping"] as? Double == 0 && calls["priority"] is NSNull)
    let arrivals = try #require(calls["arrivals"] as? [String: Any])
    #expect(Self.isSame(arrivals["perYear"], learned.channels[0].arrivals.profile.perYear))
    #expect(Self.isSame(arrivals["dispersion"], learned.channels[0].arrivals.dispersion))
    #expect(arrivals["busyness"] is NSNull)

    let fit = try #require(learned.channels[0].handling)
    let handling = try #require(calls["handling"] as? [String: Any])
    #expect(handling["family"] as? String == fit.family && handling["count"] as? Int == 3_024 - abandoned)
    #expect(Self.isSame(handling["mean"], fit.mean) && Self.isSame(handling["distance"], fit.distance))
    let quantiles = try #require(handling["quantiles"] as? [[String: Double]])
    #expect(Self.areSame(quantiles.map { $0["share"] }, FitReport.shares))
    #expect(Self.areSame(quantiles.map { $0["recorded"] }, FitReport.shares.map { fit.quantiles($0).observed }))
    #expect(Self.areSame(quantiles.map { $0["fitted"] }, FitReport.shares.map { fit.quantiles($0).fitted }))
    let families = try #require(handling["families"] as? [[String: Any]])
    #expect(families.map { $0["family"] as? String } == fit.candidates.map(\.family) && !families.isEmpty)
    #expect(Self.areSame(families.map { $0["excess"] }, fit.candidates.map(\.excess)))
    #expect(Self.areSame(families.map { $0["distance"] }, fit.candidates.map(\.distance)))
    #expect((calls["wrapUp"] as? [String: Any])?["family"] as? String == "constant")

    let patience = try #require(calls["patience"] as? [String: Any])
    #expect(patience["family"] as? String == learned.channels[0].patience.family)
    #expect(Self.isSame(patience["distance"], learned.channels[0].patience.distance))
    let waiting = try #require(patience["stillWaiting"] as? [[String: Double]])
    #expect(
      waiting.first?["after"] == 10
        && Self.isSame(waiting.first?["recorded"], learned.channels[0].patience.stillWaiting[0].share))
    #expect(Self.isSame(waiting.first?["fitted"], learned.channels[0].patience.share(waiting: 10)))

    // What no row says is null.
    let online = try #require(channels["online"])
    #expect(online["handling"] is NSNull && online["wrapUp"] is NSNull && online["priority"] as? Double == 7)
    #expect((online["patience"] as? [String: Any])?["family"] as? String == "never")
  }

  @Test func aTeamHasItsHeads() throws {
    let (learned, report) = try Self.learn(Self.calls)
    let teams = try #require(try Self.parsed(report)["teams"] as? [String: [String: Any]])
    let team = try #require(teams["999"])
    let own = try #require(learned.teams.first { $0.name == "999" })
    #expect(team["answers"] as? [String] == ["999"] && team["basis"] as? String == "activity")
    #expect(team["handlers"] as? Int == 2)
    #expect(team["heads"] as? [[Int]] == own.heads && own.heads.count == 7 && own.heads[0].count == 48)

    // Without names, heads are by formula; with shifts, these have a clock time and a length in seconds.
    let nameless = Self.calls.replacing(/,A[01],/, with: ",,")
    let guessed = try #require(try Self.parsed(Self.learn(nameless).report)["teams"] as? [String: [String: Any]])
    #expect(guessed["999"]?["basis"] as? String == "formula" && guessed["999"]?["handlers"] is NSNull)
    let pattern = LearnedTeam.Pattern(start: 14, length: 17, heads: [3, 3, 3, 3, 3, 2, 1])
    let shifts = LearnedTeam(name: "999", answers: ["999"], heads: [], shifts: [pattern], basis: .formula)
    #expect(
      JSONWriter.document(FitReport.team(shifts)).contains(
        "\"start\": \"07:00\",\n      \"length\": 30600,\n      \"heads\": [3, 3, 3, 3, 3, 2, 1]"))
  }
}
