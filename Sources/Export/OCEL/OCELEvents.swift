import ContactCentre

/// Writes events as an object-centric event log has them.
struct OCELEvents {
  /// What is said by naming an object instead.
  private static let objects: Set<ExportField> = [
    .contact, .redialOf, .follows, .handler, .duty, .incident, .unit, .unitDuty, .divertedFrom,
  ]

  private var situation: Situation
  private var fields: EventFields
  private var sequence = 0

  init(_ plan: Plan, _ names: ExportNames) {
    situation = Situation(plan)
    fields = EventFields(names)
  }

  /// The attributes that events of a name may have.
  static func attributes(of kind: ExportKind) -> [ExportField] {
    ExportField.all(of: kind).filter { !objects.contains($0) }
  }

  /// Writes the next event. One of a kind that is not known is left out: it has no type, and nothing to do with anything.
  mutating func follow(_ event: Event, _ text: inout OCELText) throws {
    defer { sequence += 1 }
    guard let kind = ExportKind(event) else { return }
    fields.describe(event, situation)
    var attributes: [OCELAttribute] = []
    for field in fields.fields where !Self.objects.contains(field) {
      if let value = fields[field] { attributes.append(OCELAttribute(name: field.name, value: value)) }
    }
    try text.event(sequence, kind.name, at: event.time, attributes, relations(of: event, kind.kind))
    _ = situation.follow(event)
  }

  private func relations(of event: Event, _ kind: EventKind) -> [OCELRelation] {
    var relations: [OCELRelation] = []
    func relate(_ field: ExportField, _ qualifier: OCELQualifier, _ object: (UInt32) -> OCELObject) {
      guard case .integer(let number) = fields[field] else { return }
      relations.append(OCELRelation(object: object(UInt32(truncatingIfNeeded: number)), qualifier: qualifier))
    }
    relate(.contact, kind == .incidentOpened ? .openedFrom : .contact) { .contact($0) }
    if let caller = situation.caller(of: event) {
      relations.append(.init(object: .caller(caller), qualifier: .caller))
    }
    relate(.redialOf, .redialOf) { .contact($0) }
    relate(.follows, kind == .contactTransferred ? .handedOnFrom : .followsFrom) { .contact($0) }
    relate(.incident, kind == .contactRangAgain ? .about : .incident) { .incident($0) }
    relate(.divertedFrom, .calledAwayFrom) { .incident($0) }
    relate(.unitDuty, .unit) { .unit(duty: $0) }
    relate(.duty, fields[.unit] == nil ? .handler : .dispatcher) { .handler(duty: $0) }
    if fields[.surge] != nil { relations.append(.init(object: .surge(event.resource), qualifier: .surge)) }
    return relations
  }
}
