import ContactCentre
import DiscreteEvents
import Testing

@Suite struct SurveyTests {
  private let survey = Channel.Survey(sample: 1, replies: 1, satisfied: 0.8, halfLife: 15 * .minute)

  @Test func theCurveHalvesWithEveryHalfLife() {
    #expect(survey.probability(wait: 0) == 0.8)
    #expect(survey.probability(wait: 15 * .minute) == 0.4)
    #expect(survey.probability(wait: 45 * .minute) == 0.1)
    // Half a half-life is the root of a half.
    #expect(abs(survey.probability(wait: 450 * .second) - 0.8 * 0.5.squareRoot()) < 1e-15)
    #expect(survey.probability(wait: 30 * 365 * .day) == 0)
  }

  @Test func theOutcomeIsAFactorAndNothingIsMoreThanCertain() {
    #expect(survey.probability(wait: 15 * .minute, factor: 1.5) == 0.4 * 1.5)
    #expect(survey.probability(wait: 0, factor: 1.5) == 1)
    #expect(survey.probability(wait: 0, factor: 0) == 0)
  }

  /// Who waits for nothing is satisfied, who waits for ever is not, and only they are who are asked.
  @Test func theAnswerSaysWhatTheCallerWillSay() {
    var calls = channel("101", [caller(at: 0), caller(at: 1, outcome: "resolved")])
    calls.outcomes = [.init(name: "resolved", share: 1)]
    calls.survey = .init(sample: 1, replies: 1, satisfied: 1, halfLife: 1)
    let scenario = handMade([calls], teams: [team("desk", "101", tours: [(0, 500)])])
    #expect(
      contactStory(scenario) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60, to be asked: satisfied", "1: c1 arrives on 0",
        "1: c1 waits for ever", "60: h0 ends c0 as 0", "60: h0 answers c1 for 60, to be asked: dissatisfied",
        "120: h0 ends c1 as 0",
      ])
    var unasked = scenario
    unasked.channels[0].survey?.sample = 0
    #expect(contactStory(unasked)[1] == "0: h0 answers c0 for 60")
    var silent = scenario
    silent.channels[0].survey?.replies = 0
    #expect(contactStory(silent)[1] == "0: h0 answers c0 for 60, to be asked: silent")
    var furious = scenario
    furious.channels[0].survey?.outcomes = [.init(outcome: "resolved", factor: 0)]
    #expect(contactStory(furious)[1] == "0: h0 answers c0 for 60, to be asked: dissatisfied")
  }

  @Test func sharesAreSharesOfThoseAnsweredAskedAndReplying() {
    let calls = Channel(
      id: "101", arrivals: .profile(ArrivalProfile(perYear: 20_000 * 365)), handling: .constant(0),
      survey: .init(sample: 0.5, replies: 0.4, satisfied: 0.9, halfLife: .hour))
    let events = run(handMade([calls], teams: [Team(id: "desk", answers: ["101"], staff: always(1))]))
    let replies = events.filter { $0.kind == .contactAnswered }.map(\.surveyReply)
    func expect(_ share: Double, of whole: Int, _ part: Int) {
      let deviation = (share * (1 - share) * Double(whole)).squareRoot()
      #expect(abs(Double(part) - share * Double(whole)) < 6 * deviation)
    }
    let asked = replies.count { $0 != .notAsked }
    let replied = replies.count { $0 == .satisfied || $0 == .dissatisfied }
    expect(0.5, of: replies.count, asked)
    expect(0.4, of: asked, replied)
    // Nobody waits here.
    expect(0.9, of: replied, replies.count { $0 == .satisfied })
  }

  @Test func whoIsHandedOnIsNotAskedYet() {
    var calls = channel("101", [caller(at: 0)])
    calls.outcomes = [.init(name: "complex", share: 1, transfer: .init(to: "desk"))]
    calls.survey = .init(sample: 1, replies: 1, satisfied: 1, halfLife: .hour)
    var desk = Channel(id: "desk", handling: .constant(30))
    desk.survey = calls.survey
    let answers = run(handMade([calls, desk], teams: [team("all", "101", "desk", tours: [(0, 500)])]))
      .filter { $0.kind == .contactAnswered }
    #expect(answers.map(\.surveyReply) == [.notAsked, .satisfied])
  }
}
