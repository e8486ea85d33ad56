import ScenarioFile
import Testing

/// Channels to which contacts may come while nobody who answers them is on duty.
@Suite struct UnattendedTests {
  /// What is said of a week from Monday 2 March 2026, of channel 999 and the one team that answers it.
  private func said(
    staff: String = "{ csv: 'r.csv' }", tours: [String] = [], channel: String = "arrivals: { perYear: 1000 }",
    channels: String = "", teams: String = "", top: String = "", calendar: String = "days: 7", trace: [String] = []
  ) -> [String] {
    let scenario = """
      { calendar: { start: "2026-03-02T00:00", \(calendar) },
        channels: { "999": { \(channel), handling: { constant: 60 } }, \(channels) },
        shifts: { day: { start: "08:00", length: "12h" }, night: { start: "20:00", length: "12h" } },
        teams: { a: { answers: ["999"], staff: \(staff) }, \(teams) }, \(top) }
      """
    let files = [
      "s.json5": scenario, "r.csv": "handler,start,end\n" + tours.map { "ann,\($0)\n" }.joined(),
      "t.csv": "time\n" + trace.map { "\($0)\n" }.joined(),
    ]
    return problems(files).map { "\($0.path): \($0.message)" }
  }

  /// A tour round the clock on each of these days of March 2026.
  private func tours(_ days: [Int]) -> [String] { days.map { "2026-03-0\($0)T00:00,2026-03-0\($0 + 1)T00:00" } }

  private func nobody(_ from: String, _ to: String, more: String = "") -> String {
    "channels.999: nobody who answers “999” is on duty from 2026-03-\(from) to 2026-03-\(to)\(more)"
  }

  private static let days = "{ day: 1 }"
  private var everyNight: String { nobody("02T00:00", "02T08:00", more: ", nor at 7 other times") }

  @Test func aRosterThatIsCutOff() {
    #expect(said(tours: tours([2, 3, 4, 5])) == [nobody("06T00:00", "09T00:00")])
  }

  @Test func aRosterWithoutItsThursday() {
    #expect(said(tours: tours([2, 3, 4, 6, 7, 8])) == [nobody("05T00:00", "06T00:00")])
    #expect(said(tours: tours([2, 3, 4, 5, 6, 7, 8])) == [])
    #expect(said(tours: tours([2, 4, 6, 7, 8])) == [nobody("03T00:00", "04T00:00", more: ", nor at 1 other time")])
  }

