import ContactCentre
import Experiments
import Metrics

/// Draws a ``ValueMap``.
///
/// **Method.** A handler more from eight to nine makes no difference before eight, and next to none a day later. So one run
/// with a handler more from eight to nine on every day of the week tells what each of these seven hours is worth: what
/// changes for contacts offered between one such hour and the next is put down to the first. That takes 24 plans a team
/// instead of 168.
///
/// Where contacts lie over it is not so: what was offered on Sunday is done by Monday's handler from eight to nine, and would
/// be put down to Sunday's. So for those channels the map has hours of the day only: what changes for all contacts of the
/// measured days, shared out evenly among the days. They are those whose work is put off or that call back, and those on
/// which somebody waited longer than six hours in a run without the handler: what was said of patience does not tell, as
/// nobody waits long where there are handlers enough.
///
/// The handler joins a team of their own that answers the same channels and is asked last, so that nobody
/// else's shift, turn at a break or attendance changes. For units it takes a plan for every hub and shift.
public struct ValueMapper: Sendable {
  private let scenario: Scenario
  private let seed: UInt64
  private let replications: Int
  private let jobs: Int?

  /// How often every plan is simulated unless more or fewer runs are asked for.
  public static let standardReplications = 60

  /// A mapper of the measured days of a scenario.
  public init(_ scenario: Scenario, seed: UInt64 = 1, replications: Int = standardReplications, jobs: Int? = nil) {
    precondition(replications >= 2 && jobs ?? 1 >= 1, "a map takes two replications and one job at least")
    self.scenario = scenario
    self.seed = seed
    self.replications = replications
    self.jobs = jobs
  }

  /// The teams that a handler can join: those with nobody rostered too.
  private var teams: [Int] { Array(scenario.teams.indices) }

  /// How many plans are simulated.
  public var plans: Int { 1 + teams.count * 24 + scenario.hubTours.count }

  /// Bytes of what holds together the numbers that one run counted.
  private static let listsOfRun = 400.0

  /// About how much memory ``map(progress:)`` takes with so many jobs: the plans under way, and what each run of all of them
  /// counted in every hour.
  public func memoryNeed(jobs: Int) -> MemoryNeed {
    let layout = ValueLayout(scenario)
    let hours = Double((scenario.calendar.days + 1) * 24)
    let columns = 2 * layout.channels.count + layout.grades.count
    // A cell for every hour of the week, and for every hour of the day.
    let cells = teams.count * (layout.channels.count + layout.grades.count) * (168 + 24)
    return MemoryNeed(
      like: scenario, plans: min(plans, jobs + 1), jobs: jobs,
      besides: Double(cells * MemoryLayout<ValueMap.Cell?>.stride),
      perReplication: Double(plans) * (Double(columns * MemoryLayout<Int>.stride) * hours + Self.listsOfRun))
  }

  /// Draws the map. Blocks until it is done; the same for any number of jobs. `progress` is as of an ``Experiment``.
  public func map(progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil) -> ValueMap {
    let layout = ValueLayout(scenario)
    let tours = scenario.hubTours
    let plans = PassingPlans(count: plans, uses: replications) { [tours] in Plan(variant($0, tours)) }
    let total = plans.count * replications
    // All replications of one plan after another, so that there are never more plans than jobs, and one.
    let counts = parallelMap(count: total, jobs: jobs) { run in
      let (number, replication) = run.quotientAndRemainder(dividingBy: replications)
      return ValueCounts(
        plans.take(number), layout, seed: seed, replication: replication, watchingWaits: number == 0)
    } noting: { _, _, done in
      progress?(done, total)
    }
    func runs(_ plan: Int) -> [ValueCounts] { Array(counts[plan * replications..<(plan + 1) * replications]) }
    let base = runs(0)
    // Known only after all runs of the scenario as it is, so that it is the same for any number of jobs.
    let liesOver = layout.liesOver(in: base)
    return ValueMap(
      teams: teams.enumerated().map { place, team in
        teamMap(team, layout, liesOver, base: base, hours: (0..<24).map { runs(1 + place * 24 + $0) })
      },
      grades: layout.grades.map { scenario.response?.grades[$0].id ?? "" },
      tours: tours.enumerated().map { place, tour in
        gain(tour, layout, base: base, with: runs(1 + teams.count * 24 + place))
      },
      replications: replications, seed: seed)
  }

  /// What plan number `number` is of: the scenario as it is, then with one more handler, team by team and hour by hour, then
  /// with one more unit on each of `tours`.
  private func variant(_ number: Int, _ tours: [HubTour]) -> Scenario {
    if number == 0 { return scenario }
    let (place, hour) = (number - 1).quotientAndRemainder(dividingBy: 24)
    guard place < teams.count else { return scenario.withUnit(on: tours[number - 1 - teams.count * 24]) }
    return withHandler(teams[place], hour: hour)
  }

