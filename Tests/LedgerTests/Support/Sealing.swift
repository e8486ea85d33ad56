@testable import Ledger

extension LedgerHeader {
  /// How many bytes it takes at the beginning of a file.
  var encodedLength: Int { encoded().count }
}

extension [UInt8] {
  /// Gives a header that was changed the checksum it would have had.
  mutating func sealHeader(length: Int) {
    withUnsafeMutableBytes { bytes in
      let sealed = UnsafeRawBufferPointer(rebasing: bytes[..<(length - 8)])
      bytes.baseAddress?.setWord(Checksum.of(sealed, key: 0), at: length - 8)
    }
  }

  /// Gives a block of a changed payload or header, which begins at `offset` and has `length` bytes, the checksums it would
  /// have had.
  mutating func sealBlock(at offset: Int, length: Int, key: UInt64) {
    withUnsafeMutableBytes { bytes in
      let payload = UnsafeRawBufferPointer(rebasing: bytes[offset + BlockHeader.length..<offset + length])
      bytes.baseAddress?.setWord(Checksum.of(payload, key: key), at: offset + 96)
      let header = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + BlockHeader.length - 8])
      bytes.baseAddress?.setWord(Checksum.of(header, key: key), at: offset + BlockHeader.length - 8)
    }
  }
}
