import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// Logs made up at random, every figure compared with the one worked out naively.
@Suite struct RandomResponseTests {
  /// Two days over a change of the clocks with an afternoon of warm-up and some hours of drain.
  private static func plan(seed: UInt64) -> Plan {
    let change = Milliseconds(CivilTime(year: 2022, month: 10, day: 30).dayNumber) * .day + .hour
    let zone = ZoneRules(name: "Somewhere", initialOffset: .hour, transitions: [.init(instant: change, offset: 0)])
    let calendar = ScenarioCalendar(
      start: change - Milliseconds(2 + seed % 20) * .hour, days: 2, zone: zone, warmUp: 5 * .hour,
      drain: Milliseconds(seed % 4) * .hour)
    let clocks = Response.Clock.allCases
    var response = response(clocks[Int(seed) % clocks.count], dispatchers: seed % 2 == 0 ? desk : nil)
    response.hubs[0].officers = tours(calendar, seed: seed)
    response.hubs[0].diary = tours(calendar, seed: seed + 100)
    return Plan(
      Scenario(
        name: "random", calendar: calendar, channels: [channel("999"), channel("chat")],
        teams: [team("calls", "999", "chat")],
        response: response))
  }

  /// Tours across every edge of the window.
  private static func tours(_ calendar: ScenarioCalendar, seed: UInt64) -> Staff {
    var random = RandomKey(seed: seed).stream(11)
    return .roster(
      (0..<40).map { number in
        let start = calendar.start + Milliseconds(-20 + 80 * random.uniform()) * .hour
        return .init(handler: "\(number)", start: start, end: start + Milliseconds(1 + 11 * random.uniform()) * .hour)
      })
  }

  @Test(arguments: UInt64(1)...12) func everyFigureIsTheNaiveOne(seed: UInt64) throws {
    let plan = Self.plan(seed: seed)
    let events = ResponseLog(plan, seed: seed).events
    let naive = NaiveResponseFigures(of: events, try #require(plan.scenario.response), plan).values
    let figures = Figures(plan, summary(of: events, plan))
    #expect(Set(naive.keys).subtracting(figures.catalogue.figures.map(\.name)).isEmpty)
    for (figure, value) in zip(figures.catalogue.figures, figures.values)
    where !figure.name.hasPrefix("channels.") && !figure.name.hasPrefix("teams.") {
      guard let expected = naive[figure.name] else {
        #expect(value.isNaN, "\(figure.name) is \(value)")
        continue
      }
      let isQuantile = figure.name.hasSuffix("median") || figure.name.contains(".p9")
      let tolerance = (isQuantile ? 0.0005 : 1e-13) * abs(expected)
      #expect(abs(value - expected) <= tolerance, "\(figure.name) is \(value), not \(expected)")
    }
    // The log is worth comparing.
    for figure in [
      "attended", "cancelled", "resolvedWithoutDeployment", "retainedAtEnd", "backlog.atMidnight",
    ] {
      #expect(naive["grades.P1.\(figure)", default: 0] + naive["grades.P2.\(figure)", default: 0] > 0)
    }
    for activity in ["mobile", "scene", "custody", "paperwork", "free", "rosteredHours", "overtimeHours", "attended"] {
      #expect(naive["hubs.north.\(activity)", default: 0] > 0)
    }
  }

  @Test(arguments: UInt64(1)...4) func incidentsAndTimesAreConserved(seed: UInt64) throws {
    let plan = Self.plan(seed: seed)
    let events = ResponseLog(plan, seed: seed).events
    // After any number of events, as if the run had ended there.
    for count in stride(from: 0, through: events.count, by: max(1, events.count / 7)) {
      let summary = summary(of: Array(events.prefix(count)), plan)
      for grade in summary.grades {
        for tally in [grade.total] + grade.byHour {
          let ended = tally.attended + tally.cancelled + tally.resolved
          #expect(tally.opened >= ended && tally.retained == tally.opened - ended)
          #expect(tally.attendedInTime <= tally.attended)
        }
        var sum = IncidentTally()
        for hour in grade.byHour { sum.merge(hour) }
        #expect(sum == grade.total)
        #expect(grade.response.count == grade.total.attended)
        #expect(grade.response.sum == grade.total.responded)
      }
      #expect(summary.hubs.reduce(0) { $0 + $1.attended } == summary.grades.reduce(0) { $0 + $1.total.attended })
      #expect(
        summary.hubs.reduce(0) { $0 + $1.attendedInTime }
          == summary.grades.reduce(0) { $0 + $1.total.attendedInTime })
      for hub in summary.hubs {
        #expect([hub.free, hub.mobile, hub.scene, hub.custody, hub.paperwork, hub.overrun].allSatisfy { $0 >= 0 })
        #expect(hub.broughtIn <= hub.officers)
      }
    }
  }

