import ContactCentre
import Writing

/// A run as newline-delimited JSON: an object for each event, in their order, with what there is to say of it.
public struct NDJSONExport {
  private var situation: Situation
  private var fields: EventFields
  private var text: ExportText
  private var sequence = 0

  /// The events of a run of `plan`, in pieces for `sink`.
  public init(plan: Plan, to sink: @escaping ExportSink) {
    let names = ExportNames(plan, written: JSONWriter.quoted)
    situation = Situation(plan)
    fields = EventFields(names)
    text = ExportText(names, clock: ExportClock(plan), sink: sink)
  }

  /// Writes what happened next. O(events).
  ///
  /// - Throws: what the sink throws.
  public mutating func fold(_ events: Span<Event>) throws {
    for index in events.indices {
      let event = events[index]
      fields.describe(event, situation)
      text.append("{\"sequence\":")
      text.append(sequence)
      text.append(",\"time\":\"")
      text.append(time: event.time)
      text.append("\",\"ms\":")
      text.append(event.time)
      text.append(",\"kind\":\"")
      text.append(ExportKind.name(of: event))
      text.append("\"")
      for field in fields.fields {
        text.append(Self.labels[field.rawValue])
        if let value = fields[field] { text.append(value, mark: "\"") }
      }
      text.append("}\n")
      try text.offer()
      sequence += 1
      _ = situation.follow(event)
    }
  }

  /// Hands over the rest.
  ///
  /// - Throws: what the sink throws.
  public mutating func finish() throws { try text.handOver() }

  /// What stands before the value of each field.
  private static let labels = ExportField.names.map { ",\"\($0)\":" }
}
