import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@Suite("Reading who comes")
struct DemandTests {
  private func profile(_ scenario: Scenario, _ channel: Int) throws -> ArrivalProfile {
    guard case .profile(let profile) = scenario.channels[channel].arrivals else {
      throw Wrong(what: "channel \(channel) has no profile")
    }
    return profile
  }

  private struct Wrong: Error { var what: String }

  @Test func theFixtureReadsWithoutAWord() throws {
    #expect(try read(DemandFixture.files).warnings == [])
  }

  @Test func ratesThatChange() throws {
    let scenario = try read(DemandFixture.files).scenario
    let profile = try profile(scenario, 0)
    #expect(profile.scale == 1.4 && profile.holiday == 1.1 && profile.dayOfWeek == [1, 1, 1, 1, 1, 1.2, 1])
    let monday = scenario.calendar.start
    #expect(
      profile.factors == [
        .init(name: "heat wave", from: monday + 12 * .hour, to: monday + 47 * .hour, times: 1.3),
        // The second end is said in UTC, an hour behind the clocks.
        .init(name: "strike", from: monday + 48 * .hour, to: monday + 79 * .hour + 5 * .minute, times: 0.5),
      ])
    #expect(scenario.calendar.holidays == [CivilTime(year: 2022, month: 7, day: 20).dayNumber])
    let plain = try self.profile(scenario, 1)
    #expect(plain == ArrivalProfile(perYear: 685_157))
  }

  @Test func messages() throws {
    let profile = try profile(read(DemandFixture.files).scenario, 3)
    #expect(
      profile.messages == [
        .init(
          name: "tuesday briefing",
          at: [.init(weekday: 1, timeOfDay: 18 * .hour), .init(weekday: 6, timeOfDay: 9 * .hour + 30 * .minute)],
          sentTo: 121_028, replies: 0.004, after: .exponential(mean: 7_200))
      ])
  }

  @Test func aChannelMayHaveNobodyButThoseWhoReply() throws {
    let text = DemandFixture.scenario.replacing("perYear: 0,", with: "")
    #expect(try profile(read(text).scenario, 3) == profile(read(DemandFixture.files).scenario, 3))
  }

  @Test func appointments() throws {
    let channel = try read(DemandFixture.files).scenario.channels[2]
    #expect(
      channel.arrivals
        == .appointments(
          AppointmentBook(
            from: 9 * .hour, to: 17 * .hour, every: 15 * .minute, places: 2,
            days: [true, true, false, false, true, false, false], booked: 0.8, shows: 0.9,
            lateness: .exponential(mean: 240), earliness: 5 * .minute)))
    let least = Fixture.least().replacing(
      "{ perYear: 1 }", with: "{ appointments: { from: '09:00', to: '10:00', every: 900 } }")
    #expect(
      try read(least).scenario.channels[0].arrivals
        == .appointments(AppointmentBook(from: 9 * .hour, to: 10 * .hour, every: 15 * .minute)))
  }

  @Test func optionsTakeAsLongAsTheirStageUnlessTheySayOtherwise() throws {
    let stage = try read(DemandFixture.files).scenario.channels[0].front[0]
    #expect(
      stage.options == [
        .init(
          id: "report a crime", share: 0.3, takes: .constant(20), contains: 0.1,
          divertsTo: [.init(to: "101", share: 0.2)]),
        .init(id: "speak to an officer", share: 0.5, takes: .constant(10)),
      ])
  }

  @Test func whoIsDeterredAndWhoComesAgain() throws {
    let scenario = try read(DemandFixture.files).scenario
    #expect(scenario.channels[0].outcomes.map(\.deterred) == [0.25, 0])
    #expect(
      scenario.callers == [
        CallerGroup(
          id: "frequent", channels: [.init(channel: "999", share: 0.08), .init(channel: "101", share: 0.1)],
          callers: 400, deterred: 0.3),
        CallerGroup(id: "occasional", channels: [.init(channel: "999", share: 0.4)], callers: 65_536),
      ])
  }

  /// An overlay for four tenths more is one line.
  @Test func aScaleIsOneLineOfAnOverlay() throws {
    var files = Fixture.files
    files["more.json5"] = "{ channels: { \"999\": { arrivals: { scale: 1.2 } } } }"
    let scenario = try read(files, overlays: ["more.json5"]).scenario
    #expect(try profile(scenario, 0).scale == 1.2)
  }

  /// Limits that only all of it together can break.
  @Test func volumesCountScalesFactorsMessagesAndAppointments() {
    func errors(_ settings: String...) -> [String] {
      problems(DemandFixture.files, settings: settings).filter { $0.severity == .error }.map(\.path)
    }
    #expect(errors("channels.999.arrivals.scale=1e6") == ["channels"])
    #expect(errors("channels.999.arrivals.factors.strike.times=1e6") == ["channels"])
    #expect(
      errors(
        "channels.replies.arrivals.messages={ x: { at: ['mon 00:00'], sentTo: 1e10, replies: 1, after: { constant: 0 } } }"
      ) == ["channels"])
    let book = "channels.counter.arrivals.appointments"
    #expect(
      errors("calendar.days=3000", "\(book).every=60", "\(book).places=1000", "\(book).days=null") == ["channels"])
    #expect(errors("calendar.days=3000", "\(book).places=1000") == [])
  }

  @Test func aCircleOfDiversionsMayLeadThroughOptions() {
    func errors(_ options: String) -> [String] {
      let front = "front: { ivr: { divertsTo: { '999': 1 }, options: { \(options) } } }"
      return problems(["s.json5": Fixture.least(channel: front)]).filter { $0.severity == .error }.map(\.path)
    }
    #expect(errors("a: { share: 0.5, divertsTo: { '999': 1 } }") == ["channels.999.front"])
    #expect(errors("a: { share: 0, contains: 0.5 }") == ["channels.999.front"])
    #expect(errors("a: { share: 0.5, contains: 0.5 }") == [])
    #expect(errors("a: { share: 0.5, divertsTo: { '999': 0.5 } }") == [])
  }

  static let slips: [Malformed] = [
    .demand(
      "holiday: 1.1", "§holidays: 1.1", "channels.999.arrivals.dayOfWeek.holidays", "not one of the days", "“holiday”?"),
    .demand("holiday: 1.1", "holiday: §-1", "channels.999.arrivals.dayOfWeek.holiday", "negative", "a number from 0"),
    .demand("scale: 1.4", "scale: §-1", "channels.999.arrivals.scale", "negative", "a number from 0"),
    .demand("scale: 1.4", "scale: §\"40%\"", "channels.999.arrivals.scale", "text", "for example 0.4"),
    .demand("times: 1.3", "times: §2e6", "channels.999.arrivals.factors.heat wave.times", "too large", "to 1000000"),
    .demand(
      "{ from: \"2022-07-18T12:00\", ", "§{ ", "channels.999.arrivals.factors.heat wave.from", "needs “from”", "from:"),
    .demand(
      "to: \"2022-07-19T23:00\"", "to: §\"2022-07-18T12:00\"", "channels.999.arrivals.factors.heat wave.to",
      "not later", "the earlier"),
    .demand(
      "from: \"2022-07-18T12:00\"", "from: §\"noon\"", "channels.999.arrivals.factors.heat wave.from",
      "not a moment", "ISO 8601"),
    .demand(
      "from: \"2022-07-18T12:00\"", "from: §\"2022-07-18T12:02\"", "channels.999.arrivals.factors.heat wave.from",
      "every five minutes", "multiple of 5", severity: .warning),
    .demand("times: 0.5", "§time: 0.5", "channels.999.arrivals.factors.strike.time", "no key “time”", "“times”?"),
    .demand(
      "\"tue 18:00\"", "§\"tuesday 18:00\"", "channels.replies.arrivals.messages.tuesday briefing.at.0",
      "not a time of the week", "\"tue 18:00\""),
    .demand(
      "\"tue 18:00\"", "§\"tue 25:00\"", "channels.replies.arrivals.messages.tuesday briefing.at.0",
      "not a time of the week", "mon, tue"),
    .demand(
      "[\"tue 18:00\", \"sun 09:30\"]", "§[]", "channels.replies.arrivals.messages.tuesday briefing.at", "empty",
      "give 1 to 168"),
    .demand(
      "replies: 0.004", "replies: §4", "channels.replies.arrivals.messages.tuesday briefing.replies", "too large",
      "0.04 for 4 %"),
    .demand(
      "after: { exponential: { mean: \"2h\" } }", "after: { §never: {} }",
      "channels.replies.arrivals.messages.tuesday briefing.after.never", "only patience", "how long"),
    .demand("to: \"17:00\"", "to: §\"09:00\"", "channels.counter.arrivals.appointments.to", "not later", "midnight"),
    .demand(
      "to: \"17:00\"", "to: §\"24:00\"", "channels.counter.arrivals.appointments.to", "not a time of day", "07:00"),
    .demand(
      "every: \"15m\"", "every: §\"90s\"", "channels.counter.arrivals.appointments.every", "by the minute",
      "whole number of minutes"),
    .demand(
      "every: \"15m\"", "every: §0", "channels.counter.arrivals.appointments.every", "a time of zero", "more than 0"),
    .demand("places: 2", "places: §0", "channels.counter.arrivals.appointments.places", "too small", "from 1 to 1000"),
    .demand(
      "[\"mon\", \"tue\", \"fri\"]", "[\"mon\", §\"tues\", \"fri\"]",
      "channels.counter.arrivals.appointments.days.1", "not one of its values", "“tue”?"),
    .demand(
      "[\"mon\", \"tue\", \"fri\"]", "[\"mon\", §\"mon\"]", "channels.counter.arrivals.appointments.days.1",
      "listed twice", "once"),
    .demand("shows: 0.9", "shows: §1.5", "channels.counter.arrivals.appointments.shows", "too large", "a share"),
    .demand(
      "earliness: \"5m\"", "§earlyness: \"5m\"", "channels.counter.arrivals.appointments.earlyness", "no key",
      "“earliness”?"),
    .demand(
      "perYear: 0,", "perYear: 0, §appointments: {},", "channels.replies.arrivals.appointments",
      "“appointments” excludes “perYear” and “messages”", "keep it or them"),
    .demand(
      "options: {\n            \"report a crime\": { share: 0.3",
      "options: §{\n            \"report a crime\": { share: 0.6",
      "channels.999.front.ivr.options", "the shares sum to 1.1", "at most 1"),
    .demand(
      "\"speak to an officer\": { share: 0.5 }", "\"speak to an officer\": §{}",
      "channels.999.front.ivr.options.speak to an officer.share", "needs “share”", "share:"),
    .demand(
      "\"speak to an officer\"", "§entered", "channels.999.front.ivr.options.entered", "a figure of the stage",
      "another name"),
    .demand(
      "divertsTo: { \"101\": 0.2 }", "divertsTo: { §\"102\": 0.2 }",
      "channels.999.front.ivr.options.report a crime.divertsTo.102", "no channel", "“101”?"),
    .demand(
      "\"report a crime\": { share: 0.3, takes: { constant: \"20s\" }, contains: 0.1",
      "\"report a crime\": §{ share: 0.3, takes: { constant: \"20s\" }, contains: 0.9",
      "channels.999.front.ivr.options.report a crime", "sum to 1.1", "at most 1"),
    .demand("deterred: 0.25", "deterred: §25", "channels.999.outcomes.misuse.deterred", "too large", "0.25 for 25 %"),
    .demand("callers: 400", "callers: §0", "callers.frequent.callers", "too small", "from 1 to 65536"),
    .demand("callers: 400", "callers: §65537", "callers.frequent.callers", "too large", "from 1 to 65536"),
    .demand("\"101\": 0.1 }", "§\"111\": 0.1 }", "callers.frequent.channels.111", "no channel", "“101”?"),
    .demand("deterred: 0.3", "§detered: 0.3", "callers.frequent.detered", "no key", "“deterred”?"),
    .demand(
      "callers: {\n    frequent: { channels: { \"999\": 0.08", "callers: §{\n    frequent: { channels: { \"999\": 0.8",
      "callers", "groups' shares of “999” sum to 1.2", "at most 1"),
  ]

  @Test(arguments: slips) func isReported(_ slip: Malformed) { slip.check() }
}

extension Malformed {
  /// A slip in the fixture of who comes.
  fileprivate static func demand(
    _ old: String, _ new: String, _ path: String, _ message: String, _ remedy: String,
    severity: Problem.Severity = .error, count: Int = 1
  ) -> Malformed {
    var slip = Malformed(old, new, path, message, remedy, severity: severity, count: count)
    slip.fixture = DemandFixture.files
    return slip
  }
}
