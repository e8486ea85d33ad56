import Watchroom

/// What can be fed with bytes that nobody should trust: the inputs of the tests of this folder, and of the fuzzer that
/// looks for more of them.
enum HostileInput: String, CaseIterable {
  case scenario, overlay, trace, roster, values, journeys, records, history, ledger, replay, set, arguments

  /// Feeds it, and tells whether it took the bytes; if not, it refused them with a reason. Throws a ``Fault`` if it did
  /// neither as it may; what traps ends the process.
  func feed(_ bytes: [UInt8]) throws -> Bool {
    let base = HostileScenarios.base
    /// The base with one thing in it taken from a file.
    func withTable(_ setting: String) throws -> Bool {
      try HostileScenarios.read(["s.json5": base, "t.csv": bytes], settings: [setting])
    }
    switch self {
    case .scenario: return try HostileScenarios.read(["s.json5": bytes])
    case .overlay: return try HostileScenarios.read(["s.json5": base, "o.json5": bytes], overlays: ["o.json5"])
    case .set:
      return try HostileScenarios.read(["s.json5": base], settings: [String(decoding: bytes, as: UTF8.self)])
    // A setting is merged: what the file stands instead of must go.
    case .trace: return try withTable("channels.999.arrivals={perYear: null, trace: 't.csv'}")
    case .roster: return try withTable("teams.desk.staff={early: null, csv: 't.csv'}")
    case .values: return try withTable("channels.999.handling={exponential: null, empirical: {csv: 't.csv'}}")
    case .journeys: return try withTable("response.travel={matrix: 't.csv'}")
    case .records: return try HostileCommandLines.run(["fit", "f.csv", "--time-zone", "UTC"], ["f.csv": bytes])
    case .history:
      let isForecast = try HostileCommandLines.run(["forecast", "f.csv", "--days", "3"], ["f.csv": bytes])
      let asks = ["erlang", "--volumes", "f.csv", "--handling", "3m", "--patience", "5m", "--share", "0.9"]
      let isAnswered = try HostileCommandLines.run(asks, ["f.csv": bytes])
      return isForecast || isAnswered
    case .ledger: return try HostileLedgers.open(bytes)
    case .replay: return try HostileLedgers.replay(bytes)
    case .arguments: return try HostileCommandLines.parse(bytes)
    }
  }

  /// Something is wrong, though nothing trapped.
  struct Fault: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }
}
