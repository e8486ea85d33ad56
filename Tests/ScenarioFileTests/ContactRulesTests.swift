import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Testing

/// What comes of contacts: outcomes with work of their own, contacts that follow, transfers, callbacks, surveys.
@Suite("What comes of contacts")
struct ContactRulesTests {
  static let text = """
    {
      calendar: { start: "2022-07-22T07:00", days: 2, drain: "7d" },
      channels: {
        "999": {
          arrivals: { perYear: 800000 }, handling: { constant: "4m" },
          outcomes: {
            "not an emergency": {
              share: 0.1, handling: { constant: "30s" }, wrapUp: { constant: 0 },
              followUps: { "101": { probability: 0.3, after: { exponential: { mean: "10m" } } } },
            },
            crime: {
              share: 0.3,
              followUps: { "told within a week": { to: "victim contact", after: { uniform: { min: "1d", max: "6d" } } } },
            },
            complex: { share: 0.05, transfer: { to: "support desk", warm: { constant: "45s" } } },
            lost: { share: 0.01, transfer: { to: "101" } },
          },
        },
        "101": {
          arrivals: { perYear: 900000 }, handling: { constant: "5m" }, outcomes: { resolved: { share: 0.7 } },
          callback: { whenWaiting: 10, accepts: 0.4, dialling: { constant: "20s" }, reached: 0.9 },
          survey: { sample: 0.2, replies: 0.15, satisfied: 0.9, halfLife: "15m", outcomes: { resolved: 1.05, other: 0.8 } },
        },
        "support desk": { handling: { constant: "20m" } },
        "victim contact": { kind: "deferred", handling: { constant: "9m" }, target: { share: 0.95, within: "7d" } },
        social: { kind: "deferred", concurrent: true, arrivals: { perYear: 9000 }, handling: { constant: "8m" } },
        chat: { kind: "chat", concurrent: false, arrivals: { perYear: 9000 }, handling: { constant: "8m" } },
      },
      teams: { all: {
        answers: ["999", "101", "support desk", "victim contact", "social", "chat"], concurrency: 2, slowdown: [1, 1.2],
        staff: { byHour: [\(Fixture.byHour)] },
      } },
    }
    """

  static let files = ["s.json5": text]

