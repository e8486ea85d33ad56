import ContactCentre
import DiscreteEvents
import Foundation
import Reading
import ScenarioFile
import Testing

@Suite("Reading what is right")
struct HappyPathTests {
  @Test func theFixtureReadsWithoutAWord() throws {
    #expect(try read(Fixture.files).warnings == [])
  }

  @Test func calendar() throws {
    let calendar = try read(Fixture.files).scenario.calendar
    #expect(calendar.start == 1_658_469_600_000)
    #expect(calendar.days == 2 && calendar.warmUp == .day && calendar.drain == 2 * .hour)
    #expect(calendar.interval == 30 * .minute && calendar.zone.name == "Europe/London")
    #expect(calendar.holidays.map { CivilTime(dayNumber: $0).month } == [5, 8])
  }

  @Test func channels() throws {
    let channels = try read(Fixture.files).scenario.channels
    #expect(channels.map(\.id) == ["999", "101", "chat"])
    #expect(channels.map(\.kind) == [.call, .call, .chat])
    let emergency = channels[0]
    guard case .profile(let profile) = emergency.arrivals else {
      Issue.record("no profile")
      return
    }
    #expect(profile.perYear == 885_504 && profile.hourOfDay.count == 24 && profile.hourOfDay[0] == 3)
    #expect(profile.dayOfWeek == [1.1, 1, 1, 1, 1, 1, 0.9])
    #expect(profile.month == [1, 1, 1, 1, 1, 1, 1.2, 1, 1, 1, 1, 1])
    #expect(profile.busyness == ArrivalProfile.Busyness(day: 0.08, interval: 0.1, correlation: 0.6))
    #expect(
      emergency.front == [
        FrontStage(id: "operator", takes: .constant(5), counts: true),
        FrontStage(id: "ivr", contains: 0.1, divertsTo: [FrontStage.Diversion(to: "chat", share: 0.05)]),
      ])
    #expect(emergency.priority == 100 && emergency.patience == .weibull(mean: 420, shape: 0.8))
    #expect(emergency.wrapUp == .exponential(mean: 90))
    #expect(emergency.outcomes.map(\.name) == ["P1", "resolved"] && emergency.outcomes.map(\.share) == [0.2, 0.7])
    #expect(
      emergency.redial
        == Channel.Redial(probability: 0.8, after: .gamma(mean: 120, cv: 1), to: "101", atMost: 4))
    #expect(emergency.target == Channel.Target(share: 0.9, within: 10_000, shortAbandon: 5_000))
    let local = channels[1]
    #expect(
      local.patience
        == .mixture([
          Distribution.Component(weight: 0.3, distribution: .never),
          Distribution.Component(weight: 0.7, distribution: .uniform(min: 10, max: 300)),
        ]))
    #expect(local.handling == .empirical(values: [45.5, 90, 120]))
    #expect(local.wrapUp == .empirical(values: [10, 20, 30]))
    guard case .profile(let chat) = channels[2].arrivals else {
      Issue.record("no profile")
      return
    }
    #expect(chat.byHourOfWeek == Array(repeating: 1, count: 168))
    #expect(
      channels[2].patience
        == .quantiles([(0, 10), (0.5, 60), (1, 600)].map { Distribution.Quantile(probability: $0, value: $1) }))
  }

  @Test func traces() throws {
    guard case .trace(let rows) = try read(Fixture.files).scenario.channels[1].arrivals else {
      Issue.record("no trace")
      return
    }
    let start: Milliseconds = 1_658_469_600_000
    #expect(
      rows == [
        TraceRow(
          time: start, handling: 180, wrapUp: 10, patience: 300, outcome: "resolved", caller: "c1", latitude: 52.5,
          longitude: -1.9),
        TraceRow(time: start + 30_000),
        TraceRow(
          time: start + 2 * .hour + 15 * .minute + 250, handling: 185.5, wrapUp: 0, patience: 600, outcome: "resolved",
          caller: "Smith, J", latitude: 52.4, longitude: -1.8),
      ])
  }

  @Test func tracesInAnyOrderOfColumnsAndRows() throws {
    let text =
      "\u{FEFF}caller,\"time\"\r\n\"a \"\"b\"\"\nc\",2022-07-22 08:00:00\r\nd,2022-07-22T07:00+01:00\r\ne,2022-07-22T07:00Z\r\n"
    guard
      case .trace(let rows) = try read(Fixture.files(changing: "night.csv") { _ in text }).scenario.channels[1].arrivals
    else {
      Issue.record("no trace")
      return
    }
    #expect(rows.map(\.caller) == ["d", "a \"b\"\nc", "e"])
    #expect(rows.map { $0.time - rows[0].time } == [0, .hour, .hour])
  }

  /// What was none of the outcomes with a name is recorded as `other`, as results and exports call it.
  @Test func aRecordedContactMayBeNoneOfTheNamedOutcomes() throws {
    let text = "time,outcome\n2022-07-22T08:00,other\n2022-07-22T08:01,resolved\n2022-07-22T08:02,\n"
    guard
      case .trace(let rows) = try read(Fixture.files(changing: "night.csv") { _ in text }).scenario.channels[1].arrivals
    else {
      Issue.record("no trace")
      return
    }
    #expect(rows.map(\.outcome) == [TraceRow.other, "resolved", nil])
  }

  @Test func teamsAndShifts() throws {
    let scenario = try read(Fixture.files).scenario
    #expect(
      scenario.shifts == [
        Shift(
          id: "earlies", start: 7 * .hour, length: 8 * .hour,
          breaks: [
            Shift.Break(after: 2 * .hour, length: 15 * .minute, spread: .hour),
            Shift.Break(after: 4 * .hour, length: 30 * .minute),
          ]),
        Shift(id: "nights", start: 22 * .hour, length: 9 * .hour),
      ])
    #expect(scenario.teams.map(\.id) == ["emergency", "contact", "messages", "desk"])
    #expect(
      scenario.teams[0]
        == Team(
          id: "emergency", answers: ["999"],
          staff: .shifts([
            Staff.ShiftHeads(shift: "earlies", heads: Array(repeating: 8, count: 7)),
            Staff.ShiftHeads(shift: "nights", heads: [6, 0, 0, 0, 0, 9, 0]),
          ]), costPerHour: 18.5))
    #expect(scenario.teams[2].concurrency == 2 && scenario.teams[2].slowdown == [1, 1.2])
    #expect(scenario.teams[2].staff == .intervals(heads: Array(repeating: Array(1...24), count: 7)))
    let start: Milliseconds = 1_658_469_600_000
    #expect(
      scenario.teams[1].staff
        == .roster([
          Staff.RosterRow(handler: "ann", start: start, end: start + 8 * .hour),
          Staff.RosterRow(handler: "ann", start: start + 8 * .hour, end: start + 12 * .hour),
          Staff.RosterRow(handler: "cat", start: start + 39 * .hour, end: start + 48 * .hour),
          Staff.RosterRow(handler: "dan", start: start - 24 * .hour, end: start - 16 * .hour),
        ]))
    guard case .intervals(let heads) = scenario.teams[3].staff else {
      Issue.record("no intervals")
      return
    }
    #expect(heads.map(\.count) == Array(repeating: 48, count: 7))
    #expect(heads.map { $0[47] } == [1, 2, 3, 4, 5, 6, 47])
  }

  @Test func rostersWithoutATeamAndGridsWithoutSomeDays() throws {
    let rows = try read(
      Fixture.files(changing: "roster.csv") { _ in "end,handler,start\n2022-07-22T08:00,x,2022-07-22T07:00\n" })
    guard case .roster(let tours) = rows.scenario.teams[1].staff else {
      Issue.record("no roster")
      return
    }
    #expect(tours.map(\.handler) == ["x"])
    let grid = try read(
      Fixture.files(changing: "grid.csv") { _ in
        "from,tue\n" + (0..<24).map { "\($0 < 10 ? "0" : "")\($0):00,\($0)\n" }.joined()
      })
    guard case .intervals(let heads) = grid.scenario.teams[3].staff else {
      Issue.record("no intervals")
      return
    }
    #expect(heads[1] == Array(0..<24) && heads[0] == Array(repeating: 0, count: 24))
  }

  @Test func expectations() throws {
    #expect(
      try read(Fixture.files).scenario.expectations == [
        FigureExpectation(name: "999 in 10 s", metric: "channels.999.serviceLevel.ofOffered", bound: .atLeast(0.9)),
        FigureExpectation(name: "cheap", metric: "cost.total", bound: .atMost(1e6)),
        FigureExpectation(name: "busy", metric: "teams.contact.occupancy", bound: .atMost(0.85)),
      ])
  }

  @Test func defaults() throws {
    let scenario = try read(Fixture.least()).scenario
    #expect(
      scenario.name == "s" && scenario.attendance == 1 && scenario.shifts.isEmpty && scenario.expectations.isEmpty)
    let calendar = scenario.calendar
    #expect(calendar.days == 1 && calendar.warmUp == 0 && calendar.drain == 0 && calendar.interval == .hour)
    #expect(calendar.holidays.isEmpty)
    #expect(calendar.zone.name == "Europe/London")
    let channel = scenario.channels[0]
    #expect(channel == Channel(id: "999", arrivals: .profile(ArrivalProfile(perYear: 1)), handling: .constant(60)))
    let redial = try read(Fixture.least(channel: "redial: { probability: 1, after: { constant: 0 } }")).scenario
    #expect(redial.channels[0].redial == Channel.Redial(probability: 1, after: .constant(0), to: "999", atMost: 5))
  }

  @Test(arguments: [
    ("{ constant: '5s' }", Distribution.constant(5)), ("{ constant: 0 }", .constant(0)),
    ("{ uniform: { min: 1, max: '1m' } }", .uniform(min: 1, max: 60)),
    ("{ uniform: { min: 5, max: 5 } }", .uniform(min: 5, max: 5)),
    ("{ exponential: { mean: '1.5h' } }", .exponential(mean: 5_400)),
    ("{ gamma: { mean: 10, cv: 0.5 } }", .gamma(mean: 10, cv: 0.5)),
    ("{ gamma: { mean: 10, cv: 0 } }", .constant(10)), ("{ lognormal: { mean: 10, cv: 0 } }", .constant(10)),
    ("{ lognormal: { mean: 10, cv: 1e-300 } }", .constant(10)),
    ("{ lognormal: { median: 10, sigma: 0 } }", .constant(10)),
    ("{ weibull: { mean: '7m', shape: 0.8 } }", .weibull(mean: 420, shape: 0.8)),
    ("{ empirical: { values: [3, '1s', 2] } }", .empirical(values: [1, 2, 3])), ("{ never: {} }", .never),
    (
      "{ mixture: [{ weight: 1, constant: 2 }] }",
      .mixture([Distribution.Component(weight: 1, distribution: .constant(2))])
    ),
  ])
  func distributions(_ text: String, _ distribution: Distribution) throws {
    #expect(try read(Fixture.least(channel: "patience: \(text)")).scenario.channels[0].patience == distribution)
  }

  @Test func lognormalParameters() throws {
    func patience(_ text: String) throws -> (mu: Double, sigma: Double)? {
      guard
        case .lognormal(let mu, let sigma) = try read(Fixture.least(channel: "patience: \(text)")).scenario.channels[0]
          .patience
      else { return nil }
      return (mu, sigma)
    }
    let byMean = try #require(try patience("{ lognormal: { mean: '233s', cv: 0.9 } }"))
    #expect(abs(exp(byMean.mu + byMean.sigma * byMean.sigma / 2) - 233) < 1e-9)
    #expect(abs((exp(byMean.sigma * byMean.sigma) - 1).squareRoot() - 0.9) < 1e-12)
    let byMedian = try #require(try patience("{ lognormal: { median: '8m', sigma: 0.5 } }"))
    #expect(abs(exp(byMedian.mu) - 480) < 1e-9 && byMedian.sigma == 0.5)
  }

  @Test(arguments: [
    ("'3m53s'", 233.0), ("'8h'", 28_800), ("'1d'", 86_400), ("'2w1d'", 1_296_000), ("'1.5h'", 5_400), ("'500ms'", 0.5),
    ("'233s'", 233),
    ("233", 233),
    ("0.25", 0.25), ("'1d2h3m4s5ms'", 93_784.005), ("'0s'", 0), ("0x10", 16), ("'0.5s'", 0.5),
  ])
  func durations(_ text: String, _ seconds: Double) throws {
    let channel = try read(Fixture.least(channel: "patience: { constant: \(text) }")).scenario.channels[0]
    #expect(channel.patience == .constant(seconds))
  }

  @Test(
    arguments: [
      ("2022-07-22T07:00", 1_658_469_600_000), ("2022-07-22 07:00", 1_658_469_600_000),
      ("2022-07-22T07:00:01.5", 1_658_469_601_500), ("2022-07-22T06:00Z", 1_658_469_600_000),
      ("2022-07-22T08:00:00+02:00", 1_658_469_600_000), ("2022-07-22T01:30-0430", 1_658_469_600_000),
      ("2022-07-22", 1_658_444_400_000), ("2022-01-01T00:00", 1_640_995_200_000),
      ("2022-12-31T23:59:59.9999Z", 1_672_531_199_999), ("2020-02-29T00:00Z", 1_582_934_400_000),
    ] as [(String, Milliseconds)])
  func instants(_ text: String, _ instant: Milliseconds) throws {
    #expect(try read(Fixture.least(), settings: ["calendar.start=\(text)"]).scenario.calendar.start == instant)
  }

  @Test func lastComesWhatIsTold() throws {
    let result = try read(Fixture.files)
    let names = result.scenario.channels.map(\.id)
    let swapped = try read(Fixture.files, settings: ["channels.chat.priority=3"])
    #expect(swapped.scenario.channels.map(\.id) == names && swapped.digest != result.digest)
  }

  // MARK: Digest and text

  @Test func theDigestIsOfWhatIsSaid() throws {
    let digest = try read(Fixture.files).digest
    #expect(digest.count == 64 && digest.allSatisfy(\.isHexDigit))
    let layout = Fixture.files(changing: "s.json5") {
      $0.replacing("\n", with: " // so it is\n").replacing("priority: 100", with: "'priority': +1e2")
    }
    #expect(try read(layout).digest == digest)
    let elsewhere = Dictionary(uniqueKeysWithValues: Fixture.files.map { ("a/b/" + $0.key, $0.value) })
    #expect(try ScenarioReader.read(path: "a/b/s.json5", files: MemoryFiles(elsewhere)).digest == digest)
    let parts = [
      "s.json5": "{ extends: 'x/t.json5', attendance: 0.875 }",
      "x/t.json5": Fixture.scenario.replacing("0.875", with: "1"),
      "x/night.csv": Fixture.trace, "x/roster.csv": Fixture.roster, "x/grid.csv": Fixture.grid,
      "x/observed.csv": Fixture.observed,
    ]
    #expect(try read(parts).digest == digest)
    #expect(try read(Fixture.files, settings: ["attendance=0.8"]).digest != digest)
    #expect(try read(Fixture.files(changing: "night.csv") { $0.replacing("c1", with: "c2") }).digest != digest)
  }

  @Test func theDigestIsTheSameForEver() throws {
    let hours = (0..<24).map(String.init).joined(separator: ", ")
    let digest = try read(Fixture.least().replacing(Fixture.byHour, with: hours)).digest
    #expect(digest == "f20fe0806157d4834c30a84e135653d41d0112a15d4675e8d87fef43e839df63")
  }

  @Test func theResolvedTextReadsBackTheSame() throws {
    let result = try read(Fixture.files, settings: ["attendance=0.5", "channels.999.redial=null"])
    let again = try read(Fixture.files.merging(["s.json5": result.resolvedText]) { $1 })
    #expect(
      again.scenario == result.scenario && again.digest == result.digest && again.resolvedText == result.resolvedText)
    let unnamed = try read(Fixture.least())
    let other = try ScenarioReader.read(path: "other.json5", files: MemoryFiles(["other.json5": unnamed.resolvedText]))
    #expect(other.scenario == unnamed.scenario)
  }
}
