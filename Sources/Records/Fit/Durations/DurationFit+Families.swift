import DiscreteEvents

extension DurationFit {
  /// A family with the parameters of greatest likelihood.
  struct FamilyFit {
    var family: String
    var distribution: Distribution
    /// Twice the parameters less twice the log-likelihood.
    var aic: Double
  }

  /// The least and greatest shape that a scenario may state, with room to spare.
  static let shapes = 0.1...50.0

  /// All families fitted to positive times that are not all alike.
  static func families(_ times: [Double]) -> [FamilyFit] {
    let count = Double(times.count)
    let mean = times.reduce(0, +) / count
    let logs = times.map { PortableMath.log($0) }
    let meanLog = logs.reduce(0, +) / count
    let logMean = PortableMath.log(mean)
    var fits: [FamilyFit] = []

    fits.append(
      FamilyFit(family: "exponential", distribution: .exponential(mean: mean), aic: 2 + 2 * count * (logMean + 1)))

    let variance = logs.reduce(0) { $0 + ($1 - meanLog) * ($1 - meanLog) } / count
    let sigma = variance.squareRoot()
    let logTwoPi = 1.8378770664093453
    fits.append(
      FamilyFit(
        family: "lognormal", distribution: .lognormal(mu: meanLog, sigma: sigma),
        aic: 4 + 2 * count * (meanLog + PortableMath.log(sigma) + logTwoPi / 2 + 0.5)))

    // The likelihood's derivative is zero where log k − ψ(k) = log of the mean − mean of the logs.
    let gap = logMean - meanLog
    let shape = LineSearch.root(in: shapes) { PortableMath.log($0) - digamma($0) - gap }
    let scale = mean / shape
    let gammaLogLikelihood =
      count
      * ((shape - 1) * meanLog - shape - shape * PortableMath.log(scale) - PortableMath.logGamma(shape))
    fits.append(
      FamilyFit(
        family: "gamma", distribution: .gamma(mean: mean, cv: (1 / shape).squareRoot()),
        aic: 4 - 2 * gammaLogLikelihood))

    let weibull = WeibullFit(weights: times.map { _ in 1 }, logs: logs, events: count, meanLogOfEvents: meanLog)
    fits.append(FamilyFit(family: "Weibull", distribution: weibull.distribution, aic: 4 - 2 * weibull.logLikelihood))
    return fits
  }
}

/// The Weibull distribution of greatest likelihood for times of which some may be censored.
struct WeibullFit {
  let shape: Double
  let scale: Double
  let logLikelihood: Double

  /// Times by their logarithms, each `weights` times there; `events` of them ended, at times whose logarithms have the
  /// mean given, and the others were still going on.
  init(weights: [Double], logs: [Double], events: Double, meanLogOfEvents: Double) {
    // Powers are taken relative to the longest, so that they cannot overflow.
    let longest = logs.max() ?? 0
    func powers(_ shape: Double) -> (sum: Double, sumOfLogs: Double) {
      var (sum, sumOfLogs) = (0.0, 0.0)
      for (weight, log) in zip(weights, logs) {
        let power = weight * PortableMath.exp(shape * (log - longest))
        sum += power
        sumOfLogs += power * log
      }
      return (sum, sumOfLogs)
    }
    let shape = LineSearch.root(in: DurationFit.shapes) { shape in
      let (sum, sumOfLogs) = powers(shape)
      return sumOfLogs / sum - 1 / shape - meanLogOfEvents
    }
    let logScale = longest + PortableMath.log(powers(shape).sum / events) / shape
    self.shape = shape
    scale = PortableMath.exp(logScale)
    logLikelihood =
      events * (PortableMath.log(shape) - shape * logScale + (shape - 1) * meanLogOfEvents) - events
  }

  var distribution: Distribution {
    .weibull(mean: scale * PortableMath.exp(PortableMath.logGamma(1 + 1 / shape)), shape: shape)
  }
}
