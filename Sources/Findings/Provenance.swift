import Writing

/// Where a result came from that the result itself does not know: the text of its scenario and the command that made it.
public struct Provenance: Sendable, Equatable {
  /// The digest of the scenario as it was read, overlays and settings applied.
  public var scenarioDigest: String
  /// The words that make the result again when typed into a shell, the program's name first; empty if there are none.
  public var command: [String]
  /// The program that simulated it, by name and version.
  public var engine: String

  /// A provenance.
  public init(scenarioDigest: String, command: [String] = [], engine: String = Engine.name) {
    self.scenarioDigest = scenarioDigest
    self.command = command
    self.engine = engine
  }
}
