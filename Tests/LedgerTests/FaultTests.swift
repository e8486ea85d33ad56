import ContactCentre
import Ledger
import Testing

/// A disk that fails, at every operation in turn.
@Suite struct FaultTests {
  private let events = Array(runEvents().prefix(100))
  private let options = LedgerOptions(eventsInBlock: 16, blocksBetweenSyncs: 2)

  /// Writes a ledger and says how many events were certain to be safe when it went wrong; nil if it did not.
  private func attempt(_ storage: MemoryLedgers) -> (error: LedgerError, synced: UInt64)? {
    var synced: UInt64 = 0
    do throws(LedgerError) {
      var writer = try LedgerWriter(path: "a.ledger", header: header, storage: storage, options: options)
      for start in stride(from: 0, to: events.count, by: 10) {
        do throws(LedgerError) {
          try writer.append(Array(events[start..<start + 10]).span)
          if start == 50 { try writer.appendSnapshot(snapshot(after: 60), at: events[59].time) }
        } catch {
          // It stays an error, and nothing more is written.
          let before = storage.operations
          var again: LedgerError?
          do throws(LedgerError) { try writer.append(events.span) } catch { again = error }
          #expect(again == error && storage.operations == before)
          throw error
        }
        synced = writer.syncedEventCount
      }
      try writer.finish()
      return nil
    } catch {
      return (error, synced)
    }
  }

  @Test(arguments: [Int.max, 1, 50])
  func whateverFailsTheErrorIsClearAndTheFileCanBeResumed(mostWritten: Int) throws {
    let healthy = MemoryLedgers(mostWritten: mostWritten)
    #expect(attempt(healthy) == nil)
    let whole = try #require(healthy["a.ledger"])
    #expect(try whole == ledger(events, snapshots: [60], options: options))
    let history = healthy.history
    #expect(Set(history) == [.create, .write, .sync, .close, .rename])

    // With one byte a write there are thousands of writes that are all alike.
    let step = mostWritten == 1 ? 61 : 1
    for failing in Array(stride(from: 0, to: history.count, by: step)) + history.indices.suffix(3) {
      let storage = MemoryLedgers(failing: failing, staysBroken: true, mostWritten: mostWritten)
      let (error, synced) = try #require(attempt(storage))
      let fault = StorageFault(history[failing], MemoryLedgers.reason)
      #expect(error == .storage(path: "a.ledger.part", fault), "operation \(failing)")
      #expect(storage["a.ledger"] == nil)
      guard let left = storage["a.ledger.part"] else {
        #expect(failing == 0)
        continue
      }
      // The program stops and the machine goes on; or the machine stops as well, and what was not synced is lost.
      for bytes in [left, try #require(storage.synced("a.ledger.part"))] {
        try requireResumable(bytes, synced, "operation \(failing)")
      }
    }
  }

  private func requireResumable(_ bytes: [UInt8], _ synced: UInt64, _ name: String) throws {
    if bytes.count < header.encodedLength {
      #expect(synced == 0)
      return
    }
    let storage = MemoryLedgers(["a.ledger.part": bytes])
    let prefix = try LedgerReader(path: "a.ledger.part", storage: storage)
    #expect(prefix.eventCount >= synced, "\(name)")
    try #require(try prefix.events() == Array(events.prefix(Int(prefix.eventCount))), "\(name)")

    var writer = try LedgerWriter(resuming: "a.ledger", storage: storage, options: options)
    try #require(writer.digest == prefix.digest)
    try writer.append(Array(events[Int(writer.digest.count)...]).span)
    #expect(writer.digest == digest(events))
    try writer.finish()
    let reader = try LedgerReader(path: "a.ledger", storage: storage)
    #expect(reader.status == .finished && reader.digest == digest(events))
    try #require(try reader.events() == events, "\(name)")
    #expect(storage["a.ledger.part"] == nil)
  }

  @Test func aReaderPassesOnWhatTheDiskSays() throws {
    let whole = try ledger(events, snapshots: [60], options: options)
    let healthy = MemoryLedgers(["a.ledger": whole])
    try LedgerReader(path: "a.ledger", storage: healthy).verify()
    let history = healthy.history
    for failing in history.indices {
      let storage = MemoryLedgers(["a.ledger": whole], failing: failing)
      #expect(throws: LedgerError.storage(path: "a.ledger", StorageFault(history[failing], MemoryLedgers.reason))) {
        try LedgerReader(path: "a.ledger", storage: storage).verify()
      }
    }
  }

  @Test func resumingFailsClearlyAndCanBeTriedAgain() throws {
    let part = try ledger(events, options: options, isFinished: false) + [1, 2, 3]
    let healthy = MemoryLedgers(["a.ledger.part": part])
    _ = try LedgerWriter(resuming: "a.ledger", storage: healthy)
    #expect(healthy["a.ledger.part"] == Array(part.dropLast(3)))
    let history = healthy.history
    for failing in history.indices {
      let storage = MemoryLedgers(["a.ledger.part": part], failing: failing)
      let fault = StorageFault(history[failing], MemoryLedgers.reason)
      #expect(throws: LedgerError.storage(path: "a.ledger.part", fault)) {
        _ = try LedgerWriter(resuming: "a.ledger", storage: storage)
      }
      _ = try LedgerWriter(resuming: "a.ledger", storage: storage)
    }
  }
}
