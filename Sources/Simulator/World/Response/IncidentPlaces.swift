import DiscreteEvents

/// Where in a long waiting list an incident belongs: some of those that were in the list when it was looked through, in
/// their order.
///
/// Only a hint of where to begin to look. Who has left the list since is passed over, and who has joined it is met on the
/// way. Looked through anew when as many steps have been taken as it has members, so that a place among n that join
/// anywhere is found in a few dozen steps, and even among n that all join in one place in O(√n) on average.
struct IncidentPlaces {
  struct Member {
    var opened: Milliseconds
    var number: UInt32
  }

  private static let stride = 16

  private(set) var members: [Member] = []
  private var steps = 0

  /// The last of the incidents of `queue` that opened before `incident`; ``noIncident`` if none did.
  mutating func place(
    of incident: UnsafePointer<IncidentRecord>, in queue: IncidentQueue, list: UInt8,
    among incidents: borrowing NumberedRing<IncidentRecord>
  ) -> UInt32 {
    if steps >= queue.count { lookThrough(queue, incidents) }
    var place = noIncident
    var index = countBefore(incident)
    while index > 0, place == noIncident {
      index -= 1
      steps += 1
      let member = incidents[members[index].number]
      if member.pointee.number == members[index].number, member.pointee.list == list { place = members[index].number }
    }
    var next = place == noIncident ? queue.head : incidents[place].pointee.next
    while next != noIncident, !incident.pointee.isBefore(incidents[next]) {
      place = next
      next = incidents[next].pointee.next
      steps += 1
    }
    return place
  }

  private mutating func lookThrough(_ queue: IncidentQueue, _ incidents: borrowing NumberedRing<IncidentRecord>) {
    steps = 0
    members.removeAll(keepingCapacity: true)
    var number = queue.head
    var position = 0
    while number != noIncident {
      let incident = incidents[number]
      if position % Self.stride == 0 { members.append(Member(opened: incident.pointee.opened, number: number)) }
      number = incident.pointee.next
      position += 1
    }
  }

  /// How many of the members opened before an incident. O(log members).
  private func countBefore(_ incident: UnsafePointer<IncidentRecord>) -> Int {
    let key = (incident.pointee.opened, incident.pointee.number)
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if (members[middle].opened, members[middle].number) < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
