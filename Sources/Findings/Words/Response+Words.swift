import ContactCentre
import Writing

extension Response.Clock {
  /// The moment at which it starts.
  package var words: String {
    switch self {
    case .arrival: "the moment the contact was offered"
    case .answer: "the moment the contact was answered"
    case .opened: "the moment the incident opened"
    }
  }
}

extension Response {
  /// From when responses are counted, in one sentence.
  package var clockRemark: String {
    let byAppointment = grades.filter { $0.appointment != nil }.map { $0.id.fitted(to: 40) }
    let run = "The response clock runs from \(clock.words) until the first unit arrives"
    return byAppointment.isEmpty
      ? "\(run)." : "\(run); of incidents by appointment (\(byAppointment.joined(separator: ", "))), from its hour."
  }
}
