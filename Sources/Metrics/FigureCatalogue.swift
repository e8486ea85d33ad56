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
///   `ofAnswered` and `ofOfferedLessShortAbandons`.
/// - `waitBands`: `to10`, `to60`, `over60` seconds, as shares of answered.
/// - `speedOfAnswer`, `handleTime` and, for deferred channels, `reviewTime`: `mean`, `median`, `p90`, `p95`, `p99`, `max`.
///   Handle time is from the answer to the end of wrap-up; review time from arrival to the end of the work.
/// - `outcomes`: handled contacts by outcome, for channels that name any; `other` is what is none of them.
/// - `byHour` (24 local hours) and `byDay` (``days``): `offered`, `answered`, `serviceLevel` (of offered),
///   `abandonmentRate`, `speedOfAnswer` (mean) of the contacts offered then; `hour` says which hour.
///
/// Wherever a share is of *offered*, contacts contained in or diverted from a stage before the queue are left out of the
/// whole: see ``Tally/needingAnswer``. A channel without a target has no figure that needs one.
///
/// Under `teams.<id>`: `rosteredHours`, `staffedHours`, `occupancy` (the share of staffed time with a contact in hand)
/// and `cost` (of rostered hours); see ``TeamSummary``. Last, `cost.total`.
public struct FigureCatalogue: Sendable {
  /// The figures, in the order of a result.
  public let figures: [Figure]
  /// The calendar dates that the elements of `byDay` stand for, each at midnight.
  public let days: [CivilTime]

  private let measures: [Measure]
  private let places: [String: Int]

  /// The figures of results of `plan`. O(channels × days).
  public init(plan: Plan) {
    let clock = ArrivalClock(plan: plan)
    days = (0..<clock.days).map { CivilTime(dayNumber: clock.firstDay + $0) }
    var list = FigureList()
    for (index, channel) in plan.scenario.channels.enumerated() {
      list.add(channel: channel, index: index, days: days.count)
    }
    for (index, team) in plan.scenario.teams.enumerated() { list.add(team: team, index: index) }
    list.add(["cost", "total"], .estimate, .money, .totalCost(perHour: plan.scenario.teams.map(\.costPerHour)))
    figures = list.figures
    measures = list.measures
    // Names with dots in them could coincide; the first then has the name.
    places = Dictionary(
      figures.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place in ``figures`` of the figure called `name`; nil if there is none. O(1).
  public func index(of name: String) -> Int? { places[name] }

  /// The values of all figures in `summary`, in their order; not a number where undefined, such as a share of nothing.
  ///
  /// Counts, hours and costs of a summary of several runs are those of all runs together. O(figures + pages of histograms).
  public func values(of summary: Summary) -> [Double] { measures.map { $0.value(in: summary) } }

  /// The value in `summary` of the figure at `index`.
  public func value(at index: Int, of summary: Summary) -> Double { measures[index].value(in: summary) }
}

/// Figures and how they are measured, side by side while they are listed.
private struct FigureList {
  var figures: [Figure] = []
  var measures: [Measure] = []

  mutating func add(_ path: [Figure.Component], _ kind: Figure.Kind, _ unit: Figure.Unit, _ measure: Measure) {
    figures.append(Figure(path, kind, unit))
    measures.append(measure)
  }

  mutating func add(channel: Channel, index: Int, days: Int) {
    let path: [Figure.Component] = ["channels", .key(channel.id)]
    func tally(
      _ steps: [Figure.Component], _ unit: Figure.Unit, _ measure: Measure.OfTally, _ slice: Measure.Slice = .window
    ) {
      add(path + steps, .estimate, unit, .tally(measure, channel: index, slice))
    }
    tally(["offered"], .count, .offered)
    tally(["contained"], .count, .contained)
    tally(["diverted"], .count, .diverted)
    tally(["answered"], .count, .answered)
    tally(["abandoned"], .count, .abandoned)
    tally(["waitingAtEnd"], .count, .waiting)
    tally(["abandonmentRate"], .share, .abandonmentRate)
    if let target = channel.target {
      tally(["abandonedAfterThreshold"], .share, .abandonedAfterThreshold)
      let level = path + ["serviceLevel"]
      add(level + ["within"], .constant, .seconds, .constant(Double(target.within) / 1_000))
      add(level + ["target"], .constant, .share, .constant(target.share))
      tally(["serviceLevel", "ofOffered"], .share, .inTimeOfOffered)
      tally(["serviceLevel", "ofAnswered"], .share, .inTimeOfAnswered)
      tally(["serviceLevel", "ofOfferedLessShortAbandons"], .share, .inTimeOfOfferedLessShortAbandons)
    }
    tally(["waitBands", "to10"], .share, .bandTo10)
    tally(["waitBands", "to60"], .share, .bandTo60)
    tally(["waitBands", "over60"], .share, .bandOver60)
    add(sample: .speedOfAnswer, path + ["speedOfAnswer"], channel: index)
    add(sample: .handleTime, path + ["handleTime"], channel: index)
    if channel.kind == .deferred { add(sample: .reviewTime, path + ["reviewTime"], channel: index) }
    add(outcomesOf: channel, path + ["outcomes"], index: index)

    func slice(_ steps: [Figure.Component], _ slice: Measure.Slice) {
      tally(steps + ["offered"], .count, .offered, slice)
      tally(steps + ["answered"], .count, .answered, slice)
      if channel.target != nil { tally(steps + ["serviceLevel"], .share, .inTimeOfOffered, slice) }
      tally(steps + ["abandonmentRate"], .share, .abandonmentRate, slice)
      tally(steps + ["speedOfAnswer"], .seconds, .meanWait, slice)
    }
    for hour in 0..<ArrivalClock.hours {
      add(path + ["byHour", .index(hour), "hour"], .constant, .count, .constant(Double(hour)))
      slice(["byHour", .index(hour)], .hour(hour))
    }
    for day in 0..<days { slice(["byDay", .index(day)], .day(day)) }
  }

  private mutating func add(sample: Measure.Sample, _ path: [Figure.Component], channel: Int) {
    func add(_ step: Figure.Component, _ kind: Figure.Kind, _ measure: Measure.OfSample) {
      self.add(path + [step], kind, .seconds, .sample(measure, channel: channel, sample))
    }
    add("mean", .estimate, .mean)
    add("median", .estimate, .quantile(0.5))
    add("p90", .pooled, .quantile(0.9))
    add("p95", .pooled, .quantile(0.95))
    add("p99", .pooled, .quantile(0.99))
    add("max", .pooled, .greatest)
  }

  private mutating func add(outcomesOf channel: Channel, _ path: [Figure.Component], index: Int) {
    guard !channel.outcomes.isEmpty else { return }
    let rest = channel.outcomes.count
    // A scenario may name an outcome "other" itself; the rest is then more of the same.
    let named = channel.outcomes.map(\.name) + (channel.outcomes.contains { $0.name == "other" } ? [] : ["other"])
    for (place, name) in named.enumerated() {
      let places = name == "other" && place < rest ? [place, rest] : [place]
      add(path + [.key(name)], .estimate, .count, .outcomes(places, channel: index))
    }
  }

  mutating func add(team: Team, index: Int) {
    func add(_ step: Figure.Component, _ unit: Figure.Unit, _ measure: Measure.OfTeam) {
      self.add(["teams", .key(team.id), step], .estimate, unit, .team(measure, index))
    }
    add("rosteredHours", .hours, .rosteredHours)
    add("staffedHours", .hours, .staffedHours)
    add("occupancy", .share, .occupancy)
    add("cost", .money, .cost(perHour: team.costPerHour))
  }
}
