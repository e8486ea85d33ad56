import DiscreteEvents

// Distributions: of every one it must be known what to draw, and a draw must be a time, or a wait without end where there
// may be one.
extension FaultFinder {
  mutating func findWrongDistributions() {
    for channel in scenario.channels {
      let keys = ["channels", channel.id]
      distribution(channel.patience, keys + ["patience"], allowsNever: true)
      distribution(channel.handling, keys + ["handling"])
      distribution(channel.wrapUp, keys + ["wrapUp"])
      distribution(channel.redial?.after, keys + ["redial", "after"])
      distribution(channel.callback?.dialling, keys + ["callback", "dialling"])
    }
    for (keys, stage) in scenario.placedStages { distribution(stage.takes, keys + ["takes"]) }
    for (keys, option) in scenario.placedOptions { distribution(option.takes, keys + ["takes"]) }
    for (keys, outcome) in scenario.placedOutcomes {
      distribution(outcome.opens, keys + ["opens"])
      distribution(outcome.handling, keys + ["handling"])
      distribution(outcome.wrapUp, keys + ["wrapUp"])
      distribution(outcome.transfer?.warm, keys + ["transfer", "warm"])
      for followUp in outcome.followUps {
        distribution(followUp.after, keys + ["followUps", followUp.name, "after"])
      }
    }
    for (keys, profile) in scenario.placedProfiles {
      for message in profile.messages { distribution(message.after, keys + ["messages", message.name, "after"]) }
    }
    for (keys, book) in scenario.placedBooks { distribution(book.lateness, keys + ["lateness"]) }
    for (keys, terms) in scenario.placedTerms { distribution(terms.role.lateness, keys + ["role", "lateness"]) }
    findWrongDistributionsOfResponse()
  }

  private mutating func findWrongDistributionsOfResponse() {
    guard let response = scenario.response else { return }
    for (keys, grade) in scenario.placedGrades {
      distribution(grade.appointment, keys + ["appointment"])
      distribution(grade.cancelled?.after, keys + ["cancelled", "after"])
      distribution(grade.resolved?.after, keys + ["resolved", "after"])
      distribution(grade.regrade?.after, keys + ["regrade", "after"])
      distribution(grade.ringsAgain?.after, keys + ["ringsAgain", "after"])
      distribution(grade.scene, ["response", "scene", grade.id, "takes"])
      distribution(grade.paperwork, ["response", "scene", grade.id, "paperwork"])
    }
    distribution(response.travel.mobilisation, ["response", "travel", "mobilisation"])
    distribution(response.custody?.takes, ["response", "custody", "takes"])
    distribution(response.dispatchers?.takes, ["response", "dispatchers", "takes"])
  }

  private mutating func distribution(
    _ distribution: Distribution?, _ keys: [String], allowsNever: Bool = false, depth: Int = 0
  ) {
    switch distribution {
    case nil: break
    case .constant(let value): seconds(value, keys)
    case .uniform(let least, let greatest):
      seconds(least, keys + ["uniform", "min"])
      seconds(greatest, keys + ["uniform", "max"])
      if least > greatest { note(keys + ["uniform"], "max is less than min", "give the lesser of the two as min") }
    case .exponential(let mean): positive(mean, to: Limits.seconds, keys + ["exponential", "mean"])
    case .lognormal(let mu, let sigma): lognormal(mu, sigma, keys + ["lognormal"])
    case .gamma(let mean, let cv):
      positive(mean, to: Limits.seconds, keys + ["gamma", "mean"])
      if cv != 0 { number(cv, Limits.leastCV...Limits.cv, keys + ["gamma", "cv"]) }
    case .weibull(let mean, let shape):
      positive(mean, to: Limits.seconds, keys + ["weibull", "mean"])
      number(shape, Limits.weibullShape, keys + ["weibull", "shape"])
    case .mixture(let parts): mixture(parts, keys + ["mixture"], allowsNever, depth)
    case .empirical(let values): empirical(values, keys + ["empirical", "values"])
    case .quantiles(let points): quantiles(points, keys + ["empirical", "quantiles"])
    case .never:
      if !allowsNever { note(keys, "only patience may be endless", "say how long this takes") }
    }
  }

  private mutating func lognormal(_ mu: Double, _ sigma: Double, _ keys: [String]) {
    number(sigma, 0...Limits.sigma, keys + ["sigma"])
    // The median is e to the power of mu, and next to nothing for a mu far below zero.
    let most = PortableMath.log(Limits.seconds)
    if !mu.isFinite || mu > most + 1e-9 {
      note(
        keys + ["mu"], "the median of a lognormal distribution of mu \(mu) is no time",
        "let it be the logarithm of a median in seconds, at most \(most)")
    }
  }

  private mutating func mixture(
    _ parts: [Distribution.Component], _ keys: [String], _ allowsNever: Bool, _ depth: Int
  ) {
    guard depth < Limits.mixtureDepth else {
      return note(
        keys, "mixtures are mixed more than \(Limits.mixtureDepth) deep", "put the innermost parts into one mixture")
    }
    guard (1...Limits.mixtureComponents).contains(parts.count) else {
      return note(
        keys, parts.isEmpty ? "this list is empty" : "these are \(parts.count) parts",
        "give 1 to \(Limits.mixtureComponents) weighted distributions")
    }
    for (number, part) in parts.enumerated() {
      let keys = keys + [String(number)]
      self.number(part.weight, 0...Limits.weight, keys + ["weight"])
      distribution(part.distribution, keys, allowsNever: allowsNever, depth: depth + 1)
    }
    if parts.allSatisfy({ $0.weight == 0 }) {
      note(keys, "all weights are 0", "give at least one part a weight above 0")
    }
  }

  private mutating func empirical(_ values: [Double], _ keys: [String]) {
    guard (1...Limits.observedValues).contains(values.count) else {
      return note(
        keys, values.isEmpty ? "this list is empty" : "these are \(values.count) values",
        "give 1 to \(Limits.observedValues)")
    }
    for (number, value) in values.enumerated() where hasRoom { seconds(value, keys + [String(number)]) }
    if zip(values, values.dropFirst()).contains(where: { $0 > $1 }) {
      note(keys, "the values are not in order", "sort them, the least first")
    }
  }

  private mutating func quantiles(_ points: [Distribution.Quantile], _ keys: [String]) {
    guard (1...Limits.observedValues).contains(points.count) else {
      return note(
        keys, points.isEmpty ? "this list is empty" : "these are \(points.count) points",
        "give 1 to \(Limits.observedValues)")
    }
    for (number, point) in points.enumerated() where hasRoom {
      share(point.probability, keys + [String(number)])
      seconds(point.value, keys + [String(number)])
    }
    if zip(points, points.dropFirst()).contains(where: { $0.probability >= $1.probability || $0.value > $1.value }) {
      note(keys, "the curve does not rise", "list points by rising probability, and by values that do not fall")
    }
  }
}
