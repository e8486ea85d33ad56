import Watchroom

// What is said of replications that somebody cut short.
extension ReplicationArguments {
  /// Whether a batch of replications was the last that was wanted: it made `count` of them, and figures as certain as
  /// `certainty` says.
  func isLast(batchTo count: Int, _ certainty: TargetCertainty) -> Bool {
    precision.map { certainty.widest <= $0.halfWidth || count >= $0.most } ?? true
  }

  /// The result of what was done, and how the command ends with it.
  ///
  /// - Parameters:
  ///   - result: what came of it; nil if too little was done for a result.
  ///   - count: how many replications it is of.
  ///   - isWhole: whether these are all that were wanted.
  func ended<Result>(
    _ result: Result?, after count: Int?, isWhole: Bool, about path: String, in surroundings: Surroundings
  ) throws(Ending) -> (result: Result, status: ExitStatus) {
    let status = surroundings.interruption.status ?? .done
    guard let result, let count else {
      throw .interrupted(
        .error("interrupted: too few replications were done for a result, so there is none"), in: surroundings)
    }
    // Whoever asks when all is done gets all of it.
    guard status != .done, !isWhole else { return (result, .done) }
    let part =
      precision == nil ? "\(count) of \(replications) replications" : Quantity.counted(count, "replication")
    surroundings.note(
      "interrupted: the result is that of the \(part) that \(count == 1 ? "was" : "were") done", about: path)
    return (result, status)
  }

  /// What a shard leaves behind, unless it was cut short.
  func whole<Records>(_ records: Records?, in surroundings: Surroundings) throws(Ending) -> Records {
    guard let records else {
      throw .interrupted(
        .error("interrupted: a part of a shard is of no use to the others, so nothing is left behind"),
        in: surroundings)
    }
    return records
  }
}
