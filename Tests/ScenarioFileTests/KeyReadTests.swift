import Reading
import Testing

@testable import ScenarioFile

/// A key that a format has and no decoder asks for would be accepted, and ignored.
@Suite struct KeyReadTests {
  /// What the other fixtures do not say, whether it makes sense or not.
  private static let rest = """
    {
      calendar: { start: "2022-07-22T07:00" },
      channels: {
        "999": {
          arrivals: { ledger: "x.ledger", channel: "999" }, handling: { gamma: { mean: 60, cv: 1 } },
          patience: { mixture: [{ weight: 1, never: {} }] }, overflow: { after: "1m", teams: ["a"] },
          outcomes: {
            advice: {
              share: 0.5, transfer: { to: "101", warm: { constant: 5 } },
              followUps: { call: { to: "101", after: { constant: 5 } } },
            },
          },
          callback: {}, survey: {},
        },
        "101": { handling: { constant: 60 }, patience: { never: {} } },
      },
      teams: { a: { answers: ["999"], staff: { byHour: [] } } },
      surges: { rush: {} },
      size: { teams: { a: { day: { max: 3 } } } },
    }
    """

  /// Free parameters are read only where all else is right.
  private static let free = Fixture.least(
    top: "calibrate: { handling: { path: \"channels.999.handling.constant\", from: 30, to: 90 } }")

  /// What reading a text asks for, by format.
  private func reads(_ files: [String: String]) throws -> [String: Set<String>] {
    let log = ProblemLog()
    let files = MemoryFiles(files)
    let layers = ScenarioResolver(files: files, log: log).resolve(path: "s.json5", overlays: [], settings: [])
    let decoder = ScenarioDecoder(files: files, log: log, layers: layers.origins)
    let reads = KeyReads()
    decoder.reads = reads
    _ = decoder.scenario(try #require(layers.whole), defaultName: "s")
    return reads.keys
  }

  @Test func everyKeyOfEveryFormatIsAskedFor() throws {
    var asked: [String: Set<String>] = [:]
    for files in [
      Fixture.files, ResponseFixture.files, ["s.json5": DemandFixture.scenario], PeopleFixture.files,
      ["s.json5": Self.rest], ["s.json5": Self.free],
    ] {
      asked.merge(try reads(files)) { $0.union($1) }
    }
    // What a scenario extends is merged before anything is decoded.
    asked["scenario"]?.insert("extends")
    let formats = ScenarioFormat.scenario.withEverythingInside
    for format in formats {
      let ignored = Set(format.keys.map(\.name)).subtracting(asked[format.name] ?? [])
      #expect(ignored.isEmpty, "\(format.name): nobody asks for \(ignored.sorted().joined(separator: ", "))")
    }
  }
}