  @Test func everythingIsRead() throws {
    let read = try read(Self.files)
    #expect(read.warnings == [])
    let channels = read.scenario.channels
    let outcomes = channels[0].outcomes
    #expect(outcomes[0].handling == .constant(30) && outcomes[0].wrapUp == .constant(0))
    #expect(
      outcomes[0].followUps == [.init(name: "101", to: "101", probability: 0.3, after: .exponential(mean: 600))])
    #expect(outcomes[1].handling == nil && outcomes[1].wrapUp == nil && outcomes[1].transfer == nil)
    #expect(
      outcomes[1].followUps == [
        .init(
          name: "told within a week", to: "victim contact", probability: 1,
          after: .uniform(min: 86_400, max: 518_400))
      ])
    #expect(outcomes[2].transfer == .init(to: "support desk", warm: .constant(45)))
    #expect(outcomes[3].transfer == .init(to: "101"))
    #expect(
      channels[1].callback == .init(whenWaiting: 10, accepts: 0.4, dialling: .constant(20), reached: 0.9))
    #expect(
      channels[1].survey
        == .init(
          sample: 0.2, replies: 0.15, satisfied: 0.9, halfLife: 15 * .minute,
          outcomes: [.init(outcome: "resolved", factor: 1.05), .init(outcome: "other", factor: 0.8)]))
    #expect(channels[2].arrivals == .nobody && channels[3].arrivals == .nobody)
    #expect(channels.map(\.isConcurrent) == [false, false, false, false, true, false])
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    let channel = try read(
      Fixture.least(
        channel:
          "callback: { accepts: 1 }, outcomes: { a: { share: 1, followUps: { \"999\": { after: { constant: 9 } } } } }")
    ).scenario.channels[0]
    #expect(channel.callback == .init(whenWaiting: 0, accepts: 1, dialling: .constant(0), reached: 1))
    #expect(channel.outcomes[0].followUps == [.init(name: "999", to: "999", probability: 1, after: .constant(9))])
    #expect(channel.survey == nil && !channel.isConcurrent)
  }

  private static func slip(
    _ old: String, _ new: String, _ path: String, _ message: String, _ remedy: String,
    severity: Problem.Severity = .error, count: Int = 1
  ) -> Malformed {
    var slip = Malformed(old, new, path, message, remedy, severity: severity, count: count)
    slip.fixture = files
    return slip
  }

  static let slips = [
    slip(
      "{ \"101\": { probability", "{ §\"102\": { probability",
      "channels.999.outcomes.not an emergency.followUps.102.to", "there is no channel “102”",
      "say on which it comes, for example to: \"999\""),
    slip(
      "to: \"victim contact\"", "to: §\"victims contact\"",
      "channels.999.outcomes.crime.followUps.told within a week.to", "there is no channel “victims contact”",
      "“victim contact”?"),
    slip(
      "probability: 0.3", "probability: §30", "channels.999.outcomes.not an emergency.followUps.101.probability",
      "too large", "a share"),
    slip(
      "{ to: \"victim contact\", after: { uniform: { min: \"1d\", max: \"6d\" } } }", "§{ to: \"victim contact\" }",
      "channels.999.outcomes.crime.followUps.told within a week.after", "a follow-up needs “after”", "after: {"),
    slip(
      "{ to: \"support desk\", warm", "§{ warm", "channels.999.outcomes.complex.transfer.to", "a transfer needs “to”",
      "to: \"…\""),
    slip(
      "{ to: \"101\" }", "{ to: §\"100\" }", "channels.999.outcomes.lost.transfer.to", "there is no channel “100”",
      "“101”?"),
    slip(
      "warm: { constant: \"45s\" }", "warm: { §never: {} }", "channels.999.outcomes.complex.transfer.warm.never",
      "only patience may be endless", "how long this takes"),
    slip(
      "handling: { constant: \"30s\" }", "§handeling: { constant: \"30s\" }",
      "channels.999.outcomes.not an emergency.handeling", "no key “handeling” in an outcome", "“handling”?"),
    slip(
      "whenWaiting: 10", "whenWaiting: §-1", "channels.101.callback.whenWaiting", "too small", "from 0 to 1000000"),
    slip("accepts: 0.4", "accepts: §1.4", "channels.101.callback.accepts", "too large", "a share"),
    slip(
      "{ whenWaiting: 10, accepts: 0.4,", "§{ whenWaiting: 10,", "channels.101.callback.accepts",
      "a callback needs “accepts”", "accepts: 0.9"),
    slip("reached: 0.9", "reached: §\"0.9\"", "channels.101.callback.reached", "text", "without quotation marks"),
    slip("halfLife: \"15m\"", "halfLife: §0", "channels.101.survey.halfLife", "a time of zero", "more than 0"),
    slip(
      "{ sample: 0.2, ", "§{ ", "channels.101.survey.sample", "a survey needs “sample”", "sample: 0.9"),
    slip(
      "resolved: 1.05", "§resolve: 1.05", "channels.101.survey.outcomes.resolve", "there is no outcome “resolve”",
      "“resolved”?"),
    slip("resolved: 1.05", "resolved: §-1", "channels.101.survey.outcomes.resolved", "negative", "from 0 to 1000"),
    slip("concurrent: true", "concurrent: §1", "channels.social.concurrent", "a number", "true"),
  ]

  @Test(arguments: slips)
  func aSlipIsReported(_ slip: Malformed) { slip.check() }

  @Test func whoNeverComesIsWarnedOf() throws {
    let text = Self.text.replacing("transfer: { to: \"support desk\", warm: { constant: \"45s\" } }", with: "")
    let warnings = try read(text).warnings
    #expect(warnings.count == 1)
    #expect(warnings.first?.path == "channels.support desk")
    #expect(warnings.first?.message == "nobody comes by this channel")
    #expect(warnings.first?.remedy.contains("a follow-up or a transfer") == true)
    #expect(warnings.first?.place.line == 24)
  }

  /// Each leads to two more, sixteen times over: more than can be numbered, and said before it is tried.
  @Test func contactsThatMultiplyWithoutEndAreRefused() {
    let text = Fixture.least(
      channel: """
        outcomes: { again: { share: 1, followUps: {
          one: { to: "999", after: { constant: 60 } }, two: { to: "999", after: { constant: 60 } },
        } } }
        """
    ).replacing("perYear: 1 ", with: "perYear: 9000000 ")
    let found = problems(["s.json5": text])
    #expect(found.map(\.path) == ["channels"])
    #expect(found.first?.message.contains("million contacts") == true)
    // One each is a chain, which ends, and is warned of.
    let chain = text.replacing(", two: { to: \"999\", after: { constant: 60 } }", with: "")
    #expect(problems(["s.json5": chain]).map(\.severity) == [.warning])
  }
}
