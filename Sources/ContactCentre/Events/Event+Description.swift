extension Event: CustomStringConvertible {
  /// What happened, when in milliseconds since the first instant of the run, and those of its numbers that are not 0, for
  /// whoever looks for a fault: “contact answered at 61250 ms (value 148220, subject 17, resource 2)”.
  ///
  /// `EventText` says it with the names of a scenario.
  public var description: String {
    let numbers: KeyValuePairs = [
      "detail": UInt32(detail), "value": value, "subject": subject, "extra": extra, "group": UInt32(group),
      "resource": UInt32(resource),
    ]
    let said = numbers.filter { $0.value != 0 }.map { "\($0.key) \($0.value)" }
    return "\(EventKind.wordsByNumber[Int(rawKind)]) at \(time) ms"
      + (said.isEmpty ? "" : " (\(said.joined(separator: ", ")))")
  }
}
