import DiscreteEvents

/// How long a caller of endless patience would wait in ``ErlangA``, given that nobody is free: its density, not scaled to
/// one, and the integrals that the queue's figures are made of. The unit of time is the mean handling time.
///
/// With a the load, n the handlers and θ the rate at which patience ends, the density at x is proportional to
/// exp(a (1 − e^(−θx)) / θ − n x): calls that would still be waiting after x arrive at the rate a e^(−θx), and n leave.
/// Its logarithm is concave, with its peak where the two rates are equal, or at zero. It is held relative to the peak, so
/// that nothing overflows, and integrated over where it is more than e⁻⁶⁰ of the peak.
struct OfferedWait: Sendable {
  /// e to the minus this is nothing.
  private static let depth = 60.0

  private let impatience: Double
  /// Where the density is greatest. Places below are relative to it.
  private let peak: Double
  /// The rate of calls that are still waiting at the peak.
  private let rateAtPeak: Double
  /// `rateAtPeak` less the handlers: 0, or less than that if the peak is at zero.
  private let slopeAtPeak: Double
  /// More than the fastest rate at which anything here changes.
  private let fastest: Double
  /// Where the density begins and ends.
  private let support: ClosedRange<Double>

  /// The density at no wait at all, where the peak is 1.
  let densityAtZero: Double
  /// The integral of the density.
  let total: Double
  /// The integral over those who give up.
  let abandoning: Double
  /// The integral over those who are answered.
  let answered: Double
  /// The integral of the wait over those who are answered.
  let waitOfAnswered: Double

  init(load: Double, handlers: Double, impatience: Double) {
    self.impatience = impatience
    let spare = handlers - load
    peak = spare < 0 ? PortableMath.log1p(-spare / handlers) / impatience : 0
    rateAtPeak = min(load, handlers)
    slopeAtPeak = min(-spare, 0)
    fastest = load + handlers + impatience
    let exponent = Exponent(rate: rateAtPeak, slope: slopeAtPeak, impatience: impatience)
    let start = -exponent.reach(from: 0, direction: -1, atMost: peak, depth: Self.depth)
    let end = exponent.reach(from: 0, direction: 1, atMost: .infinity, depth: Self.depth)
    support = start...end
    densityAtZero = PortableMath.exp(exponent(-peak))

    let peak = peak
    var sums = (total: 0.0, abandoning: 0.0, answered: 0.0, wait: 0.0)
    for side in [start, end] {
      Quadrature.visit(from: 0, to: side, fastest: fastest) { place, weight in
        let mass = weight * PortableMath.exp(exponent(place))
        let wait = peak + place
        let patient = mass * PortableMath.exp(-impatience * wait)
        sums.total += mass
        sums.abandoning -= mass * PortableMath.expm1(-impatience * wait)
        sums.answered += patient
        sums.wait += patient * wait
      }
    }
    total = sums.total
    abandoning = sums.abandoning
    answered = sums.answered
    waitOfAnswered = sums.wait
  }

  /// The integral over those who are answered within `time`.
  func answered(within time: Double) -> Double {
    let limit = time - peak
    if limit >= support.upperBound { return answered }
    if limit <= support.lowerBound { return 0 }
    var sum = integral(from: min(limit, 0), to: support.lowerBound, impatience: impatience)
    if limit > 0 { sum += integral(from: 0, to: limit, impatience: impatience) }
    return sum
  }

  /// The integral of the density from `time` on.
  func tail(from time: Double) -> Double {
    let limit = time - peak
    if limit <= support.lowerBound { return total }
    if limit < 0 {
      return integral(from: 0, to: limit, impatience: 0) + integral(from: 0, to: support.upperBound, impatience: 0)
    }
    let end = limit + exponent.reach(from: limit, direction: 1, atMost: .infinity, depth: Self.depth)
    return integral(from: limit, to: end, impatience: 0)
  }

  private var exponent: Exponent { Exponent(rate: rateAtPeak, slope: slopeAtPeak, impatience: impatience) }

  /// The integral of the density times e^(−`impatience` × wait) between two places, of which the first has more of it.
  private func integral(from start: Double, to end: Double, impatience: Double) -> Double {
    let exponent = exponent
    var sum = 0.0
    Quadrature.visit(from: start, to: end, fastest: fastest) { place, weight in
      sum += weight * PortableMath.exp(exponent(place)) * PortableMath.exp(-impatience * (peak + place))
    }
    return sum
  }
}

/// The logarithm of the density of ``OfferedWait`` relative to its peak, as a function of the place relative to the peak.
///
/// With r the rate of calls at the peak: (r − n) z − r (e^(−θz) − 1 + θz) / θ, of which neither term cancels the other.
private struct Exponent {
  let rate: Double
  let slope: Double
  let impatience: Double

  func callAsFunction(_ place: Double) -> Double {
    slope * place - rate / impatience * Self.excess(impatience * place)
  }

  /// How far in the given direction (1 or −1) it takes to fall by `depth`, or `limit` if that is nearer; up to a tenth more.
  func reach(from place: Double, direction: Double, atMost limit: Double, depth: Double) -> Double {
    let bottom = self(place) - depth
    guard limit > 0 else { return 0 }
    // Over this length the fall is at most 1.
    var far = 1 / (rate + impatience - slope)
    while far < limit, self(place + direction * far) > bottom { far *= 1.1 }
    return min(far, limit)
  }

  /// e^(−y) − 1 + y without cancellation.
  private static func excess(_ y: Double) -> Double {
    guard y.magnitude < 0.5 else { return PortableMath.expm1(-y) + y }
    // y²/2 − y³/6 + …: 14 terms leave less than 2⁻⁶⁰ of the first.
    var sum = 1.0
    var divisor = 15.0
    while divisor > 2 {
      sum = 1 - y / divisor * sum
      divisor -= 1
    }
    return y * y / 2 * sum
  }
}
