import ContactCentre
import DiscreteEvents
import Testing

/// What becomes of incidents to which nobody has come, and of units no longer wanted.
@Suite struct WaitingTests {
  @Test func whoeverIsOnTheWayIsStoodDownWhenTheLastOneLeavesTheScene() {
    let grade = Town.grade("P1", scene: 100) { $0.units = [0, 0, 1] }
    var response = Town.response([grade], units: [(0, 9_000)], [Town.incident(at: 0, "P1", Town.hub)])
    response.hubs.append(
      Hub(id: "far", location: Town.scene, officers: Town.tours([(0, 9_000), (0, 9_000)])))
    #expect(
      Town.story(response) == [
        "0: i0 is logged by 0", "0: i0 opens as 0", "0: i0 wants 3",
        // Setting off and arriving come before sending, also within an instant.
        "0: u0 is given i0, off in 0", "0: u0 sets off for i0, 0 away", "0: u0 is at i0 for 100",
        "0: u1 is given i0, off in 0", "0: u1 sets off for i0, 731.066 away",
        "0: u2 is given i0, off in 0", "0: u2 sets off for i0, 731.066 away",
        // The one sent last first.
        "100: u0 is clear of i0", "100: u2 is stood down from i0", "100: u1 is stood down from i0",
        "100: i0 is attended",
      ])
  }

  @Test func aCancelledIncidentStandsItsUnitDown() {
    let grade = Town.grade("P1") { $0.cancelled = .init(share: 1, after: .constant(100)) }
    #expect(
      Town.story(Town.response([grade], [Town.incident(at: 0, "P1")])) == [
        "0: i0 is logged by 0", "0: i0 opens as 0", "0: i0 wants 1, cancelled in 100", "0: u0 is given i0, off in 0",
        "0: u0 sets off for i0, 731.066 away", "100: u0 is stood down from i0", "100: i0 is cancelled",
      ])
  }

  @Test func whoArrivesAsAnIncidentIsCalledOffHasCome() {
    let grade = Town.grade("P1", scene: 5) { $0.cancelled = .init(share: 1, after: .constant(731.066)) }
    #expect(
      Town.story(Town.response([grade], [Town.incident(at: 0, "P1")])).suffix(3) == [
        "731.066: u0 is at i0 for 5", "736.066: u0 is clear of i0", "736.066: i0 is attended",
      ])
  }

  @Test func aResolutionLapsesWhenAUnitIsSentEvenAtThatInstant() {
    let grade = Town.grade("P1", scene: 5) { $0.resolved = .init(share: 1, after: .constant(50)) }
    for (start, end) in [(50.0, "attended"), (50.001, "resolved")] {
      let story = Town.story(
        Town.response([grade], units: [(start, 9_000)], [Town.incident(at: 0, "P1", Town.hub)]))
      #expect(story.last?.hasSuffix("i0 is \(end)") ?? false, "\(story)")
    }
  }

  @Test func anIncidentIsRegradedAndBeginsToWaitAnew() {
    let grades = [
      Town.grade("P2") {
        $0.regrade = .init(to: "P3", share: 1, after: .constant(600))
        $0.cancelled = .init(share: 1, after: .constant(601))
      },
      Town.grade("P3", scene: 10) { $0.resolved = .init(share: 1, after: .constant(300)) },
    ]
    #expect(
      Town.story(Town.response(grades, units: [(9_000, 9_001)], [Town.incident(at: 0, "P2")])) == [
        "0: i0 is logged by 0", "0: i0 opens as 0", "0: i0 wants 1, cancelled in 601, regraded in 600",
        "600: i0 becomes 1", "600: i0 wants 1, resolved in 300", "900: i0 is resolved",
      ])
    // Put back only if nobody has been sent, though nobody may have come.
    #expect(
      Town.story(Town.response(grades, units: [(599, 9_000)], [Town.incident(at: 0, "P2")])).suffix(3) == [
        "599: u0 sets off for i0, 731.066 away", "601: u0 is stood down from i0", "601: i0 is cancelled",
      ])
  }

  @Test func whoWaitsInVainRingsAgain() {
    let calls = channel("999", [caller(at: 0, handling: 10, outcome: "P1"), caller(at: 4_000, outcome: "P1")])
    var scenario = handMade([calls], teams: [team("desk", "999", tours: [(0, 200), (300, 1_000)])])
    scenario.channels[0].outcomes = [.init(name: "P1", share: 1, grade: "P1")]
    scenario.channels[0].handling = .constant(40)
    scenario.response = Town.response(
      [Town.grade("P1") { $0.ringsAgain = .init(channel: "999", probability: 1, after: .constant(150), atMost: 2) }],
      units: [(320, 5_000)])
    #expect(
      story(scenario).filter { !$0.contains("signs") } == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 10", "10: h0 ends c0 as 0",
        "10: i0 opens as 0 from c0", "10: i0 wants 1, rings in 150",
        // The outcome of a ring about an incident opens no other.
        "160: c1 rings 0 about i0, time 1, then 150", "160: h0 answers c1 for 40",
        "200: h0 ends c1 as 0",
        "310: c2 rings 0 about i0, time 2, then ever", "310: h0 answers c2 for 40",
        "320: u0 is given i0, off in 0", "320: u0 sets off for i0, 731.066 away", "350: h0 ends c2 as 0",
        "1051.066: u0 is at i0 for 1800", "2851.066: u0 is clear of i0", "2851.066: i0 is attended",
        "4000: c3 arrives on 0", "4000: c3 waits for ever",
      ])
  }

  /// How soon a caller rings again follows from the grade, and the wait for it begins with the grade.
  @Test func whoIsRegradedBeginsToWaitAnewBeforeRinging() {
    let calls = channel("999", [caller(at: 0, handling: 10, outcome: "P2")])
    var scenario = handMade([calls], teams: [team("desk", "999", tours: [(0, 1_000)])])
    scenario.channels[0].outcomes = [.init(name: "P2", share: 1, grade: "P2")]
    func grade(_ name: String, rings seconds: Double) -> Grade {
      Town.grade(name) { $0.ringsAgain = .init(channel: "999", probability: 1, after: .constant(seconds), atMost: 1) }
    }
    var second = grade("P2", rings: 150)
    second.regrade = .init(to: "P3", share: 1, after: .constant(100))
    scenario.response = Town.response([second, grade("P3", rings: 200)], units: [(5_000, 9_000)])
    let story = story(scenario)
    #expect(story.contains("110: i0 becomes 1"))
    #expect(story.filter { $0.contains("about i0") } == ["310: c1 rings 0 about i0, time 1, then ever"])
  }

  @Test func anAppointmentIsKeptByADiaryUnitAndNobodyWithdrawsBefore() {
    let grade = Town.grade("P4", scene: 60) {
      $0.attendedBy = .diary
      $0.appointment = .constant(7_200)
      $0.isBlueLight = false
      $0.cancelled = .init(share: 1, after: .constant(2_000))
    }
    var response = Town.response([grade], [Town.incident(at: 0, "P4"), Town.incident(at: 1_000, "P4")])
    response.hubs[0].diary = Town.tours([(0, 9_000)])
    #expect(
      Town.story(response) == [
        "0: i0 is logged by 0", "0: i0 opens as 0", "0: i0 wants 1, cancelled in 2000", "0: i0 is booked in 7200",
        "1000: i1 is logged by 0", "1000: i1 opens as 0", "1000: i1 wants 1, cancelled in 2000",
        "1000: i1 is booked in 7200",
        // The response unit, number 0, is not for appointments.
        "7200: i0 falls due", "7200: u1 is given i0, off in 0", "7200: u1 sets off for i0, 1174.927 away",
        "8200: i1 falls due",
        "8374.927: u1 is at i0 for 60", "8434.927: u1 is clear of i0", "8434.927: i0 is attended",
        "8434.927: u1 is given i1, off in 0", "8434.927: u1 sets off for i1, 0 away", "8434.927: u1 is at i1 for 60",
        "8494.927: u1 is clear of i1", "8494.927: i1 is attended",
      ])
  }
}
