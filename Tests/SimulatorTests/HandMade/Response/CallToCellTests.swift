import ContactCentre
import DiscreteEvents
import Testing

/// One unit, one place, everything there is from the ring to the way home, to the millisecond.
@Suite struct CallToCellTests {
  @Test func fromTheRingToTheRoadHome() {
    let calls = channel(
      "999",
      [
        caller(at: 10, handling: 120, outcome: "robbery"),
        caller(at: 5_050, handling: 50, wrapUp: 20, outcome: "noise"),
      ])
    var scenario = handMade([calls], teams: [team("desk", "999", tours: [(0, 9_000)])])
    scenario.channels[0].outcomes = [
      .init(name: "robbery", share: 0.5, grade: "P1", opens: .constant(30)),
      .init(name: "noise", share: 0.5, grade: "P2"),
    ]
    let first = Town.grade("P1", scene: 600) {
      $0.arrests = 1
      $0.paperwork = .constant(300)
    }
    var response = Town.response([first, Town.grade("P2", scene: 100)])
    response.travel.mobilisation = .constant(60)
    response.custody = Custody(suites: [.init(id: "cells", location: Town.suite)], takes: .constant(2_000))
    response.dispatchers = DispatchDesk(staff: Town.tours([(0, 9_000)]), takes: .constant(20))
    scenario.response = response
    #expect(
      story(scenario) == [
        "0: h0 signs on to team 0 for 9000", "0: h1 signs on to team 1 for 9000",
        "0: u0 signs on at 0 with 1 for 40000",
        "10: c0 arrives on 0", "10: h0 answers c0 for 120",
        // Half a minute into the conversation.
        "40: i0 opens as 0 from c0", "40: i0 wants 1", "40: u0 is given i0, told by h1 in 20, off in 60",
        "60: h1 has told u0", "120: u0 sets off for i0, 731.066 away",
        "130: h0 ends c0 as 0",
        "851.066: u0 is at i0 for 600",
        // 587.464 s at routine speed, and 2,000 s at the suite.
        "1451.066: u0 goes to custody 0, 587.464 away, for 2587.464", "1451.066: i0 is attended",
        "4038.530: u0 writes i0 up for 300", "4338.530: u0 is clear of i0",
        "5050: c1 arrives on 0", "5050: h0 answers c1 for 50",
        // As the conversation ends. The unit would be back 587.464 s after it was clear, at 4,925.994.
        "5100: h0 ends c1 as 1, wrap-up 20", "5100: i1 opens as 1 from c1", "5100: i1 wants 1",
        "5100: u0 is given i1, told by h1 in 20, off in 60",
        "5120: h0 wraps up c1", "5120: h1 has told u0", "5180: u0 sets off for i1, 731.066 away",
        "5911.066: u0 is at i1 for 100", "6011.066: u0 is clear of i1", "6011.066: i1 is attended",
        "9000: h0 signs off", "9000: h1 signs off", "40000: u0 signs off",
      ])
  }

  /// From the scene it is 1,174.927 s to the hub.
  @Test func whoIsOnTheWayBackIsSentFromThere() {
    var response = Town.response(
      [Town.grade("P1")], [Town.incident(at: 0, "P1"), Town.incident(at: 3_118.529, "P1")])
    response.travel.mobilisation = .constant(60)
    #expect(
      Town.story(response) == [
        "0: i0 is logged by 0", "0: i0 opens as 0", "0: i0 wants 1", "0: u0 is given i0, off in 60",
        "60: u0 sets off for i0, 731.066 away", "791.066: u0 is at i0 for 1800",
        "2591.066: u0 is clear of i0", "2591.066: i0 is attended",
        // It has gone 527.463 s of 1,174.927: 328.199 s of 731.066 back, and need not get ready.
        "3118.529: i1 is logged by 0", "3118.529: i1 opens as 0", "3118.529: i1 wants 1",
        "3118.529: u0 is given i1, off in 0", "3118.529: u0 sets off for i1, 328.199 away",
        "3446.728: u0 is at i1 for 1800", "5246.728: u0 is clear of i1", "5246.728: i1 is attended",
      ])
  }

  /// A matrix knows places only: who is on the way is as far as both ends are, in proportion.
  @Test func aMatrixSaysHowLongJourneysTake() {
    var response = Town.response(
      [Town.grade("P1")],
      [
        Town.incident(at: 0, "P1", Location(latitude: 52.51, longitude: -1.79)),
        Town.incident(at: 2_750, "P1", Location(latitude: 52.5, longitude: -1.99)),
      ])
    // The first incident is nearest to the scene's centre, the second to that of the village.
    response.areas.append(Area(id: "village", centre: Location(latitude: 52.5, longitude: -2)))
    response.travel.matrix = [
      .init(from: "hub", to: "hub", routine: 0, blueLight: 0),
      .init(from: "scene", to: "hub", routine: 1_000, blueLight: 700),
      .init(from: "hub", to: "village", routine: 500, blueLight: 300),
      .init(from: "village", to: "scene", routine: 1_600, blueLight: 900),
      .init(from: "scene", to: "scene", routine: 120, blueLight: 60),
      .init(from: "village", to: "village", routine: 120, blueLight: 60),
    ]
    #expect(
      Town.story(response) == [
        "0: i0 is logged by 0", "0: i0 opens as 0", "0: i0 wants 1", "0: u0 is given i0, off in 0",
        "0: u0 sets off for i0, 700 away", "700: u0 is at i0 for 1800",
        "2500: u0 is clear of i0", "2500: i0 is attended",
        // A quarter of the 1,000 s back: three quarters of 900 s from the scene and a quarter of 300 s from the hub.
        "2750: i1 is logged by 0", "2750: i1 opens as 0", "2750: i1 wants 1", "2750: u0 is given i1, off in 0",
        "2750: u0 sets off for i1, 750 away", "3500: u0 is at i1 for 1800",
        "5300: u0 is clear of i1", "5300: i1 is attended",
      ])
  }

  /// The factor is that of the hour in which a journey begins, whatever happened last and when.
  @Test func aJourneyTakesAsLongAsTheHourInWhichItBeginsHasIt() {
    var response = Town.response([Town.grade("P1")], [Town.incident(at: 3_590, "P1")])
    response.travel.mobilisation = .constant(10)
    response.travel.hourOfDay[1] = 1.5
    // 1.5 times 731.0657 s.
    #expect(
      Town.story(response)[3...5] == [
        "3590: u0 is given i0, off in 10", "3600: u0 sets off for i0, 1096.599 away", "4696.599: u0 is at i0 for 1800",
      ])
  }
}
