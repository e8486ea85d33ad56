import DiscreteEvents
import Testing

/// Draws the way a simulation does: one place per contact, one stream per purpose.
func draws(_ distribution: Distribution, seed: Int, count: Int) -> [Double] {
  let sampler = Sampler(distribution)
  let root = RandomKey(seed: UInt64(seed)).derived(named: "channel")
  return (0..<UInt64(count)).map { ordinal in
    var stream = root.derived(ordinal).stream(1)
    return sampler.draw(&stream)
  }
}

@Suite struct SamplerTests {
  @Test func constantsAndNeverAreWhatTheySay() {
    #expect(draws(.constant(5), seed: 1, count: 3) == [5, 5, 5])
    #expect(draws(.never, seed: 1, count: 2) == [.infinity, .infinity])
    #expect(draws(.gamma(mean: 7, cv: 0), seed: 1, count: 1) == [7])
    #expect(relativeError(draws(.lognormal(mean: 7, cv: 0), seed: 1, count: 1)[0], from: 7) < 1e-14)
    #expect(draws(.empirical(values: [4]), seed: 1, count: 2) == [4, 4])
    #expect(draws(.quantiles([Distribution.Quantile(probability: 0.5, value: 9)]), seed: 1, count: 2) == [9, 9])
  }

  /// A part without weight is never drawn, whichever place it has.
  @Test func weightlessPartsAreNeverDrawn() {
    let mixture = Distribution.mixture([
      Distribution.Component(weight: 0, distribution: .constant(1)),
      Distribution.Component(weight: 2, distribution: .constant(2)),
      Distribution.Component(weight: 0, distribution: .constant(3)),
      Distribution.Component(weight: 1, distribution: .constant(4)),
      Distribution.Component(weight: 0, distribution: .constant(5)),
    ])
    let drawn = draws(mixture, seed: 1, count: 30_000)
    #expect(Set(drawn) == [2, 4])
    let share = Double(drawn.count { $0 == 4 }) / 30_000
    #expect((share - 1.0 / 3).magnitude < 6 * (2.0 / 9 / 30_000).squareRoot())
  }

  /// What keeps compared scenarios paired: a larger uniform never gives a smaller draw.
  @Test func everySingleKindRisesWithItsUniform() {
    let kinds: [Distribution] = [
      .uniform(min: 1, max: 9), .exponential(mean: 3), .lognormal(mu: 1, sigma: 0.7), .weibull(mean: 3, shape: 0.7),
      .gamma(mean: 3, cv: 0.8), .gamma(mean: 3, cv: 3), .empirical(values: [1, 2, 2, 7]),
      .quantiles([
        Distribution.Quantile(probability: 0.1, value: 1), Distribution.Quantile(probability: 0.1, value: 2),
        Distribution.Quantile(probability: 0.9, value: 7),
      ]),
    ]
    for kind in kinds {
      let sampler = Sampler(kind)
      let pairs = (0..<2_000 as Range<UInt64>).map { state in
        var forUniform = RandomStream(state: state)
        var forDraw = forUniform
        return (uniform: forUniform.uniform(), draw: sampler.draw(&forDraw))
      }
      let rising = pairs.sorted { $0.uniform < $1.uniform }
      #expect(zip(rising, rising.dropFirst()).allSatisfy { $0.draw <= $1.draw }, "\(kind)")
    }
  }

  /// Tables are made once for each distinct distribution, by whichever thread comes first, and hold for all.
  @Test func samplersMadeOnManyThreadsDrawTheSame() async {
    let distribution = Distribution.mixture([
      Distribution.Component(weight: 1, distribution: .empirical(values: (0..<1_000).map(Double.init))),
      Distribution.Component(weight: 1, distribution: .gamma(mean: 4, cv: 1)),
    ])
    let sums = await withTaskGroup(of: Double.self) { group in
      for _ in 0..<16 {
        group.addTask { draws(distribution, seed: 8, count: 200).reduce(0, +) }
      }
      return await group.reduce(into: Set<Double>()) { $0.insert($1) }
    }
    #expect(sums.count == 1)
  }

  /// Literal bits, so that debug builds, release builds and other machines must agree to the last one.
  @Test func goldenDraws() {
    let mixture = Distribution.mixture([
      Distribution.Component(weight: 1, distribution: .exponential(mean: 10)),
      Distribution.Component(weight: 3, distribution: .lognormal(median: 100, sigma: 0.5)),
    ])
    let golden: [(distribution: Distribution, bits: [UInt64])] = [
      (.uniform(min: 2, max: 5), [0x4005_EA92_B42A_94E9, 0x4010_55CA_6783_F84C, 0x400C_2F16_9A57_DC11]),
      (.exponential(mean: 90), [0x4039_794E_FEA4_7729, 0x405A_AFFF_CC40_9750, 0x404F_E301_0285_0D4F]),
      (.lognormal(mean: 233, cv: 0.9), [0x4059_88F8_4DF9_BE48, 0x4070_04EC_8D20_9608, 0x4065_F8A0_32B4_F73B]),
      (.gamma(mean: 60, cv: 0.7), [0x403C_DC59_4D08_9F7A, 0x4052_19A1_C877_3684, 0x4049_A234_EC67_9673]),
      (.weibull(mean: 420, shape: 0.8), [0x4053_21F0_CA01_D6AE, 0x407C_ADAB_65F2_CF27, 0x406E_1FF7_2E8C_6E98]),
      (mixture, [0x4027_B8E3_6039_6A0E, 0x404D_B32E_F149_C195, 0x4054_6E1C_FAC5_58DD]),
    ]
    for (distribution, bits) in golden {
      let sampler = Sampler(distribution)
      var stream = RandomKey(seed: 2).derived(3).stream(4)
      #expect(bits.map { _ in sampler.draw(&stream).bitPattern } == bits, "\(distribution)")
    }
    #expect(PortableMath.poissonQuantile(uniform: 0.123, mean: 1e5) == 99_633)
  }
}
