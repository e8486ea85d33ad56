/// Text from a file, made fit for a terminal.
///
/// Names in a scenario are anybody's to choose. Unchanged they could move the cursor, recolour the screen, reverse the
/// line or push a column out of place; here they are reduced to what takes a known number of columns in every terminal.
extension String {
  /// This text on one line without anything that steers a terminal.
  ///
  /// White space becomes a space; other controls, private and unassigned characters become `?`. Invisible formatting
  /// (text direction, joiners, variation selectors, skin tones) goes, because terminals disagree about its width: a
  /// family emoji becomes its members side by side. Of marks stacked upon one letter the first two stay.
  package var printable: String {
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control:
        let isSpace = ("\t"..."\r").contains(scalar) || scalar == "\u{85}"
        result.append(isSpace ? " " : "?")
      case .privateUse, .unassigned, .surrogate:
        result.append("?")
      case .spaceSeparator, .lineSeparator, .paragraphSeparator:
        result.append(" ")
      case .format:
        continue
      case .nonspacingMark, .enclosingMark:
        let isVariationSelector = scalar.properties.isVariationSelector
        if result.isEmpty || marks == 2 || isVariationSelector { continue }
        marks += 1
        result.append(scalar)
        continue
      default:
        if scalar.properties.isEmojiModifier { continue }
        result.append(scalar)
      }
      marks = 0
    }
    return String(result)
  }

  /// How many columns of a terminal this text takes, if it is ``printable``. O(length).
  package var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// This text as ``printable``, cut to at most `width` columns; what is cut ends in `...`.
  package func fitted(to width: Int) -> String {
    let text = printable
    if text.displayWidth <= width { return text }
    let mark = String(repeating: ".", count: Swift.min(3, width))
    var kept = String.UnicodeScalarView()
    var room = width - mark.count
    for scalar in text.unicodeScalars {
      room -= scalar.displayWidth
      if room < 0 { break }
      kept.append(scalar)
    }
    return String(kept) + mark
  }

  /// This text on lines of at most `width` columns, broken at its spaces; a longer word has a line to itself.
  package func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Whether a letter of this text belongs to a script written from right to left.
  var hasRightToLeftLetters: Bool { unicodeScalars.contains(where: \.isRightToLeft) }
}

extension Unicode.Scalar {
  /// How many columns this takes by the East Asian widths of Unicode (UAX 11), as terminals apply them.
  fileprivate var displayWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Vowels and final consonants of Korean syllables written letter by letter join the consonant before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    // Each of the two regional indicators of a flag takes one column.
    let isRegionalIndicator = (0x1F1E6...0x1F1FF).contains(value)
    if properties.isEmojiPresentation && !isRegionalIndicator { return 2 }
    return Self.wideRanges.contains { $0.contains(value) } ? 2 : 1
  }

  /// What is East Asian wide or fullwidth and no emoji, unassigned gaps included.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF,
    0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]

  /// Whether this belongs to a script written from right to left (Hebrew, Arabic and the blocks kept for others).
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
