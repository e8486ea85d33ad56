import ContactCentre
import DiscreteEvents

/// The figures of a plan's results: which there are, what they are called, and how they follow from a summary.
///
/// They come in the order of a result (`watchroom/result/1`), channels and teams in that of the scenario. Under
/// `channels.<id>`:
///
/// - `offered`, `contained`, `diverted`, `answered`, `abandoned`, `waitingAtEnd`: counts; the first is the sum of the rest.
/// - `abandonmentRate`, `abandonedAfterThreshold`: shares of offered, the latter of those who gave up after waiting
///   longer than the target's `within`.
/// - `serviceLevel`: `within` (seconds) and `target` as the scenario has them; answered in time as a share `ofOffered`,
///   `ofAnswered` and `ofOfferedLessShortAbandons`. On a deferred channel in time is work that is *finished* within
///   `within` of its arrival, wrap-up aside. `met` says whether the mean `ofOffered` reaches the target; it does not ask how
///   far the interval goes, as `check` does of what a scenario expects, and is null where nobody was offered.
/// - `waitBands`: `to10`, `to60`, `over60` seconds, as shares of answered.
/// - `speedOfAnswer`, `handleTime` and, for deferred channels, `reviewTime`: `mean`, `median`, `p90`, `p95`, `p99`, `max`.
///   Handle time is from the answer to the end of wrap-up, less the time in which it was left for another contact; review
///   time from arrival to the end of the work. Both are of what is finished by the end of the run: long work is the likelier
///   to be left out, and a `calendar.drain` gives the rest their time. Here as everywhere, quantiles are read off a histogram
///   and are off by at most 0.05 %; mean and maximum are exact.
/// - `interruptions`, for channels that others preempt: how often work on a contact was left and taken up again.
/// - `overflowed`, for channels with an overflow: contacts that waited long enough for other teams to take them.
/// - `backlog`, for deferred channels: how many contacts are not finished `atMidnight`, those in hand included (mean over the
///   local midnights that end the window's days), their `age` since they were offered (mean) and that of the
///   `oldest`; see ``Backlog``.
/// - `callbacks`, for channels that offer any: `asked`, contacts that hung up to be called back, and `reached`, those of
///   them who picked up.
/// - `survey`, for channels that have one: `asked`, `replied`, and `satisfied` as a share of replied.
/// - `outcomes`: handled contacts by outcome, for channels that name any; `other` is what is none of them.
/// - `front.<stage>`: contacts that `entered` a stage before the queue, and of them `contained` and `diverted` there; of a
///   stage with options `front.<stage>.<option>` too.
/// - `byHour` (24 local hours) and `byDay` (``days``): `offered`, `answered`, `serviceLevel` (of offered),
///   `abandonmentRate`, `speedOfAnswer` (mean) of the contacts offered then; `hour` says which hour.
///
/// `met` and `date` are no figures, and nothing can be expected of them: expect a share instead, `serviceLevel.ofOffered` or
/// a grade's `withinTarget`. `within`, `target` and `hour` are what the scenario itself says, so that what is expected of
/// them can never come out otherwise.
///
/// Wherever a share is of *offered*, contacts contained in or diverted from a stage before the queue are left out of the
/// whole: see ``Tally/needingAnswer``. A channel without a target has no figure that needs one. Over replications each counts
/// alike: a share is the mean of the replications' shares. Busy ones have more callers and worse shares, so for the share of
/// all callers divide the means of the counts, as `abandoned.mean` by `offered.mean` (less those of `contained` and
/// `diverted`), or run many days at once.
///
/// Under `teams.<id>`, inside the window; see ``TeamSummary``:
///
/// - `rosteredHours`: tours as planned of all who were rostered, whether they came or not; `staffedHours`: time signed on and
///   not on a break; `occupancy`: the share of that with a contact in hand.
/// - `shrinkage`: the share of rostered hours in which whoever was rostered was not at work: absence, lateness, breaks,
///   closures. It is 1 − the part of `staffedHours` inside rostered tours ÷ `rosteredHours`: those brought in to make up a
///   minimum, and what is worked beyond the planned ends of tours, make up for nobody.
/// - `adherence`: of the hours in which those who came were to be at work (their tours less breaks and closures as planned),
///   the share in which they were: at most 1. Lateness takes from it, and so does a break that is taken at another time
///   than planned; who works through one adds nothing.
/// - `overtimeHours`: tours of those brought in to make up a minimum, and time signed on beyond the planned ends of tours.
/// - `overtimeCost`: overtime at its factor; `premiumCost`: rostered hours that premiums are paid for, at the extra;
///   `cost`: both, and all rostered hours at the rate. Which overtime costs what: see ``Role/overtime``.
/// - `byHour` (24 local hours, those of all dates together): `rosteredHours`, `staffedHours` and `occupancy` in that hour;
///   `hour` says which hour.
///
/// Under `sites.<id>`, if there are any: `rosteredHours`, `staffedHours`, `occupancy` and `cost` of its teams together. Under
/// `surges.<id>`: how many `times` and `hours` teams helped. Under `callers.<group>`, of those who come again and
/// again: `offered`, the contacts they made; `callers`, how many of them made any; `perCaller`, the one over the other. Last,
/// `cost.total`: teams, dispatchers and hubs.
///
/// A scenario with a response has more, before the total. Under `dispatchers`, if there are any: what a team has, occupancy
/// being the share of staffed time with an assignment in hand. Under `grades.<id>`, of the incidents that opened inside the
/// window and were of the grade in the end, but for the backlog:
///
/// - `opened`, `attended`, and `attendedShare` of opened.
/// - `withinTarget`: the share of attended whose response took no longer than `within` (seconds); `target`, if the
///   scenario has one, is the share aimed at, and `met` whether the mean share reaches it: null where none was attended.
/// - `response`: `mean`, `median`, `p90`, `p95`, `p99`, `max` of the time from where the response clock starts to the
///   arrival of the first unit; that of an incident by appointment starts at its hour.
/// - `retainedAtEnd`, `cancelled`, `resolvedWithoutDeployment`: counts; opened is their sum and attended.
/// - `byHour` (24 local hours): `opened`, `attended`, `attendedShare`, `withinTarget`, `response` (mean) of the incidents
///   that opened then; `hour` says which hour.
/// - `backlog`: how many incidents wait `atMidnight` (mean over the local midnights that end the window's days), their
///   `age` since they opened (mean) and that of the `oldest`: of all that have the grade at that midnight, whatever becomes
///   of them later, and also those that opened before the window. One by appointment waits from its hour, and so does its
///   age; before that it is booked, and no backlog. See ``Backlog``.
///
/// Under `hubs.<id>`, of the units that signed on there, inside the window; see ``HubSummary``:
///
/// - `unitHours`: units' time on duty and not on a break; `utilisation`: the share of it with an incident in hand.
/// - `mobile`, `scene`, `custody`, `paperwork`, `free`: what the shares of unit hours went on; they sum to 1, and all but
///   the last to `utilisation`.
/// - `rosteredHours`: tours as planned of all officers rostered at the hub, whether they came or not: they follow from the
///   plan, and are the same in every replication. `officerHours`: officers' hours in the planned tours of those who came, with
///   those brought in to reach the minimum; where the force rebalances, at the hub they worked from. `overtimeHours`: those of
///   officers brought in, and those beyond the planned end of a tour.
/// - `attended`: incidents that opened inside the window to which a unit of the hub came first; `withinTarget`: the share
///   of them in time for their grade.
/// - `cost`: all rostered hours at the rate, with premiums as the role pays them, and overtime at its factor: as of a team,
///   but that an hour beyond the planned end costs the rate where the role has no factor.
public struct FigureCatalogue: Sendable {
  /// The figures, in the order of a result.
  public let figures: [Figure]
  /// By place in ``figures``, which of the estimated ones a figure is, from 0: its place among what is known of a replication.
  /// Nil for those that are of all replications together, and for constants.
  package let columns: [Int?]
  /// The calendar dates that the elements of `byDay` stand for, each at midnight.
  public let days: [CivilTime]

