import ContactCentre

extension ScenarioFormat {
  static let distribution = ObjectFormat(
    "distribution",
    "A probability distribution: exactly one of these keys. Times are durations or numbers of seconds. A length of "
      + "time over \(FileLimits.drawn) is cut to that, but patience over it never ends, and replies to messages may come later.",
    alternatives: distributionKeys.map { [$0.name] }, keys: distributionKeys)

  static let mixtureComponent = ObjectFormat(
    "mixtureComponent", "A part of a mixture: a weight, and exactly one distribution.",
    alternatives: distributionKeys.map { [$0.name] },
    keys: [
      .required("weight", .number(.nonNegative(to: Limits.weight)), "Its relative weight.")
    ] + distributionKeys)

  private static let distributionKeys: [ObjectFormat.Key] = DistributionKind.all.map(\.key)

  static let uniform = ObjectFormat(
    "uniform", "Every value in a range equally likely.",
    keys: [
      .required("min", .duration(.duration), "The least value."),
      .required("max", .duration(.duration), "The greatest value."),
    ])

  static let exponential = ObjectFormat(
    "exponential", "Memoryless.",
    keys: [.required("mean", .duration(.positiveDuration), "The mean.")])

  static let lognormal = ObjectFormat(
    "lognormal", "The exponential of a normal variable.",
    alternatives: [["mean", "cv"], ["median", "sigma"]],
    keys: [
      .required("mean", .duration(.positiveDuration), "The mean."),
      .required("cv", .number(.nonNegative(to: Limits.cv)), "Coefficient of variation: standard deviation over mean."),
      .required("median", .duration(.positiveDuration), "The median."),
      .required("sigma", .number(.nonNegative(to: Limits.sigma)), "Standard deviation of the logarithm."),
    ])

  static let gamma = ObjectFormat(
    "gamma", "Gamma.",
    keys: [
      .required("mean", .duration(.positiveDuration), "The mean."),
      .required("cv", .number(.nonNegative(to: Limits.cv)), "Coefficient of variation: standard deviation over mean."),
    ])

  static let weibull = ObjectFormat(
    "weibull", "Weibull.",
    keys: [
      .required("mean", .duration(.positiveDuration), "The mean."),
      .required("shape", .number(NumberRange(Limits.weibullShape)), "The shape; 1 is exponential."),
    ])

  static let empirical = ObjectFormat(
    "empirical", "As observed: a file or list of values, or quantiles.",
    alternatives: [["csv"], ["values"], ["quantiles"]],
    keys: [
      .required("csv", .text, "A CSV file with one column of values."),
      .required(
        "values", .list(.duration(.duration), count: 1...Limits.observedValues), "The values, each equally likely."),
      .required(
        "quantiles",
        .list(.tuple([.number(.share), .duration(.duration)]), count: 2...Limits.observedValues),
        "Pairs of probability and value, rising from probability 0 to 1; straight lines between."),
    ])

  static let never = ObjectFormat("never", "It never happens.", keys: [])
}
