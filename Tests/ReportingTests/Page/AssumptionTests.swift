import Testing
import Watchroom

@testable import Pages

@Suite struct AssumptionTests {
  /// What is said of a thing in one part of a scenario.
  private func said(_ scenario: Scenario, _ title: String, _ name: String = "") -> [String] {
    Assumptions(scenario).parts.first { $0.title == title }?.entries.first { $0.name == name }?.sentences ?? []
  }

  private func scenario(_ channel: (inout Channel) -> Void = { _ in }, team: (inout Team) -> Void = { _ in })
    -> Scenario
  {
    var scenario = Handmade.scenario()
    channel(&scenario.channels[0])
    team(&scenario.teams[0])
    return scenario
  }

  @Test func whatAScenarioDoesNotUseIsNotSaid() {
    let titles = Assumptions(Handmade.scenario()).parts.map(\.title)
    #expect(titles == ["Calendar", "Channels", "Teams"])
    #expect(
      said(Handmade.scenario(), "Teams", "contact") == [
        "Answers 999.", "Staff: nobody.", "A rostered hour costs 18.00.",
      ])
  }

  @Test func headsThatNeverChangeAreOneNumber() {
    func staff(_ heads: [Int]) -> [String] {
      said(scenario(team: { $0.staff = .intervals(heads: Array(repeating: heads, count: 7)) }), "Teams", "contact")
    }
    #expect(staff(Array(repeating: 9, count: 24)).contains("Staff: 9 heads at all hours."))
    #expect(staff(Array(repeating: 1, count: 24)).contains("Staff: 1 head at all hours."))
    #expect(staff(Array(repeating: 3, count: 23) + [8]).contains("Staff: from 3 to 8 heads, by hour of the week."))
  }

  @Test func routingIsSaid() {
    let scenario = scenario {
      $0.routing = Channel.Routing(
        preempts: ["online"], leavesFree: 2, headStart: 30_000, waitWeight: 1.5,
        overflow: .init(after: 60_000, teams: ["desk"]))
      $0.callback = Channel.Callback(whenWaiting: 8, accepts: 0.4, dialling: .constant(20), reached: 0.7)
    }
    let sentences = said(scenario, "Channels", "999")
    for sentence in [
      "If nobody is free, a handler leaves online for it and goes on with that later.",
      "Taken only while more than 2 of a team are free.",
      "Among equals in priority it counts as having waited 30 s longer.",
      "Among equals in priority its wait counts 1.50 times.",
      "After 1 min of waiting it may go to desk too.",
      """
      Who finds 8 or more waiting is offered to be called back: 40% accept and keep their place, and 70% of those are \
      reached. Dialling: always 20.0 s.
      """,
    ] {
      #expect(sentences.contains(sentence), "\(sentences)")
    }
  }

  @Test func whatComesOfAContactIsSaid() {
    let scenario = scenario {
      $0.outcomes = [
        .init(name: "resolved", share: 0.5), .init(name: "P1", share: 0.2, grade: "P1", opens: .constant(50)),
        .init(
          name: "record", share: 0.1, handling: .constant(600),
          followUps: [.init(name: "victim contact", to: "online", probability: 0.25, after: .constant(3_600))],
          transfer: .init(to: "online", warm: .constant(30)), deterred: 0.1),
      ]
      $0.front = [
        FrontStage(
          id: "ivr", takes: .constant(5), options: [.init(id: "report", share: 0.3, contains: 0.1)])
      ]
      $0.survey = Channel.Survey(sample: 0.2, replies: 0.1, satisfied: 0.8, halfLife: 600_000)
    }
    let sentences = said(scenario, "Channels", "999")
    for sentence in [
      "Outcomes: resolved 50.0%, P1 20.0% (opens an incident of P1), record 10.0%.",
      "Outcome P1: the incident opens so long after the answer: always 50.0 s.",
      """
      Outcome record: handling: always 10:00; handed on to online, the first handler staying until both have spoken \
      for: always 30.0 s; victim contact follows on online with probability 0.25 after always 1:00:00; 10% do not come \
      at all, because they were told better.
      """,
      "Before the queue, ivr: takes always 5.00 s, its time does not count as waiting.",
      "In ivr, 30.0% choose report, which takes no time, contains 10.0%.",
      """
      Asked afterwards: 20%, of whom 10% reply; 80% of those would be satisfied without a wait, half as many after \
      10 min of it (an assumption: nobody publishes this).
      """,
    ] {
      #expect(sentences.contains(sentence), "\(sentences)")
    }
  }

  /// What a scenario states must not read as something else.
  @Test func whatIsStatedIsNotRounded() {
    let stated = scenario {
      $0.priority = 2.5
      $0.target = .init(share: 0.996, within: 10_000)
    }
    let sentences = said(stated, "Channels", "999")
    #expect(sentences.contains("A call channel of priority 2.5."), "\(sentences)")
    #expect(sentences.contains("Target: 99.60% answered within 10 s."), "\(sentences)")
    #expect(said(scenario(), "Channels", "999").contains("Target: 90% answered within 10 s."))
    var response = Handmade.response()
    response.response?.grades[0].priority = 0.5
    response.response?.grades[0].target = 0.55
    response.response?.travel.blueLightSpeed = 62.5
    #expect(said(response, "Grades", "P1").contains("Priority 0.5, attended within 15 min in 55% of cases."))
    #expect(said(response, "Units and travel").contains { $0.hasPrefix("62.5 km/h on blue lights and ") })
  }

  @Test func oneIsNotSeveral() {
    var scenario = Handmade.response()
    scenario.channels[0].arrivals = .trace([.init(time: 0)])
    scenario.response?.grades[0].leavesFree = 1
    scenario.response?.minimums = [.init(shift: "nights", officers: 1), .init(shift: "days", officers: 2)]
    scenario.teams[0].minimums = [.init(shift: "nights", heads: 1)]
    scenario.callers = [CallerGroup(id: "one", channels: [.init(channel: "999", share: 0.05)], callers: 1)]
    #expect(said(scenario, "Channels", "999").contains("1 recorded arrival."))
    #expect(said(scenario, "Grades", "P1").contains("Leaves 1 unit free for graver incidents."))
    let travel = said(scenario, "Units and travel")
    #expect(travel.contains("At least 1 officer starts nights, on overtime if need be."))
    #expect(travel.contains("At least 2 officers start days, on overtime if need be."))
    #expect(said(scenario, "Teams", "contact").contains("At least 1 starts nights, on overtime if need be."))
    #expect(said(scenario, "Repeat callers", "one") == ["1 person, who makes 5.0% of 999."])
  }

  @Test func howMuchLongerSeveralAtOnceTakeIsSaid() {
    func work(_ slowdown: [Double]) -> [String] {
      let chats = scenario(team: {
        $0.concurrency = 3
        $0.slowdown = slowdown
      })
      return said(chats, "Teams", "contact")
    }
    #expect(
      work([1, 1.2, 1.375]).contains(
        "Up to 3 contacts at a time; with 1, 2, 3 of them each takes 1.00, 1.20, 1.375 times as long."))
    #expect(work([1]).contains("Up to 3 contacts at a time."))
  }

  @Test func shiftsAreSaid() {
    var scenario = Handmade.scenario()
    scenario.shifts = [
      Shift(
        id: "lates", start: 15 * .hour, length: 8 * .hour,
        breaks: [.init(after: 150 * .minute, length: 30 * .minute, spread: 3 * .hour, cover: 2)]),
      Shift(id: "short", start: 9 * .hour, length: 4 * .hour),
    ]
    #expect(
      said(scenario, "Shifts", "lates") == [
        "From 15:00 for 8 h.",
        "A break of 30 min after 2 h 30 min to 5 h 30 min, in turns, while 2 of the team stay at work.",
      ])
    #expect(said(scenario, "Shifts", "short") == ["From 09:00 for 4 h, without breaks."])
  }

  @Test func peopleAndTheirTermsAreSaid() {
    // 1 August 2022.
    let august = 19_205
    var scenario = scenario(team: {
      $0.role = Role(
        attendance: 0.9, lateness: .exponential(mean: 120), overtime: 1.5,
        premiums: [
          Premium(id: "nights", hours: .init(from: 20 * .hour, to: 6 * .hour), extra: 0.2),
          Premium(id: "weekends", days: .init(weekdays: [5, 6], holidays: true), extra: 0.5),
        ])
      $0.people = Workforce(
        establishment: 274, strength: 262.5, asOf: august, leavers: 0.157,
        intakes: [.init(id: "autumn", on: august + 31, heads: 24, training: 42 * .day)],
        learning: .init(slower: 1.5, over: 90 * .day))
      $0.minimums = [.init(shift: "nights", heads: 12)]
      $0.site = "Lloyd House"
    })
    scenario.sites = [Site(id: "Lloyd House", closures: [.init(from: 1_658_476_800_000, to: 1_658_484_000_000)])]
    scenario.attendance = 0.8
    #expect(
      said(scenario, "Teams", "contact") == [
        "Answers 999.", "Staff: nobody.", "At least 12 start nights, on overtime if need be.",
        "262.5 people for 274 posts on 1 August 2022, of whom 15.7% leave in a year.",
        "Intake autumn: 24 begin on 1 September 2022 and are at work from 13 October 2022.",
        "New people take 1.50 times as long at first, and are as quick as anybody after 90 days.",
        "A rostered hour costs 18.00.", "Premium nights: 20% of the rate on top, from 20:00 to 06:00.",
        "Premium weekends: 50% of the rate on top, on Sat, Sun, public holidays.",
        "An hour of overtime costs 1.50 times as much.", "Of those rostered 90.0% turn up.",
        "Ready so long after the start of a tour: mean 2:00, exponential.", "Works at Lloyd House.",
      ])
    #expect(said(scenario, "Teams", "Attendance") == ["Of those rostered 80.0% turn up."])
    #expect(
      said(scenario, "Sites", "Lloyd House") == [
        "Closed from Friday 22 July 2022, 09:00 to Friday 22 July 2022, 11:00."
      ])
  }

  @Test func demandThatChangesIsSaid() {
    var profile = ArrivalProfile(perYear: 1_000, holiday: 0.8, scale: 1.25)
    profile.factors = [.init(name: "heat wave", from: 1_658_469_600_000, to: 1_658_556_000_000, times: 1.4)]
    profile.messages = [
      .init(
        name: "texts", at: [.init(weekday: 0, timeOfDay: 9 * .hour)], sentTo: 5_000, replies: 0.02,
        after: .exponential(mean: 600))
    ]
    var scenario = scenario { $0.arrivals = .profile(profile) }
    scenario.channels[1].arrivals = .appointments(
      AppointmentBook(
        from: 9 * .hour, to: 17 * .hour, every: 30 * .minute, places: 2,
        days: [true, true, true, true, true, false, false],
        booked: 0.9, shows: 0.8, earliness: 5 * .minute))
    scenario.callers = [
      CallerGroup(id: "frequent", channels: [.init(channel: "999", share: 0.05)], callers: 40, deterred: 0.5)
    ]
    scenario.surges = [
      Surge(id: "all hands", channel: "999", over: 20, lasting: 120_000, until: 5, teams: ["desk"])
    ]
    scenario.calendar.holidays = [19_233]
    let sentences = said(scenario, "Channels", "999")
    for sentence in [
      "1,000 a year expected, times 1.25.", "A public holiday weighs 0.80, whatever day it is.",
      "heat wave: 1.40 times as many from Friday 22 July 2022, 07:00 to Saturday 23 July 2022, 07:00.",
      "texts: sent to 5,000 people at Mon 09:00; 2.0% reply after mean 10:00, exponential.",
    ] {
      #expect(sentences.contains(sentence), "\(sentences)")
    }
    let visits = said(scenario, "Channels", "online")
    for sentence in [
      "By appointment: 2 every 30 min from 09:00 to 17:00 on Mon, Tue, Wed, Thu, Fri.",
      "90% are booked, and 80% of those come.", "People mean to come 5 min early.",
    ] {
      #expect(visits.contains(sentence), "\(visits)")
    }
    #expect(said(scenario, "Repeat callers", "frequent").count == 2)
    #expect(
      said(scenario, "Help while queues are long", "all hands") == [
        "When more than 20 wait on 999 for 2 min, desk answers it too, until no more than 5 wait."
      ])
    #expect(said(scenario, "Calendar").contains("Public holidays: 29 August 2022."))
  }

  @Test func theResponseIsSaid() {
    var scenario = Handmade.response()
    scenario.response?.grades[0].units = [0.7, 0.3]
    scenario.response?.hubs[0].role = Role(attendance: 0.95)
    scenario.response?.dispatchers?.role = Role(overtime: 2)
    scenario.response?.rebalances = true
    #expect(said(scenario, "Grades", "P1").contains("Units wanted: 1 in 70%, 2 in 30% of cases."))
    #expect(said(scenario, "Hubs", "Park Lane").contains("Of those rostered 95.0% turn up."))
    #expect(
      said(scenario, "Dispatchers") == [
        "Sending a unit takes one of them: always 30.0 s.", "Staff: nobody.", "A rostered hour costs 20.00.",
        "An hour of overtime costs 2.00 times as much.",
      ])
    let travel = said(scenario, "Units and travel")
    #expect(travel.contains("The response clock starts at the moment the contact was answered."))
    #expect(travel.contains("Officers who turn up are shared out anew among the hubs when a tour starts."))
  }
}
