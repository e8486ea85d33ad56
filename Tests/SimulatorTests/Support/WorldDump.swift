import ContactCentre
import DiscreteEvents

@testable import Simulator

extension World {
  /// Everything that the world's future depends on, as text: equal texts, equal worlds.
  ///
  /// Sizes of tables and what is left behind in places nobody uses are not part of it.
  func dump() -> [String] {
    var lines = [
      "now \(now) numbered \(contactsNumbered) duties \(dutiesBegun) tape \(String(describing: tapePlace))",
      "waiting \(channelsWaiting) ready \(channelsReady) unsettled \(channelsUnsettled)",
    ]
    lines.append("last duty \(lastDutyTime) \(lastDutyCount)")
    lines += contacts.live.sorted { $0.number < $1.number }.map { contact in
      "contact \(contact)"
    }
    for position in 0..<handlers.count where handlers[UInt16(position)].pointee.state != .away {
      lines.append("handler \(position) \(handlers[UInt16(position)].pointee)")
    }
    for channel in 0..<tables.channelCount { lines.append("queue \(queues[channel])") }
    for list in 0..<tables.listCount { lines.append("ready \(readyLists[list])") }
    lines += followUps.pending.map { "follow-up \($0)" }
    lines.append("follow-ups \(followUpsNumbered) \(followUpCalendar.count)")
    for team in 0..<tables.teamCount { lines.append("may be called away \(interruptibleLists[team])") }
    for surge in 0..<(tables.routing?.pointee.surgeCount ?? 0) { lines.append("surge \(surges[surge])") }
    lines.append(
      "pending \(contactCalendar.count) \(forceCalendar.count) \(incidentCalendar.count) free \(String(describing: handlers.free()))"
    )
    return lines + responseDump()
  }

  /// Of incidents and units. What is left over in records of units that are not on their way is not part of it.
  private func responseDump() -> [String] {
    guard let rules = tables.response else { return [] }
    var lines = [
      "incidents \(response.incidentsNumbered) waiting \(response.listsWaiting) due \(dispatchIsDue)",
      "divertible \(response.gradesDivertible) at scene \(response.gradesAtScene)",
    ]
    lines += response.incidents.live.sorted { $0.number < $1.number }.map { "incident \($0)" }
    for unit in response.units.onDuty { lines.append("unit \(unit.pointee)") }
    for list in 0..<rules.pointee.gradeCount * 2 { lines.append("list \(response.queues[list])") }
    lines.append("unused \(String(describing: response.units.unused()))")
    return lines
  }
}
