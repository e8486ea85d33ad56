import Watchroom

/// One use of `export`.
struct ExportRun {
  private let path: String
  private let format: ExportFormat
  private let output: String?
  private let isQuiet: Bool
  private let surroundings: Surroundings

  /// What `arguments` ask for, once it is sure that it can be left where it is wanted.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    guard let format = arguments.last(.to).flatMap({ ExportFormat(rawValue: $0) }) else {
      let formats = ExportFormat.allCases.map(\.rawValue).joined(separator: "|")
      throw arguments.misuse("“export” needs to know what to write: --to \(formats)")
    }
    path = arguments.operands[0]
    self.format = format
    output = arguments.last(.exportOutput)
    if format == .csv, output == StandardStreamName.output {
      throw arguments.misuse(
        "--output: csv is three tables, and standard output is no folder — name a folder, or choose another format")
    }
    if format == .csv, output == nil, DiskStorage.isNumberOfOpenFile(path) {
      throw arguments.misuse(
        "--to csv: an open file, such as standard input, has no folder beside it — name one with --output")
    }
    isQuiet = arguments.isQuiet
    self.surroundings = surroundings
    let outputs = OutputFiles(arguments, in: surroundings)
    for file in files {
      try outputs.check(file, of: .exportOutput, apartFrom: [path])
      try outputs.checkKind(of: file, for: format.kind, .exportOutput)
    }
  }

  func perform() throws(Ending) -> ExitStatus {
    let run = try RecordedRun(path, in: surroundings)
    // What is damaged is refused before anything is written, on standard output too.
    try reading { try run.reader.verify() }
    noteTear(of: run.reader)
    switch format {
    case .csv: try writeTables(run.reader, run.plan)
    case .ndjson: try writeEvents(run.reader, run.plan)
    case .ocelJSON, .ocelXML: try writeObjects(run.reader, run.plan)
    }
    return .done
  }

  /// Says that the ledger is not that of a whole run, if it is not.
  private func noteTear(of reader: LedgerReader) {
    guard case .unfinished(let tear) = reader.status, !isQuiet else { return }
    let rest = tear.map { "; \($0)" } ?? ""
    let events = "\(Quantity.counted(reader.eventCount, "event")) \(reader.eventCount == 1 ? "is" : "are")"
    surroundings.note(
      "this ledger is unfinished (its run was cut short, or still goes on); its \(events) exported\(rest)", about: path)
  }

  /// Does what goes through the ledger. Exports do not know what may go wrong where their pieces go, and say nothing of it.
  private func reading(_ work: () throws -> Void) throws(Ending) {
    do {
      try work()
    } catch let error as LedgerError {
      throw Ending(error, in: surroundings)
    } catch let ending as Ending {
      throw ending
    } catch {
      preconditionFailure("nothing else is thrown: \(error)")
    }
  }

  /// The files it leaves behind.
  private var files: [String] {
    if format != .csv { return [output].compactMap(\.self) }
    return Self.tables.map { OutputFolder.place(of: $0, in: folder) }
  }

  private func writeEvents(_ reader: LedgerReader, _ plan: Plan) throws(Ending) {
    try writeDocument { sink in
      var export = NDJSONExport(plan: plan, to: sink)
      try reader.forEachBlock { try export.fold($0) }
      try export.finish()
    }
  }

  private func writeObjects(_ reader: LedgerReader, _ plan: Plan) throws(Ending) {
    let export = OCELExport(plan: plan, format: format == .ocelJSON ? .json : .xml)
    try writeDocument { sink in
      try export.write(to: sink) { body in try reader.forEachBlock { try body($0) } }
    }
  }

  /// Lets `write` write a document to where it is wanted.
  private func writeDocument(_ write: (@escaping ExportSink) throws -> Void) throws(Ending) {
    guard let output else {
      try reading { try write { [surroundings] piece in try surroundings.printWhole(piece) } }
      return
    }
    let draft = try NamedDraft(output, in: surroundings.drafts, remedy: Self.remedy)
    do throws(Ending) {
      try reading { try write { try draft.write($0) } }
    } catch {
      draft.discard()
      throw error
    }
    try draft.finish()
  }

  /// Writes the three tables into a folder: none of them gets its name before all are written.
  private func writeTables(_ reader: LedgerReader, _ plan: Plan) throws(Ending) {
    let folder = OutputFolder(path: folder, drafts: surroundings.drafts, remedy: Self.remedy)
    try folder.fill(Self.tables) { files throws(Ending) in
      try reading {
        let sinks = files.map { file in { (piece: String) in try file.write(piece) } }
        var export = try CSVExport(plan: plan, events: sinks[0], contacts: sinks[1], incidents: sinks[2])
        try reader.forEachBlock { try export.fold($0) }
        try export.finish()
      }
    }
    if !isQuiet {
      try surroundings.print("\(folder.path.printable) is written: events.csv, contacts.csv and incidents.csv\n")
    }
  }

  private static let remedy = "name a place with --output that can be"

  /// What the tables are called.
  private static let tables = ["events.csv", "contacts.csv", "incidents.csv"]

  /// The folder for the tables.
  private var folder: String { output ?? Self.folder(of: path) }

  /// The folder for the tables of a ledger: beside it, and called like it.
  private static func folder(of ledger: String) -> String {
    var stem = ledger[...]
    if stem.hasSuffix(".part") { stem = stem.dropLast(5) }
    let name = stem.lastIndex(of: "/").map { stem.index(after: $0) } ?? stem.startIndex
    if let dot = stem[name...].lastIndex(of: "."), dot > name { stem = stem[..<dot] }
    return "\(stem)-csv"
  }
}
