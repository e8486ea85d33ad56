/// How a piece of a text report is meant, for terminals that can show it in colour.
package enum Tone: Sendable {
  /// As most of it, or as what stands above, is welcome, is not, or is uncertain.
  case plain, heading, good, bad, doubtful

  /// `text` in this tone: between escape sequences if `coloured`, as it is otherwise.
  package func applied(to text: String, coloured: Bool) -> String {
    let code =
      switch self {
      case .plain: ""
      case .heading: "1"
      case .good: "32"
      case .bad: "1;31"
      case .doubtful: "33"
      }
    return coloured && !code.isEmpty && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
