import Watchroom

extension QueueCase {
  /// Every queue that is proved.
  static var all: [QueueCase] {
    GoldenValues.all.map(erlang)
      + [
        single("M/M/1", handling: .exponential(mean: 60), cv: 1),
        single("M/G/1, constant handling", handling: .constant(60), cv: 0),
        single("M/G/1, lognormal handling, cv 1.2", handling: .lognormal(mean: 60, cv: 1.2), cv: 1.2),
        singleWithPriorities, severalWithPriorities,
        loss("Erlang B, exponential handling", handling: .exponential(mean: 180)),
        loss("Erlang B, lognormal handling, cv 1.5", handling: .lognormal(mean: 180, cv: 1.5)),
        abundant("M/M/∞", handling: .exponential(mean: 300)),
        abundant("M/G/∞, lognormal handling, cv 0.8", handling: .lognormal(mean: 300, cv: 0.8)),
      ]
  }

  /// M/M/n or M/M/n+M.
  private static func erlang(_ golden: GoldenValues) -> QueueCase {
    let queue = golden.queue
    let answers = queue.answers(threshold: golden.within)
    let offered = contacts * Double(runs)
    func rarer(_ share: Double) -> Double { offered * min(share, 1 - share) }
    var figures = [
      Figure(name: "finds nobody free", truth: answers.waits, source: .events(waits), counts: rarer(answers.waits)),
      Figure(
        name: "answered in time", truth: answers.answeredInTime,
        source: .library("channels.calls.serviceLevel.ofOffered"), counts: rarer(answers.answeredInTime)),
      Figure(name: "mean wait of all", truth: answers.meanWait, source: .events(meanWait)),
      Figure(name: "mean queue", truth: answers.meanQueue, source: .events { $0.meanQueue }),
      Figure(name: "occupancy", truth: answers.occupancy, source: .library("teams.team.occupancy")),
    ]
    if golden.patience != nil {
      figures += [
        Figure(
          name: "gives up", truth: answers.abandons, source: .library("channels.calls.abandonmentRate"),
          counts: rarer(answers.abandons)),
        Figure(
          name: "mean wait of answered", truth: answers.meanWaitOfAnswered,
          source: .library("channels.calls.speedOfAnswer.mean")),
      ]
    }
    // The birth and death process relaxes at least as fast as the slower of handling and patience; without abandonment,
    // at the rate (√(nμ) − √λ)² or faster, or μ if that is slower still.
    let full = (Double(golden.handlers) / golden.handling).squareRoot()
    let gap = full - queue.arrivalRate.squareRoot()
    let relaxation = golden.patience.map { max(golden.handling, $0) } ?? max(golden.handling, 1 / (gap * gap))
    return QueueCase(
      golden.name,
      channels: [
        .steady(
          perSecond: queue.arrivalRate, patience: golden.patience.map { .exponential(mean: $0) } ?? .never,
          handling: .exponential(mean: golden.handling), within: golden.within)
      ],
      handlers: golden.handlers, relaxation: relaxation, figures: figures)
  }

  private static let waits: @Sendable (Watcher) -> Double = {
    Double($0.channels[0].queued) / Double($0.channels[0].offered)
  }

  private static let meanWait: @Sendable (Watcher) -> Double = {
    Double($0.channels[0].waited) / 1_000 / Double($0.channels[0].offered)
  }

  /// M/G/1 at 70 % load: the mean wait is that of Pollaczek and Khinchine.
  private static func single(_ name: String, handling: Distribution, cv: Double) -> QueueCase {
    let rate = 0.7 / 60
    let wait = meanWaits(ofPriorities: [Stream(arrivalRate: rate, mean: 60, cv: cv)])[0]
    return QueueCase(
      name, channels: [.steady(perSecond: rate, handling: handling)], handlers: 1, relaxation: singleRelaxation,
      figures: [
        Figure(name: "finds nobody free", truth: 0.7, source: .events(waits)),
        Figure(name: "mean wait", truth: wait, source: .library("channels.calls.speedOfAnswer.mean")),
        Figure(name: "mean queue", truth: wait * rate, source: .events { $0.meanQueue }),
        Figure(name: "occupancy", truth: 0.7, source: .library("teams.team.occupancy")),
      ])
  }

