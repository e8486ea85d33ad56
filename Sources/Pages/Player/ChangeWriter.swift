import DiscreteEvents

/// Writes changes of a run's state as bytes, most of which are small numbers.
///
/// A change is: what changed and what it is now (2 bits and the rest of the first number), the kind of event that did it, the
/// milliseconds since the change before, its number as the distance from that of its kind before, and then what is told of
/// that state. Numbers stand as LEB128, those that may be negative zigzagged.
struct ChangeWriter {
  /// What changed.
  enum Thing: Int {
    case contact, handler, unit, incident
  }

  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private var lastTime: Milliseconds = 0
  private var lastNumbers = [0, 0, 0, 0]

  /// Begins a change; what is told of the state follows by ``add(_:)`` and ``add(signed:)``.
  mutating func begin(_ thing: Thing, _ number: Int, state: Int, kind: UInt8, at time: Milliseconds) {
    count += 1
    add(thing.rawValue | state << 2)
    bytes.append(kind)
    add(Int(time - lastTime))
    add(signed: number - lastNumbers[thing.rawValue])
    lastTime = time
    lastNumbers[thing.rawValue] = number
  }

  /// A number that is not negative.
  mutating func add(_ number: Int) {
    var rest = UInt64(max(number, 0))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number that may be negative.
  mutating func add(signed number: Int) { add(number >= 0 ? number << 1 : (-number << 1) - 1) }
}
