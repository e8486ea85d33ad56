import DiscreteEvents
import Testing

@Suite struct RandomKeyTests {
  /// Literal outputs: if one of these moves, every seed in anybody's files means another run.
  @Test func goldenValues() {
    let root = RandomKey(seed: 1)
    #expect(root.bits == 0x8359_FFF6_2713_A185)
    #expect(root.derived(0).bits == 0x0CAB_40D2_2A49_5A1E)
    #expect(root.derived(1).bits == 0x302A_553D_0F81_A1B3)
    #expect(root.derived(named: "999").bits == 0x1D47_2F93_01E4_C849)
    #expect(root.derived(named: "").bits == 0x447E_63CC_F570_E393)
    var stream = root.derived(7).stream(2)
    #expect(stream.next() == 0xA87B_28F5_BABB_1CB4)
    #expect(stream.next() == 0x3E94_44C9_621C_B7D0)
    #expect(stream.uniform().bitPattern == 0x3FDD_DCB3_6D92_D842)
    #expect(RandomKey(seed: .max).derived(.max).stream(.max).nextOfCopy() == 0xF846_08E5_18F3_5241)
  }

  @Test func uniformNeverReachesEitherEnd() {
    var stream = RandomKey(seed: 3).stream(0)
    for _ in 0..<100_000 {
      let number = stream.uniform()
      #expect(number > 0 && number < 1)
    }
  }

  /// One number from each of many places: by neighbouring ordinals, purposes, replications or seeds, or along one stream.
  enum Walk: CaseIterable {
    case ordinals, purposes, parents, seeds, names, stream

    func numbers(_ count: Int) -> [UInt64] {
      let root = RandomKey(seed: 11)
      var along = root.stream(0)
      return (0..<UInt64(count)).map { step in
        switch self {
        case .ordinals: root.derived(step).stream(3).nextOfCopy()
        case .purposes: root.derived(5).stream(step).nextOfCopy()
        case .parents: root.derived(step).derived(17).stream(3).nextOfCopy()
        case .seeds: RandomKey(seed: step).derived(17).stream(3).nextOfCopy()
        case .names: root.derived(named: "channel \(step)").stream(3).nextOfCopy()
        case .stream: along.next()
        }
      }
    }
  }

  /// 64 equal bins of the top bits and of the bottom bits. 155.07 is exceeded once in 10⁹ (63 degrees of freedom).
  @Test(arguments: Walk.allCases)
  func numbersAreUniform(walk: Walk) {
    var top = [Int](repeating: 0, count: 64)
    var bottom = top
    for number in walk.numbers(200_000) {
      top[Int(number >> 58)] += 1
      bottom[Int(number & 63)] += 1
    }
    #expect(chiSquare(top) < 155.07)
    #expect(chiSquare(bottom) < 155.07)
  }

  /// Pairs at distance 1, 2 and 7 fill an 8 × 8 board evenly, on the same scale.
  @Test(arguments: Walk.allCases)
  func neighboursAreIndependent(walk: Walk) {
    let numbers = walk.numbers(200_000)
    for distance in [1, 2, 7] {
      var board = [Int](repeating: 0, count: 64)
      for (number, next) in zip(numbers, numbers.dropFirst(distance)) {
        board[Int(number >> 61) * 8 + Int(next >> 61)] += 1
      }
      #expect(chiSquare(board) < 155.07, "distance \(distance)")
    }
  }

  /// The correlation of n independent pairs is about normal with variance 1/n; six standard deviations happen twice in 10⁹.
  @Test(arguments: Walk.allCases)
  func neighboursAreUncorrelated(walk: Walk) {
    let numbers = walk.numbers(200_000).map { Double($0) * 0x1p-64 - 0.5 }
    for distance in [1, 2, 3, 10, 100] {
      let pairs = zip(numbers, numbers.dropFirst(distance))
      let sum = pairs.reduce(0) { $0 + $1.0 * $1.1 }
      let correlation = sum * 12 / Double(numbers.count - distance)
      #expect(correlation.magnitude < 6 / Double(numbers.count).squareRoot(), "distance \(distance)")
    }
  }

