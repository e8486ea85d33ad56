import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import Records

/// A forecast as changes to a scenario.
@Suite struct OverlayTests {
  private static let scenario = """
    {
      name: "x", calendar: { start: "2024-03-04T00:00", days: 1 },
      channels: {
        busy: { arrivals: { perYear: 1000 }, handling: { constant: 60 } },
        quiet: {
          arrivals: { perYear: 500, dayOfWeek: { mon: 2, holiday: 0.5 }, month: { jan: 2 } }, handling: { constant: 60 },
        },
      },
      teams: { t: { answers: ["busy", "quiet"], staff: { byHour: [\(Array(repeating: "1", count: 24).joined(separator: ","))] } } },
    }
    """

  /// A channel that nobody used is one of the scenario all the same: what is written of it must be a scenario's.
  @Test(arguments: [1, 4, 24, 48])
  func nobodyAtAllIsAVolume(perDay: Int) throws {
    let first = CivilTime(year: 2_024, month: 1, day: 1).dayNumber
    func channel(_ name: String, _ count: Double) -> ContactHistory.Channel {
      .init(name: name, intervals: Array(repeating: Array(repeating: count, count: perDay), count: 120))
    }
    let history = ContactHistory(
      channels: [channel("busy", 96 / Double(perDay)), channel("quiet", 0)], firstDay: first, perDay: perDay,
      warnings: [])
    for days in [3, 14] {
      let overlay = VolumeForecast(history, days: days).overlay(source: "h.csv")
      let read = try ScenarioReader.read(
        path: "s.json5", overlays: ["o.json5"], files: MemoryFiles(["s.json5": Self.scenario, "o.json5": overlay]))
      #expect(read.warnings.isEmpty, "\(read.warnings)")
      let busy = try #require(profile(of: "busy", in: read.scenario))
      let quiet = try #require(profile(of: "quiet", in: read.scenario))
      expectClose(busy.perYear, 96 * 365, within: 0.05)
      #expect(quiet.perYear == 0 && quiet.byHourOfWeek == nil)
      #expect(quiet.dayOfWeek == Array(repeating: 1, count: 7))
    }
  }

  private func profile(of channel: String, in scenario: Scenario) -> ArrivalProfile? {
    guard case .profile(let profile)? = scenario.channels.first(where: { $0.id == channel })?.arrivals else {
      return nil
    }
    return profile
  }
}
