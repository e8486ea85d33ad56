/// A place in an endless tree of random numbers: the same path from the same seed always leads to the same numbers.
///
/// Randomness here is a function, not a sequence: `seed → replication → channel → contact → purpose` names one draw, and
/// nothing drawn elsewhere can move it. That is what lets two plans face the same callers, call for call.
///
/// The function is a keyed hash: each step of the path adds a multiple of an odd constant to the parent's 64 bits and
/// sends the sum through a multiply-xorshift permutation (the finaliser published by David Stafford as "Mix13", the one
/// SplitMix64 uses). A draw so goes through one round of it per step and one more. Two different paths collide with the
/// probability of a 64-bit hash. Not for cryptography.
@frozen
public struct RandomKey: Hashable, Sendable {
  /// The hash of the path so far.
  public let bits: UInt64

  /// A key from bits produced earlier by another key.
  @inlinable
  public init(bits: UInt64) { self.bits = bits }

  /// The root of the tree that belongs to `seed`.
  @inlinable
  public init(seed: UInt64) { bits = Self.mix(Self.mix(seed ^ 0x6A09_E667_F3BC_C908)) }

  /// The child of this key along the step `number`. O(1), a few nanoseconds.
  @inlinable @inline(__always)
  public func derived(_ number: UInt64) -> RandomKey {
    // Consecutive steps walk from the parent in strides of an odd constant, as SplitMix64 does from its seed.
    RandomKey(bits: Self.mix(bits &+ (number &+ 1) &* 0xD6E8_FEB8_6659_FD93))
  }

  /// The child of this key along the step `name`, by the name's UTF-8 bytes (FNV-1a, then as for a number).
  ///
  /// Channels and teams are keyed by name, so adding one to a scenario moves nobody else's draws.
  public func derived(named name: String) -> RandomKey {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return derived(hash)
  }

  /// The numbers kept for one purpose at this place, for example a contact's patience.
  @inlinable
  public func stream(_ purpose: UInt64) -> RandomStream {
    RandomStream(state: bits &+ purpose &* 0xD1B5_4A32_D192_ED03)
  }

  /// A permutation of the 64-bit numbers that leaves no visible trace of its argument's pattern (Stafford's Mix13).
  @inlinable
  static func mix(_ x: UInt64) -> UInt64 {
    var z = x
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}

/// The few random numbers of one draw: SplitMix64 from a keyed state (Steele, Lea and Flood, 2014).
///
/// Most draws take one number. Those that take an unknown count (a mixture's choice and its component) read on from
/// here, without touching any other draw.
@frozen
public struct RandomStream: Sendable {
  @usableFromInline var state: UInt64

  /// A stream that starts after `state`.
  @inlinable
  public init(state: UInt64) { self.state = state }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    return RandomKey.mix(state)
  }

  /// The next number between 0 and 1, neither end included: (n + ½) / 2⁵² with n uniform on 0 ..< 2⁵².
  ///
  /// Both ends are kept out so that a logarithm or an inverse distribution function of it is always finite.
  @inlinable
  public mutating func uniform() -> Double {
    (Double(next() &>> 12) + 0.5) * 0x1p-52
  }
  /// The next whole number of 0 ..< `bound`, each as likely as the others but for one part in 2⁶⁴ ÷ bound.
  ///
  /// The high half of the product of 64 random bits and the bound (Lemire, 2019, without his rejection step).
  @inlinable
  public mutating func next(below bound: UInt64) -> UInt64 {
    next().multipliedFullWidth(by: bound).high
  }
}
