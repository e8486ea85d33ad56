import DiscreteEvents
import Foundation
import Testing

/// Reference values made with mpmath at 50 digits: `loggamma(x)`; the series of the lower incomplete gamma function; and
/// Newton's method on it until a step is under 10⁻²².
@Suite struct GammaTests {
  static let logarithms: [(argument: Double, value: Double)] = [
    (1e-300, 690.7755278982137),
    (0.001, 6.907178885383853),
    (0.25, 1.2880225246980774),
    (0.5, 0.5723649429247001),
    (0.885, 0.0779182515514698),
    (1.0, 0.0),
    (1.5, -0.12078223763524522),
    (2.0, 0.0),
    (2.75, 0.47521466691493713),
    (5.0, 3.1780538303479458),
    (9.5, 11.689333420797269),
    (10.0, 12.801827480081469),
    (12.5, 18.734347511936445),
    (100.25, 360.28455963776423),
    (10000.0, 82099.71749644238),
    (1000000.0, 12815504.569147611),
    (1000000000000.0, 26631021115915.652),
  ]

  static let probabilities: [(shape: Double, value: Double, probability: Double)] = [
    (0.01, 1e-05, 0.8963367982671973),
    (0.01, 0.5, 0.9943732438060329),
    (0.3, 0.01, 0.27924099635901484),
    (0.5, 2.0, 0.9544997361036416),
    (1.0, 1.0, 0.6321205588285577),
    (2.5, 0.125, 0.0015208185533684398),
    (2.5, 10.0, 0.9987502694369687),
    (9.5, 9.0, 0.4775617260137371),
    (10.0, 30.0, 0.9999928782491372),
    (100.0, 80.0, 0.017108313035133115),
    (100.0, 100.0, 0.5132987982791487),
    (100.0, 125.0, 0.9906208683311739),
    (10000.0, 9900.0, 0.15865119219356466),
    (10000.0, 10300.0, 0.9985295051036143),
    (1000000.0, 998000.0, 0.022696114006736802),
    (1000000.0, 1000000.0, 0.5001329807608725),
  ]

