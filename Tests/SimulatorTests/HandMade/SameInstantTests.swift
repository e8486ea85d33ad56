import ContactCentre
import DiscreteEvents
import Testing

/// Sign-ons, completions, sign-offs and breaks, arrivals, routing, abandonments: in this order within an instant.
@Suite struct SameInstantTests {
  @Test func whoWouldGiveUpAsAHandlerFreesIsAnswered() {
    let calls = channel("999", [caller(at: 10, handling: 30), caller(at: 20, handling: 5, patience: 20)])
    #expect(
      story(handMade([calls], teams: [team("desk", "999", tours: [(0, 100)])])) == [
        "0: h0 signs on to team 0 for 100",
        "10: c0 arrives on 0", "10: h0 answers c0 for 30",
        "20: c1 arrives on 0", "20: c1 waits for 20",
        "40: h0 ends c0 as 0", "40: h0 answers c1 for 5",
        "45: h0 ends c1 as 0",
        "100: h0 signs off",
      ])
  }

  @Test func whoWouldGiveUpAMillisecondSoonerIsNot() {
    let calls = channel("999", [caller(at: 10, handling: 30), caller(at: 20, handling: 5, patience: 19.999)])
    #expect(
      contactStory(handMade([calls], teams: [team("desk", "999", tours: [(0, 100)])])) == [
        "10: c0 arrives on 0", "10: h0 answers c0 for 30",
        "20: c1 arrives on 0", "20: c1 waits for 19.999",
        "39.999: c1 gives up",
        "40: h0 ends c0 as 0",
      ])
  }

  @Test func whoSignsOffAsACallEndsTakesNoMore() {
    let calls = channel("999", [caller(at: 10, handling: 30), caller(at: 20, patience: 20)])
    #expect(
      story(handMade([calls], teams: [team("desk", "999", tours: [(0, 40)])])) == [
        "0: h0 signs on to team 0 for 40",
        "10: c0 arrives on 0", "10: h0 answers c0 for 30",
        "20: c1 arrives on 0", "20: c1 waits for 20",
        "40: h0 ends c0 as 0", "40: h0 signs off", "40: c1 gives up",
      ])
  }

  @Test func aCallerAtTheInstantOfASignOnIsAnsweredWithoutWaiting() {
    let calls = channel("999", [caller(at: 30, handling: 5), caller(at: 30, handling: 6)])
    #expect(
      story(handMade([calls], teams: [team("desk", "999", tours: [(30, 60)])])) == [
        "30: h0 signs on to team 0 for 30",
        "30: c0 arrives on 0", "30: c1 arrives on 0",
        "30: h0 answers c0 for 5", "30: c1 waits for ever",
        "35: h0 ends c0 as 0", "35: h0 answers c1 for 6",
        "41: h0 ends c1 as 0",
        "60: h0 signs off",
      ])
  }

  @Test func aCallerAtTheInstantOfASignOffIsNotAnswered() {
    let calls = channel("999", [caller(at: 30, patience: 0)])
    #expect(
      story(handMade([calls], teams: [team("desk", "999", tours: [(0, 30)])])) == [
        "0: h0 signs on to team 0 for 30",
        "30: h0 signs off",
        "30: c0 arrives on 0", "30: c0 waits for 0", "30: c0 gives up",
      ])
  }

  @Test func whoHasNoPatienceIsAnsweredIfSomebodyIsReady() {
    let calls = channel("999", [caller(at: 30, handling: 10, patience: 0)])
    #expect(
      contactStory(handMade([calls], teams: [team("desk", "999", tours: [(0, 60)])])) == [
        "30: c0 arrives on 0", "30: h0 answers c0 for 10", "40: h0 ends c0 as 0",
      ])
  }

  @Test func theOldShiftFinishesItsCallWhileTheNewOneStarts() {
    let calls = channel("999", [caller(at: 50, handling: 20), caller(at: 60, handling: 5)])
    #expect(
      story(handMade([calls], teams: [team("desk", "999", tours: [(0, 60), (60, 120)])])) == [
        "0: h0 signs on to team 0 for 60",
        "50: c0 arrives on 0", "50: h0 answers c0 for 20",
        "60: h1 signs on to team 0 for 60", "60: h0 finishes up for good",
        "60: c1 arrives on 0", "60: h1 answers c1 for 5",
        "65: h1 ends c1 as 0",
        "70: h0 ends c0 as 0", "70: h0 signs off",
        "120: h1 signs off",
      ])
  }

  @Test func aPositionIsTakenAgainOnlyAfterItWasLeft() {
    let calls = channel("999", [])
    let tours = [(0.0, 50.0), (0, 60), (60, 70), (61, 80), (62, 90)]
    #expect(
      story(handMade([calls], teams: [team("desk", "999", tours: tours)])) == [
        "0: h0 signs on to team 0 for 50", "0: h1 signs on to team 0 for 60",
        "50: h0 signs off",
        // The lowest free position is the first one; the second one is free only after the sign-ons of this instant.
        "60: h0 signs on to team 0 for 10", "60: h1 signs off",
        "61: h1 signs on to team 0 for 19", "62: h2 signs on to team 0 for 28",
        "70: h0 signs off", "80: h1 signs off", "90: h2 signs off",
      ])
  }

  @Test func workOfNoLengthIsDoneAtOnceAndFreesItsHandler() {
    let calls = channel("999", [caller(at: 1, handling: 0), caller(at: 1, handling: 0, wrapUp: 2), caller(at: 1)])
    #expect(
      contactStory(handMade([calls], teams: [team("desk", "999", tours: [(0, 120)])])) == [
        "1: c0 arrives on 0", "1: c1 arrives on 0", "1: c2 arrives on 0",
        "1: h0 answers c0 for 0", "1: h0 ends c0 as 0",
        "1: h0 answers c1 for 0", "1: h0 ends c1 as 0, wrap-up 2",
        "1: c2 waits for ever",
        "3: h0 wraps up c1", "3: h0 answers c2 for 60",
        "63: h0 ends c2 as 0",
      ])
  }
}
