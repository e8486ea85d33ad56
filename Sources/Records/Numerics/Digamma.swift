import DiscreteEvents

/// The derivative of log Γ(x) for positive `x`, to about 10⁻¹³.
///
/// From 10 on the asymptotic series, below through ψ(x) = ψ(x + 1) − 1/x (Abramowitz and Stegun, 6.3.5 and 6.3.18).
func digamma(_ x: Double) -> Double {
  var argument = x
  var sum = 0.0
  while argument < 10 {
    sum -= 1 / argument
    argument += 1
  }
  let w = 1 / (argument * argument)
  let series = w * (1.0 / 12 - w * (1.0 / 120 - w * (1.0 / 252 - w * (1.0 / 240 - w / 132))))
  return sum + PortableMath.log(argument) - 0.5 / argument - series
}
