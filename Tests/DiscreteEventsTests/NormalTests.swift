import DiscreteEvents
import Testing

@Suite struct NormalTests {
  /// Made with mpmath at 50 digits: `findroot(lambda z: log(ncdf(z) / p))`, by symmetry above one half.
  static let quantiles: [(probability: Double, value: Double)] = [
    (1.1102230246251565e-16, -8.209536151601387),
    (1e-300, -37.0470962993612),
    (1e-20, -9.262340089798407),
    (1e-12, -7.034483825301132),
    (1e-06, -4.753424308822899),
    (0.001, -3.0902323061678136),
    (0.02425, -1.972961051311885),
    (0.075, -1.439531470938456),
    (0.1, -1.2815515655446004),
    (0.25, -0.6744897501960817),
    (0.4999, -0.00025066283008800747),
    (0.6, 0.2533471031357997),
    (0.9, 1.2815515655446006),
    (0.975, 1.9599639845400538),
    (0.999, 3.090232306167813),
    (0.9999999990686774, 6.009353565530744),
  ]

  /// Made with mpmath at 50 digits: `ncdf(z)`.
  static let probabilities: [(value: Double, probability: Double)] = [
    (-37.0, 5.725571222524577e-300),
    (-20.0, 2.7536241186062337e-89),
    (-8.5, 9.479534822203318e-18),
    (-3.5, 0.00023262907903552504),
    (-3.0, 0.0013498980316300946),
    (-2.0, 0.02275013194817921),
    (-1.5, 0.06680720126885807),
    (-1.4375, 0.0752879864124234),
    (-1.0, 0.15865525393145705),
    (-0.25, 0.4012936743170763),
    (-1e-10, 0.49999999996010575),
    (0.0, 0.5),
    (0.5, 0.6914624612740131),
    (1.5, 0.9331927987311419),
    (2.75, 0.9970202367649454),
    (3.5, 0.9997673709209645),
    (6.0, 0.9999999990134123),
  ]

  @Test func quantileAgreesWithReferenceValues() {
    for (probability, value) in Self.quantiles {
      let error = relativeError(PortableMath.normalQuantile(probability), from: value)
      #expect(error < 2e-15, "at \(probability)")
    }
  }

  @Test func quantileEdges() {
    #expect(PortableMath.normalQuantile(0.5) == 0)
    #expect(PortableMath.normalQuantile(0) == -.infinity)
    #expect(PortableMath.normalQuantile(1) == .infinity)
    #expect(PortableMath.normalQuantile(.leastNonzeroMagnitude) < -38)
    for outside in [-0.1, 1.1, .infinity, -.infinity, .nan] {
      #expect(PortableMath.normalQuantile(outside).isNaN, "\(outside)")
    }
  }

  @Test func quantileIsOddAndRises() {
    var before = -Double.infinity
    for step in 1..<20_000 {
      let value = PortableMath.normalQuantile(Double(step) / 20_000)
      #expect(value > before)
      before = value
    }
    for step in 1..<1_024 {
      let probability = Double(step) / 1_024
      #expect(PortableMath.normalQuantile(probability) == -PortableMath.normalQuantile(1 - probability))
    }
  }

  @Test func distributionFunctionAgreesWithReferenceValues() {
    for (value, probability) in Self.probabilities {
      #expect(relativeError(PortableMath.normalCDF(value), from: probability) < 5e-15, "at \(value)")
    }
    #expect(PortableMath.normalCDF(.infinity) == 1)
    #expect(PortableMath.normalCDF(-.infinity) == 0)
    #expect(PortableMath.normalCDF(.nan).isNaN)
  }

  @Test func distributionFunctionUndoesTheQuantile() {
    for probability in scattered(2_000, over: 1e-9...0.999) {
      let back = PortableMath.normalCDF(PortableMath.normalQuantile(probability))
      // The quantile's last digit moves the tail's probability by its own size times z.
      #expect(relativeError(back, from: probability) < 2e-14, "at \(probability)")
    }
  }
}
