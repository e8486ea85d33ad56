import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Testing

/// Lengths of time that are drawn and longer than an event can carry.
@Suite struct CutLengthsTests {
  /// What is said of that where the settings are made in files.
  private func said(_ files: [String: String], _ settings: [String]) -> [Problem] {
    problems(files, settings: settings).filter { $0.message.contains("49 days 17 hours") }
  }

  /// What is said of the patience of contacts that may wait for weeks.
  private func saidOfPatience(_ patience: String) -> [Problem] {
    let text = Fixture.least(channel: "kind: \"deferred\",\n  patience: \(patience)")
    return said(["s.json5": text], [])
  }

  @Test func thatIsWhatAnEventCanCarry() {
    #expect(Event.longest / Milliseconds.hour == 49 * 24 + 17)
  }

  @Test func aPatienceThatNeverEndsIsWarnedOf() {
    #expect(
      saidOfPatience("{ constant: \"60d\" }").map(\.description) == [
        "s.json5:3:25: warning: channels.999.patience.constant: this is longer than 49 days 17 hours, and patience over "
          + "that never ends — state a shorter one, or write never: {} if nobody gives up"
      ])
    #expect(saidOfPatience("{ never: {} }").isEmpty)
  }

  @Test(arguments: [
    ("{ constant: 4294967.295 }", "constant"), ("{ exponential: { mean: \"50d\" } }", "exponential.mean"),
    ("{ gamma: { mean: \"50d\", cv: 1 } }", "gamma.mean"), ("{ weibull: { mean: \"50d\", shape: 2 } }", "weibull.mean"),
    ("{ lognormal: { mean: \"50d\", cv: 1 } }", "lognormal.mean"),
    ("{ lognormal: { median: \"40d\", sigma: 1 } }", "lognormal.median"),
    ("{ uniform: { min: \"50d\", max: \"51d\" } }", "uniform"),
    ("{ empirical: { values: [\"60d\", \"45d\"] } }", "empirical"),
    ("{ empirical: { quantiles: [[0, \"45d\"], [1, \"60d\"]] } }", "empirical"),
    ("{ mixture: [{ weight: 9, constant: 60 }, { weight: 1, constant: \"50d\" }] }", "mixture.1.constant"),
  ]) func whatIsLongerOnAverageIsWarnedOf(patience: String, place: String) {
    let said = saidOfPatience(patience)
    #expect(said.map(\.path) == ["channels.999.patience.\(place)"])
    #expect(said.first?.message.hasPrefix(place.hasSuffix("constant") ? "this is" : "these are on average") == true)
  }

  @Test(arguments: [
    "{ constant: 4294967.294 }", "{ constant: \"49d17h\" }", "{ exponential: { mean: \"49d\" } }",
    "{ lognormal: { median: \"30d\", sigma: 0.3 } }", "{ uniform: { min: \"10d\", max: \"60d\" } }",
    "{ empirical: { values: [\"60d\", 0] } }",
    "{ mixture: [{ weight: 1, never: {} }, { weight: 1, constant: \"49d\" }] }",
  ]) func whatIsNotLongerOnAverageIsNotWarnedOf(patience: String) {
    #expect(saidOfPatience(patience).isEmpty)
  }

  /// What stands in for it may be long, and would be warned of under a name that nobody wrote.
  @Test func ofWhatIsWrongOnlyThatIsSaid() {
    let text = Fixture.least(channel: "patience: { uniform: { min: \"1d\" } }")
    #expect(problems(["s.json5": text]).map(\.path) == ["channels.999.patience.uniform.max"])
  }

  @Test(arguments: ["handling", "wrapUp", "front.operator.takes", "redial.after"])
  func everyPlaceOfAContactIsLookedAt(path: String) {
    expectCut(Fixture.files, "channels.999.\(path)")
  }

  @Test(arguments: [
    "callback={ accepts: 1, dialling: ∎ }", "outcomes.resolved.handling=∎", "outcomes.resolved.wrapUp=∎",
    "outcomes.resolved.followUps={ '101': { after: ∎ } }", "outcomes.resolved.transfer={ to: '101', warm: ∎ }",
    "front.ivr.options={ crime: { share: 1, takes: ∎ } }",
  ]) func whatComesOfAContactIsLookedAtToo(setting: String) {
    let setting = "channels.999.\(setting.replacing("∎", with: "{ constant: '60d' }"))"
    let said = said(Fixture.files, [setting])
    #expect(said.count == 1, "\(setting)")
    #expect(said.first?.message == Self.cut && said.first?.remedy == "state a shorter one")
  }

  @Test(arguments: [
    "grades.P4.appointment", "grades.P1.cancelled.after", "grades.P2.resolved.after", "grades.P2.regrade.after",
    "grades.P2.ringsAgain.after", "scene.P1.takes", "scene.P1.paperwork", "travel.mobilisation", "custody.takes",
    "dispatchers.takes",
  ]) func everyPlaceOfTheResponseIsLookedAt(path: String) {
    expectCut(ResponseFixture.files, "response.\(path)")
  }

  @Test func whenAnIncidentOpensIsLookedAt() { expectCut(ResponseFixture.files, "channels.999.outcomes.P1.opens") }

  /// Replies to messages are waited for a year, and nobody is late by more than the day.
  @Test(arguments: [
    "channels.replies.arrivals.messages.tuesday briefing.after", "channels.counter.arrivals.appointments.lateness",
    "teams.desk.lateness",
  ]) func whatIsNotCutIsNotWarnedOf(path: String) {
    let settings = ["\(path)=null", "\(path)={ constant: '60d' }"]
    #expect(said(DemandFixture.files, settings).isEmpty)
    #expect(throws: Never.self) { try read(DemandFixture.files, settings: settings) }
  }

  private static let cut = "this is longer than 49 days 17 hours, and lengths of time are cut to that"

  /// Expects the warning of 60 days at a path, and nothing of the sort otherwise.
  private func expectCut(
    _ files: [String: String], _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(said(files, []).isEmpty, sourceLocation: sourceLocation)
    let said = said(files, ["\(path)=null", "\(path)={ constant: '60d' }"])
    #expect(said.map(\.path) == ["\(path).constant"], sourceLocation: sourceLocation)
    #expect(said.first?.message == Self.cut, sourceLocation: sourceLocation)
    #expect(said.first?.severity == .warning, sourceLocation: sourceLocation)
  }
}
