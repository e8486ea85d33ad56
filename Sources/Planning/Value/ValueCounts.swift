import ContactCentre
import DiscreteEvents
import Metrics

/// What of a scenario a value map looks at.
struct ValueLayout: Sendable {
  /// The channels with targets, by their place in the scenario.
  let channels: [Int]
  /// The grades with targets, likewise.
  let grades: [Int]
  /// By hour of the day, for every time the measured days have it: its weekday, and the slots (24 a date, from the first
  /// date's midnight) from it to before the next time, or the end.
  let windows: [[(weekday: Int, slots: Range<Int>)]]
  /// All slots.
  let slots: Range<Int>
  /// By channel of the layout, whether a contact may wait for days: because its work is put off, it is called back, or
  /// nobody gives up. Then what a handler gains may show on any later day.
  let liesOver: [Bool]

  init(_ scenario: Scenario) {
    channels = scenario.channels.indices.filter { scenario.channels[$0].target != nil }
    grades = (scenario.response?.grades ?? []).indices.filter { scenario.response?.grades[$0].target != nil }
    liesOver = channels.map { place in
      let channel = scenario.channels[place]
      return channel.kind.isDeferred || channel.callback != nil || channel.patience == .never
    }
    let calendar = scenario.calendar
    let firstDay = calendar.zone.civilTime(at: calendar.start).dayNumber
    let lastDay = max(firstDay, calendar.zone.civilTime(at: calendar.end - 1).dayNumber)
    let slots = (lastDay - firstDay + 1) * 24
    self.slots = 0..<slots
    let measured = Set(
      scenario.measuredHours.map { hour in
        let civil = calendar.zone.civilTime(at: hour)
        return (civil.dayNumber - firstDay) * 24 + Int(civil.timeOfDay / .hour)
      })
    windows = (0..<24).map { hour in
      let starts = stride(from: hour, to: slots, by: 24).filter { measured.contains($0) }
      return zip(starts, starts.dropFirst() + [slots]).map { start, end in
        (CivilTime(dayNumber: firstDay + start / 24).weekday, start..<end)
      }
    }
  }
}

/// What one run counted, for a value map.
struct ValueCounts: Sendable {
  /// By channel of the layout and slot, contacts answered in time and given up.
  private(set) var inTime: [[Int]] = []
  private(set) var abandoned: [[Int]] = []
  /// By channel, contacts that needed an answer.
  private(set) var offered: [Int] = []
  /// By grade of the layout and slot of their opening, incidents attended in time.
  private(set) var attendedInTime: [[Int]] = []

  /// Nothing counted.
  init() {}

  /// What one replication of `plan` comes to.
  init(_ plan: Plan, _ layout: ValueLayout, seed: UInt64, replication: Int) {
    var simulation = Simulation(plan: plan, seed: seed, replication: replication)
    var recorder = Recorder(plan: plan)
    while simulation.advance({ recorder.fold($0) }) {}
    for channel in layout.channels {
      let tallies = recorder.hourlyTallies(ofChannel: channel)
      inTime.append(tallies.map { Int($0.answeredInTime) })
      abandoned.append(tallies.map { Int($0.abandoned) })
      offered.append(tallies.reduce(0) { $0 + Int($1.needingAnswer) })
    }
    attendedInTime = layout.grades.map { recorder.hourlyAttendance(ofGrade: $0) }
  }
}
