import DiscreteEvents

/// Writes whole numbers as bytes, small ones short: seven bits a byte, the lowest first, the top bit of all but the last
/// set. Numbers with a sign are folded first, so that small negative ones are short too.
struct StateWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a number. O(1).
  mutating func put(_ number: some FixedWidthInteger & UnsignedInteger) {
    var rest = UInt64(truncatingIfNeeded: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a number with a sign.
  mutating func put(_ number: Int64) { put(UInt64(bitPattern: number << 1 ^ number >> 63)) }

  /// Adds a count.
  mutating func put(_ count: Int) { put(Int64(count)) }

  /// Adds a number with a fraction, bit for bit. The bytes are turned round, because the last of them are often zero.
  mutating func put(_ number: Double) { put(number.bitPattern.byteSwapped) }

  /// Adds a yes or no.
  mutating func put(_ flag: Bool) { put(UInt8(flag ? 1 : 0)) }
}

/// Reads what a ``StateWriter`` wrote, and throws where it cannot have.
struct StateReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all has been read.
  var isAtEnd: Bool { position == bytes.count }

  /// The next number, which must fit its type.
  mutating func take<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: Number.Type = Number.self
  ) throws(SnapshotFault) -> Number {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard position < bytes.count, shift < 64 else { throw SnapshotFault() }
      let byte = UInt64(bytes[position])
      position += 1
      number |= (byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    guard let fitting = Number(exactly: number) else { throw SnapshotFault() }
    return fitting
  }

  /// The next number, which must be below `bound`.
  mutating func take<Number: FixedWidthInteger & UnsignedInteger>(below bound: Int) throws(SnapshotFault) -> Number {
    let number = try take(Number.self)
    guard Int(number) < bound else { throw SnapshotFault() }
    return number
  }

  /// The next number with a sign.
  mutating func takeSigned() throws(SnapshotFault) -> Int64 {
    let folded = try take(UInt64.self)
    return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
  }

  /// The next time, which no run comes near the end of counting: whatever is added to it must not trap.
  mutating func takeTime() throws(SnapshotFault) -> Milliseconds {
    let time = try takeSigned()
    guard time.magnitude < 1 << 49 else { throw SnapshotFault() }
    return time
  }

  /// The next time, or ``ContactRecord/none``.
  mutating func takeTimeOrNone() throws(SnapshotFault) -> Milliseconds {
    let time = try takeSigned()
    guard time == ContactRecord.none || time.magnitude < 1 << 49 else { throw SnapshotFault() }
    return time
  }

  /// The next moment, with a time as ``takeTime()`` takes, or ``Calendar/never``.
  mutating func takeMoment() throws(SnapshotFault) -> Calendar.Moment {
    let moment = try take(Calendar.Moment.self)
    guard moment == Calendar.never || moment < 1 << 53 else { throw SnapshotFault() }
    return moment
  }

  /// How many things follow; never more than there are bytes left to say anything of them.
  mutating func takeCount() throws(SnapshotFault) -> Int {
    let count = try takeSigned()
    guard count >= 0, count <= bytes.count - position else { throw SnapshotFault() }
    return Int(count)
  }

  /// The next number with a fraction.
  mutating func takeDouble() throws(SnapshotFault) -> Double {
    Double(bitPattern: try take(UInt64.self).byteSwapped)
  }

  /// The next yes or no.
  mutating func takeFlag() throws(SnapshotFault) -> Bool { try take(UInt8.self) != 0 }

  /// The next state.
  mutating func takeState<State: RawRepresentable<UInt8>>() throws(SnapshotFault) -> State {
    guard let state = State(rawValue: try take()) else { throw SnapshotFault() }
    return state
  }
}

/// A snapshot does not describe a world of the plan it is restored for.
public struct SnapshotFault: Error, Equatable {}
