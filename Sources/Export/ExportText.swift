import DiscreteEvents

/// Text on its way out, gathered into pieces that are worth handing over.
///
/// Bytes rather than a string, because a week has a million numbers to write. Holds one piece and no more.
struct ExportText {
  /// How large a piece is handed over.
  private static let enough = 1 << 16

  private var bytes: [UInt8] = []
  private var clock: ExportClock
  private let names: ExportNames
  private let sink: ExportSink

  /// Nothing yet, of which `sink` will get the pieces.
  init(_ names: ExportNames, clock: ExportClock, sink: @escaping ExportSink) {
    self.names = names
    self.clock = clock
    self.sink = sink
    bytes.reserveCapacity(2 * Self.enough)
  }

  /// Hands over what there is, if that is enough to bother. Called between rows, so that no character is cut in two.
  mutating func offer() throws {
    if bytes.count >= Self.enough { try handOver() }
  }

  /// Hands over what there is.
  mutating func handOver() throws {
    if bytes.isEmpty { return }
    try sink(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func append(character: UInt8) { bytes.append(character) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ number: some BinaryInteger) { Self.write(Int64(truncatingIfNeeded: number), to: &bytes) }

  /// A moment of the run, by the scenario's clocks.
  mutating func append(time: Milliseconds) { clock.write(time, to: &bytes) }

  /// A value as every format writes it; `mark` stands around what is neither a number nor a truth, but for names, whose
  /// own marks were made with them.
  mutating func append(_ value: ExportValue, mark: String = "") {
    switch value {
    case .integer(let number): append(number)
    case .seconds(let milliseconds): Self.write(milliseconds, decimals: 3, to: &bytes)
    case .degrees(let coordinate): Self.write(Milliseconds(coordinate), decimals: 7, to: &bytes)
    case .name(let place): append(names[place])
    case .truth(let truth): append(truth ? "true" : "false")
    case .time(let time):
      append(mark)
      append(time: time)
      append(mark)
    }
  }

  private static func write(_ number: Int64, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    writeDigits(number.magnitude, atLeast: 1, to: &bytes)
  }

  /// `number` over ten to the power of `decimals`, exactly, without zeros at the end.
  private static func write(_ number: Int64, decimals: Int, to bytes: inout [UInt8]) {
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale *= 10 }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    writeDigits(number.magnitude / scale, atLeast: 1, to: &bytes)
    let fraction = number.magnitude % scale
    if fraction == 0 { return }
    bytes.append(UInt8(ascii: "."))
    writeDigits(fraction, atLeast: decimals, to: &bytes)
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
  }

  /// The digits of `number`, with zeros before them up to `count`.
  static func writeDigits(_ number: UInt64, atLeast count: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while bytes.count - start < count { bytes.append(UInt8(ascii: "0")) }
    bytes[start...].reverse()
  }
}

/// Something a format writes down.
enum ExportValue: Equatable {
  case integer(Int64)
  /// A length of time in milliseconds, written in seconds.
  case seconds(Milliseconds)
  /// A coordinate in ten-millionths of a degree, written in degrees.
  case degrees(Int32)
  /// The text at this place of the ``ExportNames``.
  case name(Int)
  case truth(Bool)
  /// A moment, in milliseconds since the first instant of the run.
  case time(Milliseconds)

  static func number(_ number: some BinaryInteger) -> ExportValue { .integer(Int64(truncatingIfNeeded: number)) }
}
