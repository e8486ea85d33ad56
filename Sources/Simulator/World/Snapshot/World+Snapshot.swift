import ContactCentre
import DiscreteEvents

// The world as bytes, and back. What follows from the rest (who is ready, what is due, who is free) is not written.
extension World {
  /// Everything that the world's future depends on. O(what is in it).
  func write(to writer: inout StateWriter) {
    writer.put(now)
    writer.put(contactsNumbered)
    writer.put(dutiesBegun)
    writer.put(lastDutyTime)
    writer.put(lastDutyCount)
    for word in [lastArrival.word0, lastArrival.word1, lastArrival.word2] { writer.put(word) }
    let live = contacts.live.sorted { $0.number < $1.number }
    writer.put(live.count)
    for contact in live { contact.write(to: &writer) }
    let present = (0..<handlers.count).filter { handlers[UInt16($0)].pointee.state != .away }
    writer.put(present.count)
    for position in present {
      writer.put(UInt16(position))
      handlers[UInt16(position)].pointee.write(to: &writer)
      writer.put(handlers.tourStarts[position])
    }
    for channel in 0..<tables.channelCount {
      let queue = queues[channel]
      for number in [queue.head, queue.tail, queue.count, queue.firstUnsettled] { writer.put(number) }
      if tables.routing != nil {
        writer.put(queue.firstShort)
        writer.put(queue.overflowMoment)
      }
    }
    for list in 0..<tables.listCount {
      writer.put(readyLists[list].head)
      writer.put(readyLists[list].tail)
    }
    if let routing = tables.routing {
      for team in 0..<tables.teamCount {
        writer.put(interruptibleLists[team].head)
        writer.put(interruptibleLists[team].tail)
      }
      for number in 0..<routing.pointee.surgeCount {
        writer.put(surges[number].isActive)
        writer.put(surges[number].moment)
      }
    }
    writeFollowUps(to: &writer)
    if tables.response != nil { writeResponse(to: &writer) }
  }

  /// Fills a world before its first event with what ``write(to:)`` wrote of another of the same plan.
  ///
  /// - Throws: if the bytes cannot have been written so. Nothing out of bounds is touched, whatever they say.
  mutating func read(from reader: inout StateReader) throws(SnapshotFault) {
    now = try reader.takeTime()
    contactsNumbered = try reader.take()
    dutiesBegun = try reader.take()
    lastDutyTime = try reader.takeTime()
    lastDutyCount = try reader.take()
    lastArrival = Event(word0: try reader.take(), word1: try reader.take(), word2: try reader.take())
    guard now >= 0, now <= plan.end, Int(lastArrival.resource) < max(tables.channelCount, logCount) else {
      throw SnapshotFault()
    }
    let live = try reader.takeCount()
    for _ in 0..<live { try readContact(from: &reader) }
    for _ in 0..<(try reader.takeCount()) { try readHandler(from: &reader) }
    // A handler may point to any other, now that all are known.
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)].pointee
      for number in [handler.next, handler.previous, handler.nextInterruptible, handler.previousInterruptible]
      where number != noHandler && Int(number) >= handlers.count { throw SnapshotFault() }
      try checkEnd(of: handler.contact)
      try checkEnd(of: handler.suspended)
    }
    for channel in 0..<tables.channelCount { try readQueue(channel, ofAtMost: live, from: &reader) }
    for list in 0..<tables.listCount {
      let positions = max(handlers.count, 1)
      readyLists[list].head = try reader.takePosition(below: positions)
      readyLists[list].tail = try reader.takePosition(below: positions)
    }
    if tables.routing != nil { try readRouting(from: &reader) }
    recountTeams()
    try readFollowUps(from: &reader)
    if tables.response != nil { try readResponse(from: &reader) }
    guard reader.isAtEnd, violations().isEmpty else { throw SnapshotFault() }
  }

  /// Throws if the contacts in a handler's hand, of which this is the first, go round in a circle: they are walked before
  /// all else about them is looked at. Nobody has more than a byte can count.
  private func checkEnd(of first: UInt32) throws(SnapshotFault) {
    var number = first
    for _ in 0...Int(UInt8.max) {
      if number == noContact { return }
      number = contacts[number].pointee.next
    }
    throw SnapshotFault()
  }

  private var logCount: Int { tables.response?.pointee.logCount ?? 0 }

  private mutating func readContact(from reader: inout StateReader) throws(SnapshotFault) {
    let record = try ContactRecord(from: &reader, tables: tables)
    guard contacts[record.number].pointee.number != record.number, record.number < contactsNumbered else {
      throw SnapshotFault()
    }
    // The ring is as wide as from the oldest contact to the newest. Wider than this it need not be made for a snapshot:
    // the events can be followed instead.
    guard contactsNumbered - record.number <= 1 << 22 else { throw SnapshotFault() }
    contacts.admit(record.number).pointee = record
    if record.moment != Calendar.never { contactCalendar.schedule(record.number, at: record.moment) }
  }

  private mutating func readHandler(from reader: inout StateReader) throws(SnapshotFault) {
    let position = try reader.take(below: Int(noHandler)) as UInt16
    let record = try HandlerRecord(from: &reader, tables: tables)
    handlers.occupy(position)
    guard handlers[position].pointee.state == .away, record.state != .away else { throw SnapshotFault() }
    handlers[position].pointee = record
    handlers.tourStarts[Int(position)] = try reader.takeTime()
    if record.moment != Calendar.never { scheduleForce(Owner.handler(position), at: record.moment) }
  }

  private mutating func readQueue(
    _ channel: Int, ofAtMost most: Int, from reader: inout StateReader
  ) throws(SnapshotFault) {
    let queue = queues + channel
    queue.pointee.head = try reader.take()
    queue.pointee.tail = try reader.take()
    queue.pointee.count = try reader.take(below: most + 1)
    queue.pointee.firstUnsettled = try reader.take()
    if tables.routing != nil {
      queue.pointee.firstShort = try reader.take()
      queue.pointee.overflowMoment = try reader.takeMoment()
      if queue.pointee.overflowMoment != Calendar.never {
        scheduleForce(Owner.queue(channel), at: queue.pointee.overflowMoment)
      }
    }
    if queue.pointee.head != noContact { channelsWaiting |= 1 &<< UInt64(channel) }
    if queue.pointee.firstUnsettled != noContact { channelsUnsettled |= 1 &<< UInt64(channel) }
  }
}

