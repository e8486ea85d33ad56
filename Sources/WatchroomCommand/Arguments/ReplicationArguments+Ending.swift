import Watchroom

// What is said of replications that somebody cut short.
extension ReplicationArguments {
  /// The result of what was done, and how the command ends with it.
  ///
  /// - Parameters:
  ///   - result: what came of it; nil if too little was done for a result.
  ///   - count: how many replications it is of.
  func ended<Result>(
    _ result: Result?, after count: Int?, about path: String, in surroundings: Surroundings
  ) throws(Ending) -> (result: Result, status: ExitStatus) {
    let status = surroundings.interruption.status ?? .done
    guard let result, let count else {
      throw .interrupted(
        .error("interrupted: too few replications were done for a result, so there is none"), in: surroundings)
    }
    // Whoever asks when all is done gets all of it.
    guard status != .done, precision != nil || count < replications else { return (result, .done) }
    let wanted = precision == nil ? " of \(replications)" : ""
    let verb = count == 1 ? "was" : "were"
    surroundings.note(
      "interrupted: the result is that of the \(count)\(wanted) replications that \(verb) done", about: path)
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