  private let measures: [Measure]
  private let places: [String: Int]
  /// Names that more than one figure has.
  private let sharedNames: Set<String>

  /// A plan that decided before another took over, as in a fork.
  public struct Past: Sendable {
    /// The plan.
    public let plan: Plan
    /// From when on the next one decides, since the first instant of the run.
    public let end: Milliseconds

    /// A plan that decided to an instant.
    public init(plan: Plan, end: Milliseconds) {
      self.plan = plan
      self.end = end
    }
  }

  /// The figures of results of `plan`, where it took over from other plans after those of the `past`, in order. O(channels ×
  /// days + tours of officers).
  public init(plan: Plan, past: [Past] = []) {
    self.init(
      plan.scenario, days: ArrivalClock.days(of: plan.scenario.calendar),
      rostered: RosteredOfficers.all(of: plan, past: past))
  }

  /// Those figures of results of `scenario` that `metrics` may name, or may have been meant to: of the days of a long window
  /// only those up to the greatest number in any of them, and two more. For their names: there is no plan to tell how much time
  /// of officers is rostered. O(channels × those days).
  public init(_ scenario: Scenario, nearTo metrics: [String]) {
    let numbers = metrics.flatMap { $0.split { !$0.isASCII || !$0.isNumber } }.compactMap { Int($0.suffix(9)) }
    self.init(
      scenario, days: min(ArrivalClock.days(of: scenario.calendar), (numbers.max() ?? 0) + 3),
      rostered: RosteredOfficers.none(of: scenario))
  }

