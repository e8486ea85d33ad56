import Watchroom

/// What can be fed with bytes that nobody should trust: the inputs of the tests of this folder, and of the fuzzer that
/// looks for more of them.
enum HostileInput: String, CaseIterable {
  case scenario, overlay, trace, roster, values, journeys, records, history, special, ledger, replay, partial, baseline
  case targets, journal, set, arguments

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
    case .special:
      let forecast = ["forecast", "h.csv", "--days", "14", "--time-zone", "UTC"]
      let areTaken = try ["--holidays", "--special-days"].map { option in
        try HostileCommandLines.take(forecast + [option, "f.csv"], ["h.csv": Self.fiveWeeks, "f.csv": bytes])
      }
      if Set(areTaken).count > 1 { throw Fault("it is a matter of what they are whether days are taken") }
      return areTaken[0]
    case .ledger: return try HostileLedgers.open(bytes)
    case .replay: return try HostileLedgers.replay(bytes)
    case .partial: return try HostilePartials.merge(bytes)
    case .baseline:
      let check = ["check", "s.json5", "--baseline", "b.json", "--replications", "3", "--most", "3", "--jobs", "1"]
      return try HostileCommandLines.take(
        check + ["--junit", "v.xml", "--set", HostileScenarios.expectations] + HostileScenarios.fewCallers,
        ["s.json5": base, "b.json": bytes])
    case .targets: return try HostileCalibrations.aim(at: bytes)
    case .journal: return try HostileCalibrations.resume(bytes)
    case .arguments: return try HostileCommandLines.parse(bytes)
    }
  }

  /// A history of the halves of 35 days, from Monday 6 June 2022 on.
  private static let fiveWeeks: [UInt8] = {
    let rows = (0..<35).map { day in
      let date = "2022-\(day < 25 ? "06" : "07")-\(twoDigits(day < 25 ? day + 6 : day - 24))"
      return "\(date)T00:00,999,\(20 + day * 7 % 5)\n\(date)T12:00,999,\(60 + day * 5 % 11)\n"
    }
    return Array(("start,channel,count\n" + rows.joined()).utf8)
  }()

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// Something is wrong, though nothing trapped.
  struct Fault: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }
}