  static let quantiles: [(probability: Double, shape: Double, value: Double)] = [
    (2.220446049250313e-16, 0.01, 0.0),
    (1e-05, 0.01, 0.0),
    (0.05, 0.01, 4.4655350189104013e-131),
    (0.5, 0.01, 4.465535018910355e-31),
    (0.75, 0.01, 1.8155131756132583e-13),
    (0.999, 0.01, 1.5090841476947499),
    (0.9999999999990905, 0.01, 20.109230192198833),
    (2.220446049250313e-16, 0.3, 4.6224087018512e-53),
    (1e-05, 0.3, 1.502222481645828e-17),
    (0.05, 0.3, 3.211034699722962e-05),
    (0.5, 0.3, 0.0731311358669519),
    (0.75, 0.3, 0.34289946081457634),
    (0.999, 0.3, 4.618936042791334),
    (0.9999999999990905, 0.3, 24.367528069422843),
    (2.220446049250313e-16, 0.5, 3.872311913353945e-32),
    (1e-05, 0.5, 7.853981634385718e-11),
    (0.05, 0.5, 0.0019660700000097616),
    (0.5, 0.5, 0.2274682115597864),
    (0.75, 0.5, 0.661651848465733),
    (0.999, 0.5, 5.4137830853313655),
    (0.9999999999990905, 0.5, 25.515167833748652),
    (2.220446049250313e-16, 1.0, 2.2204460492503136e-16),
    (1e-05, 1.0, 1.0000050000333337e-05),
    (0.05, 1.0, 0.051293294387550536),
    (0.5, 1.0, 0.6931471805599453),
    (0.75, 1.0, 1.3862943611198906),
    (0.999, 1.0, 6.907755278982136),
    (0.9999999999990905, 1.0, 27.725887222397812),
    (2.220446049250313e-16, 2.5, 8.855369420826266e-07),
    (1e-05, 2.5, 0.016242199577712446),
    (0.05, 2.5, 0.5727381130308846),
    (0.5, 2.5, 2.1757300955477636),
    (0.75, 2.5, 3.312839881914625),
    (0.999, 2.5, 10.257502826216438),
    (0.9999999999990905, 2.5, 32.718605696040555),
    (2.220446049250313e-16, 20.0, 1.4687678411580571),
    (1e-05, 20.0, 6.28336844121325),
    (0.05, 20.0, 13.254651598346555),
    (0.5, 20.0, 19.667672423305667),
    (0.75, 20.0, 22.80800680947107),
    (0.999, 20.0, 36.70097875949552),
    (0.9999999999990905, 20.0, 69.20392772283135),
    (2.220446049250313e-16, 100.0, 38.908603187052364),
    (1e-05, 100.0, 62.93387477785563),
    (0.05, 100.0, 84.13927721831419),
    (0.5, 100.0, 99.66686491931549),
    (0.75, 100.0, 106.55109252697643),
    (0.999, 100.0, 133.7702639113786),
    (0.9999999999990905, 100.0, 187.44671591196152),
    (2.220446049250313e-16, 10000.0, 9208.952709553532),
    (1e-05, 10000.0, 9579.227292165167),
    (0.05, 10000.0, 9836.085110855192),
    (0.5, 10000.0, 9999.666668642047),
    (0.75, 10000.0, 10067.266062388988),
    (0.999, 10000.0, 10311.875224539537),
    (0.9999999999990905, 10000.0, 10721.075971875109),
    (2.220446049250313e-16, 1000000.0, 991895.7726940599),
    (0.05, 1000000.0, 998355.7150837178),
    (0.999, 1000000.0, 1003093.0823698544),
  ]

  @Test func logarithmAgreesWithReferenceValues() {
    for (argument, value) in Self.logarithms {
      let error = (PortableMath.logGamma(argument) - value).magnitude
      #expect(error <= max(8e-15, 1e-15 * value.magnitude), "at \(argument)")
    }
    #expect(PortableMath.logGamma(0) == .infinity)
    #expect(PortableMath.logGamma(.infinity) == .infinity)
    #expect(PortableMath.logGamma(-0.5).isNaN)
    #expect(PortableMath.logGamma(.nan).isNaN)
  }

  @Test func logarithmAgreesWithThePlatform() {
    let worst = worst(over: scattered(20_000, over: 0.01...60)) { argument in
      let reference: Double = Foundation.lgamma(argument)
      return (PortableMath.logGamma(argument) - reference).magnitude / max(8e-15, 1e-15 * reference.magnitude)
    }
    #expect(worst.error <= 1, "at \(worst.argument)")
  }

  @Test func distributionFunctionAgreesWithReferenceValues() {
    for (shape, value, probability) in Self.probabilities {
      let error = (PortableMath.regularizedGammaP(shape, value) - probability).magnitude
      let tolerance = shape < 1 ? 1e-12 : 1e-13
      #expect(error < tolerance * min(probability, 1 - probability), "shape \(shape) at \(value)")
    }
  }

  @Test func distributionFunctionEdges() {
    #expect(PortableMath.regularizedGammaP(2, 0) == 0)
    #expect(PortableMath.regularizedGammaP(2, .infinity) == 1)
    #expect(PortableMath.regularizedGammaP(2, -1).isNaN)
    #expect(PortableMath.regularizedGammaP(0, 1).isNaN)
    #expect(PortableMath.regularizedGammaP(.nan, 1).isNaN)
    #expect(PortableMath.regularizedGammaP(1, .nan).isNaN)
  }

  @Test func quantileAgreesWithReferenceValues() {
    for (probability, shape, value) in Self.quantiles {
      let error = relativeError(PortableMath.gammaQuantile(probability, shape: shape), from: value)
      #expect(error < max(1e-12, 1e-14 / shape), "shape \(shape) at \(probability)")
    }
  }

