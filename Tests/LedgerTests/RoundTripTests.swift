import ContactCentre
import DiscreteEvents
import Ledger
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: [0, 1, 2, 7, 8, 9, 4_095, 4_096, 4_097])
  func asManyEventsComeBackAsWentIn(count: Int) throws {
    let events = anyEvents(count, seed: 5)
    for options in [LedgerOptions(), LedgerOptions(eventsInBlock: 8, blocksBetweenSyncs: 1)] {
      let reader = try opened(ledger(events, options: options))
      #expect(reader.status == .finished)
      #expect(reader.eventCount == UInt64(count))
      #expect(reader.digest == digest(events))
      #expect(reader.blocks.count == (count + options.eventsInBlock - 1) / options.eventsInBlock)
      let isSame = try reader.events() == events
      #expect(isSame, "\(count) events, \(options)")
    }
  }

  @Test(arguments: 0..<12)
  func anyWordsComeBack(seed: UInt64) throws {
    var dice = Dice(seed)
    let events = anyEvents(600 + dice.below(1_500), seed: seed)
    let reader = try opened(ledger(events, options: LedgerOptions(eventsInBlock: 1 + dice.below(1_000))))
    let isSame = try reader.events() == events
    #expect(isSame)
  }

  /// More shapes than a block can number: 256 kinds × 256 details, all of other sizes.
  @Test func shapesWithoutANumberComeBack() throws {
    let events = (0..<2_000).map { number in
      let size = UInt64(number % 64)
      return Event(word0: UInt64(number * 37 % 65_536), word1: ~0 >> size, word2: ~0 << size)
    }
    let isSame = try opened(ledger(events)).events() == events
    #expect(isSame)
  }

  @Test func theExtremesComeBack() throws {
    let words: [UInt64] = [0, .max, 1, 1 << 63, 0xFFFF_FFFF, 0xFFFF_FFFF_0000_0000, 0xFFFF, ~0xFFFF]
    let events = words.flatMap { first in
      words.flatMap { second in words.map { Event(word0: first, word1: second, word2: $0) } }
    }
    let isSame = try opened(ledger(events)).events() == events
    #expect(isSame)
  }

  @Test func aRunComesBackInLessThanEightBytesAnEvent() throws {
    let events = runEvents(days: 4)
    let bytes = try ledger(events)
    let isSame = try opened(bytes).events() == events
    #expect(isSame)
    #expect(bytes.count < 8 * events.count)
  }

  @Test func howEventsAreHandedInDoesNotMatter() throws {
    let events = runEvents()
    let options = LedgerOptions(eventsInBlock: 100)
    let whole = try ledger(events, options: options)
    for length in [1, 7, 99, 100, 101, 250] {
      let storage = MemoryLedgers()
      var writer = try LedgerWriter(path: "a.ledger", header: header, storage: storage, options: options)
      for start in stride(from: 0, to: events.count, by: length) {
        try writer.append(Array(events[start..<min(start + length, events.count)]).span)
        try writer.append([Event]().span)
      }
      #expect(writer.digest == digest(events))
      try writer.finish()
      let isSame = storage["a.ledger"] == whole
      #expect(isSame, "handed in by \(length)")
    }
  }

  @Test func theHeaderComesBack() throws {
    let headers = [
      header, LedgerHeader(engine: "", seed: .max, replication: .max, scenario: ""),
      LedgerHeader(
        engine: "e", seed: 0, replication: 0, scenario: String(repeating: "…", count: 5_000),
        files: (0..<9).map { .init(path: "\($0).csv", bytes: [UInt8](repeating: 7, count: $0)) }),
    ]
    for header in headers {
      let reader = try opened(ledger([], header: header))
      #expect(reader.header == header)
    }
  }

  @Test func ofEveryCursorTheFirstEventIsTheOneAskedFor() throws {
    let events = Array(runEvents().prefix(120))
    let reader = try opened(ledger(events, snapshots: [0, 33, 33, 64, 120], options: LedgerOptions(eventsInBlock: 16)))
    for first in 0...events.count + 1 {
      let isSame = try reader.events(from: UInt64(first)) == Array(events.dropFirst(first))
      try #require(isSame, "from number \(first)")
    }
    #expect(try reader.events(from: .max).isEmpty)
    let last = try #require(events.last).time
    for time in Set(events.flatMap { [$0.time - 1, $0.time, $0.time + 1] } + [0, .max, .min]) {
      let isSame = try reader.events(fromTime: time) == events.filter { $0.time >= time }
      try #require(isSame, "from time \(time)")
    }
    #expect(reader.lastTime == last)
  }

  @Test func theLatestSnapshotIsFound() throws {
    let events = Array(runEvents().prefix(120))
    let snapshots = [0, 33, 64, 120]
    let reader = try opened(ledger(events, snapshots: snapshots, options: LedgerOptions(eventsInBlock: 16)))
    for count in 0...events.count {
      let found = try #require(try reader.snapshot(afterAtMost: UInt64(count)))
      let expected = try #require(snapshots.last { $0 <= count })
      #expect(found.event == UInt64(expected))
      #expect(found.bytes == snapshot(after: expected))
    }
    #expect(try reader.snapshot(afterAtMost: .max)?.event == 120)
    let late = try opened(ledger(events, snapshots: [33], options: LedgerOptions(eventsInBlock: 16)))
    #expect(try late.snapshot(afterAtMost: 32) == nil)
  }

  @Test func whatTheBodyThrowsIsPassedOn() throws {
    struct Enough: Error {}
    let reader = try opened(ledger(runEvents(), options: LedgerOptions(eventsInBlock: 100)))
    var blocks = 0
    #expect(throws: Enough.self) {
      try reader.forEachBlock { _ in
        blocks += 1
        if blocks == 3 { throw Enough() }
      }
    }
    #expect(blocks == 3)
  }
}
