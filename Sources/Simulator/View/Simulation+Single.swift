import DiscreteEvents

// What a ``WorldView`` says, of one contact, handler, incident or unit only: for whoever follows a run event by event.
extension Simulation {
  /// The contact of a number; nil if it is not in the centre. O(1).
  public borrowing func contact(_ number: UInt32) -> WorldView.Contact? {
    let contact = world.pointee.contacts[number].pointee
    return contact.state == .gone || contact.number != number ? nil : WorldView.Contact(contact)
  }

  /// The handler at a position; nil if nobody is. O(contacts in hand).
  public borrowing func handler(_ position: UInt16) -> WorldView.Handler? {
    Int(position) < world.pointee.handlers.count ? world.pointee.view(ofHandler: position) : nil
  }

  /// The incident of a number; nil if it has not opened or is over. O(its units).
  public borrowing func incident(_ number: UInt32) -> WorldView.Incident? {
    let incident = world.pointee.response.incidents[number].pointee
    return incident.state == .gone || incident.number != number ? nil : world.pointee.view(of: incident)
  }

  /// The unit of a number; nil if there is none on duty. O(1).
  public borrowing func unit(_ number: UInt16) -> WorldView.Unit? {
    guard let unit = world.pointee.unit(number) else { return nil }
    return world.pointee.view(of: unit, at: world.pointee.now)
  }

  /// When the unit of a number is, or was, at the end of its latest journey; nil if there is none on duty. O(1).
  public borrowing func arrival(ofUnit number: UInt16) -> Milliseconds? {
    world.pointee.unit(number)?.pointee.arrives
  }
}

extension World {
  /// The record of a unit on duty.
  fileprivate func unit(_ number: UInt16) -> UnsafeMutablePointer<UnitRecord>? {
    guard Int(number) < response.units.count, response.units[number].pointee.state != .away else { return nil }
    return response.units[number]
  }
}
