extension Distribution {
  /// A lognormal by its own mean and coefficient of variation (standard deviation over mean).
  public static func lognormal(mean: Double, cv: Double) -> Distribution {
    let variance = PortableMath.log1p(cv * cv)
    return .lognormal(mu: PortableMath.log(mean) - variance / 2, sigma: variance.squareRoot())
  }

  /// A lognormal by its median and the standard deviation of its logarithm.
  public static func lognormal(median: Double, sigma: Double) -> Distribution {
    .lognormal(mu: PortableMath.log(median), sigma: sigma)
  }
}
