import ContactCentre
import DiscreteEvents
import Simulator
import Writing

/// The contact centre at one instant of a recorded run.
public struct WorldReport: Sendable {
  let world: WorldView
  let time: Milliseconds
  let scenario: Scenario

  /// A report of `world` as it was at `time`, since the first instant of a run of `scenario`.
  public init(_ world: WorldView, at time: Milliseconds, in scenario: Scenario) {
    self.world = world
    self.time = time
    self.scenario = scenario
  }

  /// The report for people, within 80 columns, with a newline at its end.
  public func text(isColoured: Bool) -> String {
    WorldText(self, isColoured: isColoured).sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The report for programs, with a newline at its end.
  public var json: String { JSONWriter.document(WorldJSON(self).value) }

  /// The teams, and the dispatchers behind them.
  var teams: [String] { scenario.teamNames }

  /// The names of grades and hubs.
  var grades: [String] { (scenario.response?.grades ?? []).map(\.id) }
  var hubs: [String] { (scenario.response?.hubs ?? []).map(\.id) }

  /// An instant of the run on the clocks of the scenario.
  func local(_ time: Milliseconds) -> LocalTime {
    let calendar = scenario.calendar
    return LocalTime(calendar.start - calendar.warmUp + time, in: calendar.zone)
  }

  /// How long ago `since` was.
  func age(_ since: Milliseconds) -> Double { Double(time - since) / 1_000 }

  /// The contact of a number.
  func contact(_ number: UInt32) -> WorldView.Contact? {
    var (low, high) = (0, world.contacts.count)
    while low < high {
      let middle = (low + high) / 2
      if world.contacts[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < world.contacts.count && world.contacts[low].number == number ? world.contacts[low] : nil
  }
}
