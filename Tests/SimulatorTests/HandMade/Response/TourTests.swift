import ContactCentre
import DiscreteEvents
import Testing

/// When units come, rest and go home.
@Suite struct TourTests {
  private func story(_ response: Response, shifts: [Shift] = []) -> [String] {
    var scenario = handMade([], shifts: shifts)
    scenario.response = response
    return SimulatorTests.story(scenario).filter { $0.contains("u0 ") || $0.contains("u1 ") }
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

  /// Meal breaks are taken when free and at the hub, and a break that is due twice over is taken once.
  @Test func aBreakIsTakenAtTheHub() {
    let shift = Shift(
      id: "early", start: 0, length: 3 * .hour,
      breaks: [
        .init(after: 10 * .minute, length: 20 * .minute), .init(after: 15 * .minute, length: 5 * .minute),
        .init(after: 80 * .minute, length: 10 * .minute),
      ])
    var response = Town.response([Town.grade("P1", scene: 900)], [Town.incident(at: 300, "P1")])
    response.hubs[0].officers = .shifts([.init(shift: "early", heads: daily(1))])
    #expect(
      story(response, shifts: [shift]) == [
        "0: u0 signs on at 0 with 1 for 10800", "300: u0 is given i0, off in 0",
        "300: u0 sets off for i0, 731.066 away",
        "1031.066: u0 is at i0 for 900", "1931.066: u0 is clear of i0",
        // 1,174.927 s back.
        "3105.993: u0 breaks for 1200", "4305.993: u0 returns", "4800: u0 breaks for 600", "5400: u0 returns",
        "10800: u0 signs off",
      ])
  }

  /// It is due at 2,400, while the unit is on its way back from 1,938.066 to 3,112.993.
  @Test func aBreakThatFallsDueOnTheWayBackWaitsForTheHub() {
    let shift = Shift(id: "early", start: 0, length: 3 * .hour, breaks: [.init(after: 40 * .minute, length: .minute)])
    var response = Town.response(
      [Town.grade("P1", scene: 900)], [Town.incident(at: 300, "P1"), Town.incident(at: 3_120, "P1")])
    response.hubs[0].officers = .shifts([.init(shift: "early", heads: daily(1))])
    response.travel.mobilisation = .constant(7)
    #expect(
      story(response, shifts: [shift]).dropFirst(2).prefix(7) == [
        "307: u0 sets off for i0, 731.066 away", "1038.066: u0 is at i0 for 900", "1938.066: u0 is clear of i0",
        "3112.993: u0 breaks for 60", "3172.993: u0 returns",
        // On a break nobody is sent.
        "3172.993: u0 is given i1, off in 7", "3179.993: u0 sets off for i1, 731.066 away",
      ])
  }

  /// At 2,518.53 it is half way back, its break long due: it is sent as any other, and has its break when it is done.
  @Test func whoIsOverdueForABreakIsSentFromTheRoad() {
    let shift = Shift(id: "early", start: 0, length: 3 * .hour, breaks: [.init(after: 20 * .minute, length: .minute)])
    var response = Town.response(
      [Town.grade("P1", scene: 900)], [Town.incident(at: 300, "P1"), Town.incident(at: 2_518.53, "P1", Town.hub)])
    response.hubs[0].officers = .shifts([.init(shift: "early", heads: daily(1))])
    #expect(
      story(response, shifts: [shift]).suffix(8) == [
        "1931.066: u0 is clear of i0", "2518.530: u0 is given i1, off in 0",
        "2518.530: u0 sets off for i1, 365.533 away", "2884.063: u0 is at i1 for 900", "3784.063: u0 is clear of i1",
        "3784.063: u0 breaks for 60", "3844.063: u0 returns", "10800: u0 signs off",
      ])
  }

  @Test func whoseTourEndsOnTheWayBackHasNoBreak() {
    let shift = Shift(
      id: "early", start: 0, length: 50 * .minute, breaks: [.init(after: 20 * .minute, length: .minute)])
    var response = Town.response([Town.grade("P1", scene: 900)], [Town.incident(at: 300, "P1")])
    response.hubs[0].officers = .shifts([.init(shift: "early", heads: daily(1))])
    #expect(
      story(response, shifts: [shift]).suffix(2) == ["1931.066: u0 is clear of i0", "3000: u0 signs off"])
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
