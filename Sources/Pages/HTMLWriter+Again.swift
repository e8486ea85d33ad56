import Writing

/// What it takes to get the same again.
extension HTMLWriter {
  /// Facts about a result, in letters that can be told apart.
  mutating func facts(_ facts: KeyValuePairs<String, String>) {
    element("dl", ["class": "facts"]) { html in
      for (label, value) in facts {
        html.element("div") { html in
          html.element("dt", text: label)
          html.element("dd") { html in html.element("code") { $0.text(value) } }
        }
      }
    }
  }

  /// The command that makes the same `thing` again; nothing if there is none.
  mutating func command(_ words: [String], for thing: String) {
    if words.isEmpty { return }
    element("p", text: "This command makes the same \(thing), figure for figure:")
    element("pre", ["tabindex": "0"]) { html in
      html.element("code") { $0.text(ShellCommand(words).lines(width: 76).joined(separator: "\n")) }
    }
  }
}
