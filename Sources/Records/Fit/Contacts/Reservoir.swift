import DiscreteEvents

/// A fair sample of values of which there may be any number: each is as likely to be kept as any other.
///
/// Algorithm R of J. S. Vitter, "Random sampling with a reservoir", 1985. The luck comes from a fixed seed, so the same
/// values in the same order leave the same sample.
struct Reservoir<Value: Sendable>: Sendable {
  /// The most values kept.
  static var capacity: Int { 1 << 16 }

  private(set) var values: [Value] = []
  /// How many values there were.
  private(set) var count = 0
  private var stream: RandomStream

  /// An empty sample; samples of different `number` have luck of their own.
  init(number: Int) {
    stream = RandomKey(seed: 6).derived(named: "reservoir").stream(UInt64(number))
  }

  mutating func add(_ value: Value) {
    count += 1
    if values.count < Self.capacity {
      values.append(value)
    } else {
      let place = Int(stream.next(below: UInt64(count)))
      if place < values.count { values[place] = value }
    }
  }
}
