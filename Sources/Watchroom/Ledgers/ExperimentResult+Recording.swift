extension ExperimentResult {
  /// Simulates one replication of a scenario, keeps its events in a ledger and sums it up: the result ``Experiment`` would
  /// have.
  ///
  /// - Parameters:
  ///   - read: what is simulated.
  ///   - seed: the seed of all randomness.
  ///   - replication: the number of the replication, from 0.
  ///   - command: the words that make the run again when typed into a shell, to be noted in the ledger; none if there are
  ///     none. Reports from the ledger show it only if the first is `watchroom`.
  ///   - path: what the ledger will be called.
  ///   - storage: where ledgers are kept.
  ///   - stop: asked for, the run ends early, and the ledger is left to be resumed.
  /// - Returns: the result; nil if the run ended early.
  /// - Throws: what kept the ledger from being written. What it holds by then can be resumed.
  /// - Precondition: `replication` is not negative.
  public static func recording(
    _ read: ReadScenario, seed: UInt64 = 1, replication: Int = 0, command: [String] = [], at path: String,
    storage: some LedgerStorage = DiskLedgers(), unless stop: StopRequest = StopRequest()
  ) throws(LedgerError) -> ExperimentResult? {
    var header = LedgerHeader(read, seed: seed, replication: replication)
    header.command = command
    let writer = try LedgerWriter(path: path, header: header, storage: storage)
    return try recording([RunChapter(plan: Plan(read.scenario))], in: writer, unless: stop)
  }
}

extension LedgerHeader {
  /// What the ledger of a run of `read` says of it.
  ///
  /// - Precondition: `replication`, a number counted from 0, is not negative.
  public init(_ read: ReadScenario, seed: UInt64, replication: Int = 0) {
    precondition(replication >= 0, "replications are counted from 0")
    self.init(
      engine: Engine.name, seed: seed, replication: UInt64(replication), scenario: read.resolvedText,
      files: read.files.map { File(path: $0.path, bytes: $0.bytes) })
    scenarioDigest = read.digest
  }
}
