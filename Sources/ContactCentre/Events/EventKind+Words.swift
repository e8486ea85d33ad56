extension EventKind {
  /// What happened, in words, for example “contact rang again”: the name of the case, taken apart. Part of what other tools
  /// rely on, and so kept by a test.
  package var words: String {
    "\(self)".reduce(into: "") { words, letter in
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }

  /// The words of every kind by its number; of a number no version has used yet, that number.
  package static let wordsByNumber: [String] = (0...UInt8.max).map { number in
    EventKind(rawValue: number)?.words ?? "event \(number)"
  }
}
