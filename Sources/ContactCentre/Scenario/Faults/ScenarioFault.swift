/// Something in a scenario of which a simulation could make no sense, or a wrong one.
public struct ScenarioFault: Sendable, Equatable {
  /// The keys that lead to it, as in a scenario file, outermost first; an element of a list has its number from 0.
  public let keys: [String]
  /// What is wrong.
  public let message: String
  /// What would be right.
  public let remedy: String

  /// A fault.
  package init(_ keys: [String], _ message: String, _ remedy: String) {
    self.keys = keys
    self.message = message
    self.remedy = remedy
  }

  /// ``keys``, joined by dots: for example `channels.999.handling`.
  public var path: String { keys.joined(separator: ".") }
}

extension ScenarioFault: CustomStringConvertible {
  /// One line: `path: what is wrong — what would be right`.
  public var description: String { "\(path): \(message) — \(remedy)" }
}

/// A scenario was refused, because of faults that it has: one at least.
public struct FaultyScenario: Error, Sendable, Equatable {
  /// What the scenario is called.
  public let name: String
  /// All that is wrong with it: see ``Scenario/faults()``.
  public let faults: [ScenarioFault]
}

extension FaultyScenario: CustomStringConvertible {
  /// A line for each fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
