import Spelling
import Watchroom

/// The command: finds out which verb is meant, lets it work, and says how it ends.
enum Command {
  /// Does what `arguments`, the words after the program's name, ask for.
  static func run(_ arguments: [String], in surroundings: Surroundings) -> ExitStatus {
    do throws(Ending) {
      return try perform(arguments, in: surroundings)
    } catch {
      surroundings.say(error)
      return error.status
    }
  }

  /// The words after the program's name, which is the first of `words`. Throws if not even that is there: where the system tells
  /// a process of its words through a file, and that is missing, they are not known.
  static func arguments(among words: [String]) throws(Ending) -> [String] {
    guard !words.isEmpty else {
      throw Ending(
        .inputOrOutputFailed,
        "the words of the command line cannot be read: there is no /proc/self/cmdline — mount /proc")
    }
    return Array(words.dropFirst())
  }

  /// Whether `arguments` ask for nothing but words about the command itself, its version or a help text.
  static func isAskedAboutItself(_ arguments: [String]) -> Bool {
    arguments.first == "help" || arguments.first == "--version" || ArgumentParser.askForHelp(arguments)
  }

  private static func perform(
    _ arguments: [String], in surroundings: Surroundings
  ) throws(Ending) -> ExitStatus {
    guard let first = arguments.first else {
      throw .misuse("no verb is given: the verbs are \(verbList)", of: nil)
    }
    let rest = Array(arguments.dropFirst())
    switch first {
    case "--version":
      try refuse(rest, after: first)
      try surroundings.print("\(Engine.name)\n")
      return .done
    case "--help", "-h":
      try refuse(rest, after: first)
      try surroundings.print(Help.overview)
      return .done
    case "help":
      // Whoever asks how to ask for help has an answer in the overview.
      let subjects = rest.filter { $0 != "--help" && $0 != "-h" }
      try refuse(Array(subjects.dropFirst()), after: "help VERB")
      try surroundings.print(try subjects.first.map(help) ?? Help.overview)
      return .done
    default:
      let verb = try verb(first)
      let parsed = try ArgumentParser(verb: verb).parse(rest)
      if parsed.has(Verb.help) {
        try surroundings.print(Help.text(verb))
        return .done
      }
      // What is printed would be taken for a part of the file.
      return try verb.perform(
        parsed, parsed.streamed.isEmpty ? surroundings : surroundings.printingAside(isQuiet: parsed.isQuiet))
    }
  }

  private static func help(_ subject: String) throws(Ending) -> String {
    switch subject {
    case "scenario": Help.scenario
    case "events": Help.events
    default: Help.text(try verb(subject))
    }
  }

  private static func verb(_ name: String) throws(Ending) -> Verb {
    if let verb = Verb.all.first(where: { $0.name == name }) { return verb }
    let kind = name.hasPrefix("-") ? "option" : "verb"
    let candidates = kind == "verb" ? Verb.all.map(\.name) + ["help"] : ["--help", "--version"]
    let suggestion =
      nearestName(to: name, among: candidates).map { "did you mean “\($0)”?" } ?? "the verbs are \(verbList)"
    throw .misuse("there is no \(kind) \(cited(name)) — \(suggestion)", of: nil)
  }

  private static var verbList: String { Verb.all.map(\.name).joined(separator: ", ") }

  private static func refuse(_ rest: [String], after word: String) throws(Ending) {
    guard let extra = rest.first else { return }
    throw .misuse("\(cited(extra)) is too much: nothing may follow “\(word)”", of: nil)
  }
}
