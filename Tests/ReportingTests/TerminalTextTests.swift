import Testing

@testable import Writing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("tab\there", "tab here"), ("\u{1B}[31mred", "?[31mred"), ("\u{9B}2J", "?2J"),
    ("no\u{A0}break", "no break"), ("\u{202E}right\u{202C}", "right"), ("a\u{200D}b\u{FEFF}", "ab"),
    ("\u{2028}", " "), ("\u{E000}", "?"), ("👍🏽", "👍"), ("❤\u{FE0F}", "❤"), ("e\u{301}", "e\u{301}"),
    ("e\u{301}\u{302}\u{303}\u{304}x", "e\u{301}\u{302}x"), ("\u{301}x", "x"),
  ])
  func reducesToWhatEveryTerminalShowsAlike(text: String, expected: String) {
    #expect(text.printable.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("±–▁█", 4), ("e\u{301}", 1), ("警察", 4), ("한글", 4), ("한", 2), ("🚨", 2), ("🇬🇧", 2), ("שלום", 4),
    ("ＡＢ", 4), ("ｱ", 1), ("❤", 1), ("⌚", 2),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func cutsByColumns() {
    #expect("abcdefgh".fitted(to: 8) == "abcdefgh")
    #expect("abcdefghi".fitted(to: 8) == "abcde...")
    #expect("警察警察警".fitted(to: 8) == "警察...")
    #expect("abc".fitted(to: 2) == "..")
    #expect("abc".fitted(to: 0) == "")
  }

  @Test func cutNeverExceedsTheWidth() {
    for width in 0...20 { #expect("🚨a警b🚨c警d🚨e警f".fitted(to: width).displayWidth <= width) }
  }
}
