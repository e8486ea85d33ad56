import ContactCentre

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
