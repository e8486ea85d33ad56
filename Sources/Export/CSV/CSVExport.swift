import ContactCentre
import Writing

/// A run as three tables: its events, its contacts, its incidents.
///
/// Events stand in their order. A contact or an incident has one row, written when it is over, so that no more must be
/// remembered than is going on at one time; what is not over when the run ends follows in the order of its numbers.
public struct CSVExport {
  private let names: ExportNames
  private var situation: Situation
  private var fields: EventFields
  private var events: CSVTable
  private var contacts: ContactTable
  private var incidents: IncidentTable
  private var sequence = 0

  /// The tables of a run of `plan`, each with the sink for its pieces.
  ///
  /// - Throws: what a sink throws.
  public init(
    plan: Plan, events: @escaping ExportSink, contacts: @escaping ExportSink, incidents: @escaping ExportSink
  ) throws {
    names = ExportNames(plan, written: CSVCell.name)
    situation = Situation(plan)
    fields = EventFields(names)
    let clock = ExportClock(plan)
    self.events = CSVTable(names, clock: clock, sink: events)
    self.contacts = try ContactTable(plan, names, CSVTable(names, clock: clock, sink: contacts))
    self.incidents = try IncidentTable(plan, names, CSVTable(names, clock: clock, sink: incidents))
    try self.events.header(ExportField.common.map(\.name) + ExportField.names)
  }

  /// Writes what happened next. O(events).
  ///
  /// - Throws: what a sink throws.
  public mutating func fold(_ events: Span<Event>) throws {
    for index in events.indices {
      let event = events[index]
      fields.describe(event, situation)
      try write(event)
      switch situation.follow(event) {
      case .contact(let story): try contacts.write(story)
      case .incident(let story): try incidents.write(story)
      case .nothing: break
      }
    }
  }

  private mutating func write(_ event: Event) throws {
    events.cell(number: sequence)
    events.cell(.time(event.time))
    events.cell(number: event.time)
    events.cell(words: ExportKind.name(of: event))
    for field in ExportField.allCases { events.cell(fields[field]) }
    try events.endRow()
    sequence += 1
  }

  /// Writes what was not over, and hands over the rest.
  ///
  /// - Throws: what a sink throws.
  public mutating func finish() throws {
    for story in situation.openContacts { try contacts.write(story) }
    for story in situation.openIncidents { try incidents.write(story) }
    try events.finish()
    try contacts.table.finish()
    try incidents.table.finish()
  }
}
