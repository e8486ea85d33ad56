import ContactCentre
import DiscreteEvents
import Testing

/// Units that are taken from an incident for a graver one.
@Suite struct DiversionTests {
  @Test func aUnitOnItsWayIsDivertedFromWhereItIs() {
    let grades = [Town.grade("P1", scene: 100) { $0.preempts = ["P2"] }, Town.grade("P2", scene: 200)]
    let response = Town.response(grades, [Town.incident(at: 0, "P2"), Town.incident(at: 365.533, "P1", Town.hub)])
    #expect(
      Town.story(response) == [
        "0: i0 is logged by 0", "0: i0 opens as 1", "0: i0 wants 1", "0: u0 is given i0, off in 0",
        "0: u0 sets off for i0, 731.066 away",
        // Half the way out, and so half the way back.
        "365.533: i1 is logged by 0", "365.533: i1 opens as 0", "365.533: i1 wants 1",
        "365.533: u0 is taken from i0 for i1", "365.533: u0 sets off for i1, 365.533 away",
        "731.066: u0 is at i1 for 100", "831.066: u0 is clear of i1", "831.066: i1 is attended",
        "831.066: u0 is given i0, off in 0", "831.066: u0 sets off for i0, 731.066 away",
        "1562.132: u0 is at i0 for 200", "1762.132: u0 is clear of i0", "1762.132: i0 is attended",
      ])
  }

  @Test func aUnitThatIsStillBeingToldIsNotDiverted() {
    let grades = [Town.grade("P1", scene: 100) { $0.preempts = ["P2"] }, Town.grade("P2", scene: 200)]
    var response = Town.response(grades, [Town.incident(at: 0, "P2", Town.hub), Town.incident(at: 5, "P1", Town.hub)])
    response.travel.mobilisation = .constant(30)
    response.dispatchers = DispatchDesk(staff: Town.tours([(0, 1_000), (0, 1_000)]), takes: .constant(20))
    #expect(
      Town.story(response).prefix(12) == [
        "0: i0 is logged by 0", "0: i0 opens as 1", "0: i0 wants 1", "0: u0 is given i0, told by h0 in 20, off in 30",
        "5: i1 is logged by 0", "5: i1 opens as 0", "5: i1 wants 1",
        // Getting ready, it may be taken; the other dispatcher has been ready for longer. It is no readier when it is told.
        "20: h0 has told u0", "20: u0 is taken from i0 for i1, told by h1 in 20",
        "40: h1 has told u0", "70: u0 sets off for i1, 0 away", "70: u0 is at i1 for 100",
      ])
  }

  /// However often it is diverted, a unit is ready when it would have been.
  @Test func aUnitThatIsGettingReadyHasTheRestBeforeIt() {
    let grades = [
      Town.grade("P1", scene: 100) { $0.preempts = ["P2", "P3"] }, Town.grade("P2") { $0.preempts = ["P3"] },
      Town.grade("P3"),
    ]
    var response = Town.response(
      grades, [Town.incident(at: 0, "P3"), Town.incident(at: 20, "P2"), Town.incident(at: 30, "P1", Town.hub)])
    response.travel.mobilisation = .constant(60)
    #expect(
      Town.story(response).filter { $0.contains("u0") }.prefix(5) == [
        "0: u0 is given i0, off in 60", "20: u0 is taken from i0 for i1", "30: u0 is taken from i1 for i2",
        "60: u0 sets off for i2, 0 away", "60: u0 is at i2 for 100",
      ])
  }

  /// One has been on the road for 10 s, the other is at the hub, where it is needed, and ready in 580 s.
  @Test func theRestOfGettingReadyCountsInWhoIsThereSoonest() {
    let grades = [Town.grade("P1", scene: 100) { $0.preempts = ["P2"] }, Town.grade("P2")]
    var response = Town.response(
      grades, units: [(0, 9_000), (0, 9_000)],
      [Town.incident(at: 0, "P2"), Town.incident(at: 590, "P2"), Town.incident(at: 610, "P1", Town.hub)])
    response.travel.mobilisation = .constant(600)
    #expect(
      Town.story(response).filter { $0.contains("is taken from") } == ["610: u0 is taken from i0 for i2"])
  }

  @Test func whoIsCalledAwayLeavesTheRestOfTheWork() {
    let grades = [
      Town.grade("P1", scene: 100) { $0.preemptsAtScene = ["P2"] },
      Town.grade("P2", scene: 200) { $0.paperwork = .constant(60) },
    ]
    let response = Town.response(
      grades, [Town.incident(at: 0, "P2", Town.hub), Town.incident(at: 50, "P1", Town.hub)])
    #expect(
      Town.story(response) == [
        "0: i0 is logged by 0", "0: i0 opens as 1", "0: i0 wants 1", "0: u0 is given i0, off in 0",
        "0: u0 sets off for i0, 0 away", "0: u0 is at i0 for 200",
        "50: i1 is logged by 0", "50: i1 opens as 0", "50: i1 wants 1", "50: u0 is taken from i0 for i1",
        "50: u0 sets off for i1, 0 away", "50: u0 is at i1 for 100", "150: u0 is clear of i1", "150: i1 is attended",
        // 150 of 200 s are left. Who takes over writes it up, as who came first would have.
        "150: u0 is given i0, off in 0", "150: u0 sets off for i0, 0 away", "150: u0 is at i0 for 150",
        "300: u0 writes i0 up for 60", "300: i0 is attended", "360: u0 is clear of i0",
      ])
  }

  /// Who is done leaves the incident open for what the other, called away, has left undone: and here does it.
  @Test func anIncidentIsNotOverBeforeAllItsWorkIsDone() {
    let grades = [
      Town.grade("P1", scene: 400) { $0.preemptsAtScene = ["P2"] },
      Town.grade("P2", scene: 200) { $0.units = [0, 1] },
    ]
    let response = Town.response(
      grades, units: [(0, 9_000), (0, 9_000)],
      [Town.incident(at: 0, "P2", Town.hub), Town.incident(at: 50, "P1", Town.hub)])
    let story = Town.story(response).filter { !$0.hasPrefix("0:") }
    #expect(
      story == [
        "50: i1 is logged by 0", "50: i1 opens as 0", "50: i1 wants 1", "50: u0 is taken from i0 for i1",
        "50: u0 sets off for i1, 0 away", "50: u0 is at i1 for 400",
        "200: u1 is clear of i0", "200: u1 is given i0, off in 0", "200: u1 sets off for i0, 0 away",
        "200: u1 is at i0 for 150", "350: u1 is clear of i0", "350: i0 is attended",
        "450: u0 is clear of i1", "450: i1 is attended",
      ])
  }

  /// Of two that are called away, the one that came first is taken over from; the other's work begins anew.
  @Test func theFirstToComeIsTakenOverFromFirst() {
    let grades = [
      Town.grade("P1", scene: 1_000) { $0.preemptsAtScene = ["P2"] },
      Town.grade("P2", scene: 200) {
        $0.units = [0, 1]
        $0.paperwork = .constant(60)
      },
    ]
    let response = Town.response(
      grades, units: [(0, 9_000), (0, 9_000)],
      [
        Town.incident(at: 0, "P2", Town.hub), Town.incident(at: 50, "P1", Town.hub),
        Town.incident(at: 80, "P1", Town.hub),
      ])
    let story = Town.story(response).filter { $0.contains("i0") && !$0.hasPrefix("0:") }
    #expect(
      story == [
        "50: u0 is taken from i0 for i1", "80: u1 is taken from i0 for i2",
        "1050: u0 is given i0, off in 0", "1050: u0 sets off for i0, 0 away", "1050: u0 is at i0 for 150",
        "1080: u1 is given i0, off in 0", "1080: u1 sets off for i0, 0 away", "1080: u1 is at i0 for 200",
        "1200: u0 writes i0 up for 60", "1260: u0 is clear of i0", "1280: u1 is clear of i0", "1280: i0 is attended",
      ])
  }

  /// However often: it still wants one unit, which finds the rest of the work and writes it up. (Counts of one byte would
  /// go wrong at these.)
  @Test(arguments: [255, 256])
  func anIncidentMayBeLeftHundredsOfTimes(times: Int) {
    let grades = [
      Town.grade("P1", scene: 10) { $0.preemptsAtScene = ["P2"] },
      Town.grade("P2", scene: 5_000) { $0.paperwork = .constant(60) },
    ]
    let alarms = (1...times).map { Town.incident(at: Double($0) * 20, "P1", Town.hub) }
    let last = times * 20 + 10
    let response = Town.response(
      grades, units: [(0, 20_000), (Double(last + 1), 9_000), (Double(last + 1), 9_000)],
      [Town.incident(at: 0, "P2", Town.hub)] + alarms)
    let story = Town.story(response)
    #expect(story.count { $0.contains("is taken from i0") } == times)
    // 20 s until the first alarm, 10 s between two of them.
    let rest = 5_000 - 20 - (times - 1) * 10
    #expect(story.contains("\(last): u0 is at i0 for \(rest)"))
    #expect(!story.contains { $0.contains("u1 is given") || $0.contains("u2 is given") })
    #expect(
      story.suffix(3) == [
        "\(last + rest): u0 writes i0 up for 60", "\(last + rest): i0 is attended",
        "\(last + rest + 60): u0 is clear of i0",
      ])
  }

  @Test func whoeverIsOnTheWayIsTakenBeforeWhoeverIsAtAScene() {
    let grades = [
      Town.grade("P1") {
        $0.preempts = ["P2"]
        $0.preemptsAtScene = ["P2"]
      }, Town.grade("P2"),
    ]
    let response = Town.response(
      grades, units: [(0, 9_000), (0, 9_000)],
      [Town.incident(at: 0, "P2", Town.hub), Town.incident(at: 10, "P2"), Town.incident(at: 20, "P1", Town.hub)])
    #expect(Town.story(response).contains("20: u1 is taken from i1 for i2"))
  }

  @Test func aSecondUnitIsNotWorthADiversion() {
    let grades = [
      Town.grade("P1", scene: 100) {
        $0.preempts = ["P2"]
        $0.units = [0, 1]
      }, Town.grade("P2"),
    ]
    let response = Town.response(
      grades, units: [(0, 9_000), (0, 9_000)],
      [Town.incident(at: 0, "P2"), Town.incident(at: 10, "P1", Town.hub)])
    #expect(!Town.story(response).contains { $0.contains("is taken from") })
  }

  /// The last unit is left free for graver incidents.
  @Test func theLastUnitIsHeldBack() {
    let grades = [Town.grade("P1", scene: 100), Town.grade("P2", scene: 100) { $0.leavesFree = 1 }]
    let response = Town.response(
      grades, units: [(0, 9_000), (0, 9_000)],
      [
        Town.incident(at: 0, "P2", Town.hub), Town.incident(at: 10, "P2", Town.hub),
        Town.incident(at: 20, "P1", Town.hub),
      ])
    #expect(
      Town.story(response).filter { $0.contains("is given") } == [
        "0: u0 is given i0, off in 0", "20: u1 is given i2, off in 0",
        // At 100 only one is free; at 120 both are, and the one that has been free for longer goes.
        "120: u0 is given i1, off in 0",
      ])
  }
}
