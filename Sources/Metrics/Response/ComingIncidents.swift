import DiscreteEvents

/// The incidents of which an answer says that they are to open, by contact, until they do.
///
/// By then the contact may be long over, and nothing be known of it any more. Must be freed by whoever made it.
struct ComingIncidents {
  private struct ComingIncident: Numbered {
    /// The contact's.
    var number: UInt32
    var isNone = false
    /// When its response clock started.
    var clockStarted: Milliseconds
    /// When it opens.
    var opens: Milliseconds

    static var none: ComingIncident { ComingIncident(number: 0, isNone: true, clockStarted: 0, opens: 0) }
  }

  private var incidents = TableByNumber<ComingIncident>()

  func free() { incidents.free() }

  /// Takes note that at `opens` an incident opens from a contact, whose response clock has started. O(1), amortised.
  mutating func add(contact: UInt32, clockStarted: Milliseconds, opens: Milliseconds, now: Milliseconds) {
    // Of somebody who rings about an incident again none opens, though their answer says so.
    if incidents.isFull { incidents.makeRoom { $0.opens >= now } }
    incidents.add(ComingIncident(number: contact, clockStarted: clockStarted, opens: opens))
  }

  /// When the response clock started of the incident that opens now from a contact; nil if no answer said so. O(1).
  mutating func take(contact: UInt32) -> Milliseconds? {
    guard let place = incidents.place(of: contact) else { return nil }
    defer { incidents.remove(place) }
    return place.pointee.clockStarted
  }
}
