import Watchroom

/// Help texts, made from the declarations of the verbs.
enum Help {
  private static let pageWidth = 80

  /// What `watchroom --help` prints.
  static var overview: String {
    let help = (
      term: "help [VERB]",
      text:
        "print this, or the help of a verb; help scenario: all that one can say; help events: what ledgers and exports say"
    )
    let verbs = Verb.all.map { (term: $0.name, text: $0.summary) } + [help]
    return """
      watchroom simulates a police contact centre: who calls, who answers, how long
      people wait.

      Usage: watchroom VERB [ARGUMENTS]

      Verbs:
      \(list(verbs))

      Options:
      \(list([("-h, --help", "print this"), ("--version", "print the version, \(Engine.version)")]))

      “watchroom VERB --help” says more about a verb.

      Interrupted (Ctrl-C, SIGTERM, SIGHUP), run and compare finish the replications
      under way if one is done (of compare, two), print what is done and end with 130,
      143 or 129; run --ledger keeps what has happened. Shards, all else, and they too
      when interrupted once more a second or more later, end with nothing. No file is
      ever left in part under its name.

      A file that is there already is replaced only if it is empty or of the kind that
      takes its place, such as a page by a page; where there is --force, only with it.

      Where a file is named, - is standard input if it is read, and standard output if
      it is left behind; not for what is written and read again, such as a ledger that
      is kept. A file that is called so is ./-.

      """
  }

  /// What `watchroom VERB --help` prints.
  static func text(_ verb: Verb) -> String {
    let options = verb.options.map { (term: term($0), text: text($0)) }
    let statuses = verb.statuses.map { (term: "\($0.rawValue)", text: $0.meaning) }
    let usage = ["watchroom", verb.name, verb.operandUsage, verb.ownOptions.isEmpty ? "" : "[OPTIONS]"]
    let operands =
      verb.operandUsage.isEmpty ? "" : list([(verb.operandUsage, verb.operandHelp + verb.operandDetails)]) + "\n\n"
    return """
      watchroom \(verb.name): \(verb.summary)

      Usage: \(usage.filter { !$0.isEmpty }.joined(separator: " "))

      \(operands)\
      Options:
      \(list(options))

      Example:
        \(verb.example.command)
      \(verb.example.effect.wrapped(to: pageWidth - 2).map { "  \($0)" }.joined(separator: "\n"))

      Exit status:
      \(list(statuses))

      """
  }

  /// What `watchroom help scenario` prints.
  static var scenario: String {
    let intro = """
      What a scenario can say. A scenario is JSON5: JSON with comments, unquoted names and trailing commas. A key marked \
      * must be given (of keys that exclude each other, one). A duration is "3m53s" or a number of seconds, a moment \
      "2022-07-22T07:00" by the local clock, a share a number from 0 to 1; {x} is an object described under x. \
      Distributions: constant, uniform {min, max}, exponential {mean}, lognormal {mean, cv} or {median, sigma}, \
      gamma {mean, cv}, weibull {mean, shape}, mixture [{weight, …}], empirical {values, csv or quantiles}, never {}. \
      Staff: heads by shift, {staffByHour}, {staffFromFile} or {staffInRotation}. With “extends”, and in overlays, \
      only what changes need be said, and null removes a key; an overlay may be a list of such changes, laid in turn.
      """
    let sections = ScenarioGuide.sections.map { section in
      let title = section.description.isEmpty ? section.name : "\(section.name): \(section.description)"
      let keys = section.keys.map { key in
        (term: key.name + (key.isRequired ? " *" : ""), text: "(\(key.kind)) \(key.description)")
      }
      return title.wrapped(to: pageWidth).joined(separator: "\n") + "\n" + list(keys)
    }
    return ([intro.wrapped(to: pageWidth).joined(separator: "\n")] + sections).joined(separator: "\n\n") + "\n"
  }

  /// What `watchroom help events` prints.
  static var events: String {
    let sections = (EventGuide.events + EventGuide.exports).map { section in
      let title = "\(section.name): \(section.description)."
      return title.wrapped(to: pageWidth).joined(separator: "\n") + "\n"
        + list(section.entries.map { (term: $0.name, text: $0.meaning) })
    }
    return ([EventGuide.introduction.wrapped(to: pageWidth).joined(separator: "\n")] + sections)
      .joined(separator: "\n\n") + "\n"
  }

  private static func term(_ option: OptionDeclaration) -> String {
    let letter = option.letter.map { "-\($0), " } ?? ""
    return letter + option.spelling + (option.placeholder.isEmpty ? "" : " \(option.placeholder)")
  }

  private static func text(_ option: OptionDeclaration) -> String {
    var remarks: [String] = []
    if option.isRepeatable { remarks.append("repeatable, applied left to right") }
    if let standard = option.standard ?? option.absence { remarks.append("default: \(standard)") }
    if let kind = option.leaves?.kind { remarks.append("replaces only a \(kind.noun)") }
    return option.help + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
  }

  /// Terms and what they mean, in two columns.
  private static func list(_ entries: [(term: String, text: String)]) -> String {
    let column = (entries.map(\.term.count).max() ?? 0) + 4
    return entries.map { entry in
      let lines = entry.text.wrapped(to: pageWidth - column)
      let indentation = "\n" + String(repeating: " ", count: column)
      let term = "  \(entry.term)"
      return term + String(repeating: " ", count: column - term.count) + lines.joined(separator: indentation)
    }.joined(separator: "\n")
  }
}