  /// From far tail to far tail, every answer is put back into the distribution function.
  @Test(arguments: [0.01, 0.05, 0.2, 0.49, 0.5, 0.99, 1, 1.5, 4, 30, 1_000])
  func quantileUndoesTheDistributionFunction(shape: Double) {
    var before = 0.0
    for step in 1..<200 {
      // Equal steps of the logistic function crowd towards both ends.
      let probability = 1 / (1 + PortableMath.exp(-0.36 * Double(step - 100)))
      let value = PortableMath.gammaQuantile(probability, shape: shape)
      #expect(value >= before && value.isFinite, "shape \(shape) at \(probability)")
      before = value
      guard value > 0x1p-1000 else { continue }
      let back = PortableMath.regularizedGammaP(shape, value)
      #expect((back - probability).magnitude < 1e-12 * probability, "shape \(shape) at \(probability)")
    }
  }

  @Test func quantileEdges() {
    #expect(PortableMath.gammaQuantile(0, shape: 3) == 0)
    #expect(PortableMath.gammaQuantile(1, shape: 3) == .infinity)
    #expect(PortableMath.gammaQuantile(0x1p-1074, shape: 0.01) == 0)
    #expect(PortableMath.gammaQuantile(0x1p-1074, shape: 3).isFinite)
    for (probability, shape) in [(-0.1, 1), (1.1, 1), (.nan, 1), (0.5, 0), (0.5, -1), (0.5, .nan), (0.5, .infinity)] {
      #expect(PortableMath.gammaQuantile(probability, shape: shape).isNaN)
    }
  }

  /// As little as next to none makes shapes of any size: 1/cv², and a + 1 is a from 2⁵³ on.
  @Test(arguments: [1.1e6, 1e8, 1e12, 1e15, 1e16, 1e20, 1e24, 1e150, 1e300])
  func thereIsNoShapeSoLargeThatItNeverEnds(shape: Double) {
    for probability in [0x1p-53, 1e-6, 0.3, 0.5, 0.9, 1 - 0x1p-53] {
      let value = PortableMath.gammaQuantile(probability, shape: shape)
      // So many standard deviations from the mean, as of a normal variable, whose skewness is 2/√shape.
      let expected = PortableMath.normalQuantile(probability)
      let distance = (value - shape) / shape.squareRoot()
      let rounding = 4 * shape.ulp / shape.squareRoot()
      #expect((distance - expected).magnitude < 30 / shape.squareRoot() + rounding, "\(shape) at \(probability)")
    }
    let mean = PortableMath.regularizedGammaP(shape, shape)
    #expect(mean >= 0.5 && mean < 0.5 + 0.2 / shape.squareRoot() + 1e-15, "\(mean)")
    #expect(PortableMath.regularizedGammaP(shape, shape / 2) == 0)
    #expect(PortableMath.regularizedGammaP(shape, shape * 2) == 1)
  }

  /// Where one way of reckoning takes over from another, both agree.
  @Test func largeShapesAreReckonedToTheSameEnd() {
    for probability in [1e-9, 0.01, 0.4, 0.5, 0.8, 0.999_999] {
      let below = PortableMath.gammaQuantile(probability, shape: 0x1p20)
      let above = PortableMath.gammaQuantile(probability, shape: (0x1p20).nextUp)
      #expect((above - below).magnitude < 1e-12 * below, "\(probability)")
    }
    for z in [-6.0, -1, -0.1, 0, 0.5, 4] {
      let x = 0x1p40 + z * 0x1p20
      let below = PortableMath.regularizedGammaP((0x1p40).nextDown, x)
      let above = PortableMath.regularizedGammaP(0x1p40, x)
      #expect((above - below).magnitude < 1e-9 * above, "\(z)")
    }
  }
}
