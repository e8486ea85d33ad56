import ContactCentre
import DiscreteEvents
import Testing

@Suite struct EventLogTests {
  private let events = (0..<1_000).map { Event.frontPassed(at: Milliseconds($0), contact: UInt32($0)) }

  @Test func anEmptyLogHoldsNothing() {
    let log = EventLog()
    #expect(log.count == 0)
    #expect(log.events().isEmpty)
    log.forEachBlock { _ in Issue.record("a block of nothing") }
  }

  @Test func appendedEventsComeBackInOrderHoweverTheyWereCut() {
    var dice = Dice(1)
    for _ in 0..<20 {
      var log = EventLog()
      var position = 0
      while position < events.count {
        let end = min(events.count, position + dice.below(100))
        log.append(Array(events[position..<end]).span)
        position = end
        #expect(log.count == position)
      }
      #expect(log.events() == events)
      var fromBlocks: [Event] = []
      log.forEachBlock { block in
        for index in block.indices { fromBlocks.append(block[index]) }
      }
      #expect(fromBlocks == events)
    }
  }

  @Test func whatIsWrittenInTheLogsOwnRoomComesBackInOrderHoweverMuchWasWritten() {
    var dice = Dice(2)
    for _ in 0..<20 {
      var log = EventLog()
      var position = 0
      while position < events.count {
        let room = 1 + dice.below(100)
        let length = min(dice.below(room + 1), events.count - position)
        var seen: [Event] = []
        let written = log.append(
          room: room,
          write: { place in
            for index in 0..<length { place[index] = events[position + index] }
            return length
          },
          consume: { block in for index in block.indices { seen.append(block[index]) } })
        #expect(written == length)
        #expect(seen == Array(events[position..<position + length]))
        position += length
        #expect(log.count == position)
        if dice.below(3) == 0, position < events.count {
          log.append([events[position]].span)
          position += 1
        }
      }
      #expect(log.events() == events)
    }
  }

  @Test func whatWasWrittenIsKeptThoughItsReaderFails() {
    struct Enough: Error {}
    var log = EventLog()
    for length in [1, 3, 2] {
      #expect(throws: Enough.self) {
        try log.append(
          room: 3,
          write: { place in
            for index in 0..<length { place[index] = events[index] }
            return length
          },
          consume: { _ throws(Enough) in throw Enough() })
      }
    }
    #expect(log.events() == [0, 0, 1, 2, 0, 1].map { events[$0] })
  }

  @Test func anErrorOfTheReaderStopsTheReading() {
    struct Enough: Error {}
    var log = EventLog()
    for event in events.prefix(3) { log.append([event].span) }
    var blocks = 0
    #expect(throws: Enough.self) {
      try log.forEachBlock { _ throws(Enough) in
        blocks += 1
        throw Enough()
      }
    }
    #expect(blocks == 1)
  }
}
