import DiscreteEvents

/// One row of a file of call records.
struct ContactRecord {
  /// Milliseconds since the Unix epoch.
  var arrival: Milliseconds
  /// The number of its channel.
  var channel: Int
  /// Seconds until it was answered, or until its caller gave up.
  var wait: Double
  var isAnswered: Bool
  /// Seconds with a handler; nil where the row does not say.
  var handling: Double?
  /// Seconds of wrap-up; nil where the row does not say.
  var wrapUp: Double?
  /// The number of its handler; nil where the row does not say.
  var agent: Int?
  var priority: Double?

  /// When a handler took it.
  var answered: Milliseconds { arrival + Milliseconds(seconds: wait, within: 0...(.week)) }
  /// When the handler was done with it.
  var finished: Milliseconds {
    answered + Milliseconds(seconds: (handling ?? 0) + (wrapUp ?? 0), within: 0...(.week))
  }
}