extension World {
  private mutating func readRouting(from reader: inout StateReader) throws(SnapshotFault) {
    let positions = max(handlers.count, 1)
    for team in 0..<tables.teamCount {
      interruptibleLists[team].head = try reader.takePosition(below: positions)
      interruptibleLists[team].tail = try reader.takePosition(below: positions)
    }
    for number in 0..<(tables.routing?.pointee.surgeCount ?? 0) {
      surges[number].isActive = try reader.takeFlag()
      surges[number].moment = try reader.takeMoment()
      if surges[number].moment != Calendar.never { scheduleForce(Owner.surge(number), at: surges[number].moment) }
    }
  }
}

extension StateReader {
  /// The next number of a handler or a unit: below `bound`, or none.
  mutating func takePosition(below bound: Int) throws(SnapshotFault) -> UInt16 {
    let number = try take(UInt16.self)
    guard Int(number) < bound || number == noHandler else { throw SnapshotFault() }
    return number
  }

  /// The next number of a shift, or none.
  mutating func takeShift(_ tables: PlanTables) throws(SnapshotFault) -> UInt16 {
    let number = try take(UInt16.self)
    guard Int(number) < tables.shiftCount || number == Event.noShift else { throw SnapshotFault() }
    return number
  }
}

extension ContactRecord {
  func write(to writer: inout StateWriter) {
    writer.put(key)
    writer.put(since)
    writer.put(moment)
    writer.put(work)
    for number in [number, next, previous, row, incident, partner] { writer.put(number) }
    writer.put(channel)
    writer.put(handler)
    for byte in [state.rawValue, attempt, stage, diversions] { writer.put(byte) }
  }

  init(from reader: inout StateReader, tables: PlanTables) throws(SnapshotFault) {
    self = .gone
    key = try reader.take()
    since = try reader.takeTime()
    moment = try reader.takeMoment()
    work = try reader.takeDouble()
    number = try reader.take()
    next = try reader.take()
    previous = try reader.take()
    row = try reader.take()
    incident = try reader.take()
    partner = try reader.take()
    channel = try reader.take(below: tables.channelCount)
    handler = try reader.take(below: Int(noHandler))
    state = try reader.takeState()
    attempt = try reader.take()
    stage = try reader.take()
    diversions = try reader.take()
    let rule = tables.channels[Int(channel)]
    // Whatever is looked up by it later must be there. Of who redials nothing is: the next contact is a new one.
    let isAtFront = state == .atFront || state == .inStage
    guard state != .gone, row == noContact || Int(row) < rule.traceCount || state == .redialling,
      !isAtFront || Int(stage) < rule.stageCount, work.isFinite, work >= 0, work < 1e15, since >= 0
    else { throw SnapshotFault() }
  }
}

extension HandlerRecord {
  func write(to writer: inout StateWriter) {
    writer.put(start)
    writer.put(end)
    writer.put(moment)
    writer.put(since)
    writer.put(duty)
    for number in [shift, turn] { writer.put(number) }
    writer.put(contact)
    writer.put(suspended)
    for number in [next, previous, nextInterruptible, previousInterruptible, team] { writer.put(number) }
    for byte in [state.rawValue, load, nextBreak, percentSlower] { writer.put(byte) }
    writer.put(listed)
    writer.put(isInterruptible)
  }

  init(from reader: inout StateReader, tables: PlanTables) throws(SnapshotFault) {
    self = .away
    start = try reader.takeTime()
    end = try reader.takeTimeOrNone()
    moment = try reader.takeMoment()
    since = try reader.takeTime()
    duty = try reader.take()
    shift = try reader.takeShift(tables)
    turn = try reader.take()
    contact = try reader.take()
    suspended = try reader.take()
    next = try reader.take()
    previous = try reader.take()
    nextInterruptible = try reader.take()
    previousInterruptible = try reader.take()
    team = try reader.take(below: tables.teamCount)
    state = try reader.takeState()
    load = try reader.take(below: tables.teams[Int(team)].concurrency + 1)
    nextBreak = try reader.take()
    percentSlower = try reader.take()
    listed = try reader.takeFlag()
    isInterruptible = try reader.takeFlag()
  }
}