  @Test func theRemedyNamesTheTeam() throws {
    let text = Fixture.least().replacing(Fixture.byHour, with: "0, \(Fixture.byHour.dropFirst(3))")
    let problem = try #require(problems(["s.json5": text]).first)
    #expect(
      problem.remedy
        == "roster somebody of “a” then, or, if the channel is closed then, let its arrivals have nobody come")
    #expect(problem.severity == .warning && problem.place.line == 2)
  }

  @Test func theRemedyNamesEveryWayToTheChannel() throws {
    let text = """
      { calendar: { start: "2026-03-02T00:00", days: 7 },
        channels: {
          "999": { handling: { constant: 60 } },
          menu: { arrivals: { perYear: 1000 }, handling: { constant: 60 }, front: { ivr: { divertsTo: { "999": 0.5 } } } } },
        shifts: { day: { start: "08:00", length: "12h" }, night: { start: "20:00", length: "12h" } },
        teams: { a: { answers: ["999"], staff: { day: 1 } }, b: { answers: ["menu"], staff: { day: 1, night: 1 } } } }
      """
    let problem = try #require(problems(["s.json5": text]).first)
    #expect(problem.remedy.hasSuffix("let its arrivals have nobody come, and none be diverted or transferred to it"))
  }

  /// The warm-up is simulated as well; the drain has no new contacts.
  @Test func theWarmUpCountsAndTheDrainDoesNot() {
    let all = tours([2, 3, 4, 5, 6, 7, 8])
    #expect(
      said(tours: tours([2, 3]), calendar: "days: 2, warmUp: '1d'") == [nobody("01T00:00", "02T00:00")])
    #expect(said(tours: all, calendar: "days: 7, drain: '1d'") == [])
  }

  @Test func shiftsHoursAndRotationsAreLookedAtToo() {
    #expect(said(staff: Self.days) == [everyNight])
    #expect(said(staff: "{ day: 1, night: 1 }") == [])
    let hours = (0..<24).map { $0 < 8 || $0 >= 20 ? "0" : "2" }.joined(separator: ", ")
    #expect(said(staff: "{ byHour: [\(hours)] }") == [everyNight])
    #expect(
      said(staff: "{ day: 1, night: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sun: 1 } }")
        == [nobody("07T20:00", "08T08:00")])
    // Of a cycle of four days two groups work days, then nights.
    func rotation(_ groups: String) -> String {
      "{ rotation: { pattern: ['day', 'day', 'night', 'night'], from: '2026-03-01', groups: \(groups) } }"
    }
    #expect(said(staff: rotation("{ A: 5, B: 5 }")) == [])
    #expect(said(staff: rotation("{ A: 5, B: 0 }")).count == 1)
  }

  @Test func whoIsAbsentOrLateOrOnABreakIsOnDuty() {
    let top = "attendance: 0.1, roles: { r: { lateness: { constant: '1h' } } }"
    #expect(said(staff: "{ day: 1, night: 1 }, role: 'r'", top: top) == [])
  }

  @Test func aChannelThatIsClosedNeedsNobody() {
    let hours = (0..<24).map { $0 < 8 || $0 >= 20 ? "0" : "1" }.joined(separator: ", ")
    #expect(said(staff: Self.days, channel: "arrivals: { perYear: 1000, hourOfDay: [\(hours)] }") == [])
    // Nobody comes in the first half of the week, by a factor; then every night somebody may.
    let shut = "factors: { shut: { from: '2026-03-02T00:00', to: '2026-03-05T12:00', times: 0 } }"
    #expect(
      said(staff: Self.days, channel: "arrivals: { perYear: 1000, \(shut) }")
        == [nobody("05T20:00", "06T08:00", more: ", nor at 3 other times")])
    #expect(
      said(staff: Self.days, channel: "arrivals: { perYear: 0 }", top: "").filter { $0.contains("on duty") } == [])
  }

  @Test func workThatMayLieNeedsNobodyAtOnce() {
    #expect(said(staff: Self.days, channel: "kind: 'deferred', arrivals: { perYear: 1000 }") == [])
  }

  @Test func recordedContactsNeedSomebodyWhenTheyCome() {
    let trace = "arrivals: { trace: 't.csv' }"
    #expect(said(staff: Self.days, channel: trace, trace: ["2026-03-02T08:00", "2026-03-03T19:59"]) == [])
    #expect(
      said(staff: Self.days, channel: trace, trace: ["2026-03-02T08:00", "2026-03-03T20:00"])
        == [nobody("03T20:00", "04T08:00")])
  }

  @Test func appointmentsNeedSomebodyAtTheirHours() {
    func book(_ from: String, _ to: String) -> String {
      "kind: 'visit', arrivals: { appointments: { from: '\(from)', to: '\(to)', every: '30m', days: ['tue'] } }"
    }
    #expect(said(staff: Self.days, channel: book("09:00", "20:00")) == [])
    #expect(said(staff: Self.days, channel: book("09:00", "20:01")) == [nobody("03T20:00", "04T08:00")])
    #expect(said(staff: Self.days, channel: book("07:40", "12:00")) == [nobody("02T20:00", "03T08:00")])
  }

  /// By whom else contacts may be answered.
  @Test func whoHelpsIsThere() {
    let chat = "chat: { arrivals: { perYear: 1 }, handling: { constant: 60 } }"
    let others = "b: { answers: ['chat'], staff: { day: 1, night: 1 } }"
    #expect(said(staff: Self.days, channels: chat, teams: others) == [everyNight])
    #expect(said(staff: Self.days, teams: "b: { answers: ['999'], staff: { night: 1 } }") == [])
    let overflow = "arrivals: { perYear: 1000 }, overflow: { after: '1m', teams: ['b'] }"
    #expect(said(staff: Self.days, channel: overflow, channels: chat, teams: others) == [])
    let surge = "surges: { all: { channel: '999', over: 5, for: '1m', borrows: ['b'] } }"
    #expect(said(staff: Self.days, channels: chat, teams: others, top: surge) == [])
  }

  /// What comes by way of another channel comes when that has contacts.
  @Test func diversionsAndTransfersBringContacts() {
    let quiet = "priority: 1"
    func menu(_ more: String) -> String { "menu: { arrivals: { perYear: 1000 }, handling: { constant: 60 }, \(more) }" }
    let menuTeam = "b: { answers: ['menu'], staff: { day: 1, night: 1 } }"
    let diverting = menu("front: { ivr: { divertsTo: { '999': 0.5 } } }")
    #expect(said(staff: Self.days, channel: quiet, channels: diverting, teams: menuTeam) == [everyNight])
    let transferring = menu("outcomes: { urgent: { share: 0.1, transfer: { to: '999' } } }")
    #expect(said(staff: Self.days, channel: quiet, channels: transferring, teams: menuTeam) == [everyNight])
    // All of them are passed on, so that nobody needs to answer the menu.
    let passing = menu("front: { ivr: { divertsTo: { '999': 1 } } }")
    #expect(
      said(
        staff: "{ day: 1, night: 1 }", channel: quiet, channels: passing,
        teams: "b: { answers: ['menu'], staff: { day: 1 } }")
        == [])
  }

  /// What is said of a team, or of its roster, is not said again of each of its channels.
  @Test func nothingIsSaidTwice() {
    #expect(said(staff: "{ day: 0 }") == ["teams.a.staff: nobody is rostered in this team"])
    let late = said(
      tours: tours([4, 5, 6, 7, 8]) + ["2026-03-09T00:00,2026-03-10T00:00", "2026-03-10T00:00,2026-03-11T00:00"],
      calendar: "days: 9")
    #expect(late.count == 1 && late[0].contains("until then nobody is there"), "\(late)")
    // Of two teams one has nobody ever, and the other none on a Thursday.
    let empty = said(tours: tours([2, 3, 4, 6, 7, 8]), teams: "b: { answers: ['999'], staff: { day: 0 } }")
    #expect(empty.count == 2 && empty.contains(nobody("05T00:00", "06T00:00")), "\(empty)")
  }
}
