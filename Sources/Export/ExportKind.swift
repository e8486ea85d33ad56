import ContactCentre

/// What can happen, as exports call it: the kinds of events, of which a handler's absence is two.
///
/// Somebody who comes late loses the beginning of a tour, which is recorded as an absence with a mark. Whoever counts absences
/// by their name must not count it.
enum ExportKind: Hashable {
  case event(EventKind)
  /// A rostered handler will come, but late.
  case handlerLate

  /// All of them, in the order of their numbers.
  static let all: [ExportKind] = EventKind.allCases.flatMap { kind -> [ExportKind] in
    kind == .handlerAbsent ? [.event(kind), .handlerLate] : [.event(kind)]
  }

  /// What an event is; nil for a number that is not known.
  init?(_ event: Event) {
    guard let kind = event.kind else { return nil }
    self = kind == .handlerAbsent && event.isLate ? .handlerLate : .event(kind)
  }

  /// The kind that is recorded.
  var kind: EventKind {
    switch self {
    case .event(let kind): kind
    case .handlerLate: .handlerAbsent
    }
  }

  /// The name that other tools rely on.
  var name: String {
    switch self {
    case .event(let kind): EventKind.wordsByNumber[Int(kind.rawValue)]
    case .handlerLate: "handler late"
    }
  }

  /// The name of what an event is; of a number that is not known, that number.
  static func name(of event: Event) -> String {
    ExportKind(event)?.name ?? EventKind.wordsByNumber[Int(event.rawKind)]
  }
}