  /// The first numbers for two purposes of one contact, and of one ordinal in two replications, have nothing in common.
  @Test func purposesAndReplicationsAreUncorrelated() {
    let root = RandomKey(seed: 12)
    let other = RandomKey(seed: 12).derived(1)
    var purposes = 0.0
    var replications = 0.0
    let count = 200_000
    for ordinal in 0..<UInt64(count) {
      var first = root.derived(ordinal).stream(0)
      var second = root.derived(ordinal).stream(1)
      var elsewhere = other.derived(ordinal).stream(0)
      let centred = first.uniform() - 0.5
      purposes += centred * (second.uniform() - 0.5)
      replications += centred * (elsewhere.uniform() - 0.5)
    }
    let limit = 6 / Double(count).squareRoot()
    #expect((purposes * 12 / Double(count)).magnitude < limit)
    #expect((replications * 12 / Double(count)).magnitude < limit)
  }

  /// Flipping any one bit of a step or a seed flips each bit of the result half the time: of n flips within six standard
  /// deviations, √n / 2 each. 4,096 comparisons each, so a false alarm about once in 10⁵.
  @Test func everyInputBitMovesEveryOutputBit() {
    let samples = 2_000
    for input in 0..<64 {
      var derivedFlips = [Int](repeating: 0, count: 64)
      var seedFlips = derivedFlips
      for sample in 0..<UInt64(samples) {
        let step = sample &* 0x1234_5678_9ABC_DEF1
        let parent = RandomKey(seed: sample)
        var derived = parent.derived(step).bits ^ parent.derived(step ^ 1 << UInt64(input)).bits
        var seeded = parent.bits ^ RandomKey(seed: sample ^ 1 << UInt64(input)).bits
        while derived != 0 {
          derivedFlips[derived.trailingZeroBitCount] += 1
          derived &= derived - 1
        }
        while seeded != 0 {
          seedFlips[seeded.trailingZeroBitCount] += 1
          seeded &= seeded - 1
        }
      }
      let limit = 6 * Double(samples).squareRoot() / 2
      for flips in derivedFlips + seedFlips {
        #expect((Double(flips) - Double(samples) / 2).magnitude < limit, "input bit \(input)")
      }
    }
  }

  /// Of n keys cut to 32 bits about n²/2³³ pairs coincide, a Poisson count; the whole 64 bits never do.
  @Test func collisionsAreAsRareAsChanceMakesThem() {
    var keys: [UInt64] = []
    for replication in 0..<20 as Range<UInt64> {
      for ordinal in 0..<10_000 as Range<UInt64> {
        keys.append(RandomKey(seed: 4).derived(replication).derived(ordinal).bits)
      }
    }
    keys.sort()
    let whole = zip(keys, keys.dropFirst()).count { $0 == $1 }
    #expect(whole == 0)
    let short = keys.map { UInt32(truncatingIfNeeded: $0) }.sorted()
    let coinciding = zip(short, short.dropFirst()).count { $0 == $1 }
    let expected = Double(keys.count) * Double(keys.count) / 0x1p33
    #expect((Double(coinciding) - expected).magnitude < 6 * expected.squareRoot() + 1)
  }

  /// Swapping two steps of a path leads elsewhere, and a name is not the number it looks like.
  @Test func pathsAreNotInterchangeable() {
    let root = RandomKey(seed: 5)
    #expect(root.derived(1).derived(2) != root.derived(2).derived(1))
    #expect(root.derived(named: "1") != root.derived(1))
    #expect(root.derived(0) != root)
    #expect(root.derived(named: "ab").derived(named: "c") != root.derived(named: "a").derived(named: "bc"))
  }
}

extension RandomStream {
  /// The next number of a stream nobody reads on from.
  fileprivate func nextOfCopy() -> UInt64 {
    var copy = self
    return copy.next()
  }
}
