import Writing

extension HTMLWriter {
  /// The command that makes the same `thing` again; nothing if there is none.
  mutating func command(_ words: [String], for thing: String) {
    if words.isEmpty { return }
    element("p", text: "This command makes the same \(thing), figure for figure:")
    element("pre", ["tabindex": "0"]) { html in
      html.element("code") { $0.text(ShellCommand(words).lines(width: 76).joined(separator: "\n")) }
    }
  }
}
