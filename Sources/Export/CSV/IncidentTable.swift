import ContactCentre

/// The table of incidents: one row each.
struct IncidentTable {
  var table: CSVTable
  private let names: ExportNames
  private let clock: Response.Clock

  init(_ plan: Plan, _ names: ExportNames, _ table: CSVTable) throws {
    self.table = table
    self.names = names
    clock = plan.scenario.response?.clock ?? .opened
    try self.table.header(Self.columns.map(\.name))
  }

  /// Writes the row of an incident.
  mutating func write(_ story: IncidentStory) throws {
    table.cell(number: story.number)
    table.cell(number: story.contact)
    table.cell(story.log.map { names.log($0) })
    table.cell(time: story.opened)
    table.cell(number: story.opened)
    table.cell(story.gradings.first.map { names.grade($0.grade) })
    table.cell(story.grade.map { names.grade($0) })
    table.cell(story.point.map { .degrees($0.latitude) })
    table.cell(story.point.map { .degrees($0.longitude) })
    table.cell(number: story.wanted)
    table.cell(time: story.appointment)
    table.cell(time: story.assigned)
    table.cell(time: story.mobile)
    table.cell(time: story.atScene)
    table.cell(number: story.sent)
    table.cell(number: story.attendedBy.count)
    table.cell(number: story.arrests.count)
    table.cell(time: story.closed)
    table.cell(story.end.map { names.word($0.word) })
    table.cell(story.hub.map { names.hub($0) })
    table.cell(number: story.rings.count)
    table.cell(seconds: story.response(by: clock))
    table.cell(seconds: story.since(story.offered))
    table.cell(seconds: story.since(story.answered))
    table.cell(seconds: story.since(story.opened))
    try table.endRow()
  }
}
