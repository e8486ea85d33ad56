import Watchroom

/// Searches for published figures, with targets or a journal that nobody should trust.
enum HostileCalibrations {
  /// Reads targets, and tells whether it could; if so, looks for them for a while.
  static func aim(at targets: [UInt8]) throws -> Bool {
    // A year, which targets may be about, would take long. A day may not go with when they begin.
    let most = ["--evaluations", "1", "--days", "1"]
    return try HostileCommandLines.take(
      command(moving: [handling]) + most + ["--format", "json", "--evidence", "e.md", "--output", "o.json5"],
      files(targets), isBesideWords: true)
  }

  /// Goes on from a journal that begins with a bracket and the schema, or from a true first line and lines that follow it.
  /// Tells whether it could.
  static func resume(_ given: [UInt8]) throws -> Bool {
    let isWhole = given.starts(with: "{\"schema\"".utf8)
    var files = files(targets)
    files["j"] = isWhole ? given : firstLine + given
    return try HostileCommandLines.take(search, files)
  }

  private static let search = command(moving: [handling, heads]) + ["--evaluations", "9", "--resume", "j"]

  private static func command(moving parameters: [String]) -> [String] {
    [
      "calibrate", "s.json5", "--targets", "t.json5", "--confirm", "1", "--jobs", "1", "--set",
      "calibrate={\(parameters.joined(separator: ","))}",
    ] + HostileScenarios.fewCallers
  }

  private static let handling =
    "handling: { path: 'channels.999.handling.exponential.mean', from: '1m', to: '10m', log: true }"
  private static let heads = "heads: { path: 'teams.more.staff.byHour.9', from: 0, to: 3, whole: true }"
  private static let targets = Array(
    """
    { targets: [
      { name: "handling", metric: "channels.999.handleTime.mean", value: 3, tolerance: 0.5, unit: "min" },
      { name: "in time", metric: ["channels.999.serviceLevel.ofOffered", "channels.101.abandonmentRate"], atLeast: 0.1 },
    ] }
    """.utf8)

  private static func files(_ targets: [UInt8]) -> [String: [UInt8]] {
    ["s.json5": HostileScenarios.base, "t.json5": targets]
  }

  /// What a journal of the search begins with.
  private static let firstLine: [UInt8] = {
    let journal = HostileCommandLines.result(search, files(targets)).extended
    return Array(journal.prefix { $0 != UInt8(ascii: "\n") }) + [UInt8(ascii: "\n")]
  }()
}
