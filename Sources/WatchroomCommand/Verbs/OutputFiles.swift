import Watchroom

/// The files that options name to be left behind.
enum OutputFiles {
  /// Throws if one of `options` names a file that has another part in the command: one it reads, or leaves behind for
  /// another option. By whatever names: links are followed.
  static func check(
    _ options: [OptionDeclaration], of arguments: ParsedArguments, sources: [String], verb: String,
    in surroundings: Surroundings
  ) throws(UsageError) {
    var taken = sources
    for option in options {
      guard let path = arguments.last(option) else { continue }
      if let other = taken.first(where: { $0 == path || surroundings.drafts.areOne($0, path) }) {
        let name = other == path ? "" : ", which is \(cited(other)),"
        throw UsageError(
          message: "\(option.spelling): \(cited(path))\(name) has another part in this command — name another file",
          verb: verb)
      }
      taken.append(path)
    }
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
}
