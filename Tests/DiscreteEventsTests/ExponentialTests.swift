import DiscreteEvents
import Foundation
import Testing

/// The system's `exp` is within about half a unit in the last place, so a difference of at most one from it means that
/// both are next to the true value.
@Suite struct ExponentialTests {
  @Test(arguments: [-1.0...1.0, -30...30, -708...709])
  func agreesWithThePlatformToOneUlp(range: ClosedRange<Double>) {
    let worst = worst(over: scattered(200_000, over: range)) { ulps(PortableMath.exp($0), from: Foundation.exp($0)) }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func subnormalResultsAgreeToOneUlp() {
    let worst = worst(over: scattered(50_000, over: -746 ... -707)) {
      ulps(PortableMath.exp($0), from: Foundation.exp($0))
    }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func edges() {
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.exp(-0.0) == 1)
    #expect(PortableMath.exp(.infinity) == .infinity)
    #expect(PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.exp(.nan).isNaN)
    #expect(PortableMath.exp(709.782712893384) == Foundation.exp(709.782712893384))
    #expect(PortableMath.exp(709.782712893385) == .infinity)
    #expect(PortableMath.exp(-745.13) == .leastNonzeroMagnitude)
    #expect(PortableMath.exp(-745.14) == 0)
    #expect(PortableMath.exp(.leastNonzeroMagnitude) == 1)
    #expect(PortableMath.exp(.greatestFiniteMagnitude) == .infinity)
    #expect(PortableMath.exp(-.greatestFiniteMagnitude) == 0)
  }

  /// Both this and the platform's are within about one unit, so they may lie two apart.
  @Test(arguments: [-0.4...0.4, -1e-6...1e-6, -45...45, 600...709])
  func lessOneAgreesToTwoUlps(range: ClosedRange<Double>) {
    let worst = worst(over: scattered(50_000, over: range)) { ulps(PortableMath.expm1($0), from: Foundation.expm1($0)) }
    #expect(worst.error <= 2, "at \(worst.argument)")
  }

  @Test func lessOneEdges() {
    #expect(PortableMath.expm1(0) == 0)
    #expect(PortableMath.expm1(1e-300) == 1e-300)
    #expect(PortableMath.expm1(-.infinity) == -1)
    #expect(PortableMath.expm1(.infinity) == .infinity)
    #expect(PortableMath.expm1(.nan).isNaN)
  }
}
