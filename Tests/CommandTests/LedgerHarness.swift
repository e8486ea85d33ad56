import Foundation
import Synchronization
import Watchroom

@testable import WatchroomCommand

/// The ledgers on the disk, of which writing, syncing or renaming fails at one operation and ever after.
final class FaultyLedgers: LedgerStorage {
  private let disk = DiskLedgers()
  private let left: Atomic<Int>

  /// Fails after so many operations.
  init(after operations: Int) { left = Atomic(operations) }

  func open(_ path: String) throws(StorageFault) -> any LedgerFile { try disk.open(path) }

  func create(_ path: String) throws(StorageFault) -> any LedgerFile {
    watched(try disk.create(path))
  }

  func append(to path: String) throws(StorageFault) -> any LedgerFile {
    watched(try disk.append(to: path))
  }

  func rename(_ old: String, to new: String) throws(StorageFault) {
    try pass(.rename)
    try disk.rename(old, to: new)
  }

  private func watched(_ file: any LedgerFile) -> WatchedFile {
    WatchedFile(file, before: { operation throws(StorageFault) in try self.pass(operation) })
  }

  private func pass(_ operation: StorageFault.Operation) throws(StorageFault) {
    if left.wrappingSubtract(1, ordering: .relaxed).oldValue <= 0 {
      throw StorageFault(operation, .system("No space left on device"))
    }
  }
}

/// A file of a ledger, of which somebody hears before each write and sync, who may let it fail, and after each write.
final class WatchedFile: LedgerFile {
  private let file: any LedgerFile
  private let before: @Sendable (StorageFault.Operation) throws(StorageFault) -> Void
  private let afterWrite: @Sendable () -> Void

  init(
    _ file: any LedgerFile,
    before: @escaping @Sendable (StorageFault.Operation) throws(StorageFault) -> Void = { _ in },
    afterWrite: @escaping @Sendable () -> Void = {}
  ) {
    self.file = file
    self.before = before
    self.afterWrite = afterWrite
  }

  func length() throws(StorageFault) -> UInt64 { try file.length() }

  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(StorageFault) -> Int {
    try file.read(into: bytes, at: offset)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageFault) -> Int {
    try before(.write)
    let count = try file.write(bytes)
    afterWrite()
    return count
  }

  func truncate(to length: UInt64) throws(StorageFault) { try file.truncate(to: length) }

  func sync() throws(StorageFault) {
    try before(.sync)
    try file.sync()
  }

  func isNamed(_ path: String) throws(StorageFault) -> Bool { try file.isNamed(path) }

  func close() throws(StorageFault) { try file.close() }
}

/// A folder for ledgers, and the command run on the fixture's scenarios and on it.
struct LedgerBench {
  let folder: TemporaryFolder
  /// The fixture's files, and scenarios whose runs are worth keeping.
  static let files = Fixture.files.merging([
    "spring.json5": Fixture.night.replacing("days: 1", with: "days: 60"),
    "unnamed.json5": Fixture.night.replacing("name: \"A small night\",", with: ""),
    "trace.json5": Fixture.night.replacing("perYear: 20000", with: "trace: \"calls/night.csv\""),
    "calls/night.csv": "time,handling\n2022-07-22T08:00,60\n2022-07-22T08:01,600\n2022-07-22T09:00,30\n",
    "response.json5": Fixture.night.replacing(
      "target: { share: 0.9, within: \"10s\" },",
      with: "target: { share: 0.9, within: \"10s\" }, outcomes: { P1: { share: 0.5 }, advice: { share: 0.5 } },"
    ).replacing(
      "expect:",
      with: """
        response: {
          grades: { P1: { within: "15m" } }, scene: { P1: { takes: { exponential: { mean: "2h" } } } },
          areas: { Town: { latitude: 52.48, longitude: -1.89, squareKilometres: 50, weight: 1 } },
          hubs: { "Park Lane": { latitude: 52.5, longitude: -1.89, officers: { byHour: \([Int](repeating: 3, count: 24)) } } },
        },
        expect:
        """),
    "chats.json5": "{ teams: { contact: { concurrency: 2 } } }",
    "nights.json5": """
    { shifts: { nights: { start: "19:00", length: "8h" } },
      teams: { extra: { answers: ["999"], staff: { nights: 2 } } } }
    """,
    "longer.json5": "{ calendar: { days: 2 } }",
    "more.json5": """
    { teams: { contact: { staff: { byHour: \([Int](repeating: 2, count: 12) + [Int](repeating: 4, count: 12)) } } } }
    """,
  ]) { $1 }

  init() throws { folder = try TemporaryFolder() }

  /// The path of the ledger called `name`.
  subscript(name: String) -> String { folder[name] }

  /// The outcome of the command, which reads the fixture's files and `others`.
  func watchroom(
    _ arguments: [String], ledgers: some LedgerStorage = DiskLedgers(), others: [String: String] = [:]
  ) -> Outcome {
    let output = Recording()
    let errors = Recording()
    var surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(Self.files.merging(others) { $1 }), elapsed: { .zero })
    surroundings.ledgers = ledgers
    return Outcome(status: Command.run(arguments, in: surroundings), output: output.text, errors: errors.text)
  }

  func watchroom(_ arguments: String...) -> Outcome { watchroom(arguments) }

  /// The bytes of the ledger called `name`.
  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: folder[name]))) }

  func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder[name]))
  }
}
