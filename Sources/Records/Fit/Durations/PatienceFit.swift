import DiscreteEvents

/// How long callers would wait before giving up, as far as their waits tell.
///
/// Who was answered would have waited longer than they did: their patience is censored. The distribution function is
/// estimated without assumptions by E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations",
/// 1958; exponential, Weibull and a mixture of two exponentials are fitted by their censored likelihoods, and that of
/// least AIC is taken.
public struct PatienceFit: Sendable {
  /// What was chosen; times are in seconds.
  public let distribution: Distribution
  /// What it is called.
  public let family: String
  /// Callers who gave up.
  public let abandoned: Int
  /// Callers who were answered.
  public let answered: Int
  /// The greatest distance between Kaplan and Meier's estimate and the fitted function, where there is an estimate.
  public let distance: Double
  /// Kaplan and Meier's estimate of the share still waiting after each of some times, in seconds.
  public let stillWaiting: [(time: Double, share: Double)]

  /// The waits of some callers, at least one.
  init(_ sample: [ChannelRecords.Wait], abandoned: Int, answered: Int) {
    self.abandoned = abandoned
    self.answered = answered
    let waits = WaitTable(sample)
    let curve = waits.survival
    stillWaiting = Self.steps.compactMap { time in
      guard let last = curve.last, last.time >= time else { return nil }
      return (time, curve.last { $0.time <= time }?.share ?? 1)
    }
    guard waits.events > 0 else {
      (distribution, family, distance) = (.never, "never", 0)
      return
    }
    var fits = [Self.exponential(waits)]
    if waits.events >= Self.fewEvents {
      fits.append(Self.weibull(waits))
      fits.append(Self.twoExponentials(waits, around: fits[0].distribution.mean))
    }
    let best = fits.reduce(fits[0]) { $1.aic < $0.aic - Self.margin ? $1 : $0 }
    (distribution, family) = (best.distribution, best.family)
    distance = curve.reduce(0) { max($0, (1 - $1.share - best.distribution.cumulative($1.time)).magnitude) }
  }

  /// The fitted share still waiting after some seconds.
  public func share(waiting time: Double) -> Double { 1 - distribution.cumulative(time) }

  /// Where reports show the estimate, in seconds.
  private static let steps: [Double] = [10, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600]
  /// With fewer callers giving up, no more than a mean can be told.
  private static let fewEvents = 20.0
  /// A family with more parameters must be better by this much; its tail reaches beyond what was observed.
  private static let margin = 4.0

  private typealias Fit = (family: String, distribution: Distribution, aic: Double)

  private static func exponential(_ waits: WaitTable) -> Fit {
    let mean = waits.total / waits.events
    return ("exponential", .exponential(mean: mean), 2 + 2 * waits.events * (PortableMath.log(mean) + 1))
  }

  private static func weibull(_ waits: WaitTable) -> Fit {
    let logs = waits.bins.map { PortableMath.log($0.time) }
    let meanLog = zip(waits.bins, logs).reduce(0) { $0 + $1.0.events * $1.1 } / waits.events
    let fit = WeibullFit(
      weights: waits.bins.map { $0.events + $0.censored }, logs: logs, events: waits.events, meanLogOfEvents: meanLog)
    return ("Weibull", fit.distribution, 4 - 2 * fit.logLikelihood)
  }

  private static func twoExponentials(_ waits: WaitTable, around mean: Double) -> Fit {
    func parts(_ point: [Double]) -> (share: Double, first: Double, second: Double) {
      (1 / (1 + PortableMath.exp(-point[0])), PortableMath.exp(point[1]), PortableMath.exp(point[2]))
    }
    let logMean = PortableMath.log(mean)
    let best = NelderMead.minimum(from: [-1, logMean - 1.5, logMean + 0.5], steps: [0.5, 0.5, 0.5]) { point in
      // Beyond these a part is gone or there is nothing to tell it by.
      guard point[0].magnitude < 5, (logMean - 6...logMean + 4).contains(point[1]),
        (point[1]...logMean + 4).contains(point[2])
      else { return .infinity }
      let (share, first, second) = parts(point)
      return waits.bins.reduce(0) { sum, bin in
        let early = share * PortableMath.exp(-bin.time / first)
        let late = (1 - share) * PortableMath.exp(-bin.time / second)
        return sum - bin.events * PortableMath.log(early / first + late / second)
          - bin.censored * PortableMath.log(early + late)
      }
    }
    let (share, first, second) = parts(best.point)
    return (
      "two exponentials",
      .mixture([
        .init(weight: share, distribution: .exponential(mean: first)),
        .init(weight: 1 - share, distribution: .exponential(mean: second)),
      ]), 6 + 2 * best.value
    )
  }
}