  // MARK: Handlers

  /// The scenario with one more handler beside a team in one hour of every day.
  private func withHandler(_ team: Int, hour: Int) -> Scenario {
    var scenario = scenario
    var extra = scenario.teams[team]
    let names = Set(scenario.teams.map(\.id))
    while names.contains(extra.id) { extra.id += " +1" }
    var heads = Array(repeating: 0, count: 24)
    heads[hour] = 1
    // Whoever is one more is there, however many posts are empty. Minimums are of shifts, of which there are none here.
    extra.people = nil
    extra.staff = .intervals(heads: Array(repeating: heads, count: 7))
    scenario.teams.append(extra)
    return scenario
  }

  private func teamMap(
    _ team: Int, _ layout: ValueLayout, _ liesOver: [Bool], base: [ValueCounts], hours: [[ValueCounts]]
  ) -> ValueMap.TeamMap {
    /// What a handler gains for each hour of being there: on a weekday, for what is offered before the hour comes on another
    /// date, or on every day, for all that is offered. Where clocks go back a handler is there for two hours, and one of the
    /// two has gained the half.
    func gain(_ hour: Int, _ weekday: Int?, _ count: (ValueCounts) -> [Int]) -> Estimate? {
      let windows = layout.windows[hour].filter { weekday == nil || $0.weekday == weekday }
      return self.gain(
        hours[hour], base, in: weekday == nil ? [layout.slots] : windows.map(\.slots),
        hours: windows.reduce(0) { $0 + $1.shown }, count)
    }
    let channels = layout.channels.enumerated().map { place, channel in
      let offered = base.reduce(0) { $0 + Double($1.offered[place]) } / Double(replications)
      func cell(_ hour: Int, _ weekday: Int?) -> ValueMap.Cell? {
        guard let inTime = gain(hour, weekday, { $0.inTime[place] }),
          let given = gain(hour, weekday, { $0.abandoned[place] })
        else { return nil }
        return ValueMap.Cell(
          inTime: inTime, saved: Estimate(mean: 0 - given.mean, halfWidth: given.halfWidth),
          points: offered > 0 ? inTime.mean / offered * 100 : 0)
      }
      let liesOver = liesOver[place]
      return ValueMap.ChannelMap(
        channel: scenario.channels[channel].id,
        isAnswered: scenario.teams[team].answers.contains(scenario.channels[channel].id), liesOver: liesOver,
        cells: (0..<168).map { liesOver ? nil : cell($0 % 24, $0 / 24) }, byHour: (0..<24).map { cell($0, nil) })
    }
    let grades = layout.grades.enumerated().map { place, grade in
      ValueMap.GradeMap(
        grade: scenario.response?.grades[grade].id ?? "",
        cells: (0..<168).map { hour in gain(hour % 24, hour / 24) { $0.attendedInTime[place] } },
        byHour: (0..<24).map { hour in gain(hour, nil) { $0.attendedInTime[place] } ?? Estimate(mean: 0) })
    }
    return ValueMap.TeamMap(
      team: scenario.teams[team].id, costPerHour: scenario.teams[team].costPerHour, channels: channels, grades: grades)
  }

  /// What `with` counted more than `base`, run by run, in `windows`, for each of so many `hours`; nil if there are none.
  private func gain(
    _ with: [ValueCounts], _ base: [ValueCounts], in windows: [Range<Int>], hours: Double,
    _ count: (ValueCounts) -> [Int]
  ) -> Estimate? {
    guard hours > 0 else { return nil }
    let values = zip(with, base).map { with, without in
      let (with, without) = (count(with), count(without))
      let change = windows.reduce(0) { sum, slots in slots.reduce(sum) { $0 + with[$1] - without[$1] } }
      return Double(change) / hours
    }
    return Estimate(of: values)
  }

  private func gain(
    _ tour: HubTour, _ layout: ValueLayout, base: [ValueCounts], with: [ValueCounts]
  ) -> ValueMap.TourGain {
    let pay = TourPay(perHour: tour.hub.costPerHour, role: tour.hub.role, plan: Plan(scenario))
    let cost = tour.tours.reduce(0) { $0 + pay.wholeCost(from: $1.start, to: $1.end) } / Double(tour.tours.count)
    return ValueMap.TourGain(
      hub: tour.hub.id, shift: tour.shift.id, officers: tour.officers,
      cost: Double(tour.officers) * cost,
      inTime: layout.grades.indices.map { place in
        Estimate(
          of: zip(with, base).map { with, base in
            let change = with.attendedInTime[place].reduce(0, +) - base.attendedInTime[place].reduce(0, +)
            return Double(change) / Double(tour.tours.count)
          })
      })
  }
}
