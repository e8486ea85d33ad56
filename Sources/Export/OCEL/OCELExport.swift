import ContactCentre

/// A run as an object-centric event log, OCEL 2.0: every event with the contacts, callers, handlers, units, incidents and
/// surges it has to do with.
///
/// The standard's documents list all objects before or after all events, so the events are gone through twice. Nothing is
/// remembered but what is going on at one time.
public struct OCELExport {
  private let plan: Plan
  private let format: OCELFormat
  private let names: ExportNames

  /// The log of a run of `plan`.
  public init(plan: Plan, format: OCELFormat) {
    self.plan = plan
    self.format = format
    names = ExportNames(plan) { OCELText.written($0, format) }
  }

  /// Writes the log in pieces for `sink`.
  ///
  /// - Parameter goThrough: hands over all events of the run, in order and in any number of spans, and the same whenever it
  ///   is called.
  /// - Throws: what `sink` or `goThrough` throws.
  public func write(
    to sink: @escaping ExportSink, _ goThrough: (_ body: (Span<Event>) throws -> Void) throws -> Void
  ) throws {
    var text = OCELText(format, ExportText(names, clock: ExportClock(plan), sink: sink))
    text.begin()
    text.beginList(("objectTypes", "object-types"))
    for type in OCELObjectType.allCases {
      text.type("object-type", type.rawValue, type.attributes.map { ($0.name, $0.type) })
    }
    try text.endList(("objectTypes", "object-types"))
    text.beginList(("eventTypes", "event-types"))
    for kind in ExportKind.all {
      text.type("event-type", kind.name, OCELEvents.attributes(of: kind).map { ($0.name, $0.type) })
    }
    try text.endList(("eventTypes", "event-types"))

    text.beginList(("objects", "objects"))
    var objects = OCELObjects(plan, names)
    try goThrough { events in
      for index in events.indices { try objects.follow(events[index], &text) }
    }
    try objects.finish(&text)
    try text.endList(("objects", "objects"))

    text.beginList(("events", "events"))
    var events = OCELEvents(plan, names)
    try goThrough { span in
      for index in span.indices { try events.follow(span[index], &text) }
    }
    try text.endList(("events", "events"), isLast: true)
    try text.end()
  }
}
