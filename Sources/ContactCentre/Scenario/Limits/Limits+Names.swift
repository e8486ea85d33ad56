/// Which names people can read and tell apart.
extension Limits {
  /// Whether `name` is a name that people can read: one to ``nameLength`` characters, none of which steers a terminal, and
  /// something to be seen among them.
  package static func isName(_ name: String) -> Bool {
    name.unicodeScalars.count <= nameLength
      && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      && name.unicodeScalars.contains { !$0.isInvisible && !$0.properties.isWhitespace }
  }
}

extension String {
  /// This text without characters that leave no trace, such as a space of no width: two names that differ in nothing else
  /// look the same.
  package var withoutInvisibles: String {
    // Nearly all names have none, and are not made anew.
    if !unicodeScalars.contains(where: \.isInvisible) { return self }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.lazy.filter { !$0.isInvisible })
    return String(kept)
  }
}

extension Unicode.Scalar {
  /// Whether it leaves no trace: formatting, what fonts pass over, and the one letter of Braille without dots.
  fileprivate var isInvisible: Bool {
    if isASCII { return false }
    return properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint || value == 0x2800
  }
}
