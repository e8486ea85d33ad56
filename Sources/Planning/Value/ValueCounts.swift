import ContactCentre
import DiscreteEvents
import Metrics
import Simulator

/// What one run counted, for a value map.
struct ValueCounts: Sendable {
  /// By channel of the layout and slot, contacts answered in time and given up.
  private(set) var inTime: [[Int]] = []
  private(set) var abandoned: [[Int]] = []
  /// By channel, contacts that needed an answer.
  private(set) var offered: [Int] = []
  /// By grade of the layout and slot of their opening, incidents attended in time.
  private(set) var attendedInTime: [[Int]] = []
  /// By channel of the layout, how long a contact waited at most; empty unless waits were watched.
  private(set) var longestWaits: [Milliseconds] = []

  /// What one replication of `plan` comes to. To watch waits takes a little longer.
  init(_ plan: Plan, _ layout: ValueLayout, seed: UInt64, replication: Int, watchingWaits: Bool = false) {
    var simulation = Simulation(plan: plan, seed: seed, replication: replication)
    var recorder = Recorder(plan: plan)
    if watchingWaits {
      var waits = LongestWaits(channels: plan.scenario.channels.count)
      while simulation.advance({
        recorder.fold($0)
        waits.note($0)
      }) {}
      waits.finish(at: plan.end)
      longestWaits = layout.channels.map { waits.byChannel[$0] }
    } else {
      while simulation.advance({ recorder.fold($0) }) {}
    }
    for channel in layout.channels {
      let tallies = recorder.hourlyTallies(ofChannel: channel)
      inTime.append(tallies.map { Int($0.answeredInTime) })
      abandoned.append(tallies.map { Int($0.abandoned) })
      offered.append(tallies.reduce(0) { $0 + Int($1.needingAnswer) })
    }
    attendedInTime = layout.grades.map { recorder.hourlyAttendance(ofGrade: $0) }
  }
}
