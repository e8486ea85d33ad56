import ContactCentre

/// What is recorded of a run, and what exports make of it, for people. Written from the same declarations as exports are.
package enum EventGuide {
  /// Something with a name that is explained.
  package struct Section: Equatable, Sendable {
    /// What it is called: an event, a table, a type of objects.
    package var name: String
    /// What it is, in a sentence.
    package var description: String
    /// What belongs to it, and what that means.
    package var entries: [Entry]
  }

  /// A number, field, column, attribute or relation.
  package struct Entry: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// What it means.
    package var meaning: String
  }

  /// What there is to know before.
  package static let introduction = """
    What a recorded run says. A ledger has an event for whatever happened, and export writes them for other tools. Of each \
    event its name in exports stands here with its number in the ledger, the numbers that its record has in the ledger, which \
    are 0 unless they are named, and the fields that exports have of it. Channels, teams, grades, hubs, shifts, logs, surges \
    and their like are recorded by their place in the scenario, from 0, and exported by name. Where there is a *, 4,294,967,295 \
    means never or without end. Moments are counted in ms from the run's first instant, calendar.start less calendar.warmUp. \
    In what follows s are seconds. An empty cell of a table, and a field or attribute that an object has not, mean that it was not so, or not yet.
    """

  /// The events, in the order of their numbers.
  package static let events: [Section] = ExportKind.all.map { kind in
    let recorded = RecordedNumbers(kind.kind)
    let numbers = recorded.numbers.map { Entry(name: $0.place.rawValue, meaning: $0.meaning) }
    let fields = ExportField.all(of: kind).map(\.name).joined(separator: ", ")
    return Section(
      name: "\(kind.name) (\(kind.kind.rawValue))",
      description: kind == .handlerLate ? "a handler absent whose detail is 1: will come, but late" : recorded.meaning,
      entries: numbers + [Entry(name: "fields", meaning: fields)])
  }

  /// What exports consist of: the fields of events, the tables, the types of objects and how they are related.
  package static let exports: [Section] = {
    let common = ExportField.common.map { Entry(name: $0.name, meaning: $0.meaning) }
    let fields = ExportField.allCases.map { Entry(name: $0.name, meaning: $0.meaning) }
    let columns = ContactTable.beforeStages + [ContactTable.ofStage] + ContactTable.afterStages + ContactTable.ofCallers
    let objects = OCELObjectType.allCases.map { type in
      Section(
        name: "OCEL \(type.rawValue)", description: type.meaning,
        entries: type.attributes.map { Entry(name: $0.name, meaning: "(\($0.type)) \($0.meaning)") })
    }
    return [
      Section(
        name: "events.csv and NDJSON",
        description: """
          a row, or an object, for each event; the columns are always the same, an object has the fields of its event alone. \
          A text in a table that a spreadsheet would take for a formula has an apostrophe before it, as in contacts.csv and \
          incidents.csv; NDJSON and OCEL have names as they are
          """, entries: common + fields),
      Section(
        name: "contacts.csv", description: "a row for each contact, written when it is over, the others at the end",
        entries: columns.map { Entry(name: $0.name, meaning: $0.meaning) }),
      Section(
        name: "incidents.csv", description: "a row for each incident, likewise",
        entries: IncidentTable.columns.map { Entry(name: $0.name, meaning: $0.meaning) }),
    ] + objects + [
      Section(
        name: "OCEL relations",
        description: """
          qualifiers of relations. Events have the attributes that NDJSON has as fields, but for what is said by naming an \
          object. What was always so is dated 1970-01-01, everything else by the event that it follows from
          """, entries: OCELQualifier.allCases.map { Entry(name: $0.rawValue, meaning: $0.meaning) })
    ]
  }()
}
