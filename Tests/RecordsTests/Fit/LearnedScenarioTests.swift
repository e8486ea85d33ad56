import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import Records

@Suite struct LearnedScenarioTests {
  private let shifts = [
    Shift(id: "earlies", start: 7 * .hour, length: 8 * .hour), Shift(id: "lates", start: 15 * .hour, length: 8 * .hour),
    Shift(id: "nights", start: 23 * .hour, length: 8 * .hour),
  ]

  private func channel(_ id: String, _ perDay: Double, priority: Double, handling: Distribution) -> Channel {
    Channel(
      id: id, arrivals: .profile(ArrivalProfile(perYear: perDay * 365)), priority: priority,
      patience: .exponential(mean: 300), handling: handling, wrapUp: .exponential(mean: 30))
  }

  private func scenario(days: Int, teams: [Team], channels: [Channel]) -> Scenario {
    // Monday 7 March 2022.
    Scenario(
      name: "x", calendar: ScenarioCalendar(start: 1_646_611_200_000, days: days), channels: channels, shifts: shifts,
      teams: teams)
  }

  private func learn(_ text: String) throws -> (learned: LearnedScenario, records: ContactRecords) {
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    return (LearnedScenario(records), records)
  }

  /// The scenario as its own files say it.
  private func reread(_ learned: LearnedScenario) throws -> ReadScenario {
    let files = learned.files(path: "out/learned.json5", source: "r.csv")
    return try ScenarioReader.read(
      path: "out/learned.json5", files: MemoryFiles(Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })))
  }

  @Test func narrowAndWideCentresComeBack() throws {
    for (perDay, heads, cv) in [(250.0, 2, 1.2), (700.0, 4, 0.3)] {
      let truth = scenario(
        days: 11,
        teams: [
          Team(
            id: "all", answers: ["999"],
            staff: .shifts(shifts.map { .init(shift: $0.id, heads: Array(repeating: heads, count: 7)) }))
        ], channels: [channel("999", perDay, priority: 5, handling: .lognormal(mean: 240, cv: cv))])
      let (learned, records) = try learn(recordedRun(truth))
      #expect(learned.warnings.isEmpty && records.warnings.isEmpty, "\(records.warnings)")
      let found = try #require(learned.channels.first)
      expectClose(found.arrivals.profile.perYear, perDay * 365, within: 0.06)
      #expect(found.handling?.family == "lognormal" && found.priority == 5 && found.hasPriority)
      expectClose(found.handling?.distribution.mean ?? 0, 240, within: 0.06)
      expectClose(found.wrapUp?.distribution.mean ?? 0, 30, within: 0.06)
      let team = try #require(learned.teams.first)
      #expect(team.shifts.map(\.start) == [14, 30, 46] && team.shifts.allSatisfy { $0.length == 16 })
      #expect(team.shifts.allSatisfy { $0.heads == Array(repeating: heads, count: 7) }, "\(team.shifts)")

      let read = try reread(learned)
      #expect(read.warnings.isEmpty, "\(read.warnings)")
      #expect(read.scenario.shifts.map(\.id) == ["07:00-15:00", "15:00-23:00", "23:00-07:00"])
      #expect(read.scenario.calendar.days == 11 && read.scenario.calendar.start == truth.calendar.start)
      expectClose(read.scenario.channels[0].handling.mean, found.handling?.distribution.mean ?? 0, within: 1e-3)
    }
  }

  @Test func teamsAreToldApartByWhatTheyAnswer() throws {
    let truth = scenario(
      days: 10,
      teams: [
        Team(id: "first", answers: ["999"], staff: .intervals(heads: Array(repeating: [2], count: 7))),
        Team(id: "both", answers: ["999", "101"], staff: .intervals(heads: Array(repeating: [2], count: 7))),
      ],
      channels: [
        channel("999", 400, priority: 2, handling: .exponential(mean: 240)),
        channel("101", 250, priority: 1, handling: .exponential(mean: 300)),
      ])
    let learned = try learn(recordedRun(truth)).learned
    let teams = learned.teams.sorted { $0.answers.count < $1.answers.count }
    #expect(teams.map { $0.answers.sorted() } == [["999"], ["101", "999"]])
    // Places filled without end are no shifts; their heads are a roster.
    #expect(teams[0].shifts.isEmpty && teams[0].heads.joined().allSatisfy { $0 == 2 })
    #expect(teams[1].heads.joined().allSatisfy { $0 == 2 })
    let files = learned.files(path: "out/l.json5", source: "r.csv").map(\.path)
    #expect(files.count == 3 && files.last == "out/l.json5" && files.contains("out/l-999-heads.csv"))
    #expect(try reread(learned).scenario.teams.map(\.answers.count).sorted() == [1, 2])
  }

  @Test func withoutHandlersHeadsAreGuessed() throws {
    let truth = scenario(
      days: 8, teams: [Team(id: "all", answers: ["999"], staff: .intervals(heads: Array(repeating: [3], count: 7)))],
      channels: [channel("999", 500, priority: 0, handling: .exponential(mean: 240))])
    let rows = recordedRun(truth).split(separator: "\n").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).prefix(5).joined(separator: ",")
    }
    let (learned, _) = try learn(rows.joined(separator: "\n") + "\n")
    let team = try #require(learned.teams.first)
    #expect(team.basis == .formula)
    // Wrap-up is not known, so fewer heads do the work.
    #expect(team.heads.joined().allSatisfy { (2...4).contains($0) }, "\(team.heads[0])")
    #expect(learned.warnings.map(\.message) == ["there is no column “agent”"])
    #expect(!learned.channels[0].hasPriority)
    let read = try reread(learned)
    #expect(read.warnings.isEmpty && read.scenario.channels[0].wrapUp == .constant(0))
  }

  @Test func gapsAreFoundAndLeftOut() throws {
    var text = "arrival,channel,wait,outcome,handling\n"
    for day in 1...20 where day != 11 {
      for minute in stride(from: 0, to: 1_440, by: 10) {
        let clock = "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
        text += "2022-03-\(day < 10 ? "0" : "")\(day)T\(clock),a \"b\",\(minute % 7),answered,\(60 + minute % 100)\n"
          .replacing("a \"b\"", with: "\"a \"\"b\"\"\"")
      }
    }
    let learned = try learn(text).learned
    #expect(
      learned.warnings.first?.message == "there is nothing at all from 2022-03-11 00:00 to 2022-03-12 00:00")
    expectClose(learned.channels[0].arrivals.profile.perYear, 144 * 365, within: 1e-6)
    #expect(learned.channels[0].patience.distribution == .never)
    let read = try reread(learned)
    #expect(read.scenario.channels.map(\.id) == ["a \"b\""] && read.warnings.isEmpty)
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    let truth = scenario(
      days: 3, teams: [Team(id: "all", answers: ["999"], staff: .intervals(heads: Array(repeating: [2], count: 7)))],
      channels: [channel("999", 300, priority: 0, handling: .exponential(mean: 240))])
    let rows = recordedRun(truth).split(separator: "\n")
    let turned = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
    let first = try learn(recordedRun(truth)).learned.files(path: "l.json5", source: "r")
    #expect(try learn(turned).learned.files(path: "l.json5", source: "r") == first)
  }
}
