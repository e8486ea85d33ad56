import DiscreteEvents
import Foundation
import Testing

@Suite struct LogarithmTests {
  @Test(arguments: [0.9...1.1, 1e-9...3, 1e-300...1e300])
  func agreesWithThePlatformToOneUlp(range: ClosedRange<Double>) {
    let worst = worst(over: scattered(200_000, over: range)) { ulps(PortableMath.log($0), from: Foundation.log($0)) }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func everyPositivePatternAgrees() {
    var stream = RandomKey(seed: 2).stream(0)
    let anyPositive = (0..<200_000).map { _ in Double(bitPattern: stream.next() >> 1) }
    let subnormal = (0..<50_000).map { _ in Double(bitPattern: stream.next() >> 12) }
    let worst = worst(over: (anyPositive + subnormal).filter(\.isFinite)) {
      ulps(PortableMath.log($0), from: Foundation.log($0))
    }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func edges() {
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(-0.0) == -.infinity)
    #expect(PortableMath.log(.infinity) == .infinity)
    #expect(PortableMath.log(-1).isNaN)
    #expect(PortableMath.log(-.infinity).isNaN)
    #expect(PortableMath.log(.nan).isNaN)
    #expect(PortableMath.log(.leastNonzeroMagnitude) == Foundation.log(.leastNonzeroMagnitude))
    #expect(PortableMath.log(.greatestFiniteMagnitude) == Foundation.log(.greatestFiniteMagnitude))
  }

  @Test(arguments: [-0.999...2, -1e-7...1e-7, 2...1e18])
  func ofOnePlusAgreesToOneUlp(range: ClosedRange<Double>) {
    let worst = worst(over: scattered(50_000, over: range)) { ulps(PortableMath.log1p($0), from: Foundation.log1p($0)) }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func ofOnePlusEdges() {
    #expect(PortableMath.log1p(0) == 0)
    #expect(PortableMath.log1p(1e-300) == 1e-300)
    #expect(PortableMath.log1p(-1) == -.infinity)
    #expect(PortableMath.log1p(-1.5).isNaN)
    #expect(PortableMath.log1p(.infinity) == .infinity)
    #expect(PortableMath.log1p(.nan).isNaN)
  }

  /// The range of Weibull draws: the base an exponential variable, the exponent one over the shape.
  @Test func powersAgreeToOneUlp() {
    var stream = RandomKey(seed: 3).stream(0)
    let exponents = (0..<100_000).map { _ in 0.1 + 2.9 * stream.uniform() }
    let worst = worst(over: exponents) { exponent in
      let base = -PortableMath.log(stream.uniform())
      return ulps(PortableMath.pow(base, exponent), from: Foundation.pow(base, exponent))
    }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func largePowersAgreeWithinTheStatedError() {
    var stream = RandomKey(seed: 4).stream(0)
    let worst = worst(over: scattered(50_000, over: -300...300)) { exponent in
      let base = 0.01 + 3 * stream.uniform()
      let error = ulps(PortableMath.pow(base, exponent), from: Foundation.pow(base, exponent))
      return error / (1.2 + exponent.magnitude / 8)
    }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func powerEdges() {
    #expect(PortableMath.pow(0, 0) == 1)
    #expect(PortableMath.pow(0, 2) == 0)
    #expect(PortableMath.pow(0, -2) == .infinity)
    #expect(PortableMath.pow(.infinity, 0.5) == .infinity)
    #expect(PortableMath.pow(.infinity, -0.5) == 0)
    #expect(PortableMath.pow(1, .infinity) == 1)
    #expect(PortableMath.pow(2, 10) == 1_024)
    #expect(PortableMath.pow(2, -1_074) == .leastNonzeroMagnitude)
    #expect(PortableMath.pow(10, 400) == .infinity)
    #expect(PortableMath.pow(2, 1e300) == .infinity)
    #expect(PortableMath.pow(0.5, 1e300) == 0)
    #expect(PortableMath.pow(-2, 2).isNaN)
    #expect(PortableMath.pow(.nan, 1).isNaN)
    #expect(PortableMath.pow(2, .nan).isNaN)
  }
}
