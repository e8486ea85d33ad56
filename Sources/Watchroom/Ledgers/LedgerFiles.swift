/// The files of a ledger's scenario, as if the ledger were a folder, and besides them those there are.
///
/// The scenario is `night.ledger/scenario`, and what it calls `roster.csv` is `night.ledger/roster.csv`: so an overlay that
/// names another `roster.csv` gets that one. A name from the root of the disk means what was recorded under it.
package struct LedgerFiles: FileReading {
  /// What the ledger is called.
  package let path: String
  private let folder: String
  private let scenario: String
  private let recorded: [LedgerHeader.File]
  private let others: any FileReading

  /// The files of the ledger at `path`, and those of `others`.
  package init(_ header: LedgerHeader, path: String, others: any FileReading) {
    self.path = path
    folder = path + "/"
    scenario = header.scenario
    recorded = header.scenarioFiles
    self.others = others
  }

  /// What the scenario is called.
  package var scenarioPath: String { folder + "scenario" }

  /// The bytes of a file.
  package func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let bytes: [UInt8]
    if path == scenarioPath {
      bytes = Array(scenario.utf8)
    } else {
      let isInside = path.hasPrefix(folder)
      let name = isInside ? String(path.dropFirst(folder.count)) : path
      guard isInside || path.hasPrefix("/"), let file = recorded.first(where: { $0.path == name || $0.path == path })
      else { return try others.read(path, limit: limit) }
      bytes = file.bytes
    }
    if bytes.count > limit { throw .tooLarge }
    return bytes
  }
}
