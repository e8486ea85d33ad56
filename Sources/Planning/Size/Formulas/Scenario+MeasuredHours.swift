import ContactCentre
import DiscreteEvents

extension Scenario {
  /// The starts of the hours of the measured days, since the Unix epoch: the first is the first instant measured.
  var measuredHours: [Milliseconds] {
    Array(stride(from: calendar.start, to: calendar.end, by: Int(Milliseconds.hour)))
  }
}

/// The starts of hours that follow one another.
extension [Milliseconds] {
  /// Hands over each of these hours of which a stretch of time has a part, by its number, and the share of the hour that this
  /// is. O(hours of the stretch).
  func forEachShare(of stretch: Range<Milliseconds>, _ body: (_ hour: Int, _ share: Double) -> Void) {
    guard let first, !stretch.isEmpty else { return }
    let begun = Swift.max(0, Int((stretch.lowerBound - first) / .hour))
    for hour in stride(from: begun, to: count, by: 1) {
      let overlap = Swift.min(stretch.upperBound, self[hour] + .hour) - Swift.max(stretch.lowerBound, self[hour])
      guard overlap > 0 else { break }
      body(hour, Double(overlap) / Double(Milliseconds.hour))
    }
  }
}
