/// A command as it can be pasted into a shell, on lines of limited width.
package struct ShellCommand {
  private let words: [String]

  /// The command of these words, the program's name first.
  package init(_ words: [String]) { self.words = words }

  /// `words` as what a command works on, after its options: behind the two dashes that end the options if one of them could
  /// be taken for an option itself.
  package static func operands(_ words: [String]) -> [String] {
    words.contains { $0.hasPrefix("-") } ? ["--"] + words : words
  }

  /// The command on one line, however long.
  package var line: String { words.map(Self.quoted).joined(separator: " ") }

  /// The command, continued over as many lines as it needs.
  ///
  /// A word that fits on no line is cut into pieces that the shell joins again: a backslash before the end of a line and
  /// nothing before the start of the next.
  package func lines(width: Int) -> [String] {
    let margin = "    "
    let room = width - " \\".count
    var lines: [String] = []
    var line = ""
    for (position, word) in words.enumerated() {
      let pieces = Self.pieces(word, width: room - margin.count)
      // An option and its value read better on one line.
      let isOption = word.utf8.starts(with: "--".utf8) && word != "--" && position + 1 < words.count
      let value = isOption ? 1 + Self.quoted(words[position + 1]).displayWidth : 0
      for (index, piece) in pieces.enumerated() {
        let isContinued = index > 0
        let space = line.isEmpty || isContinued ? "" : " "
        var needed = line.displayWidth + space.count + piece.displayWidth
        if margin.count + piece.displayWidth + value <= room { needed += value }
        if !isContinued, needed <= room {
          line += space + piece
        } else {
          lines.append(line + (isContinued ? "\\" : " \\"))
          line = isContinued ? piece : margin + piece
        }
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// `word` as one quoted piece or, if that would be wider than `width`, as several.
  private static func pieces(_ word: String, width: Int) -> [String] {
    let whole = quoted(word)
    if whole.displayWidth <= width { return [whole] }
    var pieces: [String] = []
    var current = ""
    // By scalars, because one character can have any number of marks; and not more than `most`, because any number of them
    // can take no column.
    let most = max(width, 1)
    var count = 0
    for scalar in word.unicodeScalars {
      let longer = current + String(scalar)
      if count == most || count > 0 && quoted(longer).displayWidth > width {
        pieces.append(quoted(current))
        current = String(scalar)
        count = 1
      } else {
        current = longer
        count += 1
      }
    }
    return pieces + [quoted(current)]
  }

  /// `word` such that a shell reads it as it is, and a terminal shows it as harmless text.
  private static func quoted(_ word: String) -> String {
    if word.printable != word {
      // Only this form of quotation, of bash, zsh and POSIX.1-2024, can spell out what must not reach a terminal.
      return "$'" + word.unicodeScalars.map(escaped).joined() + "'"
    }
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "_./:=,@%+-".unicodeScalars.contains(scalar)
    }
    // Of a word that begins with an equals sign zsh makes the path of the command called so.
    if isPlain, !word.isEmpty, !word.hasPrefix("=") { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "'": return #"\'"#
    case "\\": return #"\\"#
    case " "..."~": return String(scalar)
    default:
      let digits = String(scalar.value, radix: 16)
      return #"\U"# + String(repeating: "0", count: 8 - digits.count) + digits
    }
  }
}
