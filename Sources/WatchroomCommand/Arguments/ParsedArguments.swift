import Watchroom

/// A command line that makes sense: every name known, every value checked.
struct ParsedArguments: Sendable {
  /// What is asked for.
  let verb: Verb
  /// What was given without a name, in order.
  var operands: [String] = []
  /// What each option was given, by its long name; for a switch, as many empty texts as it was given times.
  var values: [String: [String]] = [:]

  /// The long names of the options that leave a file behind and were given `-` for it, standard output.
  var streamed: Set<String> = []

  /// A command line of which nothing but `verb` was read so far.
  init(of verb: Verb) { self.verb = verb }

  /// Whether an option was given.
  func has(_ option: OptionDeclaration) -> Bool { values[option.name] != nil }

  /// The value of an option: the last one given, or the one it has if none is.
  func last(_ option: OptionDeclaration) -> String? { values[option.name]?.last ?? option.standard }

  /// All values of a repeatable option, in order.
  func all(_ option: OptionDeclaration) -> [String] { values[option.name] ?? [] }

  /// The value of an option that is a whole number.
  func number(_ option: OptionDeclaration) -> UInt64? { last(option).flatMap { UInt64($0) } }

  /// The value of an option that is a whole number for counting.
  func count(_ option: OptionDeclaration) -> Int? { number(option).map { Int($0) } }

  /// The value of an option that is a length of time, in seconds.
  func seconds(_ option: OptionDeclaration) -> Double? {
    last(option).flatMap { try? QuantityText.duration($0, atLeast: 0).get() }
  }

  /// The value of an option that is a share.
  func share(_ option: OptionDeclaration) -> Double? { last(option).flatMap { try? QuantityText.share($0).get() } }

  /// The value of an option that is a number of calls.
  func calls(_ option: OptionDeclaration) -> QuantityText.Calls? {
    last(option).flatMap { try? QuantityText.calls($0).get() }
  }
}

// What several verbs ask alike.
extension ParsedArguments {
  /// Whether nothing but results and errors is wanted.
  var isQuiet: Bool { has(.quiet) }

  /// Whether programs read the results.
  var isJSON: Bool { last(.format) == "json" }

  /// How many runs to simulate at a time; nil for one a core.
  var jobs: Int? { count(.jobs) }

  /// The seed, which has a standard value.
  var seed: UInt64 {
    guard let seed = number(.seed) else { preconditionFailure("only verbs that have the option ask") }
    return seed
  }

  /// What a verb refuses that its options alone do not rule out: what is wrong, and what would be right.
  func misuse(_ message: String) -> Ending { .misuse(message, of: verb) }

  /// The command that does the same again, where `words` are what its options came to.
  func command(_ words: [String]) -> [String] {
    ["watchroom", verb.name] + words + ShellCommand.operands(operands)
  }
}
