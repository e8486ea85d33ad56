/// Something a verb may be told by name. Declared once: the parser, the checks and the help all read it from here.
struct OptionDeclaration: Sendable {
  /// The long name without its dashes.
  let name: String
  /// The one-letter name, if it has one.
  var letter: Character?
  /// What it is given; nil for a switch, which is given nothing.
  var value: ValueKind?
  /// What stands for the value in a usage line.
  var placeholder = ""
  /// What it is for, in half a sentence.
  let help: String
  /// The value it has if it is not given.
  var standard: String?
  /// What holds if it is not given and has no value then, as help says it.
  var absence: String?
  /// Whether it may be given several times, each adding to those before; otherwise the last one counts.
  var isRepeatable = false
  /// What is left behind at the path that it names; nil if nothing is.
  var leaves: OptionOutput?

  /// The name as it is typed.
  var spelling: String { "--\(name)" }
}
