/// The last two words of a finished ledger: where its tail begins, and a mark.
struct LedgerFooter {
  static let length = 16
  /// "WRLSOUND".
  static let mark: UInt64 = 0x444E_554F_534C_5257

  /// The byte of the file at which the tail begins.
  var tail: UInt64

  init(tail: UInt64) { self.tail = tail }

  /// The footer at `bytes`; nil if there is none.
  init?(readingFrom bytes: UnsafeRawPointer) {
    guard bytes.word(at: 8) == Self.mark else { return nil }
    tail = bytes.word(at: 0)
  }

  /// The footer as it stands at the end of a file.
  var encoded: [UInt8] {
    [tail, Self.mark].flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }
  }
}
