import ContactCentre

/// The table of contacts: one row each, with every stage of it.
struct ContactTable {
  var table: CSVTable
  private let names: ExportNames
  /// Every stage of every channel has a column: how long it took, in all.
  private var stages: [(channel: Int, stage: Int)] = []
  /// Whether some are known to come again and again: who made a contact, and how many before, has columns of its own then.
  private let knowsCallers: Bool

  init(_ plan: Plan, _ names: ExportNames, _ table: CSVTable) throws {
    self.table = table
    self.names = names
    var columns = Self.beforeStages.map(\.name)
    for (channel, value) in plan.scenario.channels.enumerated() {
      for (stage, front) in value.front.enumerated() {
        stages.append((channel, stage))
        columns.append("front.\(value.id).\(front.id)")
      }
    }
    columns += Self.afterStages.map(\.name)
    knowsCallers = !plan.scenario.callers.isEmpty
    if knowsCallers { columns += Self.ofCallers.map(\.name) }
    try self.table.header(columns)
  }

  /// Writes the row of a contact.
  mutating func write(_ story: ContactStory) throws {
    table.cell(number: story.number)
    table.cell(names.channel(story.offers[0].channel))
    table.cell(story.caller.map { names.channel($0.channel) })
    table.cell(number: story.caller?.cell)
    table.cell(number: story.caller?.index)
    table.cell(story.caller.flatMap { names.recorded($0) })
    table.cell(number: story.redialOf)
    table.cell(number: story.attempt)
    table.cell(number: story.rangAbout)
    table.cell(time: story.offered)
    table.cell(number: story.offered)
    table.cell(story.offers.count > 1 ? names.channel(story.channel) : nil)
    table.cell(time: story.diverted)
    table.cell(number: story.diverted)
    for place in stages {
      let visits = story.stages.filter { Int($0.channel) == place.channel && Int($0.number) == place.stage }
      table.cell(seconds: visits.isEmpty ? nil : visits.reduce(0) { $0 + $1.lasts })
    }
    table.cell(time: story.queued)
    table.cell(time: story.answered)
    table.cell(time: story.contained)
    table.cell(time: story.abandoned)
    table.cell(time: story.handled)
    table.cell(time: story.wrappedUp)
    table.cell(seconds: story.patience)
    table.cell(seconds: story.wait)
    table.cell(seconds: story.handling)
    table.cell(seconds: story.wrapUp)
    table.cell(number: story.handler)
    table.cell(number: story.tour?.duty)
    table.cell(story.tour.map { names.team($0.team) })
    table.cell(story.outcome.map { names.outcome($0, of: story.channel) })
    table.cell(story.end.map { names.word($0) })
    table.cell(number: story.incident)
    table.cell(number: story.follows)
    table.cell(number: story.transferredFrom)
    table.cell(story.callback.map { names.word($0) })
    table.cell(story.survey.word.map { names.word($0) })
    table.cell(seconds: story.interrupted > 0 ? story.interrupted : nil)
    if knowsCallers {
      table.cell(story.caller?.known.map { names.group($0.group) })
      table.cell(number: story.caller?.known?.number)
      table.cell(number: story.contactsBefore)
    }
    try table.endRow()
  }
}
