import Watchroom

/// A made-up history: a channel simulated by Watchroom, changed by what a scenario does not know.
struct History {
  var name: String
  var profile: ArrivalProfile
  var days = 3 * 365
  /// Growth of the volume, per year.
  var growth = 0.0
  /// What a bank holiday's volume is multiplied by, and Christmas Day's and New Year's Day's.
  var holiday = 1.0
  var christmas = 1.0
  var newYear = 1.0
  /// A lasting change: from which day on, times what.
  var step: (day: Int, factor: Double)?
  /// Standard deviation of a weekly random walk of the volume's logarithm.
  var drift = 0.0

  /// Thursday 1 August 2019.
  static let firstDay = CivilTime(year: 2_019, month: 8, day: 1).dayNumber

  /// Contacts of every day and hour.
  func counts(seed: UInt64) -> [[Int]] {
    var stream = RandomKey(seed: seed).derived(named: name).stream(1)
    var walk = 0.0
    let factors = (0..<days).map { day -> Double in
      if day % 7 == 0 { walk += drift * PortableMath.normalQuantile(stream.uniform()) }
      var factor = PortableMath.exp(walk + growth * Double(day) / 365)
      if let step, day >= step.day { factor *= step.factor }
      let civil = CivilTime(dayNumber: Self.firstDay + day)
      switch (civil.month, civil.day) {
      case (12, 25): factor *= christmas
      case (1, 1): factor *= newYear
      default: if Self.holidays.contains(civil) { factor *= holiday }
      }
      return factor
    }
    // Simulated with the most that is wanted on any day, then thinned: every contact stays with its day's probability.
    let most = factors.max() ?? 1
    var simulated = profile
    simulated.perYear *= most
    let channel = Channel(id: name, arrivals: .profile(simulated), handling: .constant(1))
    let team = Team(id: "all", answers: [name], staff: .intervals(heads: [[Int]](repeating: [200], count: 7)))
    let start = Milliseconds(Self.firstDay) * .day
    let scenario = Scenario(
      name: name, calendar: ScenarioCalendar(start: start, days: days), channels: [channel], teams: [team])
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 24), count: days)
    var simulation = Simulation(plan: Plan(scenario), seed: seed, replication: 0)
    while simulation.advance({ events in
      for index in events.indices where events[index].kind == .contactArrived {
        let day = Int(events[index].time / .day)
        if stream.uniform() < factors[day] / most { counts[day][Int(events[index].time % .day / .hour)] += 1 }
      }
    }) {}
    return counts
  }

  /// Bank holidays of England and Wales in these years, but for those with a date, as published.
  private static let holidays: Set<CivilTime> = Set(
    [
      (2019, 8, 26), (2020, 4, 10), (2020, 4, 13), (2020, 5, 8), (2020, 5, 25), (2020, 8, 31), (2019, 12, 26),
      (2020, 12, 26), (2020, 12, 28), (2021, 4, 2), (2021, 4, 5), (2021, 5, 3), (2021, 5, 31), (2021, 8, 30),
      (2021, 12, 26), (2021, 12, 27), (2021, 12, 28), (2022, 1, 3), (2022, 4, 15), (2022, 4, 18), (2022, 5, 2),
      (2022, 6, 2), (2022, 6, 3), (2022, 8, 29),
    ].map { CivilTime(year: $0.0, month: $0.1, day: $0.2) })
}
