import ContactCentre
import DiscreteEvents
import Testing

/// When units come, rest and go home.
@Suite struct TourTests {
  private func story(_ response: Response, shifts: [Shift] = []) -> [String] {
    var scenario = handMade([], shifts: shifts)
    scenario.response = response
    return ContactCentreTests.story(scenario).filter { $0.contains("u0 ") || $0.contains("u1 ") }
  }

  @Test func whoIsAtASceneAtTheEndOfTheTourStaysAndThenGoesHome() {
    let response = Town.response(
      [Town.grade("P1", scene: 600)], units: [(0, 1_000), (900, 2_000)],
      [Town.incident(at: 500, "P1", Town.hub), Town.incident(at: 1_100, "P1", Town.hub)])
    #expect(
      story(response) == [
        "0: u0 signs on at 0 with 1 for 1000", "500: u0 is given i0, off in 0", "500: u0 sets off for i0, 0 away",
        "500: u0 is at i0 for 600", "900: u1 signs on at 0 with 1 for 1100",
        // At the instant in which the next incident opens, and yet it is not for this one.
        "1100: u0 is clear of i0", "1100: u0 signs off", "1100: u1 is given i1, off in 0",
        "1100: u1 sets off for i1, 0 away", "1100: u1 is at i1 for 600", "1700: u1 is clear of i1",
        "2000: u1 signs off",
      ])
  }

  @Test func whoIsOnTheWayAtTheEndOfTheTourGoesOn() {
    let response = Town.response(
      [Town.grade("P1", scene: 600)], units: [(0, 1_000)], [Town.incident(at: 999, "P1")])
    #expect(
      story(response).suffix(4) == [
        "999: u0 sets off for i0, 731.066 away", "1730.066: u0 is at i0 for 600", "2330.066: u0 is clear of i0",
        "2330.066: u0 signs off",
      ])
  }

  @Test func nobodyIsSentAtTheInstantInWhichTheTourEnds() {
    let response = Town.response(
      [Town.grade("P1")], units: [(0, 1_000), (1_000, 1_500)], [Town.incident(at: 1_000, "P1", Town.hub)])
    #expect(
      story(response)[1...3] == [
        "1000: u1 signs on at 0 with 1 for 500", "1000: u0 signs off", "1000: u1 is given i0, off in 0",
      ])
  }

  /// Meal breaks are taken when free, and a break that is due twice over is taken once.
  @Test func aBreakIsTakenWhenFree() {
    let shift = Shift(
      id: "early", start: 0, length: 3 * .hour,
      breaks: [
        .init(after: 10 * .minute, length: 20 * .minute), .init(after: 15 * .minute, length: 5 * .minute),
        .init(after: 60 * .minute, length: 10 * .minute),
      ])
    var response = Town.response([Town.grade("P1", scene: 900)], [Town.incident(at: 300, "P1")])
    response.hubs[0].officers = .shifts([.init(shift: "early", heads: daily(1))])
    #expect(
      story(response, shifts: [shift]) == [
        "0: u0 signs on at 0 with 1 for 10800", "300: u0 is given i0, off in 0",
        "300: u0 sets off for i0, 731.066 away",
        "1031.066: u0 is at i0 for 900", "1931.066: u0 is clear of i0", "1931.066: u0 breaks for 1200",
        "3131.066: u0 returns", "3600: u0 breaks for 600", "4200: u0 returns", "10800: u0 signs off",
      ])
  }

  /// The break begins as the unit clears, at 1,931.066, and half a second after it ends the unit would be on its way still.
  @Test func whoReturnsFromABreakIsAtTheHub() {
    let shift = Shift(id: "early", start: 0, length: 3 * .hour, breaks: [.init(after: 20 * .minute, length: .minute)])
    var response = Town.response(
      [Town.grade("P1", scene: 900)], [Town.incident(at: 300, "P1"), Town.incident(at: 1_991.066, "P1")])
    response.hubs[0].officers = .shifts([.init(shift: "early", heads: daily(1))])
    response.travel.mobilisation = .constant(7)
    #expect(
      story(response, shifts: [shift]).suffix(6) == [
        "1998.066: u0 returns", "1998.066: u0 is given i1, off in 7", "2005.066: u0 sets off for i1, 731.066 away",
        "2736.132: u0 is at i1 for 900", "3636.132: u0 is clear of i1",
        "10800: u0 signs off",
      ])
  }

  /// At 800 there is work at the first hub. Its own unit has just left the scene; the other hub's left this very place at
  /// 525.533 and is not half way home. By time that one goes, by hub the other.
  @Test func thePolicySaysWhoIsNearest() {
    for (policy, unit) in [(Response.Policy.nearestTime, "u1"), (.nearestHub, "u0")] {
      var response = Town.response(
        [Town.grade("P1", scene: 60)], units: [(0, 9_000)],
        [Town.incident(at: 0, "P1"), Town.incident(at: 100, "P1", Town.hub), Town.incident(at: 800, "P1", Town.hub)])
      response.hubs.append(Hub(id: "suite", location: Town.suite, officers: Town.tours([(90, 9_000)])))
      response.policy = policy
      #expect(
        Town.story(response).filter { $0.contains("is given") }.last == "800: \(unit) is given i2, off in 0",
        "\(policy)")
    }
  }
}
