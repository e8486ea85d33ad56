import Watchroom

/// One use of the verb `export`.
struct LedgerExport {
  private let path: String
  private let format: ExportFormat
  private let output: String?
  private let isQuiet: Bool
  private let surroundings: Surroundings

  init(_ arguments: ParsedArguments, _ format: ExportFormat, in surroundings: Surroundings) {
    path = arguments.operands[0]
    self.format = format
    output = arguments.last(.exportOutput)
    isQuiet = arguments.has(.quiet)
    self.surroundings = surroundings
  }

  func perform() throws(OutputFault) -> ExitStatus {
    let diagnostics = Diagnostics(surroundings)
    let opened: RecordedRun
    do throws(ExitStatus) {
      for file in files {
        try OutputFiles.checkApart(file, of: .exportOutput, from: [path], verb: "export", in: surroundings)
        try OutputFiles.checkKind(of: file, for: format.kind, .exportOutput, verb: "export", in: surroundings)
      }
      opened = try RecordedRun(path, in: surroundings)
    } catch {
      return error
    }
    let reader = opened.reader
    do {
      // What is damaged is refused before anything is written, on standard output too.
      try reader.verify()
      if case .unfinished(let tear) = reader.status, !isQuiet {
        let rest = tear.map { "; \($0)" } ?? ""
        let what =
          "this ledger is unfinished (its run was cut short, or still goes on); its \(reader.eventCount) events are"
        diagnostics.note("\(what) exported\(rest)", about: path)
      }
      try write(reader, opened.plan)
      return .done
    } catch let error as LedgerError {
      return diagnostics.report(error, isWriting: false, in: surroundings)
    } catch let error as UnwritableFile {
      diagnostics.report(
        "\(error.path) cannot be written: \(error.fault.reason) — name a place with --output that can be")
      return .inputOrOutputFailed
    } catch let fault as OutputFault {
      throw fault
    } catch {
      preconditionFailure("nothing else is thrown: \(error)")
    }
  }

  /// The files it leaves behind.
  private var files: [String] {
    if format != .csv { return [output].compactMap(\.self) }
    return Self.tables.map { OutputFolder.place(of: $0, in: folder) }
  }

  private func write(_ reader: LedgerReader, _ plan: Plan) throws {
    switch format {
    case .csv:
      try writeTables(reader, plan)
    case .ndjson:
      try writeDocument { sink in
        var export = NDJSONExport(plan: plan, to: sink)
        try reader.forEachBlock { try export.fold($0) }
        try export.finish()
      }
    case .ocelJSON, .ocelXML:
      let export = OCELExport(plan: plan, format: format == .ocelJSON ? .json : .xml)
      try writeDocument { sink in
        try export.write(to: sink) { body in try reader.forEachBlock { try body($0) } }
      }
    }
  }

  /// Lets `write` write a document to where it is wanted.
  private func writeDocument(_ write: (@escaping ExportSink) throws -> Void) throws {
    guard let output else {
      try write { [surroundings] piece in try surroundings.output.write(piece) }
      return
    }
    let draft = try NamedDraft(output, in: surroundings.drafts)
    do {
      try write { try draft.write($0) }
    } catch {
      draft.discard()
      throw error
    }
    try draft.finish()
  }

  /// Writes the three tables into a folder, all of them or none.
  private func writeTables(_ reader: LedgerReader, _ plan: Plan) throws {
    let folder = folder
    try OutputFolder(path: folder, drafts: surroundings.drafts)
      .fill(Self.tables) { files in
        let sinks = files.map { file in { (piece: String) in try file.write(piece) } }
        var export = try CSVExport(plan: plan, events: sinks[0], contacts: sinks[1], incidents: sinks[2])
        try reader.forEachBlock { try export.fold($0) }
        try export.finish()
      }
    if !isQuiet {
      try surroundings.output.write("\(folder.printable) is written: events.csv, contacts.csv and incidents.csv\n")
    }
  }

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
