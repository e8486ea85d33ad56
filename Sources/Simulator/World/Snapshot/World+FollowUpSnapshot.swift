import ContactCentre
import DiscreteEvents

// The contacts that are to come of others as bytes, and back.
extension World {
  func writeFollowUps(to writer: inout StateWriter) {
    writer.put(followUpsNumbered)
    let pending = followUps.pending
    writer.put(pending.count)
    for item in pending {
      writer.put(item.key)
      writer.put(item.moment)
      for number in [item.number, item.contact, item.incident] { writer.put(number) }
      writer.put(item.channel)
      writer.put(item.diversions)
    }
  }

  mutating func readFollowUps(from reader: inout StateReader) throws(SnapshotFault) {
    followUpsNumbered = try reader.take()
    for _ in 0..<(try reader.takeCount()) {
      let key = try reader.take(UInt64.self)
      let moment = try reader.takeMoment()
      let item = FollowUpRecord(
        key: key, moment: moment, number: try reader.take(), contact: try reader.take(), incident: try reader.take(),
        channel: try reader.take(below: tables.channelCount), diversions: try reader.take())
      guard moment != Calendar.never, item.number < followUpsNumbered, followUpsNumbered - item.number <= 1 << 22,
        followUps[item.number].pointee.number != item.number
      else { throw SnapshotFault() }
      followUps.admit(item.number).pointee = item
      scheduleFollowUp(item.number, at: item.moment)
    }
  }
}
