import DiscreteEvents
import Foundation
import Testing

@Suite struct TrigonometryTests {
  @Test(arguments: [-1.0...1.0, -10...10, -1e6...1e6])
  func agreesWithThePlatformToOneUlp(range: ClosedRange<Double>) {
    let arguments = scattered(100_000, over: range)
    let sine = worst(over: arguments) { ulps(PortableMath.sin($0), from: Foundation.sin($0)) }
    #expect(sine.error <= 1, "sine at \(sine.argument)")
    let cosine = worst(over: arguments) { ulps(PortableMath.cos($0), from: Foundation.cos($0)) }
    #expect(cosine.error <= 1, "cosine at \(cosine.argument)")
  }

  /// Where the reduction cancels nearly every digit.
  @Test func agreesNextToMultiplesOfAQuarterTurn() {
    let quarters = (0..<20_000).map { Double($0 * 31) * (Double.pi / 2) }
    let sine = worst(over: quarters) { ulps(PortableMath.sin($0), from: Foundation.sin($0)) }
    #expect(sine.error <= 1, "sine at \(sine.argument)")
    let cosine = worst(over: quarters) { ulps(PortableMath.cos($0), from: Foundation.cos($0)) }
    #expect(cosine.error <= 1, "cosine at \(cosine.argument)")
  }

  @Test func edges() {
    #expect(PortableMath.sin(-0.0).sign == .minus)
    #expect(PortableMath.sin(1e-300) == 1e-300)
    #expect(PortableMath.cos(0) == 1)
    for argument in [2e6, -2e6, Double.infinity, .nan] {
      #expect(PortableMath.sin(argument).isNaN)
      #expect(PortableMath.cos(argument).isNaN)
    }
  }
}
