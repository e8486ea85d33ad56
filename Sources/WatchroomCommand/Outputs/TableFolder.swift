import Watchroom

extension OptionDeclaration {
  static let tables = OptionDeclaration(
    name: "csv", value: .path, placeholder: "DIR",
    help: "leave the result as tables for a spreadsheet as well, in this folder", leaves: .folder(.figures))
}

/// The folder of tables a verb is asked to leave, by ``OptionDeclaration/tables``.
struct TableFolder {
  private let folder: OutputFolder
  private let outputs: OutputFiles

  /// The folder that `arguments` ask for; nil if they ask for none.
  init?(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    guard let path = arguments.last(.tables) else { return nil }
    folder = OutputFolder(path: path, drafts: surroundings.drafts, remedy: "name a folder with --csv that can be")
    outputs = OutputFiles(arguments, in: surroundings)
  }

  /// What tables of any verb are called.
  static let names = ResultTables.names + ComparisonTables.names

  /// Throws if tables of these names could not be left there, or would take the place of other files: found out now, rather
  /// than after the work.
  func check(_ names: [String]) throws(Ending) {
    let files = names.map { "\($0).csv" }
    try folder.check(files)
    for file in files {
      try outputs.checkKind(of: OutputFolder.place(of: file, in: folder.path), for: .figures, .tables)
    }
  }

  /// Leaves `tables`, in place of any of their names.
  func write(_ tables: [SpreadsheetTable]) throws(Ending) {
    try folder.fill(tables.map { "\($0.name).csv" }) { files throws(Ending) in
      for (file, table) in zip(files, tables) { try file.write(table.text) }
    }
  }
}
