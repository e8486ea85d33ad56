import Testing
import Watchroom

@testable import WatchroomCommand

/// Which figures something can be expected of, and what is said of those that are none.
@Suite struct ExpectationPathTests {
  /// The small night with a response and dispatchers, and something expected of `metric`.
  private func night(_ metric: String, bound: String = "atLeast: 0") -> [String: String] {
    let response = """
      shifts: { day: { start: "07:00", length: "24h" } },
      response: {
        grades: { P1: { within: "15m", target: 0.5 } }, areas: { town: { latitude: 52, longitude: -2 } },
        hubs: { hub: { latitude: 52, longitude: -2, officers: { day: 6 } } },
        scene: { P1: { takes: { exponential: { mean: "30m" } } } },
        dispatchers: { staff: { day: 1 }, takes: { constant: "30s" }, costPerHour: 20 },
      },
      expect: { "it": { metric: "\(metric)", \(bound) } },
      """
    let night = Fixture.night.replacing(/expect: .*/, with: response)
      .replacing("target: {", with: "outcomes: { P1: { share: 0.5 } }, target: {")
    return ["night.json5": night]
  }

  @Test(
    arguments: [
      "rosteredHours", "staffedHours", "occupancy", "shrinkage", "adherence", "overtimeHours", "overtimeCost",
      "premiumCost", "cost",
    ])
  func dispatchersAreNoExceptions(figure: String) {
    let outcome = watchroom("validate", "night.json5", files: night("dispatchers.\(figure)"))
    #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
  }

  @Test func whatDispatchersCostIsJudged() {
    for (bound, status) in [("atMost: 480", ExitStatus.done), ("atMost: 479", .expectationFailed)] {
      let outcome = watchroom(
        "check", "night.json5", "--replications", "2", files: night("dispatchers.cost", bound: bound))
      #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    }
  }

  @Test func aLimitOfSecondsMayBeALengthOfTime() {
    for (bound, status) in [("atMost: \"2h\"", ExitStatus.done), ("atLeast: \"2h\"", .expectationFailed)] {
      let outcome = watchroom(
        "check", "night.json5", "--replications", "2", files: night("channels.999.speedOfAnswer.mean", bound: bound))
      #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    }
  }

  @Test(
    arguments: [
      ("channels.999.abandonmentRate", "is a share, not a length of time — write a number from 0 to 1"),
      ("channels.999.offered", "is a number of things, not a length of time — write a number"),
      ("dispatchers.rosteredHours", "is a number of hours, not a length of time — write 1.5"),
      ("dispatchers.cost", "is an amount of money, not a length of time — write a number"),
    ])
  func noOtherLimitMay(metric: String, message: String) {
    let outcome = watchroom("validate", "night.json5", files: night(metric, bound: "atMost: \"90m\""))
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("expect.it.atMost: “\(metric)” \(message)"), "\(outcome.errors)")
  }

  @Test func dispatchersAloneAreNoFigure() {
    let outcome = watchroom("check", "night.json5", files: night("dispatchers"))
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("“dispatchers” names no figure"), "\(outcome.errors)")
    let misspelt = watchroom("check", "night.json5", files: night("dispatchers.ocupancy"))
    #expect(misspelt.status == .inputFileWrong)
    #expect(misspelt.errors.contains("did you mean “dispatchers.occupancy”?"), "\(misspelt.errors)")
  }

  @Test(
    arguments: [
      ("channels.999.serviceLevel.met", "channels.999.serviceLevel.ofOffered"),
      ("grades.P1.met", "grades.P1.withinTarget"),
    ])
  func aVerdictIsNoFigure(metric: String, figure: String) {
    let outcome = watchroom("check", "night.json5", files: night(metric))
    #expect(outcome.status == .inputFileWrong)
    #expect(
      outcome.errors.contains("results of this scenario have no figure “\(metric)” — did you mean “\(figure)”?"),
      "\(outcome.errors)")
  }

  @Test(
    arguments: [
      "channels.999.serviceLevel.target", "channels.999.serviceLevel.within", "grades.P1.target", "grades.P1.within",
      "channels.999.byHour.7.hour",
    ])
  func anExpectationThatCannotFailIsWarnedOf(metric: String) {
    let outcome = watchroom("validate", "night.json5", files: night(metric))
    #expect(outcome.status == .done)
    #expect(
      outcome.errors.contains(
        "warning: expect.it.metric: “\(metric)” is what the scenario itself says, whatever happens — expect something of "
          + "what comes of it"), "\(outcome.errors)")
  }

  /// Another hour or day would be as wrong as none.
  @Test(
    arguments: [
      ("channels.999.byHour.24.offered", "hours are 0 to 23"),
      ("teams.contact.byHour.99.occupancy", "hours are 0 to 23"),
      ("grades.P1.byHour.24.opened", "hours are 0 to 23"), ("channels.999.byDay.4.offered", "days are 0 to 3"),
      ("channels.999.byHour.03.offered", "did you mean “channels.999.byHour.3.offered”?"),
      ("channels.999.byDay.01.offered", "did you mean “channels.999.byDay.1.offered”?"),
      ("channels.999.byHour.3.ofered", "did you mean “channels.999.byHour.3.offered”?"),
    ])
  func hoursAndDaysThatAreNoneAreSaid(metric: String, remedy: String) {
    // From seven to seven, so three days are of four dates.
    let outcome = watchroom("validate", "night.json5", "--days", "3", files: night(metric))
    #expect(outcome.status == .inputFileWrong)
    #expect(
      outcome.errors.contains("results of this scenario have no figure “\(metric)” — \(remedy)\n"),
      "\(outcome.errors)")
  }

  private func dotted(expecting metric: String?) -> [String: String] {
    let channel = "{ arrivals: { perYear: 10000 }, handling: { constant: 60 } }"
    return [
      "dotted.json5": """
      { calendar: { start: "2022-07-22T07:00" }, channels: { a: \(channel), "a.byHour.0": \(channel) },
        teams: { t: { answers: ["a", "a.byHour.0"], staff: { byHour: \([Int](repeating: 3, count: 24)) } } },
        \(metric.map { "expect: { it: { metric: '\($0)', atLeast: 100 } }" } ?? "") }
      """
    ]
  }

  @Test(arguments: ["channels.a.byHour.0.offered", "channels.\"a.byHour.0\".offered"])
  func nothingIsExpectedOfAFigureOfWhichThereAreTwo(metric: String) {
    let outcome = watchroom("check", "dotted.json5", files: dotted(expecting: metric))
    #expect(outcome.status == .inputFileWrong)
    #expect(
      outcome.errors.contains(
        "error: expect.it.metric: results of this scenario have two figures “channels.a.byHour.0.offered” — names with dots"
      ),
      "\(outcome.errors)")
    #expect(
      watchroom("check", "dotted.json5", files: dotted(expecting: "channels.a.byHour.1.offered")).status
        != .inputFileWrong)
  }

  @Test func figuresThatShareANameAreWarnedOf() {
    let outcome = watchroom("validate", "dotted.json5", files: dotted(expecting: nil))
    #expect(outcome.status == .done)
    #expect(
      outcome.errors.contains(
        "dotted.json5: warning: results of this scenario have two figures “channels.a.byHour.0.offered”"),
      "\(outcome.errors)")
  }

  @Test func constantsAreNotWhatAMisspeltFigureMeant() {
    let outcome = watchroom("validate", "night.json5", files: night("channels.999.serviceLevel.targit"))
    #expect(outcome.status == .inputFileWrong && !outcome.errors.contains("serviceLevel.target”"), "\(outcome.errors)")
  }
}
