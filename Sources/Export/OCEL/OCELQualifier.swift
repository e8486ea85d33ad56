/// How an object or an event of an object-centric event log has to do with an object.
enum OCELQualifier: String, CaseIterable {
  // Of objects and events.
  case redialOf = "redial of"
  case followsFrom = "follows from"
  case handedOnFrom = "handed on from"
  case about
  case openedFrom = "opened from"
  // Of objects.
  case madeBy = "made by"
  case concerns
  case answeredBy = "answered by"
  case attendedBy = "attended by"
  // Of events.
  case contact, caller, incident
  case calledAwayFrom = "called away from"
  case unit, handler, dispatcher, surge

  /// What it means.
  var meaning: String {
    switch self {
    case .redialOf: "the contact that was given up before"
    case .followsFrom: "the contact this one follows from"
    case .handedOnFrom: "the contact whose caller was handed on as this one"
    case .about:
      "the incident a caller rang again about; of contacts, also of what follows from such a contact or is handed on"
    case .openedFrom: "the contact an incident opened from"
    case .madeBy: "the caller who made a contact: who arrived, redialled or rang again"
    case .concerns: "the caller whom a contact concerns that they did not make, but that follows or was handed on"
    case .answeredBy: "the handler who took a contact"
    case .attendedBy: "a unit that arrived at an incident"
    case .contact: "the contact an event happened to"
    case .caller: "the caller of a contact that is offered"
    case .incident: "the incident an event happened to"
    case .calledAwayFrom: "the incident a unit had before"
    case .unit: "the unit that did something"
    case .handler: "the handler who did something, or did not come"
    case .dispatcher: "the dispatcher who tells a unit where to go"
    case .surge: "the rule by which teams are borrowed"
    }
  }
}
