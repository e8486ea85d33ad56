/// Finds rows that are there twice, in bounded memory.
///
/// A row is remembered by 64 bits of hash in the one place of a table that its hash names, until another takes it: twins
/// among neighbours are always found, twins a million rows apart mostly.
struct TwinFinder {
  private static let places = 1 << 21
  private var table: [UInt64] = []

  /// Whether a row exactly like this one was met and is still remembered. Remembers it.
  mutating func hasMet(_ fields: [ArraySlice<UInt8>]) -> Bool {
    if table.isEmpty { table = [UInt64](repeating: 0, count: Self.places) }
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for field in fields {
      for byte in field { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
    hash |= 1
    let place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 43)
    if table[place] == hash { return true }
    table[place] = hash
    return false
  }
}