  /// Attended in time by hours of dates, at any moment, are those by hours of the day taken apart.
  @Test(arguments: UInt64(1)...4) func hoursOfDatesAddUpToHoursOfTheDay(seed: UInt64) {
    var scenario = Self.plan(seed: seed).scenario
    for grade in 0..<2 { scenario.response?.grades[grade].within = 6 * .hour }
    let plan = Plan(scenario)
    let events = ResponseLog(plan, seed: seed).events
    for count in [events.count / 3, events.count / 2, events.count] {
      var recorder = Recorder(plan: plan)
      recorder.fold(Array(events.prefix(count)).span)
      let hours = (0..<2).map { recorder.hourlyAttendance(ofGrade: $0) }
      let grades = recorder.finish().grades
      for (hours, grade) in zip(hours, grades) {
        #expect(hours.count % 24 == 0 && hours.count > 24)
        let byHour = (0..<24).map { hour in
          stride(from: hour, to: hours.count, by: 24).reduce(0) { $0 + hours[$1] }
        }
        #expect(byHour == grade.byHour.map { Int($0.attendedInTime) })
      }
      // The whole log has something to take apart.
      #expect(count < events.count || hours.contains { $0.count { $0 > 0 } > 1 })
    }
  }

  @Test func howALogIsCutDoesNotMatter() {
    let plan = Self.plan(seed: 5)
    let events = ResponseLog(plan, seed: 5).events
    let whole = summary(of: events, plan, block: .max / 2)
    #expect(summary(of: events, plan, block: 1) == whole)
    #expect(summary(of: events, plan, block: 1_000) == whole)
  }

  @Test func mergingIsExactInAnyOrder() {
    let plan = Self.plan(seed: 6)
    let runs = (0..<4).map { summary(of: ResponseLog(plan, seed: 100 + $0).events, plan) }
    func merged(_ order: [Int]) -> Summary {
      var sum = runs[order[0]]
      for index in order.dropFirst() { sum.merge(runs[index]) }
      return sum
    }
    let forwards = merged([0, 1, 2, 3])
    #expect(merged([3, 1, 0, 2]) == forwards)
    var pairs = merged([2, 3])
    pairs.merge(merged([1, 0]))
    #expect(pairs == forwards)
    #expect(forwards.grades[0].total.opened == runs.reduce(0) { $0 + $1.grades[0].total.opened })
    #expect(forwards.grades[0].backlog.midnights == 8)
    #expect(forwards.grades[0].backlog.oldest == runs.map(\.grades[0].backlog.oldest).max())
    #expect(forwards.hubs[1].scene == runs.reduce(0) { $0 + $1.hubs[1].scene })
    #expect(forwards.dispatchers.busy == runs.reduce(0) { $0 + $1.dispatchers.busy })
    #expect(forwards.dispatchers.busy > 0)
  }

  /// An incident that waits while thousands open and close must be found again, and so must all that wait with it.
  @Test(arguments: [1, 3, 1_000]) func oldIncidentsAreKept(waiting: Int) {
    let plan = HandMadeLogTests.plan(response())
    let t = HandMadeLogTests.start
    var events: [Event] = [.signedOn(0, at: t, for: .max)]
    for number in UInt32(0)..<20_000 {
      events.append(.opened(number, at: t))
      let isToWait = number % UInt32(20_000 / waiting) == 0
      if !isToWait { events.append(.incidentClosed(at: t, incident: number, end: .cancelled)) }
    }
    for number in UInt32(0)..<20_000 { events.append(.arrived(0, at: number, at: t + s(1))) }
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["grades.P1.opened"] == 20_000)
    let attended = Double((0..<20_000).count { $0 % (20_000 / waiting) == 0 })
    #expect(figures["grades.P1.attended"] == attended)
    #expect(figures["grades.P1.cancelled"] == 20_000 - attended)
  }
}
