import ContactCentre
import DiscreteEvents
import Testing

@Suite struct FollowUpTests {
  /// One caller, and a channel of which nobody thinks by themselves.
  private func scenario(_ followUps: [Channel.FollowUp], at time: Double = 0) -> Scenario {
    var calls = channel("999", [caller(at: time)])
    calls.outcomes = [.init(name: "crime", share: 1, followUps: followUps)]
    var victims = Channel(id: "victim contact", kind: .deferred, handling: .constant(300))
    victims.outcomes = [.init(name: "told", share: 1)]
    return handMade([calls, victims], teams: [team("desk", "999", "victim contact", tours: [(0, 86_400)])])
  }

  @Test func anotherContactComesExactlySoLongAfter() {
    let followUps = [
      Channel.FollowUp(name: "first", to: "victim contact", after: .constant(3_600.25)),
      .init(name: "never", to: "999", probability: 0, after: .constant(1)),
      .init(name: "second", to: "victim contact", after: .constant(0)),
    ]
    #expect(
      contactStory(scenario(followUps)) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "60: c0 leads to i0 on 1 in 3600.250", "60: c0 leads to i1 on 1 in 0", "60: h0 ends c0 as 0",
        "60: c1 comes on 1 as i1 of c0", "60: h0 answers c1 for 300", "360: h0 ends c1 as 0",
        "3660.250: c2 comes on 1 as i0 of c0", "3660.250: h0 answers c2 for 300", "3960.250: h0 ends c2 as 0",
      ])
  }

  @Test func nobodyComesAfterTheMeasuredDays() {
    let followUps = [Channel.FollowUp(name: "later", to: "victim contact", after: .constant(600))]
    var late = scenario(followUps, at: 85_740)
    late.calendar.drain = .hour
    // 85,740 + 60 + 600 is the end itself.
    #expect(contactStory(late).suffix(2) == ["85800: c0 leads to i0 on 1 in 600", "85800: h0 ends c0 as 0"])
    var justIn = scenario(followUps, at: 85_739.999)
    justIn.calendar.drain = .hour
    #expect(contactStory(justIn).contains("86399.999: c1 comes on 1 as i0 of c0"))
  }

  @Test func aRestThatIsTooLongForAnEventIsCutToTheLongestThereIs() {
    var far = scenario([.init(name: "court", to: "victim contact", after: .constant(100 * 86_400))])
    far.calendar.days = 60
    let events = run(far)
    let come = events.first { $0.kind == .contactFollowedUp }
    #expect(come?.time == 60 * .second + Event.longest)
  }

  /// Who is sent away with advice comes back with a probability: those who do are that share of those who were sent.
  @Test func theProbabilityIsTheShareOfThoseWhoComeBack() {
    var calls = Channel(
      id: "999", arrivals: .profile(ArrivalProfile(perYear: 12_000 * 365)), handling: .constant(0),
      outcomes: [
        .init(
          name: "not an emergency", share: 0.5,
          followUps: [.init(name: "back", to: "101", probability: 0.3, after: .constant(60))])
      ])
    calls.patience = .constant(0)
    let scenario = handMade(
      [calls, Channel(id: "101", patience: .constant(0), handling: .constant(0))],
      teams: [Team(id: "desk", answers: ["999"], staff: always(1))])
    let events = run(scenario)
    let sent = Double(events.count { $0.kind == .handlingEnded && $0.detail == 0 })
    let back = Double(events.count { $0.kind == .followUpScheduled })
    #expect(sent > 5_000)
    #expect(abs(back - 0.3 * sent) < 6 * (0.21 * sent).squareRoot())
    #expect(events.count { $0.kind == .contactFollowedUp } >= Int(back) - 20)
  }

  /// Each contact leads to one more, at once and for ever: after sixteen it stops.
  @Test func nothingFollowsForEver() {
    var calls = channel("101", [caller(at: 0)])
    calls.handling = .constant(0)
    calls.outcomes = [.init(name: "again", share: 1, followUps: [.init(name: "on", to: "101", after: .constant(0))])]
    let events = run(handMade([calls], teams: [team("desk", "101", tours: [(0, 100)])]))
    #expect(events.count { $0.kind == .contactFollowedUp } == 16)
    #expect(events.count { $0.kind == .handlingEnded } == 17)
  }

  /// The same callers come of the same callers, whoever else there is.
  @Test func whoFollowsIsTheSameUnderEveryPlan() {
    func scenario(_ staff: Int) -> Scenario {
      let crime = Channel.Outcome(
        name: "crime", share: 0.4,
        followUps: [.init(name: "news", to: "news", probability: 0.5, after: .exponential(mean: 3_600))])
      return handMade(
        [
          Channel(
            id: "101", arrivals: .profile(ArrivalProfile(perYear: 300 * 365)), handling: .exponential(mean: 200),
            outcomes: [crime]),
          Channel(id: "news", kind: .deferred, handling: .exponential(mean: 500)),
        ], teams: [Team(id: "desk", answers: ["101", "news"], staff: always(staff))])
    }
    /// By caller, in how long another is to come.
    func leads(_ events: [Event]) -> [[UInt32]: UInt32] {
      var caller: [UInt32: [UInt32]] = [:]
      var leads: [[UInt32]: UInt32] = [:]
      for event in events {
        if event.kind == .contactArrived { caller[event.subject] = [event.value, event.extra] }
        if event.kind == .followUpScheduled, let who = caller[event.subject] { leads[who] = event.value }
      }
      return leads
    }
    let few = leads(run(scenario(3)))
    let many = leads(run(scenario(5)))
    #expect(few.count > 30)
    for (who, delay) in few { #expect(many[who] == delay || many[who] == nil) }
    #expect(few.keys.count { many[$0] != nil } > 30)
  }
}
