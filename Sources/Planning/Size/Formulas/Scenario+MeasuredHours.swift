import ContactCentre
import DiscreteEvents

extension Scenario {
  /// The starts of the hours of the measured days, since the Unix epoch: the first is the first instant measured.
  var measuredHours: [Milliseconds] {
    Array(stride(from: calendar.start, to: calendar.end, by: Int(Milliseconds.hour)))
  }
}
