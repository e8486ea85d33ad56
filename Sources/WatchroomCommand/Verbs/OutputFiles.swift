import Watchroom

/// The files that options name to be left behind.
enum OutputFiles {
  /// The options that name, for any verb that has them, a file to leave behind, or a folder of files.
  private static let options = ["junit", "record", "output", "roster", "csv", "report", "evidence", "ledger", "resume"]

  /// A file, or a folder of files, that an option names to be left behind.
  private struct Output {
    let option: String
    let path: String
  }

  /// Throws if one of `options` names a file that has another part in the command: one it reads, or leaves behind for
  /// another option. By whatever names: links are followed.
  static func check(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, sources: [String], verb: String,
    in surroundings: Surroundings
  ) throws(UsageError) {
    var taken = sources
    for option in options {
      let outputs = left(by: option.name, in: arguments)
      if let clash = clash(of: outputs, with: taken, verb: verb, in: surroundings) { throw clash }
      taken += outputs.map(\.path)
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
    let outputs = [Output(option: option.name, path: path)]
    guard let clash = clash(of: outputs, with: sources, verb: verb, in: surroundings) else { return }
    Diagnostics(surroundings).report(clash.line)
    throw .commandLineWrong
  }

  /// Throws, and says so, if what `arguments` ask to leave behind would take the place of one of the files at `sources`,
  /// which were read.
  static func checkApart(
    from sources: [String], _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) {
    let outputs = options.flatMap { left(by: $0, in: arguments) }
    guard let clash = clash(of: outputs, with: sources, verb: nil, in: surroundings) else { return }
    Diagnostics(surroundings).report(clash.message)
    throw .commandLineWrong
  }

  /// What the option of that name leaves behind: what it names, and if that is a folder, what will be in it.
  private static func left(by option: String, in arguments: ParsedArguments) -> [Output] {
    guard let path = arguments.values[option]?.last else { return [] }
    let tables = option == OptionDeclaration.tables.name ? TableFolder.names : []
    return [Output(option: option, path: path)]
      + tables.map { Output(option: option, path: OutputFolder.place(of: "\($0).csv", in: path)) }
  }

  /// What is wrong if one of `outputs` would take the place of what is, or will be, at one of the paths `taken`; nil if
  /// nothing is. The one rule for all verbs.
  private static func clash(
    of outputs: [Output], with taken: [String], verb: String?, in surroundings: Surroundings
  ) -> UsageError? {
    for output in outputs {
      guard let other = taken.first(where: { surroundings.areOne($0, output.path) }) else { continue }
      let name = other == output.path ? "" : ", which is \(cited(other)),"
      return UsageError(
        message:
          "--\(output.option): \(cited(output.path))\(name) has another part in this command — name another file",
        verb: verb)
    }
    return nil
  }

  /// Throws if a file that one of `options` names could not be left behind, or would take the place of one of another kind:
  /// found out now, rather than after the work.
  static func checkPlaces(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, verb: String, in surroundings: Surroundings
  ) throws(ExitStatus) {
    for option in options {
      guard let path = arguments.last(option) else { continue }
      do throws(OutputFault) {
        try surroundings.drafts.check(path)
      } catch {
        throw refused(path, error, replacing: true, in: surroundings)
      }
      if let kind = option.leaves { try checkKind(of: path, for: kind, option, verb: verb, in: surroundings) }
    }
  }

  /// Throws, and says so, if a file of `kind`, left behind at `path` because of `option`, would take the place of one of
  /// another kind. The one rule for all files that may be replaced; ledgers have it in ``LedgerRuns``.
  static func checkKind(
    of path: String, for kind: OutputKind, _ option: OptionDeclaration, verb: String, in surroundings: Surroundings
  ) throws(ExitStatus) {
    guard surroundings.drafts.replaces(path) else { return }
    let beginning: [UInt8]
    do throws(OutputFault) {
      beginning = try surroundings.drafts.beginning(of: path)
    } catch {
      throw refused(path, error, replacing: true, in: surroundings)
    }
    if beginning.isEmpty || kind.isBegun(by: beginning) { return }
    throw occupied(path, option, isNo: kind.noun, verb: verb, in: surroundings)
  }

  /// Says that what is at `path` is no `noun`, of which `option` would put one there; how the command should end.
  static func occupied(
    _ path: String, _ option: OptionDeclaration, isNo noun: String,
    remedy: String = "name another file, or remove it", verb: String, in surroundings: Surroundings
  ) -> ExitStatus {
    // All of the path: of a folder of tables, its end says which.
    let message = "\(option.spelling): “\(path)” is there and is no \(noun), so it is not written over — \(remedy)"
    Diagnostics(surroundings).report(UsageError(message: message, verb: verb).line)
    return .commandLineWrong
  }

  /// Throws if a file that one of `options` names is there already, and it is not said that it may be replaced: found out
  /// now, rather than after the work.
  static func checkAbsent(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) {
    if arguments.has(.force) { return }
    for path in options.compactMap({ arguments.last($0) }) where surroundings.drafts.replaces(path) {
      throw refused(path, OutputFault(reason: "File exists"), replacing: false, in: surroundings)
    }
  }

  /// Leaves `text` behind at `path`, and says so if it cannot be done. What is there already is left alone unless
  /// `replacing`. Whoever calls has the results still to print: so this returns how the command should end.
  static func leave(
    _ text: String, at path: String, replacing: Bool = true, in surroundings: Surroundings
  ) -> ExitStatus {
    do throws(OutputFault) {
      try surroundings.storage.write(text, to: path, replacing: replacing)
      return .done
    } catch {
      return refused(path, error, replacing: replacing, in: surroundings)
    }
  }

  private static func refused(
    _ path: String, _ fault: OutputFault, replacing: Bool, in surroundings: Surroundings
  ) -> ExitStatus {
    let remedy = replacing ? "name a file that can be" : "name a file that is not there yet, or add --force"
    Diagnostics(surroundings).report("\(path) cannot be written: \(fault.reason) — \(remedy)")
    return .inputOrOutputFailed
  }
}

extension Surroundings {
  /// Whether two paths are those of one file, written otherwise or by a link. Also of a file that is not there yet.
  func areOne(_ path: String, _ other: String) -> Bool {
    if path == other || drafts.areOne(path, other) { return true }
    let (path, other) = (FilePath.normalised(drafts.target(of: path)), FilePath.normalised(drafts.target(of: other)))
    if path == other { return true }
    let (folder, otherFolder) = (FilePath.folder(of: path), FilePath.folder(of: other))
    return path.dropFirst(folder.count) == other.dropFirst(otherFolder.count)
      && drafts.areOne(folder.isEmpty ? "." : folder, otherFolder.isEmpty ? "." : otherFolder)
  }
}
