import DiscreteEvents

@testable import ContactCentre

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
    lines.append(
      "pending \(contactCalendar.count) \(handlerCalendar.count) free \(String(describing: handlers.free()))")
    return lines
  }
}
