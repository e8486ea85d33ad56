import ContactCentre
import DiscreteEvents

extension ScenarioDecoder {
  /// The distribution of a key, or the default where the key is not there.
  func distribution(_ fields: Fields, _ name: String, default standard: Distribution) -> Distribution {
    guard let cursor = fields[name], case .distribution(let endless)? = fields.format.key(name)?.shape() else {
      return standard
    }
    return distribution(cursor, Terms(allowsNever: endless, isCut: Self.isCut(name, of: fields.format)))
  }

  private func distribution(_ cursor: Cursor, _ terms: Terms) -> Distribution {
    if case .number = cursor.tree.value {
      mismatch(cursor, wanted: "an object with exactly one key", example: "{ constant: \"5s\" }")
      return .constant(0)
    }
    return distribution(fields(cursor, ScenarioFormat.distribution), terms, depth: 0)
  }

  private func distribution(_ fields: Fields, _ terms: Terms, depth: Int) -> Distribution {
    for kind in DistributionKind.all {
      guard let cursor = fields[kind.key.name] else { continue }
      let errorCount = log.errorCount
      let distribution = kind.decode(self, cursor, Surroundings(fields: fields, terms: terms, depth: depth))
      // What stands in for something wrong may be long.
      if terms.isCut, log.errorCount == errorCount { warnOfCut(distribution, cursor, terms) }
      return distribution
    }
    return .constant(0)
  }

  /// What is drawn from a distribution.
  struct Terms {
    /// Whether it may say that something never happens, as patience does.
    let allowsNever: Bool
    /// Whether what is drawn is cut to what an event can carry.
    let isCut: Bool
  }

  /// Where a distribution stands.
  struct Surroundings {
    /// The object that its key is in.
    let fields: Fields
    /// What is drawn from it.
    let terms: Terms
    /// In how many mixtures it is.
    let depth: Int
  }

  func constant(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    .constant(seconds(around.fields, "constant", default: 0))
  }

  func exponential(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    .exponential(mean: seconds(fields(cursor, ScenarioFormat.exponential), "mean", default: 1))
  }

  func gamma(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    let fields = fields(cursor, ScenarioFormat.gamma)
    let mean = seconds(fields, "mean", default: 1)
    let cv = number(fields, "cv", default: 1)
    return cv < Limits.leastCV ? .constant(mean) : .gamma(mean: mean, cv: cv)
  }

  func weibull(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    let fields = fields(cursor, ScenarioFormat.weibull)
    return .weibull(mean: seconds(fields, "mean", default: 1), shape: number(fields, "shape", default: 1))
  }

  func never(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    _ = fields(cursor, ScenarioFormat.never)
    if !around.terms.allowsNever {
      log.error(
        around.fields.namePlace("never") ?? cursor.place, cursor.path, "only patience may be endless",
        "write how long this takes, for example { exponential: { mean: \"3m53s\" } }")
    }
    return .never
  }

  func uniform(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    let fields = fields(cursor, ScenarioFormat.uniform)
    let least = seconds(fields, "min", default: 0)
    let greatest = seconds(fields, "max", default: Limits.seconds)
    if least > greatest, let max = fields["max"] {
      log.error(max.place, max.path, "max is less than min", "give the lesser of the two as min")
    }
    return .uniform(min: least, max: greatest)
  }

  func lognormal(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    let fields = fields(cursor, ScenarioFormat.lognormal)
    if fields["median"] != nil || fields["sigma"] != nil {
      return .logarithmic(
        median: seconds(fields, "median", default: 1), sigma: number(fields, "sigma", default: 1))
    }
    return .logarithmic(mean: seconds(fields, "mean", default: 1), cv: number(fields, "cv", default: 1))
  }

  func mixture(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    guard around.depth < Limits.mixtureDepth else {
      log.error(
        cursor.place, cursor.path, "mixtures are mixed more than \(Limits.mixtureDepth) deep",
        "put the innermost parts into one mixture")
      return .constant(0)
    }
    guard let elements = elements(cursor, count: 1...Limits.mixtureComponents, noun: "weighted distributions") else {
      return .constant(0)
    }
    let components = elements.map { element in
      let fields = fields(element, ScenarioFormat.mixtureComponent)
      return Distribution.Component(
        weight: number(fields, "weight", default: 1),
        distribution: distribution(fields, around.terms, depth: around.depth + 1))
    }
    if components.allSatisfy({ $0.weight == 0 }) {
      log.error(cursor.place, cursor.path, "all weights are 0", "give at least one part a weight above 0")
    }
    return .mixture(components)
  }

  func empirical(_ cursor: Cursor, _ around: Surroundings) -> Distribution {
    let fields = fields(cursor, ScenarioFormat.empirical)
    if let cursor = fields["csv"] {
      return .empirical(values: observedValues(cursor))
    }
    if let cursor = fields["values"] {
      let values = elements(cursor, count: 1...Limits.observedValues, noun: "values") ?? []
      return .empirical(values: values.map { seconds($0, .duration) ?? 0 }.sorted())
    }
    if let cursor = fields["quantiles"] { return quantiles(cursor) }
    return .constant(0)
  }

  private func quantiles(_ cursor: Cursor) -> Distribution {
    guard let pairs = elements(cursor, count: 2...Limits.observedValues, noun: "pairs") else { return .constant(0) }
    var points: [Distribution.Quantile] = []
    for pair in pairs {
      guard let parts = elements(pair, count: 2...2, noun: "numbers: probability and value", singular: "number"),
        let probability = number(parts[0], .share), let value = seconds(parts[1], .duration)
      else { return .constant(0) }
      if let last = points.last {
        if probability <= last.probability {
          log.error(parts[0].place, parts[0].path, "this probability does not rise", "list pairs by rising probability")
        }
        if value < last.value {
          log.error(parts[1].place, parts[1].path, "this value falls", "values rise with their probability")
        }
      } else if probability != 0 {
        log.error(parts[0].place, parts[0].path, "the first probability is not 0", "begin with [0, the least value]")
      }
      points.append(Distribution.Quantile(probability: probability, value: value))
    }
    if let last = points.last, last.probability != 1, let pair = pairs.last {
      log.error(pair.place, pair.path, "the last probability is not 1", "end with [1, the greatest value]")
    }
    return .quantiles(points)
  }
}

extension Distribution {
  /// Lognormal by mean and coefficient of variation; constant where there is no variation.
  fileprivate static func logarithmic(mean: Double, cv: Double) -> Distribution {
    cv < Limits.leastCV ? .constant(mean) : .lognormal(mean: mean, cv: cv)
  }

  /// Lognormal by median and standard deviation of the logarithm; constant where that is zero.
  fileprivate static func logarithmic(median: Double, sigma: Double) -> Distribution {
    sigma == 0 ? .constant(median) : .lognormal(median: median, sigma: sigma)
  }
}
