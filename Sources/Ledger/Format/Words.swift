extension UnsafeRawPointer {
  /// The eight bytes from `offset` on as a number, least byte first. They need not be aligned.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension UnsafeMutableRawPointer {
  /// Writes a number as the eight bytes from `offset` on, least byte first. They need not be aligned.
  @inline(__always)
  func setWord(_ word: UInt64, at offset: Int) {
    storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
  }
}

extension UInt64 {
  /// The next multiple of eight, to which everything in a ledger is padded with zeros. The largest numbers, which have
  /// none, give one they are larger than.
  var padded: UInt64 { (self &+ 7) & ~7 }
}