  /// M/M/1 with 60 s handling at 70 % load relaxes within 1/(√μ − √λ)² = 2,250 s; the others are given three times that,
  /// as handling varies more or has a longer tail.
  private static var singleRelaxation: Double { 3 * 2_250 }

  /// One handler, two kinds of call, each with its own handling time: Cobham's formula.
  private static var singleWithPriorities: QueueCase {
    let streams = [
      Stream(arrivalRate: 0.3 / 40, mean: 40, cv: 0.8), Stream(arrivalRate: 0.4 / 90, mean: 90, cv: 0),
    ]
    return priorities(
      "M/G/1 with two priorities", rates: streams.map(\.arrivalRate),
      handling: [.lognormal(mean: 40, cv: 0.8), .constant(90)], handlers: 1, relaxation: singleRelaxation,
      waits: meanWaits(ofPriorities: streams), occupancy: 0.7)
  }

  /// Five handlers, two kinds of call with one handling time: the formula of Kella and Yechiali.
  private static var severalWithPriorities: QueueCase {
    let rates = [0.4, 0.6].map { $0 * 0.85 * 5 / 300 }
    let full = (5.0 / 300).squareRoot() - (0.85 * 5.0 / 300).squareRoot()
    return priorities(
      "M/M/5 with two priorities", rates: rates,
      handling: Array(repeating: .exponential(mean: 300), count: 2), handlers: 5, relaxation: 1 / (full * full),
      waits: meanWaits(ofPriorities: rates, serviceRate: 1 / 300, handlers: 5), occupancy: 0.85)
  }

  private static func priorities(
    _ name: String, rates: [Double], handling: [Distribution], handlers: Int, relaxation: Double, waits: [Double],
    occupancy: Double
  ) -> QueueCase {
    QueueCase(
      name,
      channels: [
        .steady("first", perSecond: rates[0], handling: handling[0], priority: 1),
        .steady("second", perSecond: rates[1], handling: handling[1]),
      ],
      handlers: handlers, relaxation: relaxation,
      figures: [
        Figure(name: "mean wait of first", truth: waits[0], source: .library("channels.first.speedOfAnswer.mean")),
        Figure(name: "mean wait of second", truth: waits[1], source: .library("channels.second.speedOfAnswer.mean")),
        Figure(
          name: "mean queue", truth: rates[0] * waits[0] + rates[1] * waits[1], source: .events { $0.meanQueue }),
        Figure(name: "occupancy", truth: occupancy, source: .library("teams.team.occupancy")),
      ])
  }

  /// Callers without any patience at ten handlers and a load of eight erlangs.
  private static func loss(_ name: String, handling: Distribution) -> QueueCase {
    let blocked = erlangB(load: 8, handlers: 10)
    return QueueCase(
      name, channels: [.steady(perSecond: 8.0 / 180, patience: .constant(0), handling: handling)], handlers: 10,
      relaxation: 3 * 180,
      figures: [
        Figure(name: "gives up", truth: blocked, source: .library("channels.calls.abandonmentRate")),
        Figure(name: "occupancy", truth: 0.8 * (1 - blocked), source: .library("teams.team.occupancy")),
      ])
  }

  /// So many handlers that all are never busy: the number of calls in hand is Poisson, with a mean of the load.
  private static func abundant(_ name: String, handling: Distribution) -> QueueCase {
    let load = 30.0
    return QueueCase(
      name, channels: [.steady(perSecond: load / 300, handling: handling)], handlers: 90, relaxation: 3 * 300,
      figures: [
        Figure(name: "mean number busy", truth: load, source: .events { $0.timeAverage { $0 } }),
        Figure(
          name: "variance of number busy", truth: load,
          source: .events { $0.timeAverage { ($0 - load) * ($0 - load) } }),
      ]
        + [22, 30, 38].map { limit in
          Figure(
            name: "at most \(limit) busy", truth: poissonCDF(limit, mean: load),
            source: .events { $0.timeAverage { $0 <= Double(limit) ? 1 : 0 } })
        })
  }
}
