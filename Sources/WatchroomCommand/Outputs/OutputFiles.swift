import Foundation
import Watchroom

/// The files that a command line asks to leave behind: where they may be, and how they are left there.
struct OutputFiles {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    self.arguments = arguments
    self.surroundings = surroundings
  }

  /// Throws if an option names a file that has another part in the command: one of `sources`, which it reads, or one it
  /// leaves behind for another option. By whatever names: links are followed. Also if it names standard output, where programs
  /// expect something else.
  func check(apartFrom sources: [String]) throws(Ending) {
    var taken = sources
    // A shard prints no results, whatever the format.
    let format = arguments.has(.shard) ? "text" : arguments.last(.format) ?? "text"
    for output in arguments.verb.outputs {
      if format != "text", arguments.streamed.contains(output.name) {
        throw arguments.misuse(
          "\(output.spelling): “-” is standard output, where --format \(format) puts the results — name a file, or leave "
            + "--format out")
      }
      let paths = paths(of: output)
      if let clash = clash(of: output, at: paths, with: taken) { throw arguments.misuse(clash) }
      taken += paths
    }
  }

  /// Throws if a file at `path`, which is to be left behind because of `output`, would take the place of one of `sources`.
  func check(_ path: String, of output: OptionDeclaration, apartFrom sources: [String]) throws(Ending) {
    if let clash = clash(of: output, at: [path], with: sources) { throw arguments.misuse(clash) }
  }

  /// Throws if what is to be left behind would take the place of one of `sources`, which turned out to be read.
  func check(apartFromRead sources: [String]) throws(Ending) {
    for output in arguments.verb.outputs {
      // No help would have told of files that others name.
      if let clash = clash(of: output, at: paths(of: output), with: sources) { throw Ending(.commandLineWrong, clash) }
    }
  }

  /// Throws if a file could not be left where an option says, or would take the place of one of another kind: found out now,
  /// rather than after the work. Folders have ``TableFolder``; what grows while the work goes on is begun at once.
  func checkPlaces() throws(Ending) {
    for output in arguments.verb.outputs {
      guard let path = arguments.last(output) else { continue }
      switch output.leaves {
      case .file(let kind):
        try checkPlace(path)
        try checkKind(of: path, for: kind, output)
      case .editable: try checkPlace(path)
      case .folder, .export, .growing, nil: continue
      }
    }
  }

  /// Throws if a file of `kind`, left behind at `path` because of `output`, would take the place of one of another kind. The
  /// one rule for all files that may be replaced; ledgers have it in ``LedgerRuns``.
  func checkKind(of path: String, for kind: OutputKind, _ output: OptionDeclaration) throws(Ending) {
    guard surroundings.drafts.replaces(path) else { return }
    let beginning = try writing(path, remedy: Self.anotherPlace, try surroundings.drafts.beginning(of: path))
    if beginning.isEmpty || kind.isBegun(by: beginning) { return }
    throw occupied(path, output, isNo: kind.noun)
  }

  /// That what is at `path` is no `noun`, of which `output` would put one there.
  func occupied(
    _ path: String, _ output: OptionDeclaration, isNo noun: String, remedy: String = "name another file, or remove it"
  ) -> Ending {
    // All of the path: of a folder of tables, its end says which.
    arguments.misuse("\(output.spelling): “\(path)” is there and is no \(noun), so it is not written over — \(remedy)")
  }

  /// Throws if a file that people go on to edit is there already, and it is not said that it may be replaced: found out now,
  /// rather than after the work.
  func checkAbsent() throws(Ending) {
    for output in arguments.verb.outputs {
      if let path = arguments.last(output) { try checkAbsent([path], of: output) }
    }
  }

  /// Throws if one of the files at `paths`, all of which `output` asks for, is there already, likewise.
  func checkAbsent(_ paths: [String], of output: OptionDeclaration) throws(Ending) {
    guard !mayReplace(output), let path = paths.first(where: surroundings.drafts.replaces) else { return }
    throw .unwritable(path, OutputFault(EEXIST), remedy: Self.newPlace)
  }

  /// Leaves `text` behind where `output` says; nothing if it is not given.
  func leave(_ text: @autoclosure () throws(Ending) -> String, as output: OptionDeclaration) throws(Ending) {
    guard let path = arguments.last(output) else { return }
    try leave(try text(), at: path, because: output)
  }

  /// Leaves `text` behind at `path`, as a file that `output` asks for.
  func leave(_ text: String, at path: String, because output: OptionDeclaration) throws(Ending) {
    let mayReplace = mayReplace(output)
    try writing(
      path, remedy: mayReplace ? Self.anotherPlace : Self.newPlace,
      try surroundings.storage.write(text, to: path, replacing: mayReplace))
  }

  private static let anotherPlace = "name a file that can be"
  private static let newPlace = "name a file that is not there yet, or add --force"

  /// Whether a file that is there may be replaced, if it is of the right kind.
  private func mayReplace(_ output: OptionDeclaration) -> Bool {
    if case .editable = output.leaves { arguments.has(.force) } else { true }
  }

  private func checkPlace(_ path: String) throws(Ending) {
    try writing(path, remedy: Self.anotherPlace, try surroundings.drafts.check(path))
  }

  /// What an option leaves behind: what it names, and if that is a folder, what will be in it.
  private func paths(of output: OptionDeclaration) -> [String] {
    guard let path = arguments.last(output) else { return [] }
    guard case .folder = output.leaves else { return [path] }
    return [path] + TableFolder.names.map { OutputFolder.place(of: "\($0).csv", in: path) }
  }

  /// What is wrong if one of the `paths` of `output` would take the place of what is, or will be, at one of those `taken`;
  /// nil if nothing is. The one rule for all verbs.
  private func clash(of output: OptionDeclaration, at paths: [String], with taken: [String]) -> String? {
    for path in paths {
      guard let other = taken.first(where: { surroundings.areOne($0, path) }) else { continue }
      let name = other == path ? "" : ", which is \(cited(other)),"
      return "\(output.spelling): \(cited(path))\(name) has another part in this command — name another file"
    }
    return nil
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
