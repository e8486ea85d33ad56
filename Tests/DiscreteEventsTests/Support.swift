import DiscreteEvents

/// How far `value` is from `reference` in units of the reference's last place; both may be infinite or not numbers.
func ulps(_ value: Double, from reference: Double) -> Double {
  if value == reference || (value.isNaN && reference.isNaN) { return 0 }
  guard value.isFinite, reference.isFinite else { return .infinity }
  return (value - reference).magnitude / reference.ulp
}

/// The error of `value` as a share of `reference`.
func relativeError(_ value: Double, from reference: Double) -> Double {
  value == reference ? 0 : ((value - reference) / reference).magnitude
}

/// The largest of `measure` over the arguments, and the argument that gave it.
func worst(over arguments: some Sequence<Double>, _ measure: (Double) -> Double) -> (error: Double, argument: Double) {
  var worst = (error: -1.0, argument: 0.0)
  for argument in arguments {
    let error = measure(argument)
    if !(error <= worst.error) { worst = (error, argument) }
  }
  return worst
}

/// Arguments spread evenly and randomly over an interval, the same in every run.
func scattered(_ count: Int, over range: ClosedRange<Double>, seed: UInt64 = 1) -> [Double] {
  var stream = RandomKey(seed: seed).stream(0)
  let width = range.upperBound - range.lowerBound
  return (0..<count).map { _ in range.lowerBound + width * stream.uniform() }
}

/// Pearson's statistic of counts against equally likely bins: about chi-square with one degree less than there are bins.
func chiSquare(_ counts: [Int]) -> Double {
  let expected = Double(counts.reduce(0, +)) / Double(counts.count)
  return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
}
