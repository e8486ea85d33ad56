import Watchroom

// What is said of replications that somebody cut short.
extension ReplicationArguments {
  /// The result of what was done, and how the command ends with it.
  ///
  /// - Parameters:
  ///   - result: what came of it; nil if too little was done for a result.
  ///   - count: how many replications it is of.
  /// - Throws: how the command ends without one.
  func ended<Result>(
    _ result: Result?, after count: Int?, about path: String, in surroundings: Surroundings
  ) throws(ExitStatus) -> (result: Result, status: ExitStatus) {
    let status = surroundings.interruption.status ?? .done
    guard let result, let count else {
      Diagnostics(surroundings).report("interrupted: too few replications were done for a result, so there is none")
      throw status
    }
    // Whoever asks when all is done gets all of it.
    guard status != .done, precision != nil || count < replications else { return (result, .done) }
    let wanted = precision == nil ? " of \(replications)" : ""
    let verb = count == 1 ? "was" : "were"
    Diagnostics(surroundings).note(
      "interrupted: the result is that of the \(count)\(wanted) replications that \(verb) done", about: path)
    return (result, status)
  }

  /// What a shard leaves behind.
  ///
  /// - Throws: how the command ends if it was cut short.
  func whole<Records>(_ records: Records?, in surroundings: Surroundings) throws(ExitStatus) -> Records {
    if let records { return records }
    Diagnostics(surroundings).report(
      "interrupted: a part of a shard is of no use to the others, so nothing is left behind")
    throw surroundings.interruption.status ?? .interrupted
  }
}
