import Testing
import Watchroom

/// ``CourseRecorder``: here because of the town, in which everything happens.
@Suite struct CourseTests {
  @Test func everyMomentIsTheWorldCounted() throws {
    let town = try Exported.town()
    var recorder = CourseRecorder(plan: town.plan)
    recorder.fold(town.events.span)
    let course = recorder.finish()
    #expect(!course.isAverageDay)
    #expect(course.moments.count == Int((town.plan.windowEnd - town.plan.windowStart) / (5 * .minute)) + 1)
    var simulation = Simulation(plan: town.plan, seed: 0, replication: 0)
    var next = 0
    for moment in course.moments {
      let first = next
      while next < town.events.count, town.events[next].time <= moment.time { next += 1 }
      simulation.follow(Array(town.events[first..<next]).span)
      let world = simulation.view(at: moment.time)
      #expect(moment.waiting == world.queues.map { Double($0.count) })
      for (team, states) in moment.handlers.enumerated() {
        let wanted = WorldView.Handler.State.allCases.map { state in
          Double(world.handlers.count { $0.team == team && $0.state == state })
        }
        #expect(states == wanted)
      }
      for grade in moment.attended.indices {
        #expect(moment.attended[grade] == Double(world.incidents.count { $0.grade == grade && $0.isAttended }))
        #expect(moment.unattended[grade] == Double(world.incidents.count { $0.grade == grade && !$0.isAttended }))
      }
      #expect(
        moment.units
          == WorldView.Unit.State.allCases.map { state in Double(world.units.count { $0.state == state }) })
    }
    let opened = town.events.count { $0.kind == .incidentOpened && $0.time < town.plan.windowEnd }
    #expect(course.spots.reduce(0) { $0 + $1.count } == opened)
  }

  @Test func spansDoNotShow() throws {
    let town = try Exported.town()
    func course(step: Int) -> Course {
      var recorder = CourseRecorder(plan: town.plan)
      for start in stride(from: 0, to: town.events.count, by: step) {
        recorder.fold(Array(town.events[start..<min(start + step, town.events.count)]).span)
      }
      return recorder.finish()
    }
    #expect(course(step: 7) == course(step: town.events.count))
  }

  @Test func aLongRunIsAnAverageDay() throws {
    // 22 July 2022, 06:00.
    let calendar = ScenarioCalendar(start: 1_658_469_600_000, days: 5)
    let channel = Channel(id: "999", arrivals: .trace([]), handling: .constant(60))
    let team = Team(id: "t", answers: ["999"], staff: .shifts([]))
    let plan = Plan(Scenario(name: "", calendar: calendar, channels: [channel], teams: [team]))
    // Somebody waits from 07:10 to 07:40 of the second of five days.
    let from: Milliseconds = 25 * .hour + 10 * .minute
    let length: Milliseconds = 30 * .minute
    let events: [Event] = [
      Event.contactArrived(at: from, contact: 0, channel: 0, cell: 0, index: 0),
      Event.contactQueued(at: from, contact: 0, patience: UInt32(length)),
      Event.contactAbandoned(at: from + length, contact: 0, willRedial: false),
    ]
    var recorder = CourseRecorder(plan: plan)
    recorder.fold(events.span)
    let course = recorder.finish()
    #expect(course.isAverageDay)
    #expect(course.moments.count == 96)
    let waiting = course.moments.filter { $0.waiting[0] > 0 }
    // Seen at 07:12:30, at the three looks of the next quarter of an hour, and at 07:32:30 and 07:37:30.
    let means: [[Double]] = [[1 / 15], [3 / 15], [2 / 15]]
    #expect(waiting.map(\.waiting) == means)
    let times: [Milliseconds] = [7 * .hour, 7 * .hour + 15 * .minute, 7 * .hour + 30 * .minute]
    #expect(waiting.map(\.time) == times)
  }

  /// The map shows where incidents opened in the measured days, whose last instant is the drain's.
  @Test func spotsAreOfTheMeasuredDays() {
    var scenario = Handmade.response()
    scenario.calendar.warmUp = .hour
    scenario.calendar.drain = .hour
    let plan = Plan(scenario)
    func spots(_ time: Milliseconds) -> Int {
      var recorder = CourseRecorder(plan: plan)
      let events: [Event] = [
        .incidentOpened(
          at: time, incident: 0, contact: Event.noContact, grade: 0, latitude: 525_000_000, longitude: -19_000_000)
      ]
      recorder.fold(events.span)
      return recorder.finish().spots.reduce(0) { $0 + $1.count }
    }
    #expect(spots(plan.windowStart - 1) == 0 && spots(plan.windowStart) == 1)
    #expect(spots(plan.windowEnd - 1) == 1 && spots(plan.windowEnd) == 0)
  }
}
