/// Something the command can do. Declared once, as data: the parser, the help and the list of verbs read it from here.
struct Verb: Sendable {
  /// An example of its use and what that does.
  struct Example: Sendable {
    let command: String
    let effect: String
  }

  let name: String
  /// What it does, in one line.
  let summary: String
  /// What stands for its operands in a usage line, without brackets or dots.
  var operandPlaceholder = ""
  /// How many operands it takes.
  var operandCount = 0...0
  /// Whether its operand is a file to leave behind, not one to read.
  var leavesOperand = false
  /// What its operands are, in half a sentence.
  var operandHelp = ""
  /// More about its operands, which only help says, as the end of a sentence; it brings its own punctuation.
  var operandDetails = ""
  /// What to do instead of giving more operands, as the end of a sentence; it brings its own punctuation.
  var operandHint = ""
  /// Its own options, in the order of the help; every verb has ``help`` besides.
  let ownOptions: [OptionDeclaration]
  let example: Example
  /// How it can end.
  let statuses: [ExitStatus]
  /// Does it; how the command ends then.
  let perform: @Sendable (ParsedArguments, Surroundings) throws(Ending) -> ExitStatus

  /// Its operands as a usage line shows them.
  var operandUsage: String { operandPlaceholder + (operandCount.upperBound > 1 ? "..." : "") }

  /// All its options.
  var options: [OptionDeclaration] { ownOptions + [Self.help] }

  /// Whether it has this option, or one of that name.
  func has(_ option: OptionDeclaration) -> Bool { ownOptions.contains { $0.name == option.name } }

  /// The options that leave something behind. What grows while the work goes on comes first: where two name one file, the
  /// other is told to name another.
  var outputs: [OptionDeclaration] {
    let outputs = ownOptions.filter { $0.leaves != nil }
    return outputs.filter { $0.leaves?.isGrowing == true } + outputs.filter { $0.leaves?.isGrowing == false }
  }

  /// The option every verb has.
  static let help = OptionDeclaration(name: "help", letter: "h", help: "print this help and do nothing else")

  /// All verbs, in the order in which help lists them.
  static let all: [Verb] = [
    .run, .compare, .size, .merge, .replay, .report, .export, .check, .validate, .new, .erlang, .fit, .calibrate,
    .forecast, .schema,
  ]
}