  private init(_ scenario: Scenario, days count: Int, rostered: [RosteredOfficers]) {
    let firstDay = scenario.calendar.zone.civilTime(at: scenario.calendar.start).dayNumber
    days = (0..<count).map { CivilTime(dayNumber: firstDay + $0) }
    let list = FigureList(scenario, days: count, rostered: rostered)
    figures = list.figures
    measures = list.measures
    var count = 0
    columns = list.figures.map { figure in
      guard figure.kind == .estimate else { return nil }
      defer { count += 1 }
      return count
    }
    var places: [String: Int] = [:]
    var sharedNames: Set<String> = []
    for (place, figure) in figures.enumerated() {
      if places[figure.name] == nil { places[figure.name] = place } else { sharedNames.insert(figure.name) }
    }
    self.places = places
    self.sharedNames = sharedNames
  }

  /// How many figures results of `scenario` have, counted without making them all. O(channels).
  public static func count(in scenario: Scenario) -> Int { count(in: scenario) { _ in true } }

  /// How many of them are estimates, so that each replication has a value. O(channels).
  package static func estimates(in scenario: Scenario) -> Int { count(in: scenario) { $0.kind == .estimate } }

  private static func count(in scenario: Scenario, where isCounted: (Figure) -> Bool) -> Int {
    let rostered = RosteredOfficers.none(of: scenario)
    let one = FigureList(scenario, days: 1, rostered: rostered).figures.count(where: isCounted)
    // Every further day has as many.
    let more = FigureList(scenario, days: 2, rostered: rostered).figures.count(where: isCounted) - one
    return one + more * (ArrivalClock.days(of: scenario.calendar) - 1)
  }

  /// The place in ``figures`` of the figure called `name`; nil if there is none. O(1).
  public func index(of name: String) -> Int? { places[name] }

  /// Whether more than one figure is called `name`, as where a channel is called `a` and another `a.byHour.0`: of these it is
  /// the first that ``index(of:)`` finds. O(1).
  public func isShared(_ name: String) -> Bool { sharedNames.contains(name) }

  /// The first name that more than one figure has, in their order; nil if each has its own. O(figures) where there is one.
  package var firstSharedName: String? {
    sharedNames.isEmpty ? nil : figures.lazy.map(\.name).first(where: sharedNames.contains)
  }

  /// The figure called `name`; nil if there is none. O(1).
  public func figure(named name: String) -> Figure? { places[name].map { figures[$0] } }

  /// What the figure called `name` counts; things, if there is none. O(1).
  package func unit(of name: String) -> Figure.Unit { figure(named: name)?.unit ?? .count }

  /// The value in `summary` of the figure at `index`; not a number where undefined, such as a share of nothing.
  ///
  /// Counts, hours and costs of a summary of several runs are those of all runs together. O(pages of a histogram).
  public func value(at index: Int, of summary: Summary) -> Double { measures[index].value(in: summary) }

  /// How many of how many contacts or incidents in `summary` the figure at `index` is; nil if it is no share of any.
  package func share(at index: Int, of summary: Summary) -> Share? { measures[index].share(in: summary) }
}
