/// A field of a table, as its bytes.
extension ArraySlice<UInt8> {
  /// Without the spaces and tabs around it.
  package var trimmed: ArraySlice<UInt8> {
    var bytes = self
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    return bytes
  }

  /// As text.
  package var text: String { String(decoding: self, as: UTF8.self) }
}

/// The fields of a row.
extension [ArraySlice<UInt8>] {
  /// Whether a header is one field because something else than commas separates its columns.
  package var isSeparatedOtherwise: Bool {
    count == 1 && self[0].contains { $0 == UInt8(ascii: ";") || $0 == 0x09 }
  }
}
