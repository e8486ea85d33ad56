import Watchroom

/// What can be fed with bytes that nobody should trust: the inputs of the tests of this folder, and of the fuzzer that
/// looks for more of them.
enum HostileInput: String, CaseIterable {
  case scenario, overlay, trace, roster, records, history, ledger, replay, set, arguments

  /// Feeds it. Throws a ``Fault`` if it took the bytes otherwise than it may; what traps ends the process.
  func feed(_ bytes: [UInt8]) throws {
    let base = HostileScenarios.base
    switch self {
    case .scenario: try HostileScenarios.read(["s.json5": bytes])
    case .overlay: try HostileScenarios.read(["s.json5": base, "o.json5": bytes], overlays: ["o.json5"])
    case .set: try HostileScenarios.read(["s.json5": base], settings: [String(decoding: bytes, as: UTF8.self)])
    case .trace:
      try HostileScenarios.read(
        ["s.json5": base, "t.csv": bytes], settings: ["channels.999.arrivals={trace: 't.csv'}"])
    case .roster:
      try HostileScenarios.read(["s.json5": base, "r.csv": bytes], settings: ["teams.desk.staff={csv: 'r.csv'}"])
    case .records: try HostileCommandLines.run(["fit", "f.csv", "--time-zone", "UTC"], ["f.csv": bytes])
    case .history:
      try HostileCommandLines.run(["forecast", "f.csv", "--days", "3"], ["f.csv": bytes])
      try HostileCommandLines.run(
        ["erlang", "--volumes", "f.csv", "--handling", "3m", "--patience", "5m", "--share", "0.9"], ["f.csv": bytes])
    case .ledger: try HostileLedgers.open(bytes)
    case .replay: try HostileLedgers.replay(bytes)
    case .arguments: try HostileCommandLines.parse(bytes)
    }
  }

  /// Something is wrong, though nothing trapped.
  struct Fault: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }
}
