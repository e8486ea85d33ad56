import Watchroom

extension OptionDeclaration {
  static let tables = OptionDeclaration(
    name: "csv", value: .path, placeholder: "DIR",
    help: "leave the result as tables for a spreadsheet as well, in this folder", leaves: .figures)
}

/// The folder of tables a verb is asked to leave, by ``OptionDeclaration/tables``.
struct TableFolder {
  private let folder: OutputFolder
  private let verb: String
  private let surroundings: Surroundings

  /// The folder that `arguments` ask for; nil if they ask for none.
  init?(_ arguments: ParsedArguments, verb: String, in surroundings: Surroundings) throws(UsageError) {
    guard let path = arguments.last(.tables) else { return nil }
    try arguments.checkIsWhole(for: .tables, "the tables are", verb: verb)
    folder = OutputFolder(path: path, drafts: surroundings.drafts)
    self.verb = verb
    self.surroundings = surroundings
  }

  /// What tables of any verb are called.
  static let names = ResultTables.names + ComparisonTables.names

  /// Throws if tables of these names could not be left there, or would take the place of other files: found out now, rather
  /// than after the work.
  func check(_ names: [String]) throws(ExitStatus) {
    do throws(UnwritableFile) {
      for name in names { try folder.check("\(name).csv") }
    } catch {
      throw refused(error)
    }
    for name in names {
      try OutputFiles.checkKind(
        of: OutputFolder.place(of: "\(name).csv", in: folder.path), for: .figures, .tables, verb: verb, in: surroundings
      )
    }
  }

  /// Leaves `tables`, in place of any of their names.
  ///
  /// - Throws: how the command should end, if there was an error.
  func write(_ tables: [SpreadsheetTable]) throws(ExitStatus) {
    do {
      try folder.fill(tables.map { "\($0.name).csv" }) { files in
        for (file, table) in zip(files, tables) { try file.write(table.text) }
      }
    } catch let error as UnwritableFile {
      throw refused(error)
    } catch {
      preconditionFailure("nothing else is thrown: \(error)")
    }
  }

  private func refused(_ error: UnwritableFile) -> ExitStatus {
    Diagnostics(surroundings).report(
      "\(error.path) cannot be written: \(error.fault.reason) — name a folder with --csv that can be")
    return .inputOrOutputFailed
  }
}
