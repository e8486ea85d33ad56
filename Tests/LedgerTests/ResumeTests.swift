import ContactCentre
import Ledger
import Testing

@Suite struct ResumeTests {
  private let options = LedgerOptions(eventsInBlock: 64, blocksBetweenSyncs: 4)

  /// A ledger cut short anywhere, and given the events that it does not hold, ends as one that was never cut.
  @Test func aRunTakenUpEndsWithTheSameDigest() throws {
    let events = runEvents()
    let whole = try ledger(events, options: options, isFinished: false)
    var dice = Dice(11)
    let start = header.encodedLength
    for _ in 0..<25 {
      let cut = start + dice.below(whole.count - start)
      let storage = MemoryLedgers(["a.ledger.part": Array(whole[..<cut])])
      var writer = try LedgerWriter(resuming: "a.ledger", storage: storage, options: options)
      #expect(writer.syncedEventCount == writer.digest.count)

      var log = EventLog()
      let past = try LedgerReader(path: "a.ledger.part", storage: storage)
      #expect(past.status == .unfinished(nil))
      try past.forEachBlock { log.append($0) }
      #expect(UInt64(log.count) == writer.digest.count)
      try writer.append(Array(events[log.count...]).span)
      try writer.finish()

      let reader = try LedgerReader(path: "a.ledger", storage: storage)
      #expect(reader.digest == digest(events))
      let isSame = try reader.events() == events
      #expect(isSame, "cut after \(cut)")
      #expect(reader.header == header)
    }
  }

  @Test func aTailWithoutAFooterIsWrittenAnew() throws {
    let events = Array(runEvents().prefix(200))
    let whole = try ledger(events, snapshots: [100], options: options)
    for missing in [0, 1, 16, 17, 100] {
      let storage = MemoryLedgers(["a.ledger.part": Array(whole.dropLast(missing))])
      let writer = try LedgerWriter(resuming: "a.ledger", storage: storage, options: options)
      #expect(writer.digest == digest(events))
      try writer.finish()
      let reader = try LedgerReader(path: "a.ledger", storage: storage)
      #expect(reader.status == .finished)
      #expect(try reader.events() == events)
      #expect(try reader.snapshot(afterAtMost: 200)?.event == 100)
    }
  }

  @Test func damageIsNotResumed() throws {
    var part = try ledger(runEvents(), options: options, isFinished: false)
    part[header.encodedLength + 130] ^= 1
    let storage = MemoryLedgers(["a.ledger.part": part])
    #expect(throws: LedgerError.self) { _ = try LedgerWriter(resuming: "a.ledger", storage: storage) }
    #expect(storage["a.ledger.part"] == part)
  }

  @Test func anUnfinishedLedgerIsNotWrittenOver() throws {
    let part = try ledger([], isFinished: false)
    let storage = MemoryLedgers(["a.ledger.part": part, "a.ledger": [1]])
    #expect(throws: LedgerError.inTheWay(path: "a.ledger.part")) {
      _ = try LedgerWriter(path: "a.ledger", header: header, storage: storage)
    }
    #expect(storage["a.ledger.part"] == part)
    // A finished one is, once the new one is finished too.
    let other = MemoryLedgers(["a.ledger": [1]])
    let writer = try LedgerWriter(path: "a.ledger", header: header, storage: other)
    #expect(other["a.ledger"] == [1])
    try writer.finish()
    #expect(try LedgerReader(path: "a.ledger", storage: other).status == .finished)
  }

  /// Whoever is told that a ledger is in the way may remove it.
  @Test func whatIsNoLedgerIsNotCalledOne() throws {
    for bytes in [Array("{ calendar: {} }".utf8), Array(repeating: 7, count: 4_096)] {
      let storage = MemoryLedgers(["a.ledger.part": bytes])
      #expect(throws: LedgerError.nameTaken(path: "a.ledger.part")) {
        _ = try LedgerWriter(path: "a.ledger", header: header, storage: storage)
      }
      #expect(storage["a.ledger.part"] == bytes)
    }
  }

  /// A crash leaves any beginning of a header, and one that was damaged since is somebody's ledger still.
  @Test func aLedgerWithoutAWholeHeaderIsInTheWayToo() throws {
    let whole = try ledger([], isFinished: false)
    var damaged = whole
    damaged[header.encodedLength - 1] ^= 1
    for bytes in [[], Array(whole.prefix(5)), Array(whole.prefix(30)), damaged] {
      let storage = MemoryLedgers(["a.ledger.part": bytes])
      #expect(throws: LedgerError.inTheWay(path: "a.ledger.part"), "\(bytes.count) bytes") {
        _ = try LedgerWriter(path: "a.ledger", header: header, storage: storage)
      }
    }
  }

  /// Nobody knows what it is.
  @Test func whatIsInTheWayAndCannotBeReadIsSaidToBeThere() throws {
    // The first thing asked for is to make it, which finds that it is there.
    let storage = MemoryLedgers(["a.ledger.part": [1]], failing: 1)
    #expect(throws: LedgerError.storage(path: "a.ledger.part", StorageFault(.create, .exists))) {
      _ = try LedgerWriter(path: "a.ledger", header: header, storage: storage)
    }
    #expect(storage.history == [.create, .open])
  }

  @Test func thereMustBeSomethingToResume() {
    #expect(throws: LedgerError.storage(path: "a.ledger.part", StorageFault(.open, .missing))) {
      _ = try LedgerWriter(resuming: "a.ledger", storage: MemoryLedgers())
    }
  }
}
