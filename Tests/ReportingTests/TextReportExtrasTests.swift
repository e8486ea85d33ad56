import Testing
import Watchroom

@testable import Reporting
@testable import Writing

/// What only some channels have in a report: callbacks, a survey, a target for work that is finished.
@Suite struct TextReportExtrasTests {
  private let text: String = {
    var scenario = Handmade.scenario()
    scenario.channels[0].callback = .init(whenWaiting: 0, accepts: 1)
    scenario.channels[0].survey = .init(sample: 1, replies: 1, satisfied: 1, halfLife: .hour)
    scenario.channels[1].target = .init(share: 0.9, within: .day)
    return TextReport(Handmade.result(scenario), provenance: Handmade.provenance).text
  }()

  @Test func callbacksFollowWhatBecameOfContacts() {
    #expect(text.contains("\nHung up to be called back    300.0 ± 11.6\n  reached"))
  }

  @Test func theSurveySaysThatItIsAnAssumption() {
    #expect(text.contains("\nSurvey             Number          Share\nAsked        300.0 ± 11.6\n"))
    #expect(text.contains("\n  satisfied                75.00% ± 2.91\n"))
    #expect(text.contains("\nHow satisfaction follows from wait and outcome is an assumption of the scenario.\n"))
  }

  @Test func deferredWorkIsFinishedNotAnswered() {
    #expect(text.contains("\nAnswered within 10 s"))
    #expect(text.contains("\nFinished within 24 h"))
    #expect(text.split(separator: "\n").filter { String($0).displayWidth > 80 } == [])
  }

  @Test(arguments: [
    (
      Milliseconds(1_667_084_400_000),
      "On 30 October 2022 the clocks go back: 01:00 to 02:00 comes twice, and counts as\none."
    ),
    (1_648_339_200_000, "On 27 March 2022 the clocks go forward: there is no 01:00 to 02:00."),
  ])
  func aChangeOfTheClocksIsSaid(midnight: Milliseconds, sentence: String) {
    func text(_ scenario: Scenario) -> String {
      TextReport(Handmade.result(scenario), provenance: Handmade.provenance).text
    }
    var scenario = Handmade.scenario()
    #expect(!text(scenario).contains("the clocks go"))
    scenario.calendar.start = midnight
    #expect(text(scenario).contains("\n\n\(sentence)\n"))
    scenario.calendar.days = 30
    #expect(!text(scenario).contains("the clocks go"))
  }
}
