import Watchroom

/// The files that options name to be left behind.
enum OutputFiles {
  /// The options that name, for any verb that has them, a file to leave behind, or a folder of files.
  private static let options = ["junit", "record", "output", "roster", "csv", "report", "evidence", "ledger", "resume"]

  /// Throws if one of `options` names a file that has another part in the command: one it reads, or leaves behind for
  /// another option. By whatever names: links are followed.
  static func check(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, sources: [String], verb: String,
    in surroundings: Surroundings
  ) throws(UsageError) {
    var taken = sources
    for option in options {
      guard let path = arguments.last(option) else { continue }
      if let other = taken.first(where: { surroundings.areOne($0, path) }) {
        throw clash(option.name, path, with: other, verb: verb)
      }
      taken.append(path)
    }
  }

  /// As ``check(_:of:sources:verb:in:)``, and says what is wrong.
  static func checkAtOnce(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, sources: [String], verb: String,
    in surroundings: Surroundings
  ) throws(ExitStatus) {
    do throws(UsageError) {
      try check(options, of: arguments, sources: sources, verb: verb, in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      throw .commandLineWrong
    }
  }

  /// Throws, and says so, if a file at `path`, which is to be left behind because of `option`, would take the place of one
  /// at `sources`.
  static func checkApart(
    _ path: String, of option: OptionDeclaration, from sources: [String], verb: String, in surroundings: Surroundings
  ) throws(ExitStatus) {
    guard let other = sources.first(where: { surroundings.areOne($0, path) }) else { return }
    Diagnostics(surroundings).report(clash(option.name, path, with: other, verb: verb).line)
    throw .commandLineWrong
  }

  /// Throws, and says so, if what `arguments` ask to leave behind would take the place of one of the files at `sources`,
  /// which were read.
  static func checkApart(
    from sources: [String], _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) {
    let outputs = options.flatMap { name in
      guard let path = arguments.values[name]?.last else { return [(name: String, path: String)]() }
      // If it is a folder, what will be in it.
      let tables = name == OptionDeclaration.tables.name ? TableFolder.names : []
      return [(name, path)] + tables.map { (name, OutputFolder.place(of: "\($0).csv", in: path)) }
    }
    guard !outputs.isEmpty else { return }
    for source in sources {
      guard let output = outputs.first(where: { surroundings.areOne($0.path, source) }) else { continue }
      Diagnostics(surroundings).report(clash(output.name, output.path, with: source, verb: nil).message)
      throw .commandLineWrong
    }
  }

  private static func clash(_ option: String, _ path: String, with other: String, verb: String?) -> UsageError {
    let name = other == path ? "" : ", which is \(cited(other)),"
    return UsageError(
      message: "--\(option): \(cited(path))\(name) has another part in this command — name another file", verb: verb)
  }

  /// Throws if a file that one of `options` names could not be left behind: found out now, rather than after the work.
  static func checkPlaces(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) {
    for option in options {
      guard let path = arguments.last(option) else { continue }
      do throws(OutputFault) {
        try surroundings.drafts.check(path)
      } catch {
        Diagnostics(surroundings).report("\(path) cannot be written: \(error.reason) — name a file that can be")
        throw .inputOrOutputFailed
      }
    }
  }

  /// What to do where a file is there already.
  static let remedyIfThere = " — name a file that is not there yet, or add --force"

  /// Throws if a file that one of `options` names is there already, and it is not said that it may be replaced: found out
  /// now, rather than after the work.
  static func checkAbsent(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) {
    if arguments.has(.force) { return }
    for path in options.compactMap({ arguments.last($0) }) where surroundings.drafts.areOne(path, path) {
      Diagnostics(surroundings).report("\(path) cannot be written: File exists\(remedyIfThere)")
      throw .inputOrOutputFailed
    }
  }
}

extension Surroundings {
  /// Whether two paths are those of one file, written otherwise or by a link. Also of a file that is not there yet.
  func areOne(_ path: String, _ other: String) -> Bool {
    path == other || FilePath.normalised(path) == FilePath.normalised(other) || drafts.areOne(path, other)
  }
}
