import Experiments
import ScenarioFile
import Writing

/// What one shard of an experiment left behind, with all that it takes to join the shards into a result anywhere.
///
/// Holds everything by value: the scenarios as they were read and the files these name, the records of its replications,
/// and the words of the command that would have run all of them.
public struct PartialResult: Sendable {
  /// One of the plans that were simulated.
  public struct Part: Sendable {
    /// What a comparison calls it; empty for the only plan of a run, and for the base.
    public var name: String
    /// Its scenario, as it was read.
    public var read: ReadScenario
    /// What its replications left behind.
    public var records: ReplicationRecords

    /// A plan and what its replications left behind.
    public init(name: String = "", read: ReadScenario, records: ReplicationRecords) {
      self.name = name
      self.read = read
      self.records = records
    }
  }

  /// The program that simulated it, by name and version.
  public var engine: String
  /// The words that run all shards at once when typed into a shell, the program's name first.
  public var command: [String]
  /// Which share of the replications it holds.
  public var shard: Shard
  /// The seed of all randomness.
  public var seed: UInt64
  /// How many replications all shards have together.
  public var replications: Int
  /// Whether it is of a comparison, the first part being the base, rather than of a run.
  public var isComparison: Bool
  /// The plans; one if it is of a run.
  public var parts: [Part]

  /// What a shard left behind.
  public init(
    engine: String = Engine.name, command: [String], shard: Shard, seed: UInt64, replications: Int, isComparison: Bool,
    parts: [Part]
  ) {
    self.engine = engine
    self.command = command
    self.shard = shard
    self.seed = seed
    self.replications = replications
    self.isComparison = isComparison
    self.parts = parts
  }
}
