import Spelling

/// Makes sense of what follows a verb.
///
/// Options may stand before, between and after operands, as `--name value` or `--name=value`; after `--` everything is
/// an operand. One-letter switches may be joined (`-qh`). A file that is called `-` is a standard stream.
struct ArgumentParser {
  let verb: Verb

  /// Reads `arguments`.
  ///
  /// A request for help is answered without complaint about the rest: whoever asks is not there yet.
  func parse(_ arguments: [String]) throws(Ending) -> ParsedArguments {
    var parsed = ParsedArguments(of: verb)
    if Self.askForHelp(arguments) {
      parsed.values[Verb.help.name] = [""]
      return parsed
    }
    var rest = arguments[...]
    var optionsEnded = false
    while let argument = rest.popFirst() {
      if optionsEnded || argument == "-" || !argument.hasPrefix("-") {
        try accept(operand: argument, into: &parsed)
      } else if argument == "--" {
        optionsEnded = true
      } else if argument.hasPrefix("--") {
        try parse(long: argument, rest: &rest, into: &parsed)
      } else {
        try parse(letters: argument.dropFirst(), into: &parsed)
      }
    }
    if parsed.operands.count < verb.operandCount.lowerBound {
      throw error("“\(verb.name)” needs \(verb.operandHelp): watchroom \(verb.name) \(verb.operandUsage)")
    }
    return parsed
  }

  /// Whether what follows a verb is a request for its help.
  static func askForHelp(_ arguments: some Sequence<String>) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private func accept(operand: String, into parsed: inout ParsedArguments) throws(Ending) {
    guard parsed.operands.count < verb.operandCount.upperBound else {
      let limit =
        verb.operandCount.upperBound == 0
        ? "takes options only" : "takes one \(verb.operandPlaceholder), and has \(cited(parsed.operands[0]))"
      throw error("\(cited(operand)) is too much: “\(verb.name)” \(limit)\(verb.operandHint)")
    }
    if operand.isEmpty { throw error("the name of a file is empty") }
    let stream = verb.leavesOperand ? StandardStreamName.output : StandardStreamName.input
    parsed.operands.append(operand == StandardStreamName.dash ? stream : operand)
  }

  private func parse(letters: Substring, into parsed: inout ParsedArguments) throws(Ending) {
    var latest: Character?
    for letter in letters {
      if letter == "=", let latest { throw takesNoValue("-\(latest)") }
      guard let option = verb.options.first(where: { $0.letter == letter }) else { throw unknown("-\(letter)") }
      parsed.values[option.name, default: []].append("")
      latest = letter
    }
  }

  private func parse(
    long argument: String, rest: inout ArraySlice<String>, into parsed: inout ParsedArguments
  ) throws(Ending) {
    let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = verb.options.first(where: { $0.name == name }) else { throw unknown("--\(name)") }
    guard let kind = option.value else {
      if parts.count == 2 { throw takesNoValue(option.spelling) }
      parsed.values[name, default: []].append("")
      return
    }
    let value: String
    if parts.count == 2 {
      value = String(parts[1])
    } else if let next = rest.first, !isOption(next) {
      value = next
      rest.removeFirst()
    } else {
      throw error("\(option.spelling) needs a value: \(option.spelling) \(option.placeholder)")
    }
    if option.leaves != nil, let complaint = ValueKind.complaint(aboutNewName: value) {
      throw error("\(option.spelling): \(complaint)")
    }
    if let complaint = kind.complaint(about: value) { throw error("\(option.spelling): \(complaint)") }
    parsed.values[name, default: []].append(try meaning(of: value, for: option))
    // The last value is the one that counts.
    if option.leaves != nil, value == StandardStreamName.dash {
      parsed.streamed.insert(name)
    } else {
      parsed.streamed.remove(name)
    }
  }

  /// What `value` stands for, given to `option`: where that names a file, `-` is a standard stream.
  private func meaning(of value: String, for option: OptionDeclaration) throws(Ending) -> String {
    guard case .path? = option.value else { return value }
    switch StandardStreamName.path(value, for: option) {
    case .success(let path): return path
    case .failure(let refusal): throw error("\(option.spelling): \(refusal.message)")
    }
  }

  /// Whether `argument` is an option rather than a value that happens to begin with a dash, such as `-1`.
  private func isOption(_ argument: String) -> Bool {
    argument.hasPrefix("--") || verb.options.contains { $0.letter.map { "-\($0)" } == argument }
  }

  private func takesNoValue(_ spelling: String) -> Ending { error("\(spelling) is a switch and takes no value") }

  private func unknown(_ spelling: String) -> Ending {
    let word = String(spelling.drop { $0 == "-" })
    let suggestion = nearestName(to: word, among: verb.options.map(\.name)).map { " — did you mean “--\($0)”?" } ?? ""
    return error("“\(verb.name)” has no option \(cited(spelling))\(suggestion)")
  }

  private func error(_ message: String) -> Ending { .misuse(message, of: verb) }
}
